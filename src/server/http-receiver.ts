import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type App, type Receiver, ReceiverMultipleAckError } from '@slack/bolt';
import type { Logger } from './log.ts';

/** Slack rejects nothing by itself when clocks differ; we take five minutes either way (slack-facts d1). */
const CLOCK_SKEW_S_MAX = 300;
const MS_PER_SECOND = 1_000;
/** The largest delivery that is read, in bytes; Bolt's own limit. A submission with all fields full is below 100 kB. */
const BODY_BYTES_MAX = 4 * 1_024 * 1_024;
/** Slack gives up on a delivery after three seconds (slack-facts b1). */
const ANSWER_WITHIN_MS = 3_001;

export type HttpReceiver = Receiver & { onRequest: RequestListener };

type Body = Record<string, unknown>;

/**
 * Takes Slack's deliveries over HTTP and gives them to Bolt. Bolt's own receiver signs each request three times and
 * reads its body twice: a third of what acknowledging a command costs (see `npm run bench`).
 */
export function httpReceiver(signingSecret: string, log: Logger): HttpReceiver {
  const key = createSecretKey(Buffer.from(signingSecret));
  let app: App | undefined;

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await bodyOf(request);
    if (!raw) return end(response, 413);
    const type = request.headers['content-type']?.split(';')[0];
    // Slack probes the certificate without a signature, and gets nothing from us but this.
    if (isProbe(raw, type)) return end(response, 200);
    if (!isFromSlack(raw, request, key)) return end(response, 401);
    const body = read(raw, type);
    if (!body) return end(response, 400);
    if (body.type === 'url_verification') return end(response, 200, { challenge: body.challenge });
    await app?.processEvent({ body, ack: acknowledging(response, log), ...retryOf(request) });
  }

  return {
    init(given) {
      app = given;
    },
    start: async () => {},
    stop: async () => {},
    onRequest(request, response) {
      take(request, response).catch((error: unknown) => {
        log.error({ err: error }, 'a delivery was not taken');
        if (!response.headersSent) end(response, 500);
      });
    },
  };
}

/** Undefined when it is longer than we read. */
function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > BODY_BYTES_MAX) resolve(undefined);
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });
}

/** Source: docs.slack.dev/authentication/verifying-requests-from-slack */
function isFromSlack(raw: Buffer, { headers }: IncomingMessage, key: KeyObject): boolean {
  const timestamp = String(headers['x-slack-request-timestamp']);
  const skewS = Math.abs(Date.now() / MS_PER_SECOND - Number(timestamp));
  if (!(skewS <= CLOCK_SKEW_S_MAX)) return false;
  const signed = createHmac('sha256', key).update(`v0:${timestamp}:`).update(raw).digest('hex');
  const [expected, given] = [Buffer.from(`v0=${signed}`), Buffer.from(String(headers['x-slack-signature']))];
  return expected.length === given.length && timingSafeEqual(expected, given);
}

const FORM = 'application/x-www-form-urlencoded';

const isProbe = (raw: Buffer, type: string | undefined): boolean =>
  type === FORM && raw.includes('ssl_check') && new URLSearchParams(raw.toString()).get('ssl_check') === '1';

/** Commands are forms, interactions JSON in a form, events JSON. Undefined for anything else. */
function read(raw: Buffer, type: string | undefined): Body | undefined {
  const text = raw.toString();
  if (type !== FORM) return readJson(text);
  const form = new URLSearchParams(text);
  const payload = form.get('payload');
  return payload === null ? Object.fromEntries(form) : readJson(payload);
}

function readJson(text: string): Body | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Body) : undefined;
  } catch {
    return undefined;
  }
}

/** Answers Slack's request once. One that no listener answers is ended before Slack gives it up. */
function acknowledging(response: ServerResponse, log: Logger): (answer?: unknown) => Promise<void> {
  let isAnswered = false;
  const timer = setTimeout(() => {
    isAnswered = true;
    log.error('a delivery was not acknowledged in time');
    end(response, 404);
  }, ANSWER_WITHIN_MS);
  return async (answer) => {
    if (isAnswered) throw new ReceiverMultipleAckError();
    isAnswered = true;
    clearTimeout(timer);
    end(response, 200, answer);
  };
}

function retryOf({ headers }: IncomingMessage): { retryNum?: number; retryReason?: string } {
  const [number, reason] = [headers['x-slack-retry-num'], headers['x-slack-retry-reason']];
  return { ...(number && { retryNum: Number(number) }), ...(reason && { retryReason: String(reason) }) };
}

function end(response: ServerResponse, status: number, answer?: unknown): void {
  const isJson = typeof answer === 'object' && answer !== null;
  const body = isJson ? JSON.stringify(answer) : String(answer ?? '');
  response.writeHead(status, {
    'content-length': Buffer.byteLength(body),
    ...(isJson && { 'content-type': 'application/json' }),
  });
  response.end(body);
}
