import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Instant, RequestId, TeamId } from '#domain/ids.ts';
import type { Message } from '#domain/outcome.ts';
import { toJson } from '../canonical-json.ts';
import { outbox, request } from '../schema/sqlite.ts';
import type { Thread } from '../store.ts';
import type { Commits } from './commit.ts';
import type { Sqlite } from './connect.ts';
import { given, inserter, unplanned } from './statements.ts';

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
  bulk: false,
});

/** Whether Slack cannot have seen it yet, so that it will show what was changed after it was stored as well. */
const isUntried = (row: Row): boolean => row.attempts === 0 && !row.unsure && row.leasedUntil === null;

function statements(db: Sqlite) {
  const ofTeam = eq(outbox.teamId, unplanned('team'));
  const waiting = and(ofTeam, eq(outbox.requestId, unplanned('request')), isNull(outbox.settledAt));
  return {
    insert: inserter(db, outbox),
    first: db.select().from(outbox).where(waiting).orderBy(asc(outbox.position)).prepare(),
    last: db.select().from(outbox).where(waiting).orderBy(desc(outbox.position)).prepare(),
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

  /** Makes room at the front: until a thread is open nothing else can be said, and what waits is for the new one. */
  function displaceFirst({ team, request, at }: Place): Pick<Row, 'position' | 'dueAt'> | undefined {
    const first = rows.first.get({ team, request });
    if (!first) return undefined;
    rows.makeRoom.run({ team, request, after: first.position - 1, count: 1 });
    rows.setDue.run({ team, id: first.id, dueAt: null });
    // A row that somebody is sending goes out alone: wait for that lease.
    return { position: first.position, dueAt: Math.max(at, first.leasedUntil ?? 0) };
  }

  /** Adds a message behind `end`, the last of its request, and answers which is the last now. */
  function put(place: Place, message: Message, end: Row | undefined): Row {
    const { team, request, at } = place;
    if (message.kind === 'card-changed' && end?.kind === 'card-changed' && isUntried(end)) return end;
    commits.noteNews();
    const row = newRow(team, request, message, at);
    if (end && message.kind === 'thread-opened') {
      rows.insert({ ...row, ...displaceFirst(place) });
      return { ...end, position: end.position + 1 };
    }
    const last = end ? { ...row, position: end.position + 1, dueAt: null } : row;
    rows.insert(last);
    return last;
  }

  return {
    /** The messages of a new request. */
    open(place: Place, messages: Message[]): void {
      let end: Row | undefined;
      for (const message of messages) end = put(place, message, end);
    },

    /** Puts messages at the end, a `thread-opened` at the front. A card that waits untried shows this change too. */
    append(place: Place, messages: Message[]): void {
      const { team, request } = place;
      if (messages.length === 0) return;
      if (messages.some(({ kind }) => kind === 'thread-opened'))
        rows.setThread.run({ team, request, channel: null, ts: null });
      let end = rows.last.get({ team, request });
      for (const message of messages) end = put(place, message, end);
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

    /** A message that belongs to no request, due at `at`; with `inTurn`, one of very many that is due then. */
    say(team: TeamId, message: Message, at: Instant, inTurn?: Instant): void {
      rows.insert({ ...newRow(team, null, message, at), ...(inTurn !== undefined && { dueAt: inTurn, bulk: true }) });
      commits.noteNews();
    },

    newRow,
  };
}

export type MessageQueue = ReturnType<typeof messageQueue>;
