import { ErrorCode } from '@slack/web-api';
import type { ThreadLoss } from '#domain/purchase-request.ts';

/** What an error from Slack means for the message that was being sent. */
export type Mishap =
  | { kind: 'rate-limited'; retryAfterMs: number }
  /** `unsure`: Slack may have it although we got no answer. */
  | { kind: 'try-again'; error: string; unsure: boolean }
  | { kind: 'thread-lost'; loss: ThreadLoss; error: string }
  /** The request has no thread at this moment: one is on its way, unless it was given up. */
  | { kind: 'not-open'; error: string }
  | { kind: 'never'; error: string };

/** The place is gone or closed to us. Source: docs.slack.dev/reference/methods/chat.postMessage, chat.update */
const LOSSES: Record<string, ThreadLoss> = {
  is_archived: 'archived',
  is_inactive: 'archived',
  channel_not_found: 'not-in-channel',
  not_in_channel: 'not-in-channel',
  restricted_action: 'not-in-channel',
  message_not_found: 'deleted',
  thread_not_found: 'deleted',
};

/** Slack says that some of it may have happened. Source: docs.slack.dev/reference/methods/chat.postMessage#errors */
const MAYBE_DONE = new Set(['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout']);

/** Our installation needs an admin; the message itself is fine and waits. */
const INSTALLATION = new Set([
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'not_authed',
  'org_login_required',
  'team_added_to_org',
  'token_expired',
  'token_revoked',
]);

/** A search that went on from an old page: it begins anew. */
const STALE_CURSOR = 'invalid_cursor';

/** The request has no thread: it is being opened elsewhere, or its card was given up. */
export const threadMissing = Object.assign(new Error('the thread is not open'), { code: 'thread_missing' });

/** It took so long to get there that another worker may have taken it up: nothing was said. */
export const leaseOver = Object.assign(new Error('the lease is over'), { code: 'lease_over' });

const DEFAULT_RETRY_AFTER_MS = 30_000;
const MS_PER_SECOND = 1_000;

type SlackError = {
  code?: unknown;
  retryAfter?: unknown;
  data?: { error?: unknown };
  original?: { code?: unknown; cause?: { code?: unknown } };
};

const isSlackError = (error: unknown): error is SlackError => typeof error === 'object' && error !== null;

/** Nothing reached Slack: the connection was never made. */
const neverLeft = ({ original }: SlackError): boolean =>
  [original?.code, original?.cause?.code].some((code) => code === 'ECONNREFUSED' || code === 'ENOTFOUND');

export function mishapOf(error: unknown): Mishap {
  if (!isSlackError(error)) return { kind: 'try-again', error: 'unknown', unsure: true };
  if (error.code === ErrorCode.RateLimitedError) {
    const seconds = Number(error.retryAfter);
    return { kind: 'rate-limited', retryAfterMs: seconds > 0 ? seconds * MS_PER_SECOND : DEFAULT_RETRY_AFTER_MS };
  }
  if (error.code === threadMissing.code) return { kind: 'not-open', error: threadMissing.code };
  if (error.code === leaseOver.code) return { kind: 'try-again', error: leaseOver.code, unsure: false };
  if (error.code === ErrorCode.PlatformError) return mishapOfAnswer(String(error.data?.error));
  return { kind: 'try-again', error: String(error.code ?? 'unknown'), unsure: !neverLeft(error) };
}

/** The message was not taken because of a block in it. Source: docs.slack.dev/reference/methods/chat.postMessage#errors */
export const isRefusalOfBlocks = (error: unknown): boolean =>
  isSlackError(error) && error.code === ErrorCode.PlatformError && error.data?.error === 'invalid_blocks';

/** Slack answered with `ok: false`. */
function mishapOfAnswer(error: string): Mishap {
  if (error === 'ratelimited' || error === 'rate_limited') {
    return { kind: 'rate-limited', retryAfterMs: DEFAULT_RETRY_AFTER_MS };
  }
  if (MAYBE_DONE.has(error)) return { kind: 'try-again', error, unsure: true };
  if (INSTALLATION.has(error) || error === STALE_CURSOR) return { kind: 'try-again', error, unsure: false };
  const loss = LOSSES[error];
  return loss ? { kind: 'thread-lost', loss, error } : { kind: 'never', error };
}
