import type { Instant, LocalDate, RequestId, TeamId, UnitId, UserId } from './ids.ts';
import type { Money } from './money.ts';
import type { Pairing } from './pairing.ts';
import type { PolicyReason, Track } from './policy.ts';
import type { Promises, TimerKind } from './promises.ts';

/** Where the purchase stood when IT got involved. */
export const BUYING_STAGES = ['exploring', 'comparing', 'trial', 'quote', 'signing', 'renewal', 'bought'] as const;
export type BuyingStage = (typeof BUYING_STAGES)[number];

/** What the tool will touch, from least to most sensitive. `none` stands alone. */
export const DATA_KINDS = ['none', 'internal', 'customer', 'personal', 'payment', 'health'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

export const FUNDINGS = ['unit', 'it', 'shared', 'unknown'] as const;
export type Funding = (typeof FUNDINGS)[number];

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
  /** Visible only to its own people, on every surface. */
  restricted: boolean;
  /** The message that the request grew out of (message shortcut, nudge). */
  origin?: { permalink: string };
};

export type SeatRole = 'it' | 'budget' | 'security' | 'finance' | 'legal';

/** How an approval is given. */
export type Terms =
  | { kind: 'plain' }
  | { kind: 'conditions'; text: string; due: LocalDate }
  | { kind: 'pilot'; text: string; endsOn: LocalDate }
  | { kind: 'reuse'; tool: string };

export type Verdict =
  | { kind: 'approve'; by: UserId; at: Instant; terms: Terms }
  | { kind: 'decline'; by: UserId; at: Instant; reason: string; wayForward: string };

/** A role that has to decide, with the people who may fill it. Stand-ins may decide but are not reminded. */
export type Seat = { role: SeatRole; holders: UserId[]; standIns: UserId[]; verdict?: Verdict };

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

/** How far the deciding is. `waiting`: for the requester's answer; the clock stands still. */
export type Progress =
  | { state: 'deciding' }
  | { state: 'waiting'; since: Instant }
  | { state: 'decided'; decision: Decision; at: Instant }
  | { state: 'withdrawn'; at: Instant; because?: string };

/** One purchase being decided. */
export type PurchaseRequest = {
  id: RequestId;
  team: TeamId;
  requester: UserId;
  intake: Intake;
  track: Track;
  trackReasons: PolicyReason[];
  pairing: Pairing;
  seats: Seat[];
  steps: StepTick[];
  questions: Question[];
  /** Who said that they are for it, without having a seat. */
  supporters: UserId[];
  promises: Promises;
  place: Place;
  /** Why the thread is not where it would belong, or not where it was. */
  moved?: ThreadMove;
  submittedAt: Instant;
  firstResponse?: { by: UserId; at: Instant };
  /** Reminders that were sent for the promises as they stand. */
  reminded: TimerKind[];
  /** How often it was reopened. */
  reopened: number;
  progress: Progress;
};

export const isOpen = ({ progress }: PurchaseRequest): boolean =>
  progress.state === 'deciding' || progress.state === 'waiting';

/** Whether this person may decide in this seat. Nobody fills a seat on their own request. */
export const mayFill = (request: PurchaseRequest, seat: Seat, person: UserId): boolean =>
  person !== request.requester && (seat.holders.includes(person) || seat.standIns.includes(person));

/** Everyone who has a part in the request. A restricted request is visible to these alone. */
function peopleOf(request: PurchaseRequest): UserId[] {
  const { engineer, standIn } = request.pairing;
  const seated = request.seats.flatMap((seat) => [...seat.holders, ...seat.standIns]);
  return [...new Set([request.requester, engineer, ...(standIn ? [standIn] : []), ...seated])];
}

/** A restricted request is visible only to its own people, on every surface. */
export const isVisibleTo = (request: PurchaseRequest, person: UserId): boolean =>
  !request.intake.restricted || peopleOf(request).includes(person);
