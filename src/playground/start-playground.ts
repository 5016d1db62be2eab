import { mkdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { parse } from 'yaml';
import type { TeamId } from '#domain/ids.ts';
import type { Language, Organisation } from '#domain/organisation.ts';
import { readOrganisation, resolveOrganisation } from '#org/org-file.ts';
import { describeProblems } from '#org/problem.ts';
import type { CatalogueStore } from '#store/store.ts';
import { type MovableClock, movableClock } from './clock.ts';
import { TOOLS } from './company/catalogue.ts';
import { APP, COMPANY, CREDENTIALS, TEAM_ID } from './company/company.ts';
import { servePage } from './serve-page.ts';
import { type LocalSlack, startLocalSlack } from './slack/start-local-slack.ts';

export type Playground = {
  slack: LocalSlack;
  /** Slack's, and to be the bot's too. People move it on the page; kept over restarts. */
  clock: MovableClock;
  org: Organisation;
  credentials: typeof CREDENTIALS;
  databaseFile: string;
  /** Where the bot listens: the wished port, or the next free one. */
  botPort: number;
  /** What the catalogue of the made-up company holds. */
  fill(store: CatalogueStore): Promise<void>;
};

export type PlaygroundOptions = {
  /** The page's port; the bot gets the one after it. Taken ones are passed over. 0: any free ports. */
  port: number;
  /** Where Slack's and the bot's data are kept over restarts. */
  folder: string;
  /** Forgets what was kept. */
  reset: boolean;
  /** What the made-up company speaks in its channels. People keep their own languages. */
  language: Language;
};

/** Starts a local Slack with a made-up company in it, with its page. No network beyond this computer. */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { port, folder, reset, language } = options;
  if (reset) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const pagePort = await freePort(port);
  const clock = movableClock(`${folder}/clock.json`);
  const slack = await startLocalSlack({
    company: COMPANY,
    teamId: TEAM_ID,
    app: APP,
    ...CREDENTIALS,
    manifest: await readManifestFile(),
    port: pagePort,
    clock,
    dataFile: `${folder}/slack.json`,
    servePage,
  });
  return {
    slack,
    clock,
    org: await readCompany(language),
    credentials: CREDENTIALS,
    databaseFile: `${folder}/tandem.db`,
    botPort: await freePort(port === 0 ? 0 : pagePort + 1),
    fill: async (store) => {
      for (const tool of TOOLS) await store.putTool(TEAM_ID as TeamId, tool);
    },
  };
}

/** The app as Slack would know it. */
export const readManifestFile = async (): Promise<unknown> =>
  parse(await readFile(new URL('../../manifest.yml', import.meta.url), 'utf8'));

const ORG_FILES: Record<Language, string> = { en: 'org.yml', 'zh-TW': 'org.zh-tw.yml' };

export async function readCompany(language: Language = 'en'): Promise<Organisation> {
  const text = await readFile(new URL(`./company/${ORG_FILES[language]}`, import.meta.url), 'utf8');
  const read = readOrganisation(text, ORG_FILES[language]);
  const resolved = read.ok ? resolveOrganisation(read.orgFile, new Map()) : read;
  if (!resolved.ok) throw new Error(describeProblems(resolved.problems));
  return resolved.organisation;
}

const PORTS_TRIED_MAX = 50;

/** The first free port from this one on; 0 stays 0, which means any. */
async function freePort(from: number): Promise<number> {
  if (from === 0) return 0;
  for (let port = from; port < from + PORTS_TRIED_MAX; port += 1) if (await isFree(port)) return port;
  throw new Error(`No free port from ${from} to ${from + PORTS_TRIED_MAX - 1}. Set PORT to another one.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}
