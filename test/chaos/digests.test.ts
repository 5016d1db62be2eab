import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { DateTime } from 'luxon';
import { expect, it, onTestFinished } from 'vitest';
import type { Weekday } from '#domain/clocks.ts';
import { mondayOfWeek, type WeekId, weekOf } from '#domain/weeks.ts';
import { APP, COMPANY, CREDENTIALS, TEAM_ID } from '#playground/company/company.ts';
import { type LocalSlack, startLocalSlack } from '#playground/slack/start-local-slack.ts';
import { readManifestFile } from '#playground/start-playground.ts';
import { type ChaosProcess, runApp } from '#test/support/chaos-process.ts';
import { chaosSeed, dice as diceFor } from '#test/support/chaos-random.ts';

const LEADS = Array.from({ length: 200 }, (_, index) => `U0LEAD${index}`);
const IT_CHANNEL = 'C0IT';
const KILLS = 6;
const PATIENCE_MS = 90_000;
const DAYS_A_WEEK = 7;

/** The hour that it is in Taipei: a digest of this hour is due, and not late. */
const now = DateTime.now().setZone('Asia/Taipei');
const digest = { day: now.toFormat('ccc').toLowerCase() as Weekday, time: now.toFormat('HH:00') };
const THIS_WEEK = now.toFormat("kkkk-'W'WW") as WeekId;
const LAST_WEEK = weekOf(mondayOfWeek(THIS_WEEK) - DAYS_A_WEEK);

async function openSlack(): Promise<LocalSlack> {
  const people = LEADS.map((id) => ({ id, name: id.toLowerCase(), title: 'Lead', tz: 'Asia/Taipei', locale: 'en-US' }));
  const slack = await startLocalSlack({
    ...{ company: { ...COMPANY, people: [...COMPANY.people, ...people] }, teamId: TEAM_ID, app: APP, ...CREDENTIALS },
    manifest: await readManifestFile(),
  });
  onTestFinished(() => slack.close());
  return slack;
}

async function anApp(slack: LocalSlack): Promise<{ app: ChaosProcess; databaseFile: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'chaos-'));
  const databaseFile = join(folder, 'tandem.db');
  const given = { apiUrl: slack.apiUrl, databaseFile, leaseMs: 3_000, callTimeoutMs: 800, digestEveryMs: 5 };
  const app = runApp({ ...given, leads: { ids: LEADS, digest } }, () => {});
  onTestFinished(async () => {
    await app.end();
    await rm(folder, { recursive: true, force: true });
  });
  await app.ready();
  return { app, databaseFile };
}

const digestsOf = (messages: { text: string }[]) => messages.filter(({ text }) => /week of/.test(text)).length;

it('killed at any moment during a run of 200 digests, each reader has exactly one', {
  timeout: PATIENCE_MS,
}, async () => {
  const seed = chaosSeed();
  const dice = diceFor(seed);
  const slack = await openSlack();
  const { app, databaseFile } = await anApp(slack);
  const db = new Database(databaseFile);
  onTestFinished(() => db.close());
  const one = (sql: string): number => Number(Object.values(db.prepare(sql).get() as object)[0]);
  await expect.poll(() => one('select count(*) from digest_run'), { timeout: 10_000 }).toBeGreaterThan(LEADS.length);
  slack.faults.sometimes('chat.postMessage', 'loseReply', { probability: 0.03, seed });
  // Everybody's digest is due now.
  db.prepare('update digest_run set last_week = ?, next_at = 0').run(LAST_WEEK);

  for (let kill = 0; kill < KILLS; kill += 1) {
    const calls = slack.calls.length + dice.between(1, 60);
    await slack.waitFor(() => slack.calls.length >= calls, 5_000).catch(() => undefined);
    await sleep(dice.between(0, 20));
    await app.killAndRestart();
  }
  slack.faults.clear();
  await app.ready();
  const isDone = () =>
    // Where it is another hour, the digest is due at another time.
    one(`select count(*) from digest_run where last_week < '${THIS_WEEK}' and reader like 'U0LEAD%'`) === 0 &&
    one('select count(*) from outbox where settled_at is null') === 0;
  await expect.poll(isDone, { timeout: 60_000, interval: 50 }).toBe(true);

  const counts = LEADS.map((lead) => digestsOf(slack.dmWith(lead)));
  expect(counts, `CHAOS_SEED=${seed}`).toEqual(LEADS.map(() => 1));
  expect(digestsOf(slack.messagesIn(IT_CHANNEL)), `CHAOS_SEED=${seed}`).toBe(1);
  expect(slack.refusals).toEqual([]);
});
