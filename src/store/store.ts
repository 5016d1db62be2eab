import type { Weekday } from '#domain/clocks.ts';
import type { ChannelId, Instant, RequestId, TeamId, UnitId, UserId } from '#domain/ids.ts';
import type {
  ChannelListening,
  Heard,
  Hearing,
  HearingContext,
  Nudge,
  NudgeAnswer,
  NudgeChange,
  NudgeDecision,
} from '#domain/listening.ts';
import type { NudgeCount } from '#domain/listening-weeks.ts';
import type { Language } from '#domain/organisation.ts';
import type { Message, Outcome, Refusal, RequestEvent } from '#domain/outcome.ts';
import type { Workload } from '#domain/pairing.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import type { TimerKind } from '#domain/vocabulary.ts';
import type { AgreedStore, DigestStore, FigureStore } from './summary-stores.ts';

/** Where a decision thread is in Slack. `ts` is the parent message's. */
export type Thread = { channel: ChannelId; ts: string };

/** A request as stored. The thread is there once its card was delivered. */
export type StoredRequest = { request: PurchaseRequest; version: number; thread?: Thread };

/** What a new request is decided on, read in the same transaction that stores it. */
export type SubmitContext = { id: RequestId; workloads: ReadonlyMap<UserId, Workload> };

/** `repeated`: this very delivery was handled before, and nothing was done again. */
export type Answer = { ok: true; request: PurchaseRequest; repeated: boolean } | { ok: false; refusal: Refusal };

/** An id of a Slack delivery (event id, trigger id, view id), prefixed with its kind. At most 255 characters. */
export type DeliveryKey = string;

export type RequestListener = (after: PurchaseRequest, before?: PurchaseRequest) => void;

export interface RequestStore {
  /**
   * Opens a request in one transaction: its id, state, events, messages and timers, or nothing.
   * `open` is synchronous and pure, for it may run twice. A second call with the same `delivery`
   * answers with the request that the first one made.
   */
  submit(team: TeamId, delivery: DeliveryKey, open: (context: SubmitContext) => Outcome): Promise<Answer>;
  /**
   * Applies `change` in one transaction: state, events, messages and timers are stored together or not at all.
   * `change` is synchronous and pure, for it may run twice. With `delivery`, a repeated delivery changes nothing.
   * An id that no request has is refused as `unknown-request`.
   */
  change(
    team: TeamId,
    id: RequestId,
    change: (request: PurchaseRequest) => Outcome,
    delivery?: DeliveryKey,
  ): Promise<Answer>;
  find(team: TeamId, id: RequestId): Promise<StoredRequest | undefined>;
  findByThread(team: TeamId, thread: Thread): Promise<StoredRequest | undefined>;
  /** Open requests whose thread is in this channel, oldest first. */
  openInChannel(team: TeamId, channel: ChannelId): Promise<StoredRequest[]>;
  /** What every engineer who ever had a request has on the desk. */
  workloads(team: TeamId): Promise<ReadonlyMap<UserId, Workload>>;
  /** This person's own requests: open ones first, then newest first. */
  requestsOf(team: TeamId, requester: UserId, limit: number): Promise<StoredRequest[]>;
  /** Requests in which this person has a part (`peopleOf`): open ones first, then newest first. */
  requestsWith(team: TeamId, person: UserId, which?: { openOnly?: boolean }): Promise<StoredRequest[]>;
  /** Requests of a unit: open ones first, then newest first. `since`: closed ones only when closed from then on. */
  requestsOfUnit(team: TeamId, unit: UnitId, which?: { openOnly?: boolean; since?: Instant }): Promise<StoredRequest[]>;
  /** Every open request of the workspace, oldest first; with `limit` only so many. */
  openRequests(team: TeamId, limit?: number): Promise<StoredRequest[]>;
  /**
   * Called after a request that changed, or whose thread was opened, is on disk; by this process only. `before` is
   * absent for a new request and an opened thread. A listener must not throw. Returns the way to stop listening.
   */
  onChanged(listener: RequestListener): () => void;
  /** Audit events of a request, oldest first. */
  eventsOf(team: TeamId, id: RequestId): Promise<RequestEvent[]>;
}

export type OutboxId = string;

/** A message on its way. Rows of one request are delivered one at a time, in order. */
export type OutboxRow = {
  /** Goes into the Slack message's metadata: by it a message that was sent is recognised. */
  id: OutboxId;
  team: TeamId;
  request?: RequestId;
  message: Message;
  /** Tries that count; waiting out a rate limit does not. */
  attempts: number;
  /** A try may have reached Slack without our learning of it: look before sending again. */
  unsure: boolean;
  createdAt: Instant;
  /** One of very many, such as a digest: it gives way to everything else. */
  bulk: boolean;
};

/** How many rows may be taken up: of those that go at once, and of those that come in their turn. */
export type Room = { prompt: number; bulk: number };

export interface OutboxStore {
  /** Stores a message that belongs to no request. `key` makes it once only (an admin is told once). */
  enqueue(team: TeamId, message: Message, at: Instant, key?: string): Promise<void>;
  /**
   * Leases rows that are due, at most one a request and only the first in its order, as many of each lane as there is
   * room for. A row whose lease ran out comes back `unsure`.
   */
  claim(now: Instant, leaseUntil: Instant, room: Room): Promise<OutboxRow[]>;
  /** The message is in Slack. For `thread-opened` this is where the request's thread is from now on. */
  delivered(id: OutboxId, at: Instant, receipt?: Thread): Promise<void>;
  /** Not now. `counts` says whether it used up a try; `unsure` whether Slack may have it. */
  postpone(id: OutboxId, until: Instant, how: { counts: boolean; unsure: boolean }): Promise<void>;
  /** It cannot be delivered: recorded with Slack's error code, and `instead` is sent in its place. */
  abandon(id: OutboxId, at: Instant, error: string, instead: Message[]): Promise<void>;
  /** When the next row of a lane with room is due (leased rows: when the lease ends), or undefined when all is sent. */
  nextDue(room: Room): Promise<Instant | undefined>;
  /** Called after each commit that put rows into the outbox or timers. Returns the way to stop listening. */
  onNews(listener: () => void): () => void;
  /** Rows not delivered yet, for /readyz and metrics. */
  waiting(): Promise<number>;
}

export type DueTimer = { id: string; team: TeamId; request: RequestId; kind: TimerKind; dueAt: Instant };

export interface TimerStore {
  /** Timers that are due, leased so that no other worker runs them at the same time. */
  claimTimers(now: Instant, leaseUntil: Instant, limit: number): Promise<DueTimer[]>;
  /** It ran: never again. */
  finishTimer(id: string): Promise<void>;
  nextTimerDue(): Promise<Instant | undefined>;
}

/** What Tandem remembers about a person. A draft is a form that could not be sent, so nothing typed is lost. */
export type Preferences = {
  unit?: string;
  currency?: string;
  draft?: Record<string, unknown>;
  /** The same of the form for what is bought already. */
  boughtDraft?: Record<string, unknown>;
  /** Absent: as Slack shows itself to them. */
  language?: Language;
  /** False: only what is due, late or about to rest. Absent: half-way reminders too. */
  reminders?: boolean;
  /** In their own time zone, `hour` from 0 to 23; absent: as the org file says. */
  digest?: { day: Weekday; hour: number } | 'muted';
  /** True: on a holiday too. Absent: on the next working day. */
  digestOnHolidays?: boolean;
  /** They are away until then. A moment that has passed means that they are back. */
  awayUntil?: Instant;
  /** Where they wish not to be heard. Absent: wherever Tandem listens. */
  hearing?: Hearing;
};

export interface PeopleStore {
  preferences(team: TeamId, user: UserId): Promise<Preferences>;
  /** Merges: keys that are given replace what was there; `undefined` removes. */
  remember(
    team: TeamId,
    user: UserId,
    what: { [Key in keyof Preferences]: Preferences[Key] | undefined },
  ): Promise<void>;
}

export type ToolStatus = 'approved' | 'restricted' | 'retiring';

/** A tool that the company has. */
export type CatalogueEntry = {
  id: string;
  name: string;
  vendor: string;
  aliases: string[];
  category: string;
  status: ToolStatus;
  businessOwner?: UserId;
  itOwner?: UserId;
  seats?: number;
  freeSeats?: number;
};

export interface CatalogueStore {
  putTool(team: TeamId, entry: CatalogueEntry): Promise<void>;
  findTool(team: TeamId, id: string): Promise<CatalogueEntry | undefined>;
  /** Tools whose name, vendor or alias begins with or holds the words, best first. */
  searchTools(team: TeamId, words: string, limit: number): Promise<CatalogueEntry[]>;
}

/** Where a message stands. `ts` is its own. */
export type MessageAt = { channel: ChannelId; ts: string };

export interface ListeningStore {
  /**
   * Stores a nudge when `decide` says so, with its prompt for a minute later; all in one transaction with reading what
   * it is decided on. Undefined when nobody is asked. A message that was heard before is not heard again.
   */
  hear(heard: Heard, decide: (known: Omit<HearingContext, 'isOffByOrg'>) => NudgeDecision): Promise<Nudge | undefined>;
  /**
   * Applies `change` to a nudge in one transaction. `latest`: the answers to this channel's other
   * nudges that say right or wrong, newest first, since it was last switched.
   */
  changeNudge(
    team: TeamId,
    at: MessageAt,
    change: (nudge: Nudge, known: { latest: NudgeAnswer[]; channel: ChannelListening }) => NudgeChange,
  ): Promise<NudgeChange | undefined>;
  findNudge(team: TeamId, at: MessageAt): Promise<Nudge | undefined>;
  /** Nudges of this person without an answer, whose message still says it; newest first. */
  openNudges(team: TeamId, author: UserId, since: Instant): Promise<Nudge[]>;
  /** Nudges to which this person said no, or never, since then; the latest answer first. */
  refusedNudges(team: TeamId, author: UserId, since: Instant): Promise<Nudge[]>;
  /** Called after a nudge was stored or changed, by this process only. Must not throw. Returns the way to stop. */
  onNudge(listener: (nudge: Nudge) => void): () => void;
  nudgeCounts(team: TeamId, since: Instant): Promise<NudgeCount[]>;
  /** From the beginning, of every workspace in this database. */
  everyNudgeCount(): Promise<NudgeCount[]>;
  channelListening(team: TeamId, channel: ChannelId): Promise<ChannelListening>;
  /** Stores how a channel is listened to, with what is said about it. */
  setChannelListening(
    team: TeamId,
    channel: ChannelId,
    listening: Required<ChannelListening>,
    news: Message[],
  ): Promise<void>;
}

/** The first row whose hash does not follow from the one before, or how many rows are sound. */
export type AuditReport =
  | { sound: true; rows: number }
  | { sound: false; team: TeamId; request: RequestId; sequence: number; why: 'hash' | 'missing' | 'order' };

export interface Store
  extends RequestStore,
    OutboxStore,
    TimerStore,
    PeopleStore,
    CatalogueStore,
    ListeningStore,
    FigureStore,
    DigestStore,
    AgreedStore {
  /** True the first time this delivery is seen, and never again; atomic. */
  firstSight(team: TeamId, delivery: DeliveryKey, at: Instant): Promise<boolean>;
  /** Forgets deliveries seen before this moment. Slack redelivers up to 24 hours: keep 25 (slack-facts b4). */
  forgetDeliveries(before: Instant): Promise<void>;
  /** Workspaces that ever had a request. */
  teams(): Promise<TeamId[]>;
  verifyAudit(): Promise<AuditReport>;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
