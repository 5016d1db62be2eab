import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ChannelId, Instant, UserId } from '#domain/ids.ts';
import { answerNudge, type Heard, type NudgeAnswer, type NudgeSurface } from '#domain/listening.ts';
import { sqlitePath } from '#store/sqlite/connect.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import type { Store } from '#store/store.ts';
import { MEI, MONDAY, OTHER_TEAM, TEAM } from '#test/support/builders.ts';
import { aDatabaseUrl } from './a-database.ts';

const SCRIPT = resolve(import.meta.dirname, '../../src/listening-export.ts');
const COMPANY = resolve(import.meta.dirname, '../../src/playground/company/org.yml');
const HEADER = 'week,channel,asked,home_only,yes,no,never,unanswered,precision\n';

type Ran = { code: unknown; stdout: string; stderr: string };
const run = (env: Record<string, string>, ...args: string[]): Promise<Ran> =>
  new Promise((done) => {
    execFile(process.execPath, [SCRIPT, ...args], { env }, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, stdout, stderr }),
    );
  });

type Said = { answer?: NudgeAnswer; surface?: NudgeSurface; channel?: string; at?: Instant; team?: typeof TEAM };

async function says(store: Store, ts: number, said: Said): Promise<void> {
  const { answer, surface = 'here', channel = 'C0LUNCH', at = MONDAY, team = TEAM } = said;
  const heard: Heard = {
    ...{ team, channel: channel as ChannelId, ts: `${ts}`, author: MEI as UserId, at },
    ...{ stage: 'exploring', tools: ['=Figma,"secret"'] },
  };
  await store.hear(heard, () => ({ ok: true, surface }));
  if (!answer) return;
  await store.changeNudge(team, heard, (nudge, known) =>
    answerNudge(nudge, { is: answer, at }, { ...known, leads: [] }),
  );
}

async function aDatabaseOf(all: Said[]): Promise<string> {
  const url = aDatabaseUrl();
  const store = await openSqliteStore(url);
  for (const [ts, said] of all.entries()) await says(store, ts, said);
  await store.close();
  return url;
}

/** Sunday in UTC, and Monday already in Taipei. */
const EARLY_ON_MONDAY = Date.UTC(2026, 0, 11, 20);

describe('npm run listening:export', () => {
  it('prints each week and channel in numbers, the first week first, and nothing that was said', async () => {
    const url = await aDatabaseOf([
      ...[{ answer: 'yes' }, { answer: 'yes' }, { answer: 'no' }, { answer: 'never' }, { answer: 'never-here' }, {}],
      ...[{ surface: 'home' }, { channel: 'C0HALL' }, { at: EARLY_ON_MONDAY, team: OTHER_TEAM }],
    ] as Said[]);
    const { code, stdout, stderr } = await run({ DATABASE_URL: url, ORG_FILE: COMPANY });
    expect([code, stderr]).toEqual([0, '']);
    const rows = [
      '2026-01-05,C0LUNCH,7,1,2,1,2,2,0.667',
      '2026-01-05,C0HALL,1,0,0,0,0,1,',
      '2026-01-12,C0LUNCH,1,0,0,0,0,1,',
    ];
    expect(stdout).toBe(`${HEADER}${rows.join('\n')}\n`);
  });

  it('takes a database as an argument, and counts in UTC without an org file, which it says aside', async () => {
    const url = await aDatabaseOf([{ at: EARLY_ON_MONDAY, channel: '=1,"C' }]);
    const { code, stdout, stderr } = await run({ ORG_FILE: '/nowhere/org.yml' }, url);
    expect([code, stdout]).toEqual([0, `${HEADER}2026-01-05,1C,1,0,0,0,0,1,\n`]);
    expect(stderr).toContain('UTC');
  });

  it('does not take a missing file for weeks in which nothing was heard', async () => {
    const url = aDatabaseUrl();
    const { code, stdout, stderr } = await run({ DATABASE_URL: url, ORG_FILE: COMPANY });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('There is no database');
    expect(existsSync(sqlitePath(url) ?? '')).toBe(false);
  });
});
