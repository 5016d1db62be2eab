/** Where the purchase stood when IT got involved. */
export const BUYING_STAGES = ['exploring', 'comparing', 'trial', 'quote', 'signing', 'renewal', 'bought'] as const;
export type BuyingStage = (typeof BUYING_STAGES)[number];

/** What the tool will touch, from least to most sensitive. `none` stands alone. */
export const DATA_KINDS = ['none', 'internal', 'customer', 'personal', 'payment', 'health'] as const;
export type DataKind = (typeof DATA_KINDS)[number];

export const FUNDINGS = ['unit', 'it', 'shared', 'unknown'] as const;
export type Funding = (typeof FUNDINGS)[number];

/** How much care a purchase gets, from least to most. */
export const TRACKS = ['fast', 'standard', 'full'] as const;
export type Track = (typeof TRACKS)[number];

/** A role that has to decide, in the order in which they are asked. */
export const SEAT_ROLES = ['it', 'budget', 'security', 'finance', 'legal'] as const;
export type SeatRole = (typeof SEAT_ROLES)[number];

/** Half of a promise, its end, and half of it again after the end. */
export type PromiseMark = 'half' | 'due' | 'late';
/** What the clock tells of a request. */
export type TimerKind =
  | `response-${PromiseMark}`
  | `decision-${PromiseMark}`
  | 'waiting-first'
  | 'waiting-second'
  | 'waiting-ends'
  | 'objection-ends';
