import type { Calendar } from '#domain/clocks.ts';
import { decide } from '#domain/decide.ts';
import type { Instant, LocalDate, UnitId, UserId } from '#domain/ids.ts';
import type { Engineer, Organisation } from '#domain/organisation.ts';
import type { Absence, Accepted, Command, Outcome } from '#domain/outcome.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import type { TimerKind } from '#domain/vocabulary.ts';
import { ANA, BEN, CHANNEL, HOUR_MS, MONDAY } from './builders.ts';

/** An IT engineer who has nothing to do with `aRequest`. */
export const CHO = 'U0CHO' as UserId;
/** Leads IT. */
export const LEA = 'U0LEA' as UserId;
/** Leads Marketing. */
export const LIV = 'U0LIV' as UserId;
/** No part in anything. */
export const SAM = 'U0SAM' as UserId;
export const MARKETING = 'marketing' as UnitId;
export const SALES = 'sales' as UnitId;

export const TAIPEI: Calendar = {
  timeZone: 'Asia/Taipei',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  start: '09:00',
  end: '18:00',
  holidays: ['2026-01-01' as LocalDate],
};

export const anEngineer = (user: UserId, overrides: Partial<Engineer> = {}): Engineer => ({
  user,
  units: [],
  expertise: [],
  capacity: Number.POSITIVE_INFINITY,
  ...overrides,
});

/** The company of `aRequest`: Ana is embedded with Marketing; Ben and Cho are engineers too; Lea leads IT. */
export const anOrganisation = (overrides: Partial<Organisation> = {}): Organisation => ({
  workspace: { language: 'en', currency: 'USD', decisionChannel: CHANNEL },
  calendar: TAIPEI,
  it: { leads: [LEA], engineers: [anEngineer(ANA, { units: [MARKETING] }), anEngineer(BEN), anEngineer(CHO)] },
  reviewers: { security: [], finance: [], legal: [] },
  units: [
    { id: MARKETING, name: 'Marketing', leads: [LIV] },
    { id: SALES, name: 'Sales', leads: [LIV], region: 'tw' },
  ],
  exchangeRates: { USD: 1, TWD: 0.031 },
  policy: [
    { track: 'full', when: { data: ['personal', 'payment', 'health'] } },
    { track: 'standard', when: { yearlyCostAtLeast: 2000 } },
    { track: 'fast', when: {} },
  ],
  seats: { financeAtLeast: 100_000, legalAtLeast: 250_000 },
  digest: { day: 'mon', time: '09:00' },
  listening: { offChannels: [] },
  ...overrides,
});

type Without<Value, Key extends PropertyKey> = Value extends unknown ? Omit<Value, Key> : never;
/** A command without who and when. */
export type Deed = Without<Command, 'by' | 'at'>;

export const ASK: Deed = { type: 'ask', question: 'Which data?' };
export const ANSWER: Deed = { type: 'answer', answer: 'None' };
export const APPROVE: Deed = { type: 'approve', terms: { kind: 'plain' } };
export const DECLINE: Deed = { type: 'decline', reason: 'No export', wayForward: 'An export' };
export const TALK_THROUGH: Deed = { type: 'talk-through' };
export const LEAVE_IT: Deed = { type: 'leave-it' };
export const REVIVE: Deed = { type: 'revive' };
export const tellView = (view = 'We publish less without it'): Deed => ({ type: 'tell-view', view });
export const timeComes = (timer: TimerKind): Deed => ({ type: 'time-comes', timer });
export const standIn = (away: UserId[] = [], why: Absence = 'away'): Deed => ({
  type: 'stand-in',
  why,
  away: new Set(away),
  workloads: new Map(),
});

/** One hour after `aRequest` was submitted. */
export const AN_HOUR_ON: Instant = MONDAY + HOUR_MS;

export const does = (
  request: PurchaseRequest,
  by: UserId,
  deed: Deed,
  { at = AN_HOUR_ON, org = anOrganisation() } = {},
): Outcome => decide(request, { ...deed, by, at }, org);

/** @throws {Error} when it was refused. */
export function mustAccept(outcome: Outcome): Accepted {
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome;
}

/** The whole refusal, or undefined when it was accepted. */
export const refusalOf = (outcome: Outcome) => (outcome.ok ? undefined : outcome.refusal);
