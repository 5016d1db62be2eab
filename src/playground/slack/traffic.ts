/** What went between the app and the local Slack: for the page's traffic panel and for tests. */
import type { Exchange } from '../person-api.ts';
import { TRAFFIC_KEPT_MAX } from '../person-api.ts';
import { isObject, type Json } from './json.ts';
import type { Signals } from './signals.ts';

/** One call of the app to us, in order of arrival. */
export type Call = {
  method: string;
  args: Json;
  ok: boolean;
  error?: string;
  /** HTTP status that was answered; 0 when the connection was cut by a fault. */
  status: number;
  /** Local Slack's clock. */
  atMs: number;
};

/** Something the app did that Slack would not take. */
export type Refusal = {
  method: string;
  error: string;
  /** What is wrong and where, in words. */
  messages: string[];
  request: unknown;
};

export type Traffic = {
  calls: Call[];
  refusals: Refusal[];
  recordCall(call: Call): void;
  recordRefusal(refusal: Refusal): void;
  record(exchange: Omit<Exchange, 'seq' | 'at'> & { atMs: number }): void;
  /** Redacted, oldest first. */
  after(seq: number): Exchange[];
  lastSeq(): number;
};

/** Enough for any test; a playground runs for weeks. */
const CALLS_KEPT_MAX = 20_000;

const SECRET_KEYS = new Set([
  'token',
  'trigger_id',
  'response_url',
  'client_secret',
  'private_metadata',
  'authorization',
]);
const BLOTTED = '[redacted]';

function redacted(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return secrets.reduce((text, secret) => text.replaceAll(secret, BLOTTED), value);
  if (Array.isArray(value)) return value.map((item) => redacted(item, secrets));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    SECRET_KEYS.has(key) && item !== '' ? BLOTTED : redacted(item, secrets),
  ]);
  return Object.fromEntries(entries);
}

/** `secrets`: strings blotted out wherever they stand. */
export function createTraffic(signals: Signals, secrets: readonly string[]): Traffic {
  const kept: Exchange[] = [];
  const calls: Call[] = [];
  const refusals: Refusal[] = [];
  let seq = 0;
  return {
    calls,
    refusals,
    recordCall(call) {
      calls.push(call);
      if (calls.length > CALLS_KEPT_MAX) calls.shift();
      signals.stirred();
    },
    recordRefusal(refusal) {
      refusals.push(refusal);
      if (refusals.length > CALLS_KEPT_MAX) refusals.shift();
      signals.stirred();
    },
    record({ atMs, ...exchange }) {
      seq += 1;
      kept.push({ ...exchange, seq, at: new Date(atMs).toISOString() });
      if (kept.length > TRAFFIC_KEPT_MAX) kept.shift();
      signals.stirred();
    },
    after: (from) =>
      kept
        .filter((exchange) => exchange.seq > from)
        .map((exchange) => ({
          ...exchange,
          request: redacted(exchange.request, secrets),
          response: redacted(exchange.response, secrets),
        })),
    lastSeq: () => seq,
  };
}
