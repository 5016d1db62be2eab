import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { APP, COMPANY, CREDENTIALS, TEAM_ID } from '#playground/company/company.ts';
import { startLocalSlack } from '#playground/slack/start-local-slack.ts';
import { readManifestFile } from '#playground/start-playground.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import { startChild } from '#test/support/child.ts';
import { MARKETING_DECISIONS, MIA } from '#test/support/company.ts';
import { layOutProduction } from '#test/support/production.ts';

const { botToken, signingSecret } = CREDENTIALS;
const EXAMPLE = join(import.meta.dirname, '../src/playground/company/org.yml');
const STOP_WITHIN_MS = 10_000;

let installed = '';
let dist = '';

beforeAll(async () => {
  installed = await mkdtemp(join(tmpdir(), 'tandem-'));
  dist = await layOutProduction(installed);
}, 60_000);
afterAll(() => rm(installed, { recursive: true, force: true }));

async function aSlack() {
  const company = { company: COMPANY, teamId: TEAM_ID, app: APP, ...CREDENTIALS };
  const slack = await startLocalSlack({ ...company, manifest: await readManifestFile() });
  onTestFinished(() => slack.close());
  return slack;
}

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const start = (folder: string, env: Record<string, string>, main = 'main.js', args: string[] = []) =>
  startChild(folder, env, args, join(dist, main));

/** The files that the bundle was made of: the bundler names each before its code. */
async function bundled(): Promise<string[]> {
  const chunks = (await readdir(dist)).filter((name) => name.endsWith('.js'));
  const code = await Promise.all(chunks.map((name) => readFile(join(dist, name), 'utf8')));
  return code.flatMap((text) =>
    [...text.matchAll(/^\/\/ ((?:src|test|bench|node_modules)\/\S+)$/gm)].map(([, path = '']) => path),
  );
}

describe('what is in the bundle', () => {
  it('is the product, and nothing of the playground, the tests or their tools', async () => {
    const paths = await bundled();
    expect(paths).toEqual(
      expect.arrayContaining(['src/main.ts', 'src/tandem.ts', 'src/audit-verify.ts', 'src/listening-export.ts']),
    );
    expect(paths.filter((path) => /^(?:src\/playground|test|bench)\//.test(path))).toEqual([]);
    const tools = /^node_modules\/(?:emulate|vitest|fast-check|playwright-core|@sparticuz|ws|express)\//;
    expect(paths.filter((path) => tools.test(path))).toEqual([]);
  });
});

describe('a bundle without tokens', () => {
  it.each([{}, { NODE_ENV: 'development' }, { NODE_ENV: 'production' }])(
    'says which are missing and ends with 78, given %o',
    async (env) => {
      const child = start(await aFolder(), env);
      expect(await child.exited).toBe(78);
      for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET']) {
        expect(child.said()).toContain(name);
      }
    },
  );
});

describe('a bundle with tokens', () => {
  it('runs a request from command to card, and on SIGTERM leaves the rest in the outbox', async () => {
    const [folder, slack] = [await aFolder(), await aSlack()];
    await copyFile(EXAMPLE, join(folder, 'org.yml'));
    const env = {
      SLACK_BOT_TOKEN: botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
      PORT: '0',
    };
    const child = start(folder, env);
    await child.says('"msg":"ready"');
    const port = /"port":(\d+)/.exec(child.said())?.[1];
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    slack.setAppUrl(`http://127.0.0.1:${port}`);

    const mia = slack.person(MIA);
    await mia.command('C0GENERAL', '/buy-tool Figma');
    await slack.waitFor(() => slack.modalsOf(MIA)[0]);
    // The card goes through, and all after it meets a Slack that is down.
    slack.faults.next('chat.postMessage', 'slow', { delayMs: 1 });
    slack.faults.next('chat.postMessage', 'status500', { times: 1_000 });
    await mia.submit({ outcome: 'Landing pages in two days', unit: 'marketing' });
    await slack.waitFor(() => slack.messagesIn(MARKETING_DECISIONS)[0]);
    await child.says('postponed');

    const askedAt = performance.now();
    child.process.kill('SIGTERM');
    expect(await child.exited).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(STOP_WITHIN_MS);
    const store = await openSqliteStore(`file:${join(folder, 'data/tandem.db')}`);
    onTestFinished(() => store.close());
    expect(await store.waiting()).toBe(3);

    const verify = start(folder, {}, 'audit-verify.js');
    expect(await verify.exited).toBe(0);
    expect(verify.said()).toContain('sound');
  });
});
