import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readRequestId } from '#domain/ids.ts';
import { sqlitePath } from '#store/sqlite/connect.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import { accepted, anEvent, aStoredRequest, asked, CHANNEL, MEI, submitted, TEAM } from '#test/support/builders.ts';
import { aDatabaseUrl } from './a-database.ts';

const SUBMIT_FOREVER = fileURLToPath(new URL('./submit-forever.ts', import.meta.url));
const OPEN_AND_CLOSE = fileURLToPath(new URL('./open-and-close.ts', import.meta.url));

/** The file as another program sees it. */
function raw(url: string): Database {
  const db = new Database(sqlitePath(url) ?? '');
  onTestFinished(() => db.close());
  return db;
}

describe('a database file', () => {
  it('still has everything after it was closed and opened again', async () => {
    const url = aDatabaseUrl();
    const before = await openSqliteStore(url);
    const messages = [{ kind: 'thread-opened' } as const, asked('why')];
    const timers = [{ kind: 'decision-due', dueAt: 7 } as const];
    const { id } = await aStoredRequest(before, { messages, timers });
    const thread = { channel: CHANNEL, ts: '1.0' };
    await before.delivered((await before.claim(Date.now(), 1, { prompt: 1, bulk: 1 }))[0]?.id ?? '', 1, thread);
    await before.submit(TEAM, 'view:V1', submitted());
    await before.change(TEAM, id, (request) => accepted(request, { events: [anEvent({ type: 'asked' })] }), 'action:A');
    await before.remember(TEAM, MEI, { unit: 'marketing' });
    await before.firstSight(TEAM, 'event:Ev1', 10);
    const stored = await before.find(TEAM, id);
    await before.close();

    const after = await openSqliteStore(url);
    onTestFinished(() => after.close());
    expect(await after.find(TEAM, id)).toStrictEqual(stored);
    expect(stored).toMatchObject({ version: 2, thread });
    expect(await after.eventsOf(TEAM, id)).toHaveLength(2);
    expect(await after.claim(Date.now(), 1, { prompt: 10, bulk: 10 })).toMatchObject([{ message: asked('why') }]);
    expect(await after.claimTimers(7, 8, 10)).toMatchObject([{ request: id, ...timers[0] }]);
    expect(await after.submit(TEAM, 'view:V1', submitted())).toMatchObject({ repeated: true });
    expect(await after.change(TEAM, id, (request) => accepted(request), 'action:A')).toMatchObject({ repeated: true });
    expect(await after.preferences(TEAM, MEI)).toEqual({ unit: 'marketing' });
    expect(await after.firstSight(TEAM, 'event:Ev1', 11)).toBe(false);
    expect((await aStoredRequest(after)).id).toBe('BUY-3');
  });

  it('has everything that was acknowledged before the process was killed', async () => {
    const url = aDatabaseUrl();
    const child = spawn(process.execPath, [SUBMIT_FOREVER, url]);
    const acknowledged: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      acknowledged.push(line);
      if (acknowledged.length === 30) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');

    const store = await openSqliteStore(url);
    onTestFinished(() => store.close());
    for (const line of acknowledged) {
      const id = readRequestId(line);
      expect(id && (await store.find(TEAM, id)), line).toBeDefined();
    }
    const stored = await store.requestsOf(TEAM, MEI, 100_000);
    expect(stored.length).toBeGreaterThanOrEqual(30);
    expect(await store.waiting()).toBe(stored.length);
    expect(await store.verifyAudit()).toEqual({ sound: true, rows: stored.length });
  });

  it('is made and used by processes that start at the same time', async () => {
    const url = aDatabaseUrl();
    const starts = Array.from({ length: 3 }, () => promisify(execFile)(process.execPath, [OPEN_AND_CLOSE, url]));
    const ids = (await Promise.all(starts)).map(({ stdout }) => stdout);
    expect(ids.toSorted()).toEqual(['BUY-1', 'BUY-2', 'BUY-3']);
  });

  it('is refused when a newer Tandem wrote it', async () => {
    const url = aDatabaseUrl();
    await (await openSqliteStore(url)).close();
    raw(url).exec("insert into __drizzle_migrations values ('from the future', 99999999999999)");
    await expect(openSqliteStore(url)).rejects.toThrow('newer Tandem');
  });

  it('must be a file', async () => {
    await expect(openSqliteStore('postgres://localhost/tandem')).rejects.toThrow('file:');
  });
});
