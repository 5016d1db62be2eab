import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { factOf } from '#domain/fact.ts';
import { figuresOf } from '#domain/figures.ts';
import { requestId, type UnitId } from '#domain/ids.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import { sqlitePath } from '#store/sqlite/connect.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import { ANA, accepted, anIntake, aRequest, MEI, MONDAY, TEAM } from '#test/support/builders.ts';
import { aDatabaseBefore, aDatabaseUrl } from './a-database.ts';

const FOLDER = join(import.meta.dirname, '../../migrations/sqlite');
const BEFORE_FACTS = 4;
const PERIOD = { from: MONDAY, to: MONDAY + 10 };

const intake = anIntake({ yearlyCost: { minor: 500, currency: 'USD' }, stage: 'bought', funding: 'it' });
const OLD: PurchaseRequest[] = [
  aRequest(),
  aRequest({ intake: anIntake({ restricted: true, unit: 'sales' as UnitId }) }),
  aRequest({ intake, progress: { state: 'withdrawn', at: MONDAY + 5 } }),
  aRequest({ intake, progress: { state: 'expired', at: MONDAY + 5 } }),
  ...(['approved', 'approved_with_conditions', 'pilot', 'reuse', 'declined'] as const).map((decision) =>
    aRequest({ intake, firstResponse: { by: ANA, at: MONDAY }, progress: { state: 'decided', decision, at: MONDAY } }),
  ),
  aRequest({
    intake: anIntake({ yearlyCost: { minor: 900, currency: 'TWD' } }),
    progress: { state: 'decided', decision: 'approved', at: MONDAY },
  }),
].map((request, index) => ({ ...request, id: requestId(index + 1) }));

/** A database as the version before the table `fact` left it. */
const anOldDatabase = (): string =>
  aDatabaseBefore(BEFORE_FACTS, (db) => {
    const insert = db.prepare(
      `insert into request (team_id, id, number, version, state, body, requester, engineer, unit, submitted_at, closed_at,
      delivery, event_count, last_hash) values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, 0, '')`,
    );
    for (const [index, request] of OLD.entries()) {
      const { id, progress, intake, submittedAt } = request;
      const closedAt = 'at' in progress ? progress.at : null;
      const columns = [progress.state, JSON.stringify(request), MEI, ANA, intake.unit, submittedAt, closedAt];
      insert.run(TEAM, id, index + 1, ...columns, `d${index}`);
    }
  });

it('an older database learns the facts of its requests, as the domain tells them', async () => {
  expect(readFileSync(join(FOLDER, '0004_facts.sql'), 'utf8')).toContain('STRICT');
  const store = await openSqliteStore(anOldDatabase());
  onTestFinished(() => store.close());
  const facts = OLD.map(factOf);
  const marketing = 'marketing' as UnitId;
  const asTold = figuresOf(
    facts.filter(({ unit }) => unit === marketing),
    PERIOD,
    'USD',
  );
  expect(await store.figures(TEAM, [marketing], [PERIOD], 'USD')).toEqual([asTold]);
  expect(await store.figures(TEAM, 'all', [PERIOD], 'USD')).toEqual([figuresOf(facts, PERIOD, 'USD')]);
  expect(asTold).toMatchObject({
    committed: { it: { minor: 1_000, known: 2, unknown: 0 }, unit: { known: 0, unknown: 1 } },
    answer: { unknown: 5 },
    decision: { unknown: 6 },
  });
  for (const { id } of OLD) await store.change(TEAM, id, (request) => accepted({ ...request, reopened: 1 }));
  expect(await store.figures(TEAM, [marketing], [PERIOD], 'USD')).toEqual([asTold]);
});

it('the index that serves all units at once holds every column, so that the table is not read', async () => {
  const url = aDatabaseUrl();
  await (await openSqliteStore(url)).close();
  const db = new Database(sqlitePath(url) ?? '', { readonly: true });
  onTestFinished(() => db.close());
  const index = db.prepare("select sql from sqlite_master where name = 'fact_ended'").get() as { sql: string };
  const columns = db.prepare("select name from pragma_table_info('fact')").raw().all().flat();
  expect(columns.filter((name) => !index.sql.includes(`\`${name}\``))).toEqual([
    'request_id',
    'tool',
    'runs_out',
    'runs_out_on',
  ]);
});
