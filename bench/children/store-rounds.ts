/** Submissions stored through the store and by hand, in turns, on databases that are alike. Tells the parent how many a second. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { argv } from 'node:process';
import Client from 'better-sqlite3';
import { requestId } from '#domain/ids.ts';
import { submit } from '#domain/submit.ts';
import { readCompany } from '#playground/start-playground.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import type { Store, SubmitContext } from '#store/store.ts';
import { anIntake, MEI, TEAM } from '#test/support/builders.ts';

const ROUNDS = 45;
const SUBMISSIONS_A_ROUND = 64;
/** Submissions under way at the same time, when there are many. */
const AT_ONCE = 16;
const MS_PER_SECOND = 1_000;

const folder = String(argv[2]);
const org = await readCompany();

/** The domain's answer is made once, so that only storing it is measured. */
const decided = submit(
  { id: requestId(1), team: TEAM, requester: MEI, intake: anIntake(), at: Date.now(), away: new Set() },
  org,
  new Map(),
);
if (!decided.ok) throw new Error(`The bench is refused: ${decided.refusal.code}`);
const open = ({ id }: SubmitContext) => ({ ...decided, request: { ...decided.request, id } });

const throughStore = async (store: Store): Promise<void> => {
  await store.submit(TEAM, `view:${randomUUID()}`, open);
};

type Row = Record<string, unknown>;

const TABLES = ['installation', 'desk', 'request', 'part', 'fact', 'event', 'outbox', 'timer'] as const;
type Table = (typeof TABLES)[number];

/** Columns that hold JSON: whoever stores a submission has values and makes text of them. */
const JSON_COLUMNS: Partial<Record<Table, string>> = { request: 'body', event: 'detail', outbox: 'message' };

/** What one submission left in a table, its JSON read. */
function rowsOf(client: Client, table: Table): Row[] {
  const column = JSON_COLUMNS[table];
  const read = (row: Row): Row => (column ? { ...row, [column]: JSON.parse(String(row[column])) } : row);
  return (client.prepare(`select * from ${table}`).all() as Row[]).map(read);
}

/** A prepared insert with a name for each column, and `more` after it. */
function inserter(client: Client, table: Table, [first = {}]: Row[], more = '') {
  const names = Object.keys(first);
  const quoted = names.map((name) => `"${name}"`).join();
  const values = names.map((name) => `@${name}`).join();
  return client.prepare(`insert into "${table}" (${quoted}) values (${values}) ${more}`);
}

/** Inserts these rows of a table again, with what is other about them, in the shortest way that the driver has. */
function inserting(client: Client, table: Table, other: (submission: Submission) => Row, more?: string) {
  const rows = rowsOf(client, table);
  const insert = inserter(client, table, rows, more);
  const column = JSON_COLUMNS[table];
  return (submission: Submission) => {
    for (const row of rows) {
      const written = column ? { [column]: JSON.stringify(row[column]) } : {};
      insert.run({ ...row, ...written, ...other(submission) });
    }
  };
}

type Submission = { number: number; id: string };

/** The same rows once more, with ids of their own. Statements are prepared once, and a submission is one transaction. */
function byHand(client: Client): () => void {
  const puts = [
    inserting(client, 'request', ({ id, number }) => ({ id, number, delivery: `view:${randomUUID()}` })),
    inserting(
      client,
      'installation',
      ({ number }) => ({ next_request_number: number + 1 }),
      'on conflict (team_id) do update set next_request_number = excluded.next_request_number',
    ),
    inserting(client, 'part', ({ id }) => ({ request_id: id })),
    inserting(client, 'fact', ({ id }) => ({ request_id: id })),
    inserting(client, 'event', ({ id }) => ({ request_id: id })),
    inserting(
      client,
      'desk',
      () => ({}),
      'on conflict (team_id, engineer) do update set open_requests = open_requests + 1',
    ),
    inserting(client, 'outbox', ({ id }) => ({ request_id: id, id: randomUUID() })),
    inserting(client, 'timer', ({ id }) => ({ request_id: id, id: randomUUID() })),
  ];
  let number = 1;
  return client.transaction(() => {
    number += 1;
    for (const put of puts) put({ number, id: `BUY-${number}` });
  }).immediate;
}

/** A database with one submission in it. */
async function seeded(name: string): Promise<Store> {
  const store = await openSqliteStore(`file:${join(folder, name)}`);
  await throughStore(store);
  return store;
}

const one = await seeded('one.db');
const many = await seeded('many.db');
await (await seeded('hand.db')).close();
const client = new Client(join(folder, 'hand.db'));
for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'recursive_triggers = ON']) {
  client.pragma(pragma);
}
const storeByHand = byHand(client);

async function perSecond(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (SUBMISSIONS_A_ROUND / (performance.now() - startedAt)) * MS_PER_SECOND;
}

async function times(count: number, work: () => Promise<void>): Promise<void> {
  for (let done = 0; done < count; done += 1) await work();
}

export type StoreRound = { hand: number; one: number; many: number };

for (let round = 0; round < ROUNDS; round += 1) {
  const result: StoreRound = {
    hand: await perSecond(() => times(SUBMISSIONS_A_ROUND, async () => storeByHand())),
    one: await perSecond(() => times(SUBMISSIONS_A_ROUND, () => throughStore(one))),
    many: await perSecond(() =>
      times(SUBMISSIONS_A_ROUND / AT_ONCE, async () => {
        await Promise.all(Array.from({ length: AT_ONCE }, () => throughStore(many)));
      }),
    ),
  };
  process.send?.(result);
}
await Promise.all([one.close(), many.close()]);
client.close();
