import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Instant, RequestId, TeamId } from '#domain/ids.ts';
import type { Message } from '#domain/outcome.ts';
import { toJson } from '../canonical-json.ts';
import { outbox, request } from '../schema/sqlite.ts';
import type { Thread } from '../store.ts';
import type { Commits } from './commit.ts';
import type { Sqlite } from './connect.ts';
import { given, inserter } from './statements.ts';

type Row = typeof outbox.$inferSelect;
type Place = { team: TeamId; request: RequestId; at: Instant };

const newRow = (team: TeamId, of: RequestId | null, message: Message, at: Instant): Row => ({
  id: randomUUID(),
  teamId: team,
  requestId: of,
  position: 1,
  kind: message.kind,
  message: toJson(message),
  onceKey: null,
  attempts: 0,
  unsure: false,
  dueAt: at,
  leasedUntil: null,
  createdAt: at,
  settledAt: null,
  error: null,
});

/** Whether Slack cannot have seen it yet, so that it will show what was changed after it was stored as well. */
const isUntried = (row: Row): boolean => row.attempts === 0 && !row.unsure && row.leasedUntil === null;

function statements(db: Sqlite) {
  const ofTeam = eq(outbox.teamId, sql.placeholder('team'));
  const waiting = and(ofTeam, eq(outbox.requestId, sql.placeholder('request')), isNull(outbox.settledAt));
  return {
    insert: inserter(db, outbox),
    first: db.select().from(outbox).where(waiting).orderBy(asc(outbox.position)).limit(1).prepare(),
    last: db.select().from(outbox).where(waiting).orderBy(desc(outbox.position)).limit(1).prepare(),
    makeRoom: db
      .update(outbox)
      .set({ position: sql`${outbox.position} + ${sql.placeholder('count')}` })
      .where(and(waiting, gt(outbox.position, sql.placeholder('after'))))
      .prepare(),
    setDue: db
      .update(outbox)
      .set({ dueAt: given('dueAt') })
      .where(and(ofTeam, eq(outbox.id, sql.placeholder('id'))))
      .prepare(),
    setThread: db
      .update(request)
      .set({ threadChannel: given('channel'), threadTs: given('ts') })
      .where(and(eq(request.teamId, sql.placeholder('team')), eq(request.id, sql.placeholder('request'))))
      .prepare(),
  };
}

/**
 * The order of a request's messages. Only the first unsettled row of a request has `dueAt`; every function here
 * leaves it so, and claiming need not look at the rows behind.
 */
export function messageQueue(db: Sqlite, commits: Commits) {
  const rows = statements(db);

  /** A message at the end. A card that waits there untried will show this change too: then undefined. */
  function putLast({ team, request, at }: Place, message: Message): Row | undefined {
    const end = rows.last.get({ team, request });
    if (message.kind === 'card-changed' && end?.kind === 'card-changed' && isUntried(end)) return undefined;
    const row = newRow(team, request, message, at);
    return end ? { ...row, position: end.position + 1, dueAt: null } : row;
  }

  /** Until a thread is open nothing else can be said, and what waits is for the new thread. */
  function putFirst({ team, request, at }: Place, message: Message): Row {
    rows.setThread.run({ team, request, channel: null, ts: null });
    const row = newRow(team, request, message, at);
    const displaced = rows.first.get({ team, request });
    if (!displaced) return row;
    rows.makeRoom.run({ team, request, after: displaced.position - 1, count: 1 });
    rows.setDue.run({ team, id: displaced.id, dueAt: null });
    // A row that somebody is sending goes out alone: wait for that lease.
    return { ...row, position: displaced.position, dueAt: Math.max(at, displaced.leasedUntil ?? 0) };
  }

  return {
    /** Puts messages at the end, a `thread-opened` at the front. */
    append(place: Place, messages: Message[]): void {
      for (const message of messages) {
        const row = message.kind === 'thread-opened' ? putFirst(place, message) : putLast(place, message);
        if (!row) continue;
        rows.insert(row);
        commits.noteNews();
      }
    },

    /** Puts messages where this row was, in order. */
    replace(row: Row, at: Instant, instead: Message[]): void {
      if (instead.length === 0) return;
      const { teamId: team, requestId: request, position } = row;
      if (request) rows.makeRoom.run({ team, request, after: position, count: instead.length });
      for (const [index, message] of instead.entries()) {
        if (request && message.kind === 'thread-opened') rows.setThread.run({ team, request, channel: null, ts: null });
        rows.insert({
          ...newRow(team, request, message, at),
          position: position + 1 + index,
          dueAt: request ? null : at,
        });
      }
      commits.noteNews();
    },

    /** Lets the first row go, after the row before it was settled or a lease in its way was given back. */
    wake(team: TeamId, request: RequestId, at: Instant): void {
      const head = rows.first.get({ team, request });
      if (head && (head.dueAt === null || head.leasedUntil === null))
        rows.setDue.run({ team, id: head.id, dueAt: Math.max(at, head.leasedUntil ?? 0) });
    },

    setThread(team: TeamId, request: RequestId, { channel, ts }: Thread): void {
      rows.setThread.run({ team, request, channel, ts });
    },

    newRow,
  };
}

export type MessageQueue = ReturnType<typeof messageQueue>;
