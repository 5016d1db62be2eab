import { IANAZone } from 'luxon';
import type { Instant, LocalDate } from './ids.ts';

export type Zone = IANAZone;
/** Days since 1970-01-01 on the wall clock. */
export type DayNumber = number;

export const DAY_MS = 86_400_000;
/** Wall clocks differ from UTC by less than this, and it outlasts the largest leap: the day Samoa left out in 2011. */
const AROUND_MS = 26 * 3_600_000;

/** @throws {RangeError} when the IANA database has no such zone. */
export function readZone(name: string): Zone {
  const zone = IANAZone.create(name);
  if (!zone.isValid) throw new RangeError(`"${name}" is not a time zone; write it like Asia/Taipei`);
  return zone;
}

/** Whether the IANA database has it. */
export const isZone = (name: string): boolean => IANAZone.isValidZone(name);

export const dateOf = (day: DayNumber): LocalDate => new Date(day * DAY_MS).toISOString().slice(0, 10) as LocalDate;

/** @throws {RangeError} when the text is no date of the calendar, such as 2026-02-30. */
export function dayNumber(date: LocalDate): DayNumber {
  const day = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) / DAY_MS : Number.NaN;
  if (Number.isNaN(day) || dateOf(day) !== date) {
    throw new RangeError(`"${date}" is not a date; write it like 2026-12-25`);
  }
  return day;
}

const offsetMs = (zone: Zone, at: Instant): number => zone.offset(at) * 60_000;

/** The first instant after `before` that has the offset which holds at `after`, when one change lies between them. */
function changeBetween(zone: Zone, before: Instant, after: Instant): Instant {
  const later = offsetMs(zone, after);
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(zone, middle) === later) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The first instant at which the wall clock has reached `wallMs`, a local time written as if it were UTC. A time that
 * comes twice means the first; a time that is skipped means the moment of the skip. So spans of different days never
 * overlap, and a day that a place skipped has no length.
 */
export function firstInstantAt(zone: Zone, wallMs: number): Instant {
  const earlier = offsetMs(zone, wallMs - AROUND_MS);
  const later = offsetMs(zone, wallMs + AROUND_MS);
  if (earlier === later || offsetMs(zone, wallMs - earlier) === earlier) return wallMs - earlier;
  if (offsetMs(zone, wallMs - later) === later) return wallMs - later;
  return changeBetween(zone, wallMs - AROUND_MS, wallMs + AROUND_MS);
}

/** The date on the wall of `zone`. */
export const dayAt = (zone: Zone, at: Instant): DayNumber => Math.floor((at + offsetMs(zone, at)) / DAY_MS);
