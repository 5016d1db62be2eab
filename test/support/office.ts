import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { TeamId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import type { Message } from '#domain/outcome.ts';
import type { SecondOpinion } from '#features/listening/hear.ts';
import { TOOLS } from '#playground/company/catalogue.ts';
import { APP, COMPANY, CREDENTIALS, TEAM_ID } from '#playground/company/company.ts';
import { type LocalSlack, startLocalSlack } from '#playground/slack/start-local-slack.ts';
import { readCompany, readManifestFile } from '#playground/start-playground.ts';
import { openLog } from '#server/log.ts';
import { startTandem, type Tandem } from '../../src/tandem.ts';
import { MIA, MONDAY_AT_TEN } from './company.ts';
import { type Acts, officeActs } from './office-acts.ts';
import { officeSights, type Sights } from './office-sights.ts';
import { openWire, type Wire } from './wire.ts';

export type OfficeOptions = {
  mode?: 'http' | 'socket';
  /** Changes the made-up company's org file for one test. */
  org?: (org: Organisation) => Organisation;
  /** The language of what everyone sees: cards, replies, records. */
  language?: Organisation['workspace']['language'];
  logLevel?: string;
  rateLimits?: boolean;
  /** Longest wait for Slack's answer to one call, in milliseconds. */
  callTimeoutMs?: number;
  /** Asked about doubtful messages. */
  secondOpinion?: SecondOpinion;
};

/** Tandem's clock: it goes on by itself, and can be moved ahead. */
export type Clock = {
  now(): number;
  /** Moves it, and wakes who waits for a time that has come now. */
  forward(ms: number): Promise<void>;
  /** Lets time pass 25 times as fast until the test ends, for what is put off by seconds. */
  hurry(): void;
};

/** A company at work: the real Bolt app on a real database, and a local Slack with people in it. */
export type Office = Acts &
  Sights & {
    slack: LocalSlack;
    tandem: Tandem;
    clock: Clock;
    /** What Slack sends to the app; over HTTP only. */
    wire: Wire;
    /** Every line of the log so far. */
    logged: string[];
    databaseFile: string;
    org: Organisation;
  };

/** Opens an office for one test, on a Monday at ten in Taipei, and closes it after that test. */
export async function openOffice(options: OfficeOptions = {}): Promise<Office> {
  const { mode = 'http', logLevel = 'info', rateLimits = false, callTimeoutMs, secondOpinion } = options;
  const folder = await mkdtemp(join(tmpdir(), 'tandem-'));
  const databaseFile = join(folder, 'tandem.db');
  const slack = await startLocalSlack({
    ...{ company: COMPANY, teamId: TEAM_ID, app: APP, ...CREDENTIALS, rateLimits },
    manifest: await readManifestFile(),
  });
  const logged: string[] = [];
  const moved = movedClock(MONDAY_AT_TEN);
  const company = await companyFor(options);
  const tandem = await startTandem({
    slack: { apiUrl: slack.apiUrl, botToken: CREDENTIALS.botToken, ...access(mode) },
    ...{ databaseFile, port: 0, log: openLog(logLevel, { write: (line) => void logged.push(line) }) },
    readOrganisation: async () => company,
    now: moved.now,
    ...(callTimeoutMs && { callTimeoutMs }),
    ...(secondOpinion && { secondOpinion }),
  });
  const wire = await openWire(`http://127.0.0.1:${tandem.port}`, CREDENTIALS.signingSecret);
  if (mode === 'http') slack.setAppUrl(wire.url);
  for (const tool of TOOLS) await tandem.store.putTool(TEAM_ID as TeamId, tool);
  onTestFinished(async () => {
    await tandem.stop();
    wire.close();
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  });
  const sights = officeSights(slack, tandem);
  const clock = clockFor(tandem, moved);
  return {
    slack,
    tandem,
    clock,
    wire,
    logged,
    databaseFile,
    org: company,
    ...sights,
    ...officeActs(slack, tandem, sights),
  };
}

async function companyFor({ org = (same) => same, language }: OfficeOptions): Promise<Organisation> {
  const company = await readCompany();
  return org(language ? { ...company, workspace: { ...company.workspace, language } } : company);
}

function access(mode: 'http' | 'socket') {
  const { appToken, signingSecret } = CREDENTIALS;
  return mode === 'socket' ? ({ mode, appToken } as const) : ({ mode, signingSecret } as const);
}

function movedClock(start: number): { now(): number; move(ms: number): void } {
  let ahead = start - Date.now();
  return {
    now: () => Date.now() + ahead,
    move: (ms) => {
      ahead += ms;
    },
  };
}

/** Slow enough that a lease of half a minute outlasts a call. */
const STEPS_MS = { every: 20, ahead: 500 };

function clockFor({ store }: Tandem, { now, move }: ReturnType<typeof movedClock>): Clock {
  // News about no request: nothing is said, but workers look what is due.
  const nothing: Message = { kind: 'told', to: MIA, news: { about: 'submitted' } };
  const forward = async (ms: number) => {
    move(ms);
    await store.enqueue(TEAM_ID as TeamId, nothing, now());
  };
  return {
    now,
    forward,
    hurry() {
      const hurrying = setInterval(() => void forward(STEPS_MS.ahead).catch(() => {}), STEPS_MS.every);
      onTestFinished(() => clearInterval(hurrying));
    },
  };
}
