import type { FetchFunction, WebClient } from '@slack/web-api';
import type { TeamId, UserId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import type { DigestSchedule } from '#features/digest/digest.schedule.ts';
import type { SecondOpinion } from '#features/listening/hear.ts';
import type { People } from '#slack/people.ts';
import type { Store, Thread } from '#store/store.ts';
import type { WhoIsHere } from './availability.ts';
import type { Reader } from './reader.ts';
import type { Logger } from './server/log.ts';

/** How Slack reaches us, and with which token we reach it. */
export type SlackAccess = { apiUrl: string; botToken: string } & (
  | { mode: 'socket'; appToken: string }
  | { mode: 'http'; signingSecret: string }
);

export type TandemOptions = {
  slack: SlackAccess;
  databaseFile: string;
  port: number;
  log: Logger;
  /** Reads the org file; people in it may be given by e-mail, which only Slack can resolve. */
  readOrganisation(userByEmail: (email: string) => Promise<UserId | undefined>): Promise<Organisation>;
  now?: () => number;
  /** Asked about messages that the detector finds doubtful. */
  secondOpinion?: SecondOpinion;
  /** How long an outbox row or timer is held by one worker, in milliseconds. */
  leaseMs?: number;
  /** Time between two digests, in milliseconds. */
  digestEveryMs?: number;
  /** A single call to Slack, in milliseconds. Three of them fit into a lease. */
  callTimeoutMs?: number;
};

export type Us = { team: TeamId; botId: string; botUserId: string; workspaceUrl: string };

/** What every part of the product is made from. */
export type Parts = TandemOptions & {
  us: Us;
  client: WebClient;
  store: Store;
  people: People;
  here: WhoIsHere;
  reader: Reader;
  org(): Organisation;
  now(): number;
  leaseMs: number;
  digests: DigestSchedule;
  fetch: FetchFunction;
};

/** Slack's own permalink form; a thread's parent needs no more than its channel and ts. */
export const threadUrlIn =
  ({ workspaceUrl }: Us) =>
  ({ channel, ts }: Thread): string =>
    `${workspaceUrl.replace(/\/$/, '')}/archives/${channel}/p${ts.replace('.', '')}`;

/** For what goes on in the background: told to the log, and false. */
export const whyNot = (log: Logger, what: string) => (error: unknown) => {
  log.error({ err: error }, what);
  return false;
};
