import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Json, parseJson } from '#playground/slack/json.ts';
import { signature } from '#playground/slack/signing.ts';

/** A delivery as it came from Slack. `payload` is the event's envelope, the command's fields or the interaction. */
export type Sent = { kind: string; payload: Json; headers: Record<string, string>; body: string };
export type Answered = { status: number; text: string };

/** Stands between the local Slack and the app, and keeps what is sent: to send it once more, or to change it. */
export type Wire = {
  url: string;
  sent: Sent[];
  /** The latest delivery of this kind: an event's type, `command`, `block_actions`, `view_submission`… */
  last(kind: string): Sent;
  /** Sends a delivery once more, as Slack's retries do. */
  again(sent: Sent, retry?: number): Promise<Answered>;
  /** From now on each delivery comes this many times at the same moment; Slack hears the first answer. */
  repeat(times: number): void;
  /** From now on what `change` makes of an interaction or command reaches the app, signed as if Slack had made it. */
  forge(change: (payload: Json) => Json): void;
  close(): void;
};

/** A copy of the payload with another value there. @throws {Error} when the payload has nothing there */
export function withValue(payload: Json, path: string[], value: unknown): Json {
  const [key = '', ...rest] = path;
  if (!(key in payload)) throw new Error(`The payload has no ${key}, but: ${Object.keys(payload).join(', ')}`);
  return Object.assign(Array.isArray(payload) ? [...payload] : { ...payload }, {
    [key]: rest.length === 0 ? value : withValue(payload[key] as Json, rest, value),
  });
}

type Form = 'event' | 'command' | 'interactive';

function parsed(body: string, type: string): { form: Form; kind: string; payload: Json } {
  if (type === 'application/json') {
    const payload = parseJson(body) as Json & { event?: Json };
    return { form: 'event', kind: String(payload.event?.type), payload };
  }
  const fields = Object.fromEntries(new URLSearchParams(body));
  if (fields.payload === undefined) return { form: 'command', kind: 'command', payload: fields };
  const payload = parseJson(fields.payload) as Json;
  return { form: 'interactive', kind: String(payload.type), payload };
}

function written(form: Form, payload: Json): string {
  if (form === 'event') return JSON.stringify(payload);
  const fields = form === 'command' ? (payload as Record<string, string>) : { payload: JSON.stringify(payload) };
  return new URLSearchParams(fields).toString();
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const HOP_HEADERS = new Set(['host', 'connection', 'content-length']);

const headersOf = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (HOP_HEADERS.has(name) ? [] : [[name, `${value}`]])),
  );

const retried = ({ headers, ...sent }: Sent, retry: number): Sent => ({
  ...sent,
  headers: { ...headers, 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' },
});

export async function openWire(appUrl: string, signingSecret: string): Promise<Wire> {
  const sent: Sent[] = [];
  let times = 1;
  let change = (payload: Json): Json => payload;

  const forward = async ({ headers, body }: Sent): Promise<Answered> => {
    const answer = await fetch(`${appUrl}/slack/events`, { method: 'POST', headers, body });
    return { status: answer.status, text: await answer.text() };
  };

  function changed(request: IncomingMessage, body: string): Sent {
    const headers = headersOf(request.headers);
    const { form, kind, payload } = parsed(body, String(headers['content-type']));
    const forged = change(payload);
    if (forged === payload) return { kind, payload, headers, body };
    const newBody = written(form, forged);
    const seconds = Number(headers['x-slack-request-timestamp']);
    return {
      kind,
      payload: forged,
      headers: { ...headers, 'x-slack-signature': signature(signingSecret, seconds, newBody) },
      body: newBody,
    };
  }

  const server = createServer(async (request, response) => {
    try {
      const delivery = changed(request, await textOf(request));
      sent.push(delivery);
      const copies = Array.from({ length: times - 1 }, (_, copy) => forward(retried(delivery, copy + 1)));
      const [answer] = await Promise.all([forward(delivery), ...copies]);
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(answer.text);
    } catch {
      response.destroy(); // The app is gone: Slack hears nothing either.
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    last(kind) {
      const found = sent.findLast((one) => one.kind === kind);
      if (!found) throw new Error(`No ${kind} was sent, but: ${sent.map((one) => one.kind).join(', ')}`);
      return found;
    },
    again: (delivery, retry = 1) => forward(retried(delivery, retry)),
    repeat: (count) => {
      times = count;
    },
    forge: (how) => {
      change = how;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
