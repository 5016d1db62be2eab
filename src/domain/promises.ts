import { addBusinessDays, addBusinessMinutes, businessMinutesBetween, type Calendar } from './clocks.ts';
import type { Instant } from './ids.ts';
import type { Track } from './vocabulary.ts';

/**
 * How long an answer took and how long it was promised to take, both in whole milliseconds of business time in the
 * calendar of that day. It is kept with the request, for a calendar that changes later must not change the past.
 */
export type Took = { ms: number; promisedMs: number };

/** By when the next answers are promised, counted in business time from `since`. Waiting for the requester moves all. */
export type Promises = { since: Instant; firstResponseBy: Instant; decisionBy: Instant };

const MINUTES_PER_HOUR = 60;

/** What IT promises on each track, in business time from the submission. Source: product.md, Clocks. */
export const TARGETS: Record<Track, { firstResponseHours: number; decisionDays: number }> = {
  fast: { firstResponseHours: 2, decisionDays: 1 },
  standard: { firstResponseHours: 4, decisionDays: 3 },
  full: { firstResponseHours: 8, decisionDays: 10 },
};

export function promisesFrom(track: Track, calendar: Calendar, at: Instant): Promises {
  const { firstResponseHours, decisionDays } = TARGETS[track];
  return {
    since: at,
    firstResponseBy: addBusinessMinutes(calendar, at, firstResponseHours * MINUTES_PER_HOUR),
    decisionBy: addBusinessDays(calendar, at, decisionDays),
  };
}

/** The promises after a wait for the requester: they move by the business time that passed. */
export function afterWaiting(promises: Promises, calendar: Calendar, since: Instant, until: Instant): Promises {
  const waited = businessMinutesBetween(calendar, since, until);
  const later = (at: Instant) => addBusinessMinutes(calendar, at, waited);
  return {
    since: later(promises.since),
    firstResponseBy: later(promises.firstResponseBy),
    decisionBy: later(promises.decisionBy),
  };
}

/** A part of the way from the start of a promise to its end, in business time; beyond the end when above 1. */
export function partOfTheWay({ since }: Promises, by: Instant, part: number, calendar: Calendar): Instant {
  return addBusinessMinutes(calendar, since, Math.round(businessMinutesBetween(calendar, since, by) * part));
}
