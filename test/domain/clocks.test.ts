import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  addBusinessMinutes,
  businessMinutesBetween,
  type Calendar,
  isWorkingTime,
  localDate,
  startOfLocalDate,
  type Weekday,
  workdayMinutes,
} from '#domain/clocks.ts';
import type { LocalDate } from '#domain/ids.ts';

const MINUTE_MS = 60_000;
const WEEK: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const date = (text: string) => text as LocalDate;
const at = (iso: string) => Date.parse(iso);
const iso = (instant: number) => new Date(instant).toISOString().replace(':00.000Z', 'Z');

const taipei: Calendar = {
  timeZone: 'Asia/Taipei',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  start: '09:00',
  end: '18:00',
  holidays: [date('2026-12-25')],
  halfDays: [date('2026-12-24')],
};
const newYork: Calendar = { ...taipei, timeZone: 'America/New_York' };

describe('business time', () => {
  it.each([
    ['within a day', '2026-10-05T09:30+08:00', 120, '2026-10-05T11:30+08:00'],
    ['to the very end of a day, not the next start', '2026-10-05T09:00+08:00', 540, '2026-10-05T18:00+08:00'],
    ['over a night', '2026-10-05T17:00+08:00', 120, '2026-10-06T10:00+08:00'],
    ['over a weekend', '2026-10-09T17:00+08:00', 120, '2026-10-12T10:00+08:00'],
    ['from a night', '2026-10-05T03:00+08:00', 1, '2026-10-05T09:01+08:00'],
    ['from the end of a day', '2026-10-05T18:00+08:00', 1, '2026-10-06T09:01+08:00'],
    ['over a half day and a holiday', '2026-12-24T13:00+08:00', 60, '2026-12-28T09:30+08:00'],
    ['not at all for nothing', '2026-10-10T03:00+08:00', 0, '2026-10-10T03:00+08:00'],
    ['half a minute', '2026-10-05T09:30+08:00', 0.5, '2026-10-05T09:30:30+08:00'],
  ])('adds %s', (_case, from, minutes, until) =>
    expect(iso(addBusinessMinutes(taipei, at(from), minutes))).toBe(iso(at(until))),
  );

  it('adds business days as full working days', () => {
    expect(iso(addBusinessDays(taipei, at('2026-10-05T10:00+08:00'), 3))).toBe('2026-10-08T02:00Z');
    expect(iso(addBusinessDays(taipei, at('2026-10-05T10:00+08:00'), 10))).toBe('2026-10-19T02:00Z');
    expect(workdayMinutes(taipei)).toBe(540);
  });

  it('counts nothing backwards', () => {
    expect(businessMinutesBetween(taipei, at('2026-10-05T11:00+08:00'), at('2026-10-05T10:00+08:00'))).toBe(0);
  });

  it('counts off the moment work ends, and on the moment it starts', () => {
    expect(isWorkingTime(taipei, at('2026-10-05T09:00+08:00'))).toBe(true);
    expect(isWorkingTime(taipei, at('2026-10-05T18:00+08:00') - 1)).toBe(true);
    expect(isWorkingTime(taipei, at('2026-10-05T18:00+08:00'))).toBe(false);
    expect(isWorkingTime(taipei, at('2026-12-24T13:30+08:00'))).toBe(false);
    expect(isWorkingTime(taipei, at('2026-12-25T10:00+08:00'))).toBe(false);
    expect(isWorkingTime(taipei, at('2026-10-04T10:00+08:00'))).toBe(false);
  });

  it('keeps to the wall clock across daylight saving', () => {
    expect(iso(addBusinessDays(newYork, at('2026-03-06T10:00-05:00'), 1))).toBe('2026-03-09T14:00Z');
    const nights: Calendar = { ...newYork, days: [...WEEK], start: '00:00', end: '08:00' };
    const worked = (day: string, next: string) =>
      businessMinutesBetween(nights, startOfLocalDate(nights, date(day)), startOfLocalDate(nights, date(next)));
    expect(worked('2026-03-08', '2026-03-09')).toBe(420);
    expect(worked('2026-11-01', '2026-11-02')).toBe(540);
    expect(worked('2026-11-02', '2026-11-03')).toBe(480);
  });

  it('starts at the skip when the start of work is skipped', () => {
    const early: Calendar = { ...newYork, days: ['sun'], start: '02:30', end: '04:00' };
    expect(iso(addBusinessMinutes(early, at('2026-03-07T12:00-05:00'), 60))).toBe('2026-03-08T08:00Z');
  });

  it('finds no work on the day that Samoa left out', () => {
    const apia: Calendar = { ...taipei, timeZone: 'Pacific/Apia' };
    expect(iso(addBusinessMinutes(apia, at('2011-12-29T18:00-10:00'), 60))).toBe('2012-01-01T20:00Z');
    expect(localDate(apia, at('2011-12-30T09:59:59Z'))).toBe('2011-12-29');
    expect(localDate(apia, at('2011-12-30T10:00:00Z'))).toBe('2011-12-31');
  });

  it('knows dates on the wall, and where they start', () => {
    expect(localDate(taipei, at('2026-10-04T16:00Z'))).toBe('2026-10-05');
    expect(localDate(taipei, at('2026-10-04T15:59:59Z'))).toBe('2026-10-04');
    expect(iso(startOfLocalDate(taipei, date('2026-10-05')))).toBe('2026-10-04T16:00Z');
    const cairo: Calendar = { ...taipei, timeZone: 'Africa/Cairo' };
    expect(iso(startOfLocalDate(cairo, date('2026-04-24')))).toBe('2026-04-23T22:00Z');
  });
});

describe('a calendar that cannot work', () => {
  it.each<[string, Partial<Calendar>]>([
    ['no working time', { days: [] }],
    ['not a time zone', { timeZone: 'Asia/Nowhere' }],
    ['not a time of day', { start: '9:00' }],
    ['not a time of day', { end: '25:00' }],
    ['cannot end', { end: '09:00' }],
    ['not a date', { holidays: [date('2026-02-30')] }],
    ['not a date', { halfDays: [date('Christmas')] }],
  ])('is refused by name: %s', (message, change) =>
    expect(() => addBusinessMinutes({ ...taipei, ...change }, at('2026-10-05T00:00Z'), 1)).toThrow(
      expect.objectContaining({ name: 'RangeError', message: expect.stringContaining(message) }),
    ),
  );

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('does not wait for %d minutes', (minutes) =>
    expect(() => addBusinessMinutes(taipei, 0, minutes)).toThrow(RangeError),
  );

  it('waits out a holiday of a year and a half', () => {
    const from = at('2026-01-01T00:00Z');
    const holidays = Array.from({ length: 550 }, (_, day) =>
      date(new Date(from + day * 86_400_000).toISOString().slice(0, 10)),
    );
    expect(localDate(taipei, addBusinessMinutes({ ...taipei, holidays }, from, 1))).toBe('2027-07-05');
  });
});

/** Every minute of some days, with what a wall clock shows, asked of Intl and not of the code under test. */
type Minute = { date: string; weekday: Weekday; minute: number };
const WINDOW_MINUTES = 10 * 24 * 60;
const WINDOWS: [timeZone: string, start: string][] = [
  ['Asia/Taipei', '2026-10-01T00:00Z'],
  ['America/New_York', '2026-03-03T00:00Z'],
  ['America/New_York', '2026-10-27T00:00Z'],
  ['Europe/Berlin', '2026-03-24T00:00Z'],
  ['Europe/Berlin', '2026-10-20T00:00Z'],
  ['Australia/Lord_Howe', '2026-04-01T00:00Z'],
  ['Australia/Lord_Howe', '2026-09-30T00:00Z'],
  ['Pacific/Apia', '2011-12-26T00:00Z'],
  ['Africa/Cairo', '2026-04-20T00:00Z'],
  ['Atlantic/Azores', '2026-10-20T00:00Z'],
];

function readWindow(timeZone: string, start: number): Minute[] {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return Array.from({ length: WINDOW_MINUTES }, (_, index) => {
    const [day = '', time = ''] = wall.format(start + index * MINUTE_MS).split(' ');
    const weekday = WEEK[new Date(`${day}T00:00Z`).getUTCDay()] ?? 'sun';
    return { date: day, weekday, minute: minutesOf(time) };
  });
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** For each minute: is it worked? A day's work goes on from the first time the clock reaches `start`, until `end`. */
function workedMinutes(calendar: Calendar, minutes: Minute[]): boolean[] {
  const begun = new Set<string>();
  const ended = new Set<string>();
  return minutes.map(({ date: day, weekday, minute }) => {
    const [start, fullEnd] = [minutesOf(calendar.start), minutesOf(calendar.end)];
    const isHalf = calendar.halfDays?.includes(date(day));
    if (minute >= start) begun.add(day);
    if (minute >= (isHalf ? Math.floor((start + fullEnd) / 2) : fullEnd)) ended.add(day);
    const isOff = !calendar.days.includes(weekday) || calendar.holidays.includes(date(day));
    return !isOff && begun.has(day) && !ended.has(day);
  });
}

const windows = WINDOWS.map(([timeZone, start]) => ({
  timeZone,
  start: at(start),
  minutes: readWindow(timeZone, at(start)),
}));

const timeOfDay = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const anyHours = fc
  .oneof(
    fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 })),
    fc.tuple(fc.integer({ min: 0, max: 180 }), fc.integer({ min: 60, max: 300 })),
    fc.constant([540, 1080] as const),
  )
  .filter(([start, end]) => start < end)
  .map(([start, end]) => ({ start: timeOfDay(start), end: timeOfDay(end) }));

const anyWorld = fc.constantFrom(...windows).chain((window) => {
  const dates = fc.subarray([...new Set(window.minutes.map((minute) => date(minute.date)))], { maxLength: 3 });
  const days = fc.oneof(fc.constant(taipei.days), fc.constant(WEEK), fc.subarray([...WEEK], { minLength: 1 }));
  return fc
    .record({ hours: anyHours, days, holidays: dates, halfDays: dates })
    .map(({ hours, ...rest }) => ({ window, calendar: { timeZone: window.timeZone, ...hours, ...rest } }));
});
const anyIndex = fc.integer({ min: 0, max: WINDOW_MINUTES - 1 });

describe('business time agrees with counting every minute', () => {
  it('between two moments', () => {
    fc.assert(
      fc.property(anyWorld, anyIndex, anyIndex, ({ window, calendar }, from, to) => {
        const counted = workedMinutes(calendar, window.minutes).slice(from, Math.max(from, to)).filter(Boolean).length;
        const instant = (index: number) => window.start + index * MINUTE_MS;
        expect(businessMinutesBetween(calendar, instant(from), instant(to))).toBe(counted);
      }),
      { numRuns: 120 },
    );
  });

  it('when adding', () => {
    fc.assert(
      fc.property(anyWorld, anyIndex, fc.integer({ min: 1, max: 1500 }), ({ window, calendar }, from, minutes) => {
        let left = minutes;
        const worked = workedMinutes(calendar, window.minutes);
        const last = worked.findIndex((isWorked, index) => {
          if (index >= from && isWorked) left -= 1;
          return left === 0;
        });
        fc.pre(last >= 0);
        const until = window.start + (last + 1) * MINUTE_MS;
        expect(addBusinessMinutes(calendar, window.start + from * MINUTE_MS, minutes)).toBe(until);
      }),
      { numRuns: 120 },
    );
  });

  it('at every moment, and on which date', () => {
    fc.assert(
      fc.property(anyWorld, fc.array(anyIndex, { minLength: 30, maxLength: 30 }), ({ window, calendar }, indexes) => {
        const worked = workedMinutes(calendar, window.minutes);
        for (const index of indexes) {
          const instant = window.start + index * MINUTE_MS;
          expect(isWorkingTime(calendar, instant)).toBe(worked[index]);
          expect(localDate(calendar, instant)).toBe(window.minutes[index]?.date);
        }
      }),
    );
  });

  it.each(windows)('where each date starts ($timeZone)', ({ timeZone, start, minutes }) => {
    const calendar = { ...taipei, timeZone };
    const seen = new Set([minutes[0]?.date]);
    for (const [index, minute] of minutes.entries()) {
      if (seen.has(minute.date)) continue;
      seen.add(minute.date);
      expect(startOfLocalDate(calendar, date(minute.date))).toBe(start + index * MINUTE_MS);
    }
    expect(seen.size).toBeGreaterThan(8);
  });
});

describe('laws of business time', () => {
  const anyCalendar = anyWorld.map(({ calendar }) => calendar);
  const anyInstant = fc.integer({ min: at('2025-01-01T00:00Z'), max: at('2027-01-01T00:00Z') });

  it('what was added is found between, and not a millisecond earlier', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.integer({ min: 1, max: 20_000 }), (calendar, from, minutes) => {
        const until = addBusinessMinutes(calendar, from, minutes);
        expect(businessMinutesBetween(calendar, from, until)).toBe(minutes);
        expect(businessMinutesBetween(calendar, from, until - 1)).toBeLessThan(minutes);
      }),
    );
  });

  it('time can be counted in two parts', () => {
    fc.assert(
      fc.property(anyCalendar, fc.tuple(anyInstant, anyInstant, anyInstant), (calendar, instants) => {
        const [from = 0, middle = 0, to = 0] = instants.toSorted((a, b) => a - b);
        const parts = businessMinutesBetween(calendar, from, middle) + businessMinutesBetween(calendar, middle, to);
        expect(businessMinutesBetween(calendar, from, to)).toBeCloseTo(parts, 6);
      }),
      { numRuns: 50 },
    );
  });
});
