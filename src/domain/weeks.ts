import type { Calendar, Weekday } from './clocks.ts';
import { localDate, startOfLocalDate } from './clocks.ts';
import type { Period } from './figures.ts';
import type { Instant, LocalDate } from './ids.ts';
import { type DayNumber, dateOf, dayNumber } from './wall-clock.ts';

/** An ISO 8601 week, such as `2026-W53`: the one with its year's first Thursday is W01, so W53 can end in January. */
export type WeekId = string & { readonly week: unique symbol };

export const DAYS_A_WEEK = 7;
const THURSDAY = 3;
/** From Monday on. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies Weekday[];

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

/** 1970-01-01 was a Thursday. */
export const mondayOf = (day: DayNumber): DayNumber => day - modulo(day + THURSDAY, DAYS_A_WEEK);

/** The day of the week in which `monday` is. */
export const dayInWeek = (monday: DayNumber, weekday: Weekday): DayNumber => monday + WEEKDAYS.indexOf(weekday);

export function weekOf(day: DayNumber): WeekId {
  const thursday = mondayOf(day) + THURSDAY;
  const year = dateOf(thursday).slice(0, 4);
  const week = Math.floor((thursday - dayNumber(`${year}-01-01` as LocalDate)) / DAYS_A_WEEK) + 1;
  return `${year}-W${String(week).padStart(2, '0')}` as WeekId;
}

/** @throws {RangeError} for what is no week. */
export function mondayOfWeek(week: WeekId): DayNumber {
  const [, year, number] = /^(\d{4})-W(\d\d)$/.exec(week) ?? [];
  const monday = mondayOf(dayNumber(`${year}-01-04` as LocalDate)) + (Number(number) - 1) * DAYS_A_WEEK;
  if (weekOf(monday) !== week) throw new RangeError(`"${week}" is not a week; write it like 2026-W53`);
  return monday;
}

/** How many weeks the second is after the first. */
export const weeksBetween = (one: WeekId, other: WeekId): number =>
  (mondayOfWeek(other) - mondayOfWeek(one)) / DAYS_A_WEEK;

/** A week with its first day. */
export type Week = Period & { firstDay: LocalDate };

const latest = new WeakMap<Calendar, { to: Instant; weeks: Week[] }>();

/**
 * Spans of seven days, the newest first; the first ends at `to` and the others at midnights of the IT team's wall, so
 * that each is seven days there whatever daylight saving does. The latest are kept: all digests of a day are of the same.
 */
export function weeksUpTo(calendar: Calendar, to: Instant, count: number): Week[] {
  const known = latest.get(calendar);
  if (known?.to === to && known.weeks.length >= count) return known.weeks.slice(0, count);
  const weeks = spansUpTo(calendar, to, count);
  latest.set(calendar, { to, weeks });
  return weeks;
}

function spansUpTo(calendar: Calendar, to: Instant, count: number): Week[] {
  const lastDay = dayNumber(localDate(calendar, to - 1));
  const dayOf = (ago: number) => dateOf(lastDay + 1 - (ago + 1) * DAYS_A_WEEK);
  const startOf = (ago: number) => startOfLocalDate(calendar, dayOf(ago));
  return Array.from({ length: count }, (_, ago) => ({
    from: startOf(ago),
    to: ago === 0 ? to : startOf(ago - 1),
    firstDay: dayOf(ago),
  }));
}
