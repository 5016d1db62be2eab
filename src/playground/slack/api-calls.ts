/** One call of the app, from arguments to answer: faults, rate limits, the method, and the record of it all. */
import { textArg } from './answers.ts';
import type { Fault, Faults } from './faults.ts';
import { isObject, type Json, stringIn, stringsIn } from './json.ts';
import type { RateLimits } from './rate-limits.ts';
import { respond } from './response-urls.ts';
import { findMethod, type Service } from './web-api.ts';
import type { World } from './world.ts';

/** `cut`: the connection is to be cut instead of answering. */
export type HttpAnswer = { status: number; headers: Record<string, string>; body: Json } | 'cut';

export type ApiParts = {
  world: World;
  service: Service;
  faults: Faults;
  limits: RateLimits | undefined;
};

const pause = (parts: ApiParts, delayMs: number) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(() => {
      parts.world.timers.delete(timer);
      resolve();
    }, delayMs);
    parts.world.timers.add(timer);
  });

const tooFast = (seconds: number): HttpAnswer => ({
  status: 429,
  headers: { 'retry-after': String(seconds) },
  body: { ok: false, error: 'ratelimited' },
});

/** An answer in place of doing anything; undefined to go on. */
function faultBefore(fault: Fault | undefined, args: Json): HttpAnswer | undefined {
  if (fault?.kind === 'resetBefore') return 'cut';
  if (fault?.kind === 'rateLimited') return tooFast(fault.retryAfterSeconds);
  if (fault?.kind === 'status500') return { status: 500, headers: {}, body: { ok: false, error: 'internal_error' } };
  if (fault?.kind === 'refusesCharts' && hasChart(args)) return { status: 200, headers: {}, body: REFUSED };
  return undefined;
}

const REFUSED = { ok: false, error: 'invalid_blocks' };
const hasChart = ({ blocks }: Json): boolean => JSON.stringify(blocks ?? '').includes('data_visualization');

/** What the fault makes of an answer, after all was done. */
function faultAfter(fault: Fault | undefined, answer: HttpAnswer): HttpAnswer {
  if (fault?.kind === 'loseReply') return 'cut';
  if (fault?.kind === 'fatalError') return { status: 200, headers: {}, body: { ok: false, error: 'fatal_error' } };
  return answer;
}

async function answered(
  parts: ApiParts,
  { fault, args }: { fault: Fault | undefined; args: Json },
  wait: () => number | undefined,
  run: () => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  if (fault?.kind === 'slow') await pause(parts, fault.delayMs);
  const early = faultBefore(fault, args);
  if (early) return early;
  const seconds = wait();
  if (seconds !== undefined) return tooFast(seconds);
  return faultAfter(fault, await run());
}

/** Kinds of answers that are no fault of the app's. */
const isInjected = (fault: Fault | undefined, answer: HttpAnswer) =>
  answer === 'cut' ||
  answer.status === 429 ||
  ['status500', 'fatalError', 'refusesCharts'].some((kind) => kind === fault?.kind);

type Began = { name: string; args: Json; atMs: number; startMs: number; fault: Fault | undefined };

function record({ world }: ApiParts, began: Began, answer: HttpAnswer): void {
  const { name: method, args, atMs, startMs, fault } = began;
  const body: Json = answer === 'cut' ? { ok: false, error: 'connection_cut' } : answer.body;
  const error = body.ok === true ? undefined : stringIn(body.error);
  const meta = isObject(body.response_metadata) ? stringsIn(body.response_metadata.messages) : [];
  const notes = [...(fault ? [`fault: ${fault.kind}`] : []), ...(error === undefined ? [] : meta)];
  const status = answer === 'cut' ? 0 : answer.status;
  const failed = error === undefined ? {} : { error };
  if (error !== undefined && !isInjected(fault, answer))
    world.traffic.recordRefusal({ method, error, messages: meta, request: args });
  world.traffic.recordCall({ method, args, ok: error === undefined, ...failed, status, atMs });
  world.traffic.record({
    atMs,
    direction: 'app-to-slack',
    kind: method,
    ok: error === undefined,
    ...failed,
    ms: Math.round(performance.now() - startMs),
    via: 'http',
    request: args,
    response: body,
    ...(notes.length > 0 ? { notes } : {}),
  });
}

async function recorded(
  parts: ApiParts,
  name: string,
  args: Json,
  run: (fault: Fault | undefined) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const fault = parts.faults.take(name);
  const began: Began = { name, args, atMs: parts.world.nowMs(), startMs: performance.now(), fault };
  const answer = await run(fault);
  record(parts, began, answer);
  return answer;
}

/** The token is taken out of what is recorded. */
export function callApi(parts: ApiParts, name: string, header: string, given: Json): Promise<HttpAnswer> {
  const { token: _, ...args } = given;
  const method = findMethod(name);
  const wait = () => method && parts.limits?.waitSeconds(name, method.tier, textArg(args, 'channel'));
  const headers = { 'x-oauth-scopes': [...parts.world.settings.manifest.scopes].join(',') };
  return recorded(parts, name, args, (fault) =>
    answered(parts, { fault, args }, wait, async () => ({
      status: 200,
      headers,
      body: await parts.service.call(name, header, given),
    })),
  );
}

export function callResponseUrl(parts: ApiParts, token: string, args: Json): Promise<HttpAnswer> {
  return recorded(parts, 'response_url', args, (fault) =>
    answered(
      parts,
      { fault, args },
      () => undefined,
      async () => ({ headers: {}, ...respond(parts.world, token, args) }),
    ),
  );
}
