import type { ChannelId, Instant, LocalDate, RequestId, UnitId, UserId } from './ids.ts';
import type { Workload } from './pairing.ts';
import type {
  Decision,
  JointStep,
  Objection,
  PurchaseRequest,
  Terms,
  ThreadLoss,
  Verdict,
} from './purchase-request.ts';
import type { QuarterId } from './quarters.ts';
import type { Timer } from './timers.ts';
import type { SeatRole, TimerKind } from './vocabulary.ts';
import type { WeekId } from './weeks.ts';

/** Why an engineer cannot go on with a request. */
export type Absence = 'left' | 'away';

/** What somebody, or the clock, wants done to a request. Imperative; carries who and when. */
export type Command = { by: UserId; at: Instant } & (
  | { type: 'ask'; question: string }
  | { type: 'answer'; answer: string }
  | { type: 'tick'; step: JointStep; done: boolean }
  | { type: 'approve'; terms: Terms }
  | { type: 'decline'; reason: string; wayForward: string }
  | { type: 'hand-over'; to: UserId }
  | { type: 'withdraw'; because?: string }
  | { type: 'reopen'; because: string }
  | { type: 'support' }
  | { type: 'respond' }
  | { type: 'lose-thread'; loss: ThreadLoss }
  | { type: 'talk-through' }
  | { type: 'leave-it' }
  | { type: 'tell-view'; view: string }
  | { type: 'revive' }
  | { type: 'stand-in'; why: Absence; away: ReadonlySet<UserId>; workloads: ReadonlyMap<UserId, Workload> }
  | { type: 'time-comes'; timer: TimerKind }
);

/** One kind of command. */
export type Take<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** Commands that come from Tandem itself carry this as `by`. */
export const TANDEM = 'tandem' as UserId;

/** What happened, for the audit. Past tense. `detail` holds only JSON values. */
export type RequestEvent = {
  type:
    | 'submitted'
    | 'asked'
    | 'answered'
    | 'step-ticked'
    | 'step-unticked'
    | 'approved'
    | 'declined'
    | 'decided'
    | 'handed-over'
    | 'withdrawn'
    | 'reopened'
    | 'supported'
    | 'first-responded'
    | 'thread-lost'
    | 'reminded'
    | 'escalated'
    | 'talk-opened'
    | 'view-told'
    | 'let-be'
    | 'expired'
    | 'revived'
    | 'stood-in';
  by: UserId;
  at: Instant;
  detail: Record<string, unknown>;
};

/**
 * What people are told, in the domain's words. Turned into Slack's blocks only when sent,
 * so that what is shown is the state at that moment; a record keeps the facts of its own decision.
 */
export type Message = RequestMessage | ListeningMessage | SummaryMessage;

export type RequestMessage =
  | { kind: 'thread-opened' }
  | { kind: 'card-changed' }
  | { kind: 'paired' }
  | { kind: 'asked'; question: string; by: UserId }
  | { kind: 'answered'; answer: string; question: string }
  | { kind: 'handed-over'; from: UserId; to: UserId; by: UserId }
  | { kind: 'decision-recorded'; record: DecisionRecord }
  | { kind: 'withdrawn'; because?: string }
  | { kind: 'reopened'; by: UserId; because: string }
  | { kind: 'objected'; objection: Objection }
  | { kind: 'talk-opened'; by: UserId }
  | { kind: 'views-told' }
  | { kind: 'escalated'; timer: TimerKind }
  | { kind: 'expired' }
  | { kind: 'revived'; by: UserId }
  | { kind: 'stood-in'; from: UserId; to: UserId; why: Absence }
  | { kind: 'told'; to: UserId; news: News }
  | { kind: 'admin-told'; to: UserId; problem: AdminProblem };

/** What listening says; none of it belongs to a request. */
export type ListeningMessage =
  | { kind: 'nudge'; to: UserId; channel: ChannelId; ts: string }
  | { kind: 'introduced'; channel: ChannelId; by?: UserId }
  | { kind: 'listening-changed'; channel: ChannelId; mode: 'on' | 'off'; by: UserId };

/** What belongs to digests and briefs, and to no single request. */
export type SummaryMessage =
  | DigestMessage
  | { kind: 'brief'; to: UserId; unit: UnitId; quarter: QuarterId }
  /** To whoever wrote down what was agreed, to whoever is to do it, and again on its day. */
  | { kind: 'agreed'; to: UserId; action: string; is: AgreedNews };

export type AgreedNews = 'logged' | 'new' | 'due';

export const isSummary = (message: Message): message is SummaryMessage =>
  message.kind === 'digest' || message.kind === 'brief' || message.kind === 'agreed';

export const isOfListening = (message: Message): message is ListeningMessage =>
  message.kind === 'nudge' || message.kind === 'introduced' || message.kind === 'listening-changed';

/** A lead's digest, or the IT channel's, of the seven days up to `until`. What it shows is read when it is sent. */
export type DigestMessage = {
  kind: 'digest';
  to: UserId | ChannelId;
  /** In which it comes. */
  week: WeekId;
  until: Instant;
  /** Digests before this one that did not come. */
  missed: number;
  isFirst: boolean;
};

/** What one person is told by DM, with a link to the thread: whoever has the next step, and the requester. */
export type News =
  | { about: 'submitted' }
  | { about: 'paired' }
  | { about: 'asked'; question: string; by: UserId }
  | { about: 'answered'; answer: string; question: string }
  | { about: 'handed-over'; by: UserId }
  | { about: 'decided'; record: DecisionRecord }
  | { about: 'withdrawn'; because?: string }
  | { about: 'reopened'; by: UserId; because: string }
  | { about: 'supported'; by: UserId }
  | { about: 'objected'; objection: Objection }
  | { about: 'talk-opened'; by: UserId }
  | { about: 'seat-waits'; role: SeatRole }
  | { about: 'stood-in'; from: UserId; to: UserId; why: Absence }
  | { about: 'expired' }
  | { about: 'due'; timer: TimerKind };

/** Something only an admin or the IT lead can mend. */
export type AdminProblem =
  | { kind: 'thread-lost'; loss: ThreadLoss }
  | { kind: 'no-engineer'; requester: UserId }
  | { kind: 'only-lead-left' }
  | { kind: 'nobody-left'; request: RequestId; engineer: UserId; why: Absence }
  | { kind: 'undeliverable'; error: string }
  | { kind: 'channel-quiet'; channel: ChannelId; right: number; of: number }
  | { kind: 'it-channel'; channel: ChannelId; error: string };

/** The facts of one decision, as they were when it was taken. */
export type DecisionRecord = {
  decision: Decision;
  verdicts: { role: SeatRole; verdict: Verdict }[];
  /** What was said against it and talked through; kept even when the answer became a yes. */
  objections: Objection[];
  openSteps: JointStep[];
  decidedAt: Instant;
  /** When to look again: the pilot's end, the conditions' date, else a year on. Absent when declined. */
  reviewOn?: LocalDate;
};

/** Why not. An answer, not an error: each has a sentence in both languages that names the way forward. */
export type Refusal =
  | { code: 'unknown-request' }
  | { code: 'own-request' }
  | { code: 'not-your-seat'; holders: UserId[]; standIns: UserId[] }
  | { code: 'already-decided'; decision: Decision; by: UserId; at: Instant }
  | { code: 'has-decided'; at: Instant }
  | { code: 'already-withdrawn'; at: Instant }
  | { code: 'not-decided-yet' }
  | { code: 'already-expired'; at: Instant }
  | { code: 'objection-first'; requester: UserId }
  | { code: 'nothing-to-talk-through' }
  | { code: 'words-needed'; what: 'question' | 'answer' | 'reason' | 'way-forward' | 'terms' | 'view' }
  | { code: 'date-passed'; date: LocalDate }
  | { code: 'already-asked' }
  | { code: 'nothing-asked' }
  | { code: 'requester-only'; requester: UserId }
  | { code: 'pair-only'; requester: UserId; engineer: UserId }
  | { code: 'not-an-engineer'; person: UserId }
  | { code: 'has-it-already'; person: UserId }
  | { code: 'no-engineer' }
  | { code: 'nothing-changes' };

export type Accepted = {
  ok: true;
  request: PurchaseRequest;
  events: RequestEvent[];
  messages: Message[];
  /** The request's whole set of timers from now on; absent means as they were. */
  timers?: Timer[];
};

export type Outcome = Accepted | { ok: false; refusal: Refusal };

/** A DM, unless the thread itself is a group DM and reaches everyone. */
export const tell = ({ place }: PurchaseRequest, to: UserId, news: News): Message[] =>
  place === 'channel' ? [{ kind: 'told', to, news }] : [];

export const refuse = (refusal: Refusal): Outcome => ({ ok: false, refusal });
