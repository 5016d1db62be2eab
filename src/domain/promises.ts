import { addBusinessDays, addBusinessMinutes, businessMinutesBetween, type Calendar } from './clocks.ts';
import type { Instant } from './ids.ts';
import type { Track } from './policy.ts';
import type { PurchaseRequest } from './purchase-request.ts';

/** By when the next answers are promised. Waiting for the requester moves both. */
export type Promises = { firstResponseBy: Instant; decisionBy: Instant };

export type TimerKind = 'response-due' | 'decision-due';
export type Timer = { kind: TimerKind; dueAt: Instant };

const MINUTES_PER_HOUR = 60;

/** What IT promises on each track, in business time from the submission. Source: product.md, Clocks. */
const TARGETS: Record<Track, { firstResponseHours: number; decisionDays: number }> = {
  fast: { firstResponseHours: 2, decisionDays: 1 },
  standard: { firstResponseHours: 4, decisionDays: 3 },
  full: { firstResponseHours: 8, decisionDays: 10 },
};

export function promisesFrom(track: Track, calendar: Calendar, at: Instant): Promises {
  const { firstResponseHours, decisionDays } = TARGETS[track];
  return {
    firstResponseBy: addBusinessMinutes(calendar, at, firstResponseHours * MINUTES_PER_HOUR),
    decisionBy: addBusinessDays(calendar, at, decisionDays),
  };
}

/** The promises after a wait for the requester: both move by the business time that passed. */
export function afterWaiting(promises: Promises, calendar: Calendar, since: Instant, until: Instant): Promises {
  const waited = businessMinutesBetween(calendar, since, until);
  return {
    firstResponseBy: addBusinessMinutes(calendar, promises.firstResponseBy, waited),
    decisionBy: addBusinessMinutes(calendar, promises.decisionBy, waited),
  };
}

/** The timers a request should have: none while it waits on its requester or once it is decided. */
export function timersOf(request: PurchaseRequest): Timer[] {
  if (request.progress.state !== 'deciding') return [];
  const { firstResponseBy, decisionBy } = request.promises;
  const timers: Timer[] = [
    ...(request.firstResponse ? [] : [{ kind: 'response-due', dueAt: firstResponseBy } as const]),
    { kind: 'decision-due', dueAt: decisionBy },
  ];
  return timers.filter(({ kind }) => !request.reminded.includes(kind));
}
