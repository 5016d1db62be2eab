import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startLocalSlack } from '#playground/slack/start-local-slack.ts';
import { BO, MIA, MKT, openOffice, optionsFor } from './office.ts';

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-slack-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'not-there-yet', 'slack.json');
}

describe('the data file', () => {
  it('brings everything back after a restart, and ids go on where they were', async () => {
    const dataFile = aFile();
    const before = await startLocalSlack({ ...optionsFor(), dataFile });
    const said = await before.person(MIA).say(MKT, 'parent');
    const threadTs = (said.ok && said.ts) || '';
    await before.person(BO).say(MKT, 'reply', { threadTs });
    await before.person(MIA).act({ type: 'createChannel', name: 'new', isPrivate: false });
    await before.person(BO).act({ type: 'setLocale', locale: 'ja-JP' });
    const dmId = before.dmIdWith(MIA);
    await before.close();

    const { slack, api } = await openOffice({ dataFile });
    expect(slack.thread(MKT, threadTs).map(({ text }) => text)).toEqual(['parent', 'reply']);
    expect(slack.dmIdWith(MIA)).toBe(dmId);
    const sees = slack.person(MIA).sees();
    expect(sees.conversations.map(({ name }) => name)).toContain('new');
    expect(sees.people.find(({ id }) => id === BO)).toMatchObject({ locale: 'ja-JP' });
    const next = await api('chat.postMessage', { channel: MKT, text: 'next', thread_ts: threadTs });
    expect(next.ts > threadTs).toBe(true);
    expect(slack.thread(MKT, threadTs)).toHaveLength(3);
  });

  it('is written soon, so that a kill loses little', async () => {
    const dataFile = aFile();
    const script = `
      import { startLocalSlack } from '#playground/slack/start-local-slack.ts';
      const slack = await startLocalSlack(${JSON.stringify({ ...optionsFor(), dataFile })});
      await slack.person('${MIA}').say('${MKT}', 'before the kill');
      setTimeout(() => process.kill(process.pid, 'SIGKILL'), 600);`;
    const signal = await new Promise((resolve) => {
      const child = execFile(process.execPath, ['--input-type=module', '-e', script], { cwd: process.cwd() });
      child.on('exit', (_code, by) => resolve(by));
    });
    expect(signal).toBe('SIGKILL');
    const { slack } = await openOffice({ dataFile });
    expect(slack.messagesIn(MKT)).toMatchObject([{ text: 'before the kill' }]);
  });

  it('that holds something else is refused, not overwritten', async () => {
    const dataFile = aFile();
    mkdirSync(dirname(dataFile));
    writeFileSync(dataFile, 'not ours');
    await expect(startLocalSlack({ ...optionsFor(), dataFile })).rejects.toThrow('does not hold');
    expect(readFileSync(dataFile, 'utf8')).toBe('not ours');
  });
});

describe('closing', () => {
  it('leaves nothing running: the process ends by itself, though calls, pages and retries were under way', async () => {
    const script = `
      import { createServer } from 'node:http';
      import { startLocalSlack } from '#playground/slack/start-local-slack.ts';
      const app = createServer(() => {}).listen(0, '127.0.0.1');
      await new Promise((resolve) => app.once('listening', resolve));
      const appUrl = 'http://127.0.0.1:' + app.address().port;
      const slack = await startLocalSlack({ ...${JSON.stringify(optionsFor())}, appUrl, eventRetryDelaysMs: [60_000] });
      const page = await fetch(slack.url + '/local/events?as=${MIA}');
      page.text().catch(() => {});
      const saying = slack.person('${MIA}').say('${MKT}', 'x');
      await new Promise((resolve) => app.once('request', resolve));
      await slack.close();
      await saying;
      app.closeAllConnections();
      app.close();
      process.stdout.write('closed');`;
    const said = await new Promise((resolve, reject) => {
      execFile(process.execPath, ['--input-type=module', '-e', script], { timeout: 10_000 }, (error, out, err) =>
        error ? reject(new Error(err)) : resolve(out),
      );
    });
    expect(said).toBe('closed');
  });
});
