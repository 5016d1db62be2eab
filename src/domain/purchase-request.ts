import type { Instant, LocalDate, RequestId, TeamId, UnitId, UserId } from './ids.ts';
import type { Money } from './money.ts';
import type { Pairing } from './pairing.ts';
import type { PolicyReason } from './policy/rules.ts';
import type { Promises, Took } from './promises.ts';
import type { BuyingStage, DataKind, Funding, SeatRole, TimerKind, Track } from './vocabulary.ts';

/** What the requester said on the form. Absent means not known yet. */
export type Intake = {
  outcome: string;
  successMeasure?: string;
  /** A tool, or a kind of tool: nobody must know a vendor to start. */
  tool: string;
  /** Set when the tool was picked from the catalogue. */
  catalogueId?: string;
  /** The catalogue's category of that tool. */
  category?: string;
  stage: BuyingStage;
  unit: UnitId;
  yearlyCost?: Money;
  funding: Funding;
  people?: number;
  data: DataKind[];
  neededBy?: LocalDate;
  links?: string;
  files: { id: string; name: string; permalink: string }[];
  /** Who looks after it in the business, when they said so. Absent: the requester. */
  owner?: UserId;
  /** The day on which what was bought already renews or runs out. */
  paidUntil?: LocalDate;
  /** Visible only to its own people, on every surface. */
  restricted: boolean;
  /** The message that the request grew out of (message shortcut, nudge). */
  origin?: { permalink: string };
};

/** How an approval is given. */
export type Terms =
  | { kind: 'plain' }
  | { kind: 'conditions'; text: string; due: LocalDate }
  | { kind: 'pilot'; text: string; endsOn: LocalDate }
  | { kind: 'reuse'; tool: string };

export type Verdict =
  | { kind: 'approve'; by: UserId; at: Instant; terms: Terms }
  | { kind: 'decline'; by: UserId; at: Instant; reason: string; wayForward: string };

/**
 * A role that has to decide, with the people who may fill it. The first holder is waited for by name; stand-ins may
 * decide but are not reminded. `raised`: its own people could not sit, for it is their request or there are none.
 */
export type Seat = {
  role: SeatRole;
  holders: UserId[];
  standIns: UserId[];
  raised?: 'lead-above' | 'it-lead';
  verdict?: Verdict;
};

/** A verdict against it that was talked through; kept in the record even when the answer became a yes. */
export type Objection = { role: SeatRole; by: UserId; at: Instant; reason: string; wayForward: string };

/** After a no, both sides sit down: each says how they see it in two sentences, and there is one date. */
export type Talk = {
  since: Instant;
  on: LocalDate;
  objector: UserId;
  views: { requester?: string; objector?: string };
  /** Business time used up before the talk (`usedMs`). Absent: it began before this was kept. */
  usedMs?: number;
};

/** In the order they are taken. */
export const JOINT_STEPS = ['needs', 'existing', 'options', 'vendor', 'security', 'contract', 'exit'] as const;
/** A step that requester and engineer take together; either ticks it. */
export type JointStep = (typeof JOINT_STEPS)[number];
export type StepTick = { step: JointStep; by: UserId; at: Instant };

export type Decision = 'approved' | 'approved_with_conditions' | 'pilot' | 'reuse' | 'declined';

/** A question that IT asked and the requester answered, with the time in between. */
export type Question = { text: string; by: UserId; at: Instant; answer?: { text: string; at: Instant } };

/**
 * Where the request is talked about. `channel`: the unit's or the company's decision channel.
 * `direct`: a group DM of its people, because it is private or the channel could not be used.
 */
export type Place = 'channel' | 'direct';

/** Why a thread can no longer be used, or could not be opened where it belongs. */
export type ThreadLoss = 'deleted' | 'archived' | 'not-in-channel' | 'no-channel';
/** Why a thread goes on in another place. In a group DM a new engineer means a new conversation. */
export type ThreadMove = ThreadLoss | 'handed-over';

/** How far the deciding is. `waiting`: for the requester's answer; the clock stands still until then. */
export type Progress =
  | { state: 'deciding' }
  | { state: 'waiting'; since: Instant; until: Instant }
  /**
   * A seat said not this time. Until then the requester may talk it through; otherwise it stays at that. `usedMs`:
   * business time used up until the no; absent when it is from before this was kept.
   */
  | { state: 'objected'; since: Instant; until: Instant; usedMs?: number }
  /**
   * `took` is absent when nobody knows. `yearlyCost` is in the workspace's currency, by the rates of that day; absent
   * when the cost or its rate was unknown.
   */
  | { state: 'decided'; decision: Decision; at: Instant; took?: Took; yearlyCost?: Money }
  | { state: 'withdrawn'; at: Instant; because?: string }
  /** It waited on its requester too long; one press revives it. */
  | { state: 'expired'; at: Instant };

/** One purchase being decided. */
export type PurchaseRequest = {
  id: RequestId;
  team: TeamId;
  requester: UserId;
  intake: Intake;
  track: Track;
  trackReasons: PolicyReason[];
  /** Which policy it was decided under; a changed one applies to new requests. */
  policyVersion: string;
  pairing: Pairing;
  seats: Seat[];
  objections: Objection[];
  talk?: Talk;
  steps: StepTick[];
  questions: Question[];
  /** Who said that they are for it, without having a seat. */
  supporters: UserId[];
  promises: Promises;
  place: Place;
  /** Why the thread is not where it would belong, or not where it was. */
  moved?: ThreadMove;
  submittedAt: Instant;
  /** `took` is absent when nobody knows. */
  firstResponse?: { by: UserId; at: Instant; took?: Took };
  /** Reminders that were sent for the promises as they stand. */
  reminded: TimerKind[];
  /** How often it was reopened. */
  reopened: number;
  progress: Progress;
};

const OPEN: Progress['state'][] = ['deciding', 'waiting', 'objected'];

export const isOpen = ({ progress }: PurchaseRequest): boolean => OPEN.includes(progress.state);

/** A purchase that was made without a request, and came in afterwards. Counted, never held against anybody. */
export const isBypass = ({ intake }: PurchaseRequest): boolean => intake.stage === 'bought';

/** Whether this person may decide in this seat. Nobody fills a seat on their own request. */
export const mayFill = (request: PurchaseRequest, seat: Seat, person: UserId): boolean =>
  person !== request.requester && (seat.holders.includes(person) || seat.standIns.includes(person));

/** Everyone who has a part in the request. A restricted request is visible to these alone. */
export function peopleOf(request: PurchaseRequest): UserId[] {
  const { engineer, standIn } = request.pairing;
  const seated = request.seats.flatMap((seat) => [...seat.holders, ...seat.standIns]);
  return [...new Set([request.requester, engineer, ...(standIn ? [standIn] : []), ...seated])];
}

/** A restricted request is visible only to its own people, on every surface. */
export const isVisibleTo = (request: PurchaseRequest, person: UserId): boolean =>
  !request.intake.restricted || peopleOf(request).includes(person);
