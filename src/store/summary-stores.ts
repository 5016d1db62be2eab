import type { AgreedAction } from '#domain/agreed.ts';
import type { DigestStanding } from '#domain/digest-times.ts';
import type { RunsOut } from '#domain/fact.ts';
import type { Figures, Period } from '#domain/figures.ts';
import type { ChannelId, Instant, LocalDate, RequestId, TeamId, UnitId, UserId } from '#domain/ids.ts';
import type { Currency } from '#domain/money.ts';
import type { Message } from '#domain/outcome.ts';
import type { Overlap, ToolBought } from '#domain/tools-bought.ts';

/** Which units are asked about. */
export type Scope = UnitId[] | 'all';

/** Something that runs out on a day, of a request that is not private. */
export type Ahead = { request: RequestId; unit: UnitId; tool: string; what: RunsOut; on: LocalDate };

/** `currency` is the workspace's: what was decided in another one counts as unknown. */
export interface FigureStore {
  /** What `figuresOf` of domain/figures.ts answers for the requests of these units together, for each period. */
  figures(team: TeamId, scope: Scope, periods: Period[], currency: Currency): Promise<Figures[]>;
  /** What runs out in these days, the last one included, the earliest first; `hidden` more belong to private requests. */
  ahead(
    team: TeamId,
    scope: Scope,
    days: { from: LocalDate; to: LocalDate },
    limit: number,
  ): Promise<{ shown: Ahead[]; more: number; hidden: number }>;
  /** Tools that more than one unit bought in the period, however they wrote them; the dearest first. */
  overlaps(team: TeamId, period: Period, currency: Currency, limit: number): Promise<Overlap[]>;
  /** Tools that this unit bought in the period, the dearest first. */
  bought(team: TeamId, unit: UnitId, period: Period, currency: Currency, limit: number): Promise<ToolBought[]>;
}

/** What units and IT have agreed on. */
export interface AgreedStore {
  /** Stores it with what is said about it. */
  agree(action: AgreedAction, news: Message[]): Promise<void>;
  /** Of a unit: those not done, the earliest due first; with `since`, those done from then on behind them. */
  agreedBy(team: TeamId, unit: UnitId, since?: Instant): Promise<AgreedAction[]>;
  findAgreed(team: TeamId, id: string): Promise<AgreedAction | undefined>;
  /** False when it was done before, or there is none. */
  finishAgreed(team: TeamId, id: string, at: Instant): Promise<boolean>;
  /** Says `message` about each that is due by this day and not done, once. Answers how many there were. */
  remindAgreed(
    team: TeamId,
    today: LocalDate,
    at: Instant,
    message: (action: AgreedAction) => Message,
  ): Promise<number>;
}

/** Whose digest it is: a lead's, or the IT channel's. */
export type ReaderId = UserId | ChannelId;

/** Whoever gets a digest. `zone` is theirs as Slack told it at `zoneAt`; absent until it did. */
export type DigestReader = DigestStanding & { reader: ReaderId; hadOne: boolean; zone?: string; zoneAt?: Instant };

export interface DigestStore {
  digestReaders(team: TeamId): Promise<DigestReader[]>;
  findDigestReader(team: TeamId, reader: ReaderId): Promise<DigestReader | undefined>;
  /** One who is there already stays as they are. */
  addDigestReader(team: TeamId, reader: DigestStanding & { reader: ReaderId }): Promise<void>;
  removeDigestReader(team: TeamId, reader: ReaderId): Promise<void>;
  moveDigestReader(team: TeamId, reader: ReaderId, to: DigestStanding): Promise<void>;
  /** Slack was asked for their zone; absent when it told none, and the one of before stays. */
  setZone(team: TeamId, reader: ReaderId, at: Instant, zone?: string): Promise<void>;
  /** Somebody whose zone was not asked for since then, longest ago first. */
  staleZone(team: TeamId, since: Instant): Promise<DigestReader | undefined>;
  /** Readers whose `nextAt` has come, the earliest first. */
  dueDigests(team: TeamId, now: Instant, limit: number): Promise<DigestReader[]>;
  nextDigestDue(team: TeamId): Promise<Instant | undefined>;
  /**
   * Moves a reader on and puts the digest into the outbox, in one transaction; false, and nothing done, when the
   * reader no longer stands where `before` says. Digests are due one after the other, `everyMs` apart.
   */
  runDigest(
    team: TeamId,
    before: DigestReader,
    next: DigestStanding,
    said?: { messages: Message[]; at: Instant; everyMs: number },
  ): Promise<boolean>;
  /** When this workspace last refused a chart. */
  chartsRefusedAt(team: TeamId): Promise<Instant | undefined>;
  refuseCharts(team: TeamId, at: Instant): Promise<void>;
}
