import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Organisation } from '#domain/organisation.ts';
import { APP, COMPANY, CREDENTIALS, TEAM_ID } from '#playground/company/company.ts';
import { type LocalSlack, startLocalSlack } from '#playground/slack/start-local-slack.ts';
import { readCompany, readManifestFile } from '#playground/start-playground.ts';
import { openLog } from '#server/log.ts';
import { startTandem, type Tandem } from '../../src/tandem.ts';

export type OfficeOptions = {
  mode?: 'http' | 'socket';
  /** Changes the made-up company's org file for one test. */
  org?: (org: Organisation) => Organisation;
  logLevel?: string;
  rateLimits?: boolean;
};

/** A company at work: the real Bolt app on a real database, and a local Slack with people in it. */
export type Office = {
  slack: LocalSlack;
  tandem: Tandem;
  /** Every line of the log so far. */
  logged: string[];
  databaseFile: string;
};

/** Opens an office for one test, and closes it after that test. */
export async function openOffice({
  mode = 'http',
  org = (same) => same,
  logLevel = 'info',
  ...more
}: OfficeOptions = {}): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-'));
  const databaseFile = join(folder, 'tandem.db');
  const slack = await startLocalSlack({
    ...{ company: COMPANY, teamId: TEAM_ID, app: APP, ...CREDENTIALS },
    manifest: await readManifestFile(),
    ...more,
  });
  const logged: string[] = [];
  const { botToken, appToken, signingSecret } = CREDENTIALS;
  const access = mode === 'socket' ? ({ mode, appToken } as const) : ({ mode, signingSecret } as const);
  const company = org(await readCompany());
  const tandem = await startTandem({
    slack: { apiUrl: slack.apiUrl, botToken, ...access },
    ...{ databaseFile, port: 0, log: openLog(logLevel, { write: (line) => void logged.push(line) }) },
    readOrganisation: async () => company,
  });
  if (mode === 'http') slack.setAppUrl(`http://127.0.0.1:${tandem.port}`);
  onTestFinished(async () => {
    await tandem.stop();
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { slack, tandem, logged, databaseFile };
}
