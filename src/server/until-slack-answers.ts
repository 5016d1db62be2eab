import { setTimeout } from 'node:timers/promises';
import { ErrorCode } from '@slack/web-api';
import type { Logger } from './log.ts';

const FIRST_PAUSE_MS = 1_000;
/** Longest pause between two tries: whoever watches /readyz should not wait for long. */
const PAUSE_MS_MAX = 15_000;
const MS_PER_SECOND = 1_000;
/** From here on it is the server's trouble and not our question's. */
const SERVER_TROUBLE_STATUS = 500;

/** Answers that a second try may better. Source: docs.slack.dev/reference/methods/auth.test#errors */
const PASSING = new Set(['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout', 'ratelimited']);

type SlackTrouble = { code?: unknown; statusCode?: unknown; retryAfter?: unknown; data?: { error?: string } };

/** How long to wait before asking again, in milliseconds; undefined when another try would be answered the same. */
function pauseMsAfter({ code, statusCode, retryAfter, data }: SlackTrouble, attempts: number): number | undefined {
  const pauseMs = Math.min(PAUSE_MS_MAX, FIRST_PAUSE_MS * 2 ** attempts);
  switch (code) {
    case ErrorCode.RateLimitedError:
      return Number(retryAfter) * MS_PER_SECOND || pauseMs;
    case ErrorCode.RequestError:
      return pauseMs;
    case ErrorCode.HTTPError:
      return Number(statusCode) >= SERVER_TROUBLE_STATUS ? pauseMs : undefined;
    case ErrorCode.PlatformError:
      return PASSING.has(data?.error ?? '') ? pauseMs : undefined;
    default:
      return undefined;
  }
}

/**
 * Asks Slack for what the start needs, for as long as Slack is out of reach: a restart while Slack has trouble must
 * not end the process. Throws Slack's own no (`invalid_auth`) at once.
 */
export async function untilSlackAnswers<Answer>(ask: () => Promise<Answer>, log: Logger): Promise<Answer> {
  for (let attempts = 0; ; attempts += 1) {
    try {
      return await ask();
    } catch (error) {
      const pauseMs = pauseMsAfter(error as SlackTrouble, attempts);
      if (pauseMs === undefined) throw error;
      log.warn({ err: error, pauseMs }, 'Slack does not answer yet');
      await setTimeout(pauseMs);
    }
  }
}
