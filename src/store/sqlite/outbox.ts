import { and, asc, count, eq, isNull, lte, min, sql } from 'drizzle-orm';
import type { Instant, RequestId, TeamId } from '#domain/ids.ts';
import type { Message } from '#domain/outcome.ts';
import { outbox } from '../schema/sqlite.ts';
import type { OutboxRow, OutboxStore, Room } from '../store.ts';
import type { Commits } from './commit.ts';
import type { Sqlite } from './connect.ts';
import type { MessageQueue } from './queue.ts';
import { given, inserter, unplanned, unplannedLimit } from './statements.ts';

type Row = typeof outbox.$inferSelect;

const LANES = ['prompt', 'bulk'] as const satisfies (keyof Room)[];

const asOutboxRow = (row: Row): OutboxRow => ({
  id: row.id,
  team: row.teamId,
  ...(row.requestId && { request: row.requestId }),
  message: JSON.parse(row.message),
  attempts: row.attempts,
  // A lease that was never given back: whoever had it may have sent it.
  unsure: row.unsure || row.leasedUntil !== null,
  createdAt: row.createdAt,
  bulk: row.bulk,
});

/** The same for what goes at once and for what comes in its turn. */
const inLanes = <Of>(make: (isBulk: boolean) => Of): Record<keyof Room, Of> => ({
  prompt: make(false),
  bulk: make(true),
});

const earliest = (instants: (Instant | null | undefined)[]): Instant | undefined =>
  instants.flatMap((at) => at ?? []).toSorted((one, other) => one - other)[0];

function statements(db: Sqlite) {
  const byId = eq(outbox.id, sql.placeholder('id'));
  const unsettled = isNull(outbox.settledAt);
  return {
    insertOnce: inserter(db, outbox, true),
    find: db.select().from(outbox).where(and(byId, unsettled)).prepare(),
    due: inLanes((isBulk) =>
      db
        .select()
        .from(outbox)
        .where(and(eq(outbox.bulk, isBulk), lte(outbox.dueAt, unplanned('now'))))
        .orderBy(asc(outbox.dueAt), asc(sql`rowid`))
        .limit(unplannedLimit('limit'))
        .prepare(),
    ),
    lease: db
      .update(outbox)
      .set({ leasedUntil: given('until'), dueAt: given('until'), unsure: given('unsure') })
      .where(byId)
      .prepare(),
    settle: db
      .update(outbox)
      .set({ settledAt: given('at'), error: given('error'), dueAt: null, leasedUntil: null })
      .where(byId)
      .prepare(),
    putBack: db
      .update(outbox)
      .set({ dueAt: given('dueAt'), attempts: given('attempts'), unsure: given('unsure'), leasedUntil: null })
      .where(byId)
      .prepare(),
    firstDue: inLanes((isBulk) =>
      db
        .select({ at: min(outbox.dueAt) })
        .from(outbox)
        .where(and(eq(outbox.bulk, isBulk), sql`${outbox.dueAt} is not null`))
        .prepare(),
    ),
    waiting: db.select({ rows: count() }).from(outbox).where(unsettled).prepare(),
  };
}

/**
 * The workers' side of the outbox. Rows are found by their own id, which is unique across workspaces.
 * `threadOpened` is called once a request's new thread is on disk.
 */
export function outboxStore(
  db: Sqlite,
  commits: Commits,
  queue: MessageQueue,
  threadOpened: (team: TeamId, request: RequestId) => void,
): OutboxStore {
  const rows = statements(db);

  function settle(row: Row, at: Instant, error: string | null, instead: Message[]): void {
    rows.settle.run({ id: row.id, at, error });
    queue.replace(row, at, instead);
    if (row.requestId) queue.wake(row.teamId, row.requestId, at);
  }

  return {
    enqueue: (team, message, at, key) =>
      commits.run(() => {
        const row = { ...queue.newRow(team, null, message, at), onceKey: key ?? null };
        if (rows.insertOnce(row)) commits.noteNews();
      }),

    claim: (now, leaseUntil, room) =>
      commits.run(() => {
        const due = LANES.flatMap((lane) => (room[lane] > 0 ? rows.due[lane].all({ now, limit: room[lane] }) : []));
        const leased = due.map(asOutboxRow);
        for (const { id, unsure } of leased) rows.lease.run({ id, until: leaseUntil, unsure: Number(unsure) });
        return leased;
      }),

    async delivered(id, at, receipt) {
      const opened = await commits.run(() => {
        const row = rows.find.get({ id });
        if (!row) return undefined;
        // Behind another thread that is to be opened it is not due, and its place is one that was given up meanwhile.
        const isNew = receipt && row.kind === 'thread-opened' && row.dueAt !== null;
        const request = isNew ? row.requestId : null;
        if (request && receipt) queue.setThread(row.teamId, request, receipt);
        settle(row, at, null, []);
        return request ? { team: row.teamId, request } : undefined;
      });
      if (opened) threadOpened(opened.team, opened.request);
    },

    postpone: (id, until, how) =>
      commits.run(() => {
        const row = rows.find.get({ id });
        if (!row) return;
        const isFirst = row.dueAt !== null;
        const attempts = row.attempts + (how.counts ? 1 : 0);
        rows.putBack.run({ id, dueAt: isFirst ? until : null, attempts, unsure: Number(how.unsure) });
        if (row.requestId && !isFirst) queue.wake(row.teamId, row.requestId, row.createdAt);
      }),

    abandon: (id, at, error, instead) =>
      commits.run(() => {
        const row = rows.find.get({ id });
        if (row) settle(row, at, error, instead);
      }),

    nextDue: async (room) => earliest(LANES.flatMap((lane) => (room[lane] > 0 ? rows.firstDue[lane].get()?.at : []))),
    onNews: commits.onNews,
    waiting: async () => rows.waiting.get()?.rows ?? 0,
  };
}
