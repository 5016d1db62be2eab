import { type Calendar, type Weekday, weekdayOf } from './clocks.ts';
import type { Instant } from './ids.ts';
import { DAY_MS, type DayNumber, dateOf, dayAt, firstInstantAt, readZone } from './wall-clock.ts';
import { DAYS_A_WEEK, dayInWeek, mondayOf, mondayOfWeek, type WeekId, weekOf, weeksBetween } from './weeks.ts';

/** When somebody wants their digest, on their own wall clock. */
export type DigestTime = {
  /** IANA name. */
  zone: string;
  day: Weekday;
  /** From 0 to 23. */
  hour: number;
  /** On a holiday of the IT team's calendar it comes on the next day that is a working day there. */
  afterHolidays: boolean;
};

/** Where a reader stands. `last`: the latest week that was dealt with, by sending or because they wanted none. */
export type DigestStanding = { last: WeekId; nextAt: Instant };

const HOUR_MS = 3_600_000;
/** A digest that is later than this is left out, and the next one says so. Source: issue 5. */
const LATE_MAX_MS = 3 * DAY_MS;
/** A holiday that lasts longer than this is no reason to wait on. */
const SHIFT_DAYS_MAX = 14;

function shifted(day: DayNumber, calendar: Calendar): DayNumber {
  const isHoliday = (one: DayNumber) => calendar.holidays.includes(dateOf(one));
  const isOff = (one: DayNumber) => isHoliday(one) || !calendar.days.some((day) => day === weekdayOf(one));
  if (!isHoliday(day)) return day;
  for (let later = day + 1; later <= day + SHIFT_DAYS_MAX; later += 1) if (!isOff(later)) return later;
  return day;
}

/** When the digest of the week that begins on this Monday comes. */
function plannedIn(monday: DayNumber, { zone, day, hour, afterHolidays }: DigestTime, calendar: Calendar): Instant {
  const wished = dayInWeek(monday, day);
  const on = afterHolidays ? shifted(wished, calendar) : wished;
  return firstInstantAt(readZone(zone), on * DAY_MS + hour * HOUR_MS);
}

/** The latest week whose digest should have come by now. */
function currentWeek(time: DigestTime, calendar: Calendar, now: Instant): DayNumber {
  let monday = mondayOf(dayAt(readZone(time.zone), now));
  while (plannedIn(monday, time, calendar) > now) monday -= DAYS_A_WEEK;
  return monday;
}

/** When the digest of the week after this one comes. */
export const nextAfter = (last: WeekId, time: DigestTime, calendar: Calendar): Instant =>
  plannedIn(mondayOfWeek(last) + DAYS_A_WEEK, time, calendar);

/**
 * Where somebody stands who is new here or wants another time: their next digest is the first one still to come, and
 * never a second one in a week.
 */
export function standingFrom(time: DigestTime, calendar: Calendar, now: Instant, before?: WeekId): DigestStanding {
  const current = weekOf(currentWeek(time, calendar, now));
  const last = before && before > current ? before : current;
  return { last, nextAt: nextAfter(last, time, calendar) };
}

/** What is due now. `missed`: weeks before this one of which nothing came. */
export type DueDigest =
  | { send: true; week: WeekId; missed: number; next: DigestStanding }
  | { send: false; next: DigestStanding };

/** For a reader whose `nextAt` has come. One that is too late is left out, and counts as missed in the next one. */
export function dueDigest(last: WeekId, time: DigestTime, calendar: Calendar, now: Instant): DueDigest {
  const monday = currentWeek(time, calendar, now);
  const week = weekOf(monday);
  if (week <= last) return { send: false, next: { last, nextAt: nextAfter(last, time, calendar) } };
  const nextAt = nextAfter(week, time, calendar);
  if (now - plannedIn(monday, time, calendar) > LATE_MAX_MS) return { send: false, next: { last, nextAt } };
  return { send: true, week, missed: weeksBetween(last, week) - 1, next: { last: week, nextAt } };
}
