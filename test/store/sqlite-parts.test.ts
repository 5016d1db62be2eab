import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { UnitId } from '#domain/ids.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import { ANA, aRequest, BEN, MEI, MONDAY, TEAM } from '#test/support/builders.ts';
import { aDatabaseBefore } from './a-database.ts';

const FOLDER = join(import.meta.dirname, '../../migrations/sqlite');
const LEA = 'U0LEA';

const BEFORE_PARTS = 2;

/** A database as the version before the table `part` left it, with one open and one withdrawn request. */
const anOldDatabase = (): string =>
  aDatabaseBefore(BEFORE_PARTS, (db) => {
    const seats = [
      { role: 'it', holders: [ANA], standIns: [BEN] },
      { role: 'budget', holders: [LEA], standIns: [] },
    ];
    const insert = db.prepare(
      `insert into request (team_id, id, number, version, state, body, requester, engineer, unit, submitted_at, delivery,
      event_count, last_hash) values (?, ?, ?, 1, ?, ?, ?, ?, 'marketing', ?, ?, 0, '')`,
    );
    const open = { ...aRequest(), seats };
    const closed = { ...aRequest(), id: 'BUY-2', progress: { state: 'withdrawn', at: MONDAY + 5 } };
    insert.run(TEAM, 'BUY-1', 1, 'deciding', JSON.stringify(open), MEI, ANA, MONDAY, 'd1');
    insert.run(TEAM, 'BUY-2', 2, 'withdrawn', JSON.stringify(closed), MEI, ANA, MONDAY, 'd2');
  });

it('an older database learns who has a part in its requests, and when they were closed', async () => {
  expect(readFileSync(join(FOLDER, '0002_parts.sql'), 'utf8')).toContain('STRICT');
  const store = await openSqliteStore(anOldDatabase());
  onTestFinished(() => store.close());
  const idsWith = async (person: string, openOnly = false) =>
    (await store.requestsWith(TEAM, person as never, { openOnly })).map(({ request }) => request.id);
  for (const person of [MEI, ANA, BEN]) expect(await idsWith(person)).toEqual(['BUY-1', 'BUY-2']);
  expect(await idsWith(MEI, true)).toEqual(['BUY-1']);
  expect(await idsWith(LEA)).toEqual(['BUY-1']);
  const since = (moment: number) => store.requestsOfUnit(TEAM, 'marketing' as UnitId, { since: moment });
  expect(await since(MONDAY + 5)).toHaveLength(2);
  expect(await since(MONDAY + 6)).toHaveLength(1);
});
