import { and, asc, desc, eq, gte, isNull, or, sql } from 'drizzle-orm';
import type { ChannelId, Instant, RequestId, TeamId, UnitId, UserId } from '#domain/ids.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import type { ChainEnd } from '../audit-chain.ts';
import { toJson } from '../canonical-json.ts';
import { part, request } from '../schema/sqlite.ts';
import type { StoredRequest, Thread } from '../store.ts';
import type { Sqlite } from './connect.ts';
import { factRows } from './facts.ts';
import { partRows } from './parts.ts';
import { readOnce } from './read-once.ts';
import { given, inserter, unplannedLimit } from './statements.ts';

/** SQLite's word for no limit. */
const ALL = -1;

/** A request as stored, with what only the store needs. */
export type RequestRow = { stored: StoredRequest; end: ChainEnd };

const rowReader =
  (read = readOnce()) =>
  (row: typeof request.$inferSelect): RequestRow => ({
    stored: {
      request: read(`${row.teamId}/${row.id}`, row.body),
      version: row.version,
      ...(row.threadChannel && row.threadTs && { thread: { channel: row.threadChannel, ts: row.threadTs } }),
    },
    end: { eventCount: row.eventCount, lastHash: row.lastHash },
  });

const closedAt = ({ progress }: PurchaseRequest): Instant | null => ('at' in progress ? progress.at : null);

/** What each change writes: the state itself, and what queries need of it. */
const written = (state: PurchaseRequest, end: ChainEnd) => ({
  state: state.progress.state,
  body: toJson(state),
  engineer: state.pairing.engineer,
  unit: state.intake.unit,
  closedAt: closedAt(state),
  ...end,
});

const ofTeam = eq(request.teamId, sql.placeholder('team'));
const byId = and(ofTeam, eq(request.id, sql.placeholder('id')));
const OPEN = sql`state in ('deciding', 'waiting', 'objected')`;

function reading(db: Sqlite) {
  const inChannel = eq(request.threadChannel, sql.placeholder('channel'));
  const hasThread = sql`thread_ts is not null`;
  return {
    byId: db.select().from(request).where(byId).prepare(),
    byDelivery: db
      .select()
      .from(request)
      .where(and(ofTeam, eq(request.delivery, sql.placeholder('delivery'))))
      .prepare(),
    byThread: db
      .select()
      .from(request)
      .where(and(ofTeam, hasThread, inChannel, eq(request.threadTs, sql.placeholder('ts'))))
      .prepare(),
    openInChannel: db
      .select()
      .from(request)
      .where(and(ofTeam, hasThread, inChannel, OPEN))
      .orderBy(asc(request.submittedAt), asc(request.number))
      .prepare(),
    ofRequester: db
      .select()
      .from(request)
      .where(and(ofTeam, eq(request.requester, sql.placeholder('requester'))))
      .orderBy(desc(OPEN), desc(request.submittedAt), desc(request.number))
      .limit(sql.placeholder('limit'))
      .prepare(),
    ...readingLists(db),
  };
}

function readingLists(db: Sqlite) {
  const newestFirst = [desc(request.submittedAt), desc(request.number)] as const;
  const isTheirs = eq(part.userId, sql.placeholder('person'));
  const ofPart = and(eq(request.teamId, part.teamId), eq(request.id, part.requestId));
  const withPerson = (openOnly: boolean) =>
    db
      .select({ request })
      .from(part)
      .innerJoin(request, ofPart)
      .where(and(eq(part.teamId, sql.placeholder('team')), isTheirs, openOnly ? sql`is_open = 1` : undefined))
      .orderBy(desc(part.isOpen), ...newestFirst)
      .prepare();
  const closedSince = gte(request.closedAt, sql.placeholder('since'));
  return {
    withPerson: withPerson(false),
    withPersonOpen: withPerson(true),
    ofUnit: db
      .select()
      .from(request)
      .where(and(ofTeam, eq(request.unit, sql.placeholder('unit')), or(isNull(request.closedAt), closedSince)))
      .orderBy(desc(isNull(request.closedAt)), ...newestFirst)
      .prepare(),
    open: db
      .select()
      .from(request)
      .where(and(ofTeam, isNull(request.closedAt)))
      .orderBy(asc(request.submittedAt), asc(request.number))
      .limit(unplannedLimit('limit'))
      .prepare(),
  };
}

function updating(db: Sqlite) {
  return db
    .update(request)
    .set({
      version: sql`${request.version} + 1`,
      state: given('state'),
      body: given('body'),
      engineer: given('engineer'),
      unit: given('unit'),
      closedAt: given('closedAt'),
      eventCount: given('eventCount'),
      lastHash: given('lastHash'),
    })
    .where(and(byId, eq(request.version, sql.placeholder('version'))))
    .prepare();
}

/** The rows of the table `request`. */
export function requestRows(db: Sqlite) {
  const insert = inserter(db, request);
  const read = reading(db);
  const update = updating(db);
  const parts = partRows(db);
  const facts = factRows(db);
  const asRow = rowReader();
  const one = (row: typeof request.$inferSelect | undefined) => row && asRow(row);
  const all = (rows: (typeof request.$inferSelect)[]) => rows.map((row) => asRow(row).stored);

  return {
    byId: (team: TeamId, id: RequestId) => one(read.byId.get({ team, id })),
    byDelivery: (team: TeamId, delivery: string) => one(read.byDelivery.get({ team, delivery })),
    byThread: (team: TeamId, { channel, ts }: Thread) => one(read.byThread.get({ team, channel, ts })),
    openInChannel: (team: TeamId, channel: ChannelId) => all(read.openInChannel.all({ team, channel })),
    ofRequester: (team: TeamId, requester: UserId, limit: number) =>
      all(read.ofRequester.all({ team, requester, limit })),
    withPerson: (team: TeamId, person: UserId, openOnly: boolean) =>
      all((openOnly ? read.withPersonOpen : read.withPerson).all({ team, person }).map((row) => row.request)),
    ofUnit: (team: TeamId, unit: UnitId, since: Instant) => all(read.ofUnit.all({ team, unit, since })),
    open: (team: TeamId, limit = ALL) => all(read.open.all({ team, limit })),

    add(team: TeamId, number: number, delivery: string, state: PurchaseRequest, end: ChainEnd): void {
      const { id, requester, submittedAt } = state;
      insert({
        teamId: team,
        id,
        number,
        version: 1,
        requester,
        submittedAt,
        delivery,
        threadChannel: null,
        threadTs: null,
        ...written(state, end),
      });
      parts.put(state);
      facts.put(state);
    },

    /**
     * Stores the next version.
     * @throws {Error} when somebody else stored one since `before` was read.
     */
    save(team: TeamId, before: RequestRow, state: PurchaseRequest, end: ChainEnd): void {
      const { version } = before.stored;
      const { changes } = update.run({ team, id: state.id, version, ...written(state, end) });
      if (changes !== 1) throw new Error(`${state.id} is no longer at version ${version}`);
      parts.put(state, before.stored.request);
      facts.put(state, before.stored.request);
    },
  };
}

export type RequestRows = ReturnType<typeof requestRows>;
