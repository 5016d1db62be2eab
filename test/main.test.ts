import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { APP, COMPANY, CREDENTIALS, TEAM_ID } from '#playground/company/company.ts';
import { startLocalSlack } from '#playground/slack/start-local-slack.ts';
import { readManifestFile } from '#playground/start-playground.ts';
import { startChild } from '#test/support/child.ts';
import { completion, standInModel } from '#test/support/stand-in-model.ts';
import { aDoubtfulMessage } from '#test/support/talk.ts';

const { botToken, appToken, signingSecret } = CREDENTIALS;
const EXAMPLE = join(import.meta.dirname, '../src/playground/company/org.yml');

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function aSlack() {
  const company = { company: COMPANY, teamId: TEAM_ID, app: APP, ...CREDENTIALS };
  const slack = await startLocalSlack({ ...company, manifest: await readManifestFile() });
  onTestFinished(() => slack.close());
  return slack;
}

describe('a start that cannot work', () => {
  it('names everything that is wrong at once and ends with 78', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, 'org.yml'), 'workspace: { langauge: en }\n');
    const child = startChild(folder, {
      SLACK_BOT_TOKEN: 'xoxp-1-planted-secret',
      SLACK_APP_TOKEN: appToken,
      PORT: 'many',
    });
    expect(await child.exited).toBe(78);
    for (const where of ['SLACK_BOT_TOKEN', 'PORT', 'org.yml:1']) expect(child.said()).toContain(where);
    expect(child.said()).not.toContain('planted-secret');
  });

  it('says what is missing when production has no tokens', async () => {
    const child = startChild(await aFolder(), { NODE_ENV: 'production' });
    expect(await child.exited).toBe(78);
    expect(child.said()).toContain('SLACK_BOT_TOKEN');
  });

  it('says that Slack does not know the token', async () => {
    const [folder, slack] = [await aFolder(), await aSlack()];
    await writeFile(join(folder, 'org.yml'), await readFile(EXAMPLE, 'utf8'));
    const env = {
      SLACK_BOT_TOKEN: 'xoxb-another',
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
      PORT: '0',
    };
    const child = startChild(folder, env);
    expect(await child.exited).toBe(78);
    expect(child.said()).toContain('invalid_auth');
    expect(child.said()).not.toContain('xoxb-another');
  });
});

describe('a start against Slack', () => {
  it('connects, reads the org file again on SIGHUP, and ends with 0 on SIGTERM', async () => {
    const [folder, slack] = [await aFolder(), await aSlack()];
    const orgFile = join(folder, 'org.yml');
    const example = await readFile(EXAMPLE, 'utf8');
    await writeFile(orgFile, example.replace('[U0IAN]', '[ian@example.com]'));
    const env = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slack.apiUrl, PORT: '0' };
    const child = startChild(folder, env);
    await child.says('ready');

    await writeFile(orgFile, example.replace('name: Sales', 'name: Selling'));
    child.process.kill('SIGHUP');
    await child.says('The org file is read again.');
    await slack.person('U0MIA').command('C0GENERAL', '/buy-tool');
    const modal = await slack.waitFor(() => slack.modalsOf('U0MIA')[0]);
    expect(JSON.stringify(modal)).toContain('Selling');

    await writeFile(orgFile, 'it: nothing\n');
    child.process.kill('SIGHUP');
    await child.says('The org file as it was stays in force.');
    child.process.kill('SIGTERM');
    expect(await child.exited).toBe(0);
  });
});

describe('a start without tokens', () => {
  it('opens the playground, on the next free port when its own is taken, and keeps its data', async () => {
    const folder = await aFolder();
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, resolve));
    onTestFinished(() => void blocker.close());
    const taken = (blocker.address() as { port: number }).port;

    const first = startChild(folder, { PORT: String(taken) });
    await first.says('playground is ready');
    expect(first.said()).toContain(`Port ${taken} is taken`);
    const url = /http:\/\/\S+/.exec(first.said())?.[0] ?? '';
    const act = { as: 'U0MIA', act: { type: 'say', channelId: 'C0GENERAL', text: 'still here?' } };
    await fetch(`${url}/local/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    });
    first.process.kill('SIGTERM');
    expect(await first.exited).toBe(0);

    const seen = async (args: string[]) => {
      const child = startChild(folder, { PORT: '0' }, args);
      await child.says('playground is ready');
      const page = /http:\/\/\S+/.exec(child.said())?.[0] ?? '';
      const state = await (await fetch(`${page}/local/state?as=U0MIA`)).text();
      child.process.kill('SIGTERM');
      await child.exited;
      return state.includes('still here?');
    };
    expect(await seen([])).toBe(true);
    expect(await seen(['--reset'])).toBe(false);
  });
});

describe('a second opinion that is configured', () => {
  async function anEndpoint() {
    const endpoint = await standInModel((response) => response.end(completion('no')));
    const env = { LISTENING_LLM_URL: endpoint.url, LISTENING_LLM_KEY: 'planted-key', LISTENING_LLM_MODEL: 'stand-in' };
    return { endpoint, env: { ...env, PORT: '0', LOG_LEVEL: 'debug' } };
  }

  it('is asked by a start against Slack, and its key is never said', async () => {
    const [folder, slack, { endpoint, env }] = [await aFolder(), await aSlack(), await anEndpoint()];
    await writeFile(join(folder, 'org.yml'), await readFile(EXAMPLE, 'utf8'));
    const access = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slack.apiUrl };
    const child = startChild(folder, { ...env, ...access });
    await child.says('ready');
    await slack.person('U0MIA').say('C0GENERAL', aDoubtfulMessage());
    const [question] = await slack.waitFor(() => endpoint.questions[0] && endpoint.questions, 10_000);
    expect(question?.headers.authorization).toBe('Bearer planted-key');
    expect(question?.body.model).toBe('stand-in');
    expect(child.said()).not.toContain('planted-key');
  });

  it('is asked by the playground too', async () => {
    const [folder, { endpoint, env }] = [await aFolder(), await anEndpoint()];
    const child = startChild(folder, env);
    await child.says('playground is ready');
    const act = { as: 'U0MIA', act: { type: 'say', channelId: 'C0GENERAL', text: aDoubtfulMessage() } };
    const url = /http:\/\/\S+/.exec(child.said())?.[0] ?? '';
    const headers = { 'content-type': 'application/json' };
    await fetch(`${url}/local/act`, { method: 'POST', headers, body: JSON.stringify(act) });
    await vi.waitFor(() => expect(endpoint.shown()).toEqual([aDoubtfulMessage()]), 10_000);
  });
});
