/** Payloads to the app over HTTP, signed, with the 3 seconds that it has. Source: slack-facts b1, b4, d1. */
import { Agent, request } from 'node:http';
import { parseJson } from './json.ts';
import { signature } from './signing.ts';
import type { AppReply, Delivery, Retry } from './world.ts';

export type HttpDelivery = {
  deliver(delivery: Delivery, retry?: Retry): Promise<AppReply>;
  setAppUrl(appUrl: string | undefined): void;
  appUrl(): string | undefined;
  close(): void;
};

/** Bolt's only path. Source: @slack/bolt receivers/HTTPReceiver */
const EVENTS_PATH = '/slack/events';

/** The exact content type and body for each form; Bolt matches the type to the letter. */
function encoded({ form, payload }: Delivery): { type: string; body: string } {
  if (form === 'event') return { type: 'application/json', body: JSON.stringify(payload) };
  const fields =
    form === 'command'
      ? Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)])
      : [['payload', JSON.stringify(payload)]];
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() };
}

type Sent = { status: number; text: string; noRetry: boolean; reason?: string };

/**
 * Signs with the real time, for Bolt holds that to its own clock, and `ackTimeoutMs` counts real time too. Answers
 * that come later are thrown away, as Slack does.
 */
export function createHttpDelivery(options: {
  signingSecret: string;
  ackTimeoutMs: number;
  appUrl: string | undefined;
}): HttpDelivery {
  const agent = new Agent({ keepAlive: true });
  let appUrl = options.appUrl;

  const post = (url: string, delivery: Delivery, retry?: Retry): Promise<Sent> => {
    const { type, body } = encoded(delivery);
    const seconds = Math.floor(Date.now() / 1000);
    const headers: Record<string, string | number> = {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      accept: '*/*',
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': signature(options.signingSecret, seconds, body),
    };
    if (retry) Object.assign(headers, { 'x-slack-retry-num': retry.num, 'x-slack-retry-reason': retry.reason });
    return send(new URL(EVENTS_PATH, url), { agent, headers, body, timeoutMs: options.ackTimeoutMs });
  };

  return {
    async deliver(delivery, retry) {
      const start = performance.now();
      const sent = appUrl === undefined ? NOBODY : await post(appUrl, delivery, retry);
      return replyOf(sent, Math.round(performance.now() - start));
    },
    setAppUrl: (url) => {
      appUrl = url;
    },
    appUrl: () => appUrl,
    close: () => agent.destroy(),
  };
}

const NOBODY: Sent = { status: 0, text: '', noRetry: false, reason: 'connection_failed' };

function send(
  url: URL,
  sending: { agent: Agent; headers: Record<string, string | number>; body: string; timeoutMs: number },
): Promise<Sent> {
  return new Promise((resolve) => {
    const failed = (reason: string) => {
      clearTimeout(timer);
      outgoing.destroy();
      resolve({ status: 0, text: '', noRetry: false, reason });
    };
    const outgoing = request(url, { method: 'POST', agent: sending.agent, headers: sending.headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', () => failed('connection_failed'));
      answer.on('end', () => {
        clearTimeout(timer);
        const status = answer.statusCode ?? 0;
        const text = Buffer.concat(chunks).toString();
        const noRetry = answer.headers['x-slack-no-retry'] === '1';
        resolve({ status, text, noRetry, ...(isFine(status) ? {} : { reason: 'http_error' }) });
      });
    });
    const timer = setTimeout(() => failed('http_timeout'), sending.timeoutMs);
    outgoing.on('error', () => failed('connection_failed'));
    outgoing.end(sending.body);
  });
}

const isFine = (status: number) => status >= 200 && status < 300;

function replyOf({ status, text, noRetry, reason }: Sent, ms: number): AppReply {
  const result = isFine(status) ? 'accepted' : reason === 'http_timeout' ? 'timed-out' : 'failed';
  const body = parseJson(text);
  return {
    result,
    status,
    ms,
    text,
    noRetry,
    ...(body === undefined ? {} : { body }),
    ...(reason === undefined ? {} : { reason }),
  };
}
