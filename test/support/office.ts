import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { TeamId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import { TOOLS } from '#playground/company/catalogue.ts';
import { APP, COMPANY, CREDENTIALS, TEAM_ID } from '#playground/company/company.ts';
import { type LocalSlack, startLocalSlack } from '#playground/slack/start-local-slack.ts';
import { readCompany, readManifestFile } from '#playground/start-playground.ts';
import { openLog } from '#server/log.ts';
import { startTandem, type Tandem } from '../../src/tandem.ts';
import { MONDAY_AT_TEN } from './company.ts';
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
};

/** Tandem's clock: it goes on by itself, and can be moved ahead. Workers notice within a second. */
export type Clock = { now(): number; forward(ms: number): void };

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
  const { mode = 'http', logLevel = 'info', rateLimits = false, callTimeoutMs } = options;
  const folder = await mkdtemp(join(tmpdir(), 'tandem-'));
  const databaseFile = join(folder, 'tandem.db');
  const slack = await startLocalSlack({
    ...{ company: COMPANY, teamId: TEAM_ID, app: APP, ...CREDENTIALS, rateLimits },
    manifest: await readManifestFile(),
  });
  const logged: string[] = [];
  const clock = aClock(MONDAY_AT_TEN);
  const company = await companyFor(options);
  const tandem = await startTandem({
    slack: { apiUrl: slack.apiUrl, botToken: CREDENTIALS.botToken, ...access(mode) },
    ...{ databaseFile, port: 0, log: openLog(logLevel, { write: (line) => void logged.push(line) }) },
    readOrganisation: async () => company,
    now: clock.now,
    ...(callTimeoutMs && { callTimeoutMs }),
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

function aClock(start: number): Clock {
  let ahead = start - Date.now();
  return {
    now: () => Date.now() + ahead,
    forward: (ms) => {
      ahead += ms;
    },
  };
}
