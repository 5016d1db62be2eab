import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Ending, RunsOut } from '#domain/fact.ts';
import type { ChannelId, Instant, LocalDate, RequestId, TeamId, UnitId, UserId } from '#domain/ids.ts';
import type { ChannelMode, NudgeAnswer, NudgeSurface } from '#domain/listening.ts';
import type { Message, RequestEvent } from '#domain/outcome.ts';
import type { Progress } from '#domain/purchase-request.ts';
import type { QuarterId } from '#domain/quarters.ts';
import type { BuyingStage, Funding, TimerKind } from '#domain/vocabulary.ts';
import type { WeekId } from '#domain/weeks.ts';
import type { ToolStatus } from '../store.ts';

// After `drizzle-kit generate`, end each new CREATE TABLE with STRICT by hand: drizzle-kit cannot say it.

const teamId = () => text('team_id').$type<TeamId>().notNull();
const instant = (name: string) => integer(name).$type<Instant>();

/** One row a workspace. */
export const installation = sqliteTable('installation', {
  teamId: text('team_id').$type<TeamId>().primaryKey(),
  nextRequestNumber: integer('next_request_number').notNull(),
  /** When Slack last refused a chart here. */
  chartsRefusedAt: instant('charts_refused_at'),
});

/** The current state of each request. `body` is the whole PurchaseRequest; the columns beside it serve queries. */
export const request = sqliteTable(
  'request',
  {
    teamId: teamId(),
    id: text('id').$type<RequestId>().notNull(),
    number: integer('number').notNull(),
    version: integer('version').notNull(),
    state: text('state').$type<Progress['state']>().notNull(),
    body: text('body').notNull(),
    requester: text('requester').$type<UserId>().notNull(),
    engineer: text('engineer').$type<UserId>().notNull(),
    unit: text('unit').$type<UnitId>().notNull(),
    submittedAt: instant('submitted_at').notNull(),
    /** Null while it is open. */
    closedAt: instant('closed_at'),
    /** The delivery that made it; once only. */
    delivery: text('delivery').notNull(),
    threadChannel: text('thread_channel').$type<ChannelId>(),
    threadTs: text('thread_ts'),
    /** How many audit events there must be, and the hash of the last: a missing last row is found by these. */
    eventCount: integer('event_count').notNull(),
    lastHash: text('last_hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    uniqueIndex('request_delivery').on(table.teamId, table.delivery),
    index('request_requester').on(table.teamId, table.requester, table.submittedAt),
    index('request_unit').on(table.teamId, table.unit, table.closedAt),
    index('request_open').on(table.teamId, table.submittedAt).where(sql`closed_at is null`),
    index('request_thread').on(table.teamId, table.threadChannel, table.threadTs).where(sql`thread_ts is not null`),
  ],
);

/** Who has a part in which request, written with the request: App Home would else read every state there is. */
export const part = sqliteTable(
  'part',
  {
    teamId: teamId(),
    userId: text('user_id').$type<UserId>().notNull(),
    requestId: text('request_id').$type<RequestId>().notNull(),
    isOpen: integer('is_open', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.userId, table.requestId] }),
    index('part_open').on(table.teamId, table.userId).where(sql`is_open = 1`),
    index('part_request').on(table.teamId, table.requestId),
    foreignKey({ columns: [table.teamId, table.requestId], foreignColumns: [request.teamId, request.id] }),
  ],
);

/**
 * What the figures ask about each request, written with the request: its state would else be parsed each time.
 * One index holds all that is asked of every unit at once, so that the table itself is not read; a unit by itself has
 * few rows, which its own index finds.
 */
export const fact = sqliteTable(
  'fact',
  {
    teamId: teamId(),
    requestId: text('request_id').$type<RequestId>().notNull(),
    unit: text('unit').$type<UnitId>().notNull(),
    restricted: integer('restricted', { mode: 'boolean' }).notNull(),
    stage: text('stage').$type<BuyingStage>().notNull(),
    funding: text('funding').$type<Funding>().notNull(),
    submittedAt: instant('submitted_at').notNull(),
    respondedAt: instant('responded_at'),
    /** Business time in milliseconds, and what was promised. Null when nobody knows; so for decisions. */
    responseMs: integer('response_ms'),
    responsePromisedMs: integer('response_promised_ms'),
    /** Null while it is open, as `ended_at` is. */
    ending: text('ending').$type<Ending>(),
    endedAt: instant('ended_at'),
    decisionMs: integer('decision_ms'),
    decisionPromisedMs: integer('decision_promised_ms'),
    costMinor: integer('cost_minor'),
    costCurrency: text('cost_currency'),
    tool: text('tool').notNull().default(''),
    runsOut: text('runs_out').$type<RunsOut>(),
    runsOutOn: text('runs_out_on').$type<LocalDate>(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.requestId] }),
    foreignKey({ columns: [table.teamId, table.requestId], foreignColumns: [request.teamId, request.id] }),
    index('fact_unit').on(table.teamId, table.unit, table.endedAt),
    index('fact_ended').on(
      ...[table.teamId, table.endedAt, table.submittedAt, table.unit, table.restricted, table.stage, table.funding],
      ...[table.ending, table.costMinor, table.costCurrency, table.decisionMs, table.decisionPromisedMs],
      ...[table.respondedAt, table.responseMs, table.responsePromisedMs],
    ),
    index('fact_runs_out').on(table.teamId, table.runsOutOn).where(sql`runs_out_on is not null`),
    index('fact_bought')
      .on(table.teamId, table.endedAt, table.unit, table.tool, table.costMinor, table.costCurrency)
      .where(sql`ending in ('approved', 'approved_with_conditions') and restricted = 0`),
  ],
);

/** What each engineer has, counted as requests change: pairing would else read all open requests each time. */
export const desk = sqliteTable(
  'desk',
  {
    teamId: teamId(),
    engineer: text('engineer').$type<UserId>().notNull(),
    openRequests: integer('open_requests').notNull(),
    lastAssignedAt: instant('last_assigned_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.engineer] })],
);

/** Append-only: triggers refuse UPDATE and DELETE. `sequence` counts from 1 within a request. */
export const event = sqliteTable(
  'event',
  {
    teamId: teamId(),
    requestId: text('request_id').$type<RequestId>().notNull(),
    sequence: integer('sequence').notNull(),
    type: text('type').$type<RequestEvent['type']>().notNull(),
    by: text('by').$type<UserId>().notNull(),
    at: instant('at').notNull(),
    detail: text('detail').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.requestId, table.sequence] }),
    foreignKey({ columns: [table.teamId, table.requestId], foreignColumns: [request.teamId, request.id] }),
  ],
);

/** Messages on their way, and those that arrived. A row is settled when it was delivered or given up. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    teamId: teamId(),
    requestId: text('request_id').$type<RequestId>(),
    /** Order among the unsettled rows of one request. */
    position: integer('position').notNull(),
    kind: text('kind').$type<Message['kind']>().notNull(),
    message: text('message').notNull(),
    onceKey: text('once_key'),
    attempts: integer('attempts').notNull(),
    unsure: integer('unsure', { mode: 'boolean' }).notNull(),
    /** When it may be claimed; while leased, when the lease ends. Null behind another row of its request, and when settled. */
    dueAt: instant('due_at'),
    /** Set while somebody sends it, and left when they never said how it went. */
    leasedUntil: instant('leased_until'),
    createdAt: instant('created_at').notNull(),
    settledAt: instant('settled_at'),
    /** Slack's error code when it was given up. */
    error: text('error'),
    /** One of very many, that gives way to everything else. */
    bulk: integer('bulk', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    foreignKey({ columns: [table.teamId, table.requestId], foreignColumns: [request.teamId, request.id] }),
    index('outbox_due').on(table.bulk, table.dueAt).where(sql`due_at is not null`),
    index('outbox_queue').on(table.teamId, table.requestId, table.position).where(sql`settled_at is null`),
    uniqueIndex('outbox_once').on(table.teamId, table.onceKey).where(sql`once_key is not null`),
  ],
);

/** Future commands. A row is gone once it ran. */
export const timer = sqliteTable(
  'timer',
  {
    id: text('id').primaryKey(),
    teamId: teamId(),
    requestId: text('request_id').$type<RequestId>().notNull(),
    kind: text('kind').$type<TimerKind>().notNull(),
    dueAt: instant('due_at').notNull(),
    /** When it may be claimed: `due_at`, or the end of its lease. */
    availableAt: instant('available_at').notNull(),
  },
  (table) => [
    foreignKey({ columns: [table.teamId, table.requestId], foreignColumns: [request.teamId, request.id] }),
    index('timer_request').on(table.teamId, table.requestId),
    index('timer_available').on(table.availableAt),
  ],
);

export const catalogueEntry = sqliteTable(
  'catalogue_entry',
  {
    teamId: teamId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    vendor: text('vendor').notNull(),
    aliases: text('aliases').notNull(),
    category: text('category').notNull(),
    status: text('status').$type<ToolStatus>().notNull(),
    businessOwner: text('business_owner').$type<UserId>(),
    itOwner: text('it_owner').$type<UserId>(),
    seats: integer('seats'),
    freeSeats: integer('free_seats'),
    /** Name, aliases and vendor as they are searched, each after a line feed, the name first. */
    searched: text('searched').notNull(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.id] })],
);

/** What is remembered about a person; `body` is a Preferences. */
export const preference = sqliteTable(
  'preference',
  { teamId: teamId(), userId: text('user_id').$type<UserId>().notNull(), body: text('body').notNull() },
  (table) => [primaryKey({ columns: [table.teamId, table.userId] })],
);

/**
 * Whoever gets a weekly digest, one row each: which week's was the last, and when to look again. A row moves on in the
 * transaction that puts the digest into the outbox, so that no week comes twice.
 */
export const digestRun = sqliteTable(
  'digest_run',
  {
    teamId: teamId(),
    reader: text('reader').$type<UserId | ChannelId>().notNull(),
    lastWeek: text('last_week').$type<WeekId>().notNull(),
    nextAt: instant('next_at').notNull(),
    hadOne: integer('had_one', { mode: 'boolean' }).notNull(),
    /** The reader's time zone as Slack told it, and when. Null until it did. */
    zone: text('zone'),
    zoneAt: instant('zone_at'),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.reader] }),
    index('digest_run_next').on(table.teamId, table.nextAt),
  ],
);

/** What a unit and IT have agreed to do. */
export const agreedAction = sqliteTable(
  'agreed_action',
  {
    teamId: teamId(),
    id: text('id').notNull(),
    unit: text('unit').$type<UnitId>().notNull(),
    quarter: text('quarter').$type<QuarterId>().notNull(),
    what: text('what').notNull(),
    who: text('who').$type<UserId>().notNull(),
    due: text('due').$type<LocalDate>().notNull(),
    loggedBy: text('logged_by').$type<UserId>().notNull(),
    loggedAt: instant('logged_at').notNull(),
    doneAt: instant('done_at'),
    remindedAt: instant('reminded_at'),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    index('agreed_unit').on(table.teamId, table.unit, table.due),
    index('agreed_due').on(table.teamId, table.due).where(sql`done_at is null and reminded_at is null`),
  ],
);

/** What was heard and asked; one row a message, and nothing of its text but the names in it. */
export const nudge = sqliteTable(
  'nudge',
  {
    teamId: teamId(),
    channel: text('channel').$type<ChannelId>().notNull(),
    ts: text('ts').notNull(),
    threadTs: text('thread_ts'),
    author: text('author').$type<UserId>().notNull(),
    heardAt: instant('heard_at').notNull(),
    stage: text('stage').$type<BuyingStage>().notNull(),
    /** JSON: a list of names. */
    tools: text('tools').notNull(),
    toolKind: text('tool_kind'),
    surface: text('surface').$type<NudgeSurface>().notNull(),
    answer: text('answer').$type<NudgeAnswer>(),
    answeredAt: instant('answered_at'),
    isGone: integer('is_gone', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.channel, table.ts] }),
    index('nudge_author').on(table.teamId, table.author, table.heardAt),
    index('nudge_channel').on(table.teamId, table.channel, table.heardAt),
    index('nudge_answered').on(table.teamId, table.channel, table.answeredAt).where(sql`answered_at is not null`),
    index('nudge_thread').on(table.teamId, table.channel, table.threadTs).where(sql`thread_ts is not null`),
  ],
);

/** Channels that are not simply listened to. */
export const channelListening = sqliteTable(
  'channel_listening',
  {
    teamId: teamId(),
    channel: text('channel').$type<ChannelId>().notNull(),
    mode: text('mode').$type<ChannelMode>().notNull(),
    changedBy: text('changed_by').$type<UserId>(),
    since: instant('since'),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.channel] })],
);

/** Slack deliveries already handled. `scope` is the request that was changed, or empty for a first sight. */
export const seen = sqliteTable(
  'seen',
  {
    teamId: teamId(),
    delivery: text('delivery').notNull(),
    scope: text('scope').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.delivery, table.scope] }), index('seen_age').on(table.seenAt)],
);
