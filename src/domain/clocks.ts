import type { Instant, LocalDate } from './ids.ts';
import { DAY_MS, type DayNumber, dateOf, dayAt, dayNumber, firstInstantAt, readZone, type Zone } from './wall-clock.ts';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/**
 * When the IT team works. Work runs from `start` to `end` on the wall clock, `start` before `end` ('24:00' is the
 * end of the day). On a half day it ends midway between the two. A date in both lists is a holiday.
 * What is computed from a calendar is kept with it: make a new object instead of changing one.
 */
export type Calendar = {
  readonly timeZone: string;
  readonly days: readonly Weekday[];
  readonly start: string;
  readonly end: string;
  readonly holidays: readonly LocalDate[];
  readonly halfDays?: readonly LocalDate[];
};

/** Work from `start` up to, not including, `end`; no length on a day off. */
type Span = { start: Instant; end: Instant };
type Hours = {
  zone: Zone;
  weekdays: ReadonlySet<Weekday>;
  holidays: ReadonlySet<DayNumber>;
  halfDays: ReadonlySet<DayNumber>;
  startMinute: number;
  endMinute: number;
  spans: Map<DayNumber, Span>;
};

const MINUTE_MS = 60_000;
/** So long without a working day means that the calendar is wrong. */
const DAYS_OFF_MAX = 731;
/** In the order of day numbers: 1970-01-01 was a Thursday. */
const WEEKDAYS: readonly Weekday[] = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'];
const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

function minuteOfDay(time: string): number {
  const match = TIME.exec(time);
  if (!match) throw new RangeError(`"${time}" is not a time of day; write it like 09:00`);
  return match[1] === undefined ? 24 * 60 : Number(match[1]) * 60 + Number(match[2]);
}

export const weekdayOf = (day: DayNumber): Weekday | undefined => WEEKDAYS[((day % 7) + 7) % 7];

function readHours(calendar: Calendar): Hours {
  const startMinute = minuteOfDay(calendar.start);
  const endMinute = minuteOfDay(calendar.end);
  if (endMinute <= startMinute) {
    throw new RangeError(`Work cannot end at ${calendar.end} when it starts at ${calendar.start}`);
  }
  return {
    zone: readZone(calendar.timeZone),
    weekdays: new Set(calendar.days),
    holidays: new Set(calendar.holidays.map(dayNumber)),
    halfDays: new Set((calendar.halfDays ?? []).map(dayNumber)),
    startMinute,
    endMinute,
    spans: new Map(),
  };
}

const hoursByCalendar = new WeakMap<Calendar, Hours>();

function hoursOf(calendar: Calendar): Hours {
  const known = hoursByCalendar.get(calendar);
  if (known) return known;
  const hours = readHours(calendar);
  hoursByCalendar.set(calendar, hours);
  return hours;
}

function readSpan(hours: Hours, day: DayNumber): Span {
  const { zone, startMinute, endMinute } = hours;
  const weekday = weekdayOf(day);
  if (!weekday || !hours.weekdays.has(weekday) || hours.holidays.has(day)) return { start: 0, end: 0 };
  const lastMinute = hours.halfDays.has(day) ? Math.floor((startMinute + endMinute) / 2) : endMinute;
  const midnightMs = day * DAY_MS;
  return {
    start: firstInstantAt(zone, midnightMs + startMinute * MINUTE_MS),
    end: firstInstantAt(zone, midnightMs + lastMinute * MINUTE_MS),
  };
}

function spanOf(hours: Hours, day: DayNumber): Span {
  const known = hours.spans.get(day);
  if (known) return known;
  const span = readSpan(hours, day);
  hours.spans.set(day, span);
  return span;
}

/**
 * Days that are surely not too late and not too early to begin and end with, for no wall clock is a whole day from UTC.
 * What lies outside adds nothing, and asking for the very day takes longer than all the rest.
 */
const dayBefore = (at: Instant): DayNumber => Math.floor(at / DAY_MS) - 1;
const dayAfter = (at: Instant): DayNumber => Math.floor(at / DAY_MS) + 1;

/**
 * The earliest instant by which `minutes` of working time have passed since `from`: the end of a day rather than the
 * start of the next, and `from` itself for 0.
 * @throws {RangeError} for a negative or endless number of minutes, for a calendar that cannot be read, and when two
 * years hold no working time.
 */
export function addBusinessMinutes(calendar: Calendar, from: Instant, minutes: number): Instant {
  if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError(`Cannot wait for ${minutes} business minutes`);
  const hours = hoursOf(calendar);
  let leftMs = Math.round(minutes * MINUTE_MS);
  if (leftMs === 0) return from;
  let daysOff = 0;
  for (let day = dayBefore(from); daysOff <= DAYS_OFF_MAX; day += 1) {
    const span = spanOf(hours, day);
    const start = Math.max(from, span.start);
    if (start + leftMs <= span.end) return start + leftMs;
    const workedMs = Math.max(0, span.end - start);
    leftMs -= workedMs;
    daysOff = workedMs > 0 ? 0 : daysOff + 1;
  }
  throw new RangeError(`The calendar of ${calendar.timeZone} has no working time in ${DAYS_OFF_MAX} days`);
}

/** Working minutes that pass between two instants, with a fraction when they are not whole; 0 when `to` is not later. */
export function businessMinutesBetween(calendar: Calendar, from: Instant, to: Instant): number {
  if (to <= from) return 0;
  const hours = hoursOf(calendar);
  const lastDay = dayAfter(to);
  let workedMs = 0;
  for (let day = dayBefore(from); day <= lastDay; day += 1) {
    const span = spanOf(hours, day);
    workedMs += Math.max(0, Math.min(to, span.end) - Math.max(from, span.start));
  }
  return workedMs / MINUTE_MS;
}

/** Minutes of a full working day on the wall clock: neither half days nor daylight saving change it. */
export function workdayMinutes(calendar: Calendar): number {
  const { startMinute, endMinute } = hoursOf(calendar);
  return endMinute - startMinute;
}

/**
 * A business day is the minutes of one full working day, so a half day counts half.
 * @throws {RangeError} as `addBusinessMinutes` does.
 */
export const addBusinessDays = (calendar: Calendar, from: Instant, days: number): Instant =>
  addBusinessMinutes(calendar, from, days * workdayMinutes(calendar));

/** The moment work ends counts as off. */
export function isWorkingTime(calendar: Calendar, at: Instant): boolean {
  const hours = hoursOf(calendar);
  const span = spanOf(hours, dayAt(hours.zone, at));
  return span.start <= at && at < span.end;
}

/** The date on the IT team's wall. */
export const localDate = (calendar: Calendar, at: Instant): LocalDate => dateOf(dayAt(hoursOf(calendar).zone, at));

/**
 * The first instant of a date: later than midnight where daylight saving skips midnight.
 * @throws {RangeError} when the text is no date.
 */
export const startOfLocalDate = (calendar: Calendar, date: LocalDate): Instant =>
  firstInstantAt(hoursOf(calendar).zone, dayNumber(date) * DAY_MS);
