import type { Logger as SlackLogger } from '@slack/bolt';
import { LogLevel } from '@slack/bolt';
import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** What must never be in a log, wherever it turns up: tokens, keys, response urls, trigger ids (slack-facts d2). */
const SECRETS =
  /xox[a-z]?[.-][\w.-]+|xapp-[\w-]+|\bbearer [^\s"']+|\bsk-[\w-]{8,}|https?:\/\/hooks\.slack[^\s"']*|\bhttps?:\/\/[^\s"']*\/(?:commands|actions|response)\/[^\s"']*|\b\d{6,}\.\d{6,}\.[0-9a-z]{6,}\b/gi;

export const withoutSecrets = (line: string): string => line.replaceAll(SECRETS, '[removed]');

/**
 * The log: one JSON line an event, with ids and codes. Errors are logged by name, code and place, never with
 * the data that they carry: the Web API's errors hold what was sent.
 */
export function openLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    serializers: { err: errorOutline },
    hooks: { streamWrite: withoutSecrets },
  };
  return pino(options, destination ?? standardOutput());
}

/** Written beside other work: a reader of the log that is slow must not stop Tandem. What is left is written at exit. */
const standardOutput = (): DestinationStream => pino.destination({ dest: 1, sync: false });

type Outline = { name: string; code?: string; slack?: string; at?: string };

function errorOutline(error: unknown): Outline {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, data } = error as { code?: unknown; data?: { error?: unknown } };
  const at = error.stack?.split('\n').find((line) => line.trim().startsWith('at '));
  return {
    name: error.name,
    ...(code !== undefined && { code: String(code) }),
    ...(data?.error !== undefined && { slack: String(data.error) }),
    ...(at !== undefined && { at: at.trim() }),
  };
}

/**
 * The log as Slack's SDKs want it. Their debug lines hold whole payloads, so those are dropped at every level
 * (slack-facts d2); of the rest only the first line is kept.
 */
export function sdkLogger(log: Logger): SlackLogger {
  const line = (messages: unknown[]): string => String(messages[0]).split('\n')[0] ?? '';
  return {
    debug: () => {},
    info: (...messages) => log.debug({ sdk: line(messages) }, 'slack sdk'),
    warn: (...messages) => log.warn({ sdk: line(messages) }, 'slack sdk'),
    error: (...messages) => log.error({ sdk: line(messages) }, 'slack sdk'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
