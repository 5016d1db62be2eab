import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { Calendar, Weekday } from '#domain/clocks.ts';
import { type DigestTime, dueDigest, nextAfter, standingFrom } from '#domain/digest-times.ts';
import type { LocalDate } from '#domain/ids.ts';
import { DAY_MS } from '#domain/wall-clock.ts';
import type { WeekId } from '#domain/weeks.ts';

const HOUR_MS = DAY_MS / 24;
const CALENDAR: Calendar = {
  timeZone: 'Asia/Taipei',
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  start: '09:00',
  end: '18:00',
  holidays: ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'] as LocalDate[],
};
const MONDAYS: DigestTime = { zone: 'Asia/Taipei', day: 'mon', hour: 9, afterHolidays: true };
const week = (id: string) => id as WeekId;
const in_ = (zone: string) => (local: string) => DateTime.fromISO(local, { zone }).toMillis();
const inTaipei = in_('Asia/Taipei');
const shown = (at: number, zone = 'Asia/Taipei') =>
  DateTime.fromMillis(at, { zone }).toFormat("ccc yyyy-MM-dd'T'HH:mm");

describe('the next digest', () => {
  it('comes at the day and hour that its reader chose, in their own zone', () => {
    const time: DigestTime = { zone: 'America/Los_Angeles', day: 'fri', hour: 16, afterHolidays: true };
    expect(shown(nextAfter(week('2026-W01'), time, CALENDAR), time.zone)).toBe('Fri 2026-01-09T16:00');
  });

  it('keeps its hour on the wall when clocks change', () => {
    const time = { ...MONDAYS, zone: 'Europe/Berlin' };
    const hours = ['2026-W12', '2026-W13', '2026-W42', '2026-W43'].map((last) => nextAfter(week(last), time, CALENDAR));
    expect(hours.map((at) => shown(at, time.zone).slice(-5))).toEqual(['09:00', '09:00', '09:00', '09:00']);
  });

  it('at an hour that is skipped comes when the skip is over', () => {
    const time: DigestTime = { zone: 'Europe/Berlin', day: 'sun', hour: 2, afterHolidays: true };
    expect(shown(nextAfter(week('2026-W12'), time, CALENDAR), time.zone)).toBe('Sun 2026-03-29T03:00');
  });

  it('on a holiday waits for the next working day, unless the reader wants it all the same', () => {
    expect(shown(nextAfter(week('2026-W07'), MONDAYS, CALENDAR))).toBe('Mon 2026-02-23T09:00');
    const allTheSame = { ...MONDAYS, afterHolidays: false };
    expect(shown(nextAfter(week('2026-W07'), allTheSame, CALENDAR))).toBe('Mon 2026-02-16T09:00');
  });

  it('on a Saturday that somebody chose is no holiday', () => {
    expect(shown(nextAfter(week('2026-W07'), { ...MONDAYS, day: 'sat' }, CALENDAR))).toBe('Sat 2026-02-21T09:00');
  });
});

describe('a reader', () => {
  it('who is new gets the first one that is still to come', () => {
    const standing = standingFrom(MONDAYS, CALENDAR, inTaipei('2026-01-05T10:00'));
    expect({ ...standing, nextAt: shown(standing.nextAt) }).toEqual({
      last: '2026-W02',
      nextAt: 'Mon 2026-01-12T09:00',
    });
  });

  it('who chooses an earlier day never has two in a week', () => {
    const friday = { ...MONDAYS, day: 'fri' } as const;
    const standing = standingFrom(friday, CALENDAR, inTaipei('2026-01-07T10:00'), week('2026-W02'));
    expect({ ...standing, nextAt: shown(standing.nextAt) }).toEqual({
      last: '2026-W02',
      nextAt: 'Fri 2026-01-16T09:00',
    });
  });
});

describe('what is due', () => {
  const due = (local: string, last: string) => dueDigest(week(last), MONDAYS, CALENDAR, inTaipei(local));

  it('is this week’s', () => {
    expect(due('2026-01-12T09:00', '2026-W02')).toMatchObject({ send: true, week: '2026-W03', missed: 0 });
    expect(due('2026-01-12T08:59', '2026-W02')).toMatchObject({ send: false });
  });

  it('is caught up within three days; one that is later is left out, and the next one says so', () => {
    expect(due('2026-01-15T09:00', '2026-W02')).toMatchObject({ send: true, week: '2026-W03', missed: 0 });
    const late = due('2026-01-15T09:01', '2026-W02');
    expect(late).toMatchObject({ send: false, next: { last: '2026-W02' } });
    expect(shown(late.next.nextAt)).toBe('Mon 2026-01-19T09:00');
    expect(due('2026-01-19T09:00', '2026-W02')).toMatchObject({ send: true, week: '2026-W04', missed: 1 });
  });

  it('after five weeks off is the one of now alone', () => {
    expect(due('2026-02-10T09:00', '2026-W02')).toMatchObject({ send: true, week: '2026-W07', missed: 4 });
  });

  it('goes on over the turn of a year with 53 weeks', () => {
    expect(due('2026-12-28T09:00', '2026-W52')).toMatchObject({ send: true, week: '2026-W53', missed: 0 });
    expect(due('2027-01-04T09:00', '2026-W53')).toMatchObject({ send: true, week: '2027-W01', missed: 0 });
  });
});

const WEEKDAYS: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const times = fc.record<DigestTime>({
  zone: fc.constantFrom('Asia/Taipei', 'Europe/Berlin', 'America/Los_Angeles', 'Pacific/Apia', 'Pacific/Kiritimati'),
  day: fc.constantFrom(...WEEKDAYS),
  hour: fc.integer({ min: 0, max: 23 }),
  afterHolidays: fc.boolean(),
});

describe('over a year', () => {
  it('whatever hours the computer is on, no week comes twice and none goes missing unsaid', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 24 * 12 }), { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(times, steps, (time, hours) => {
        let now = inTaipei('2026-09-01T00:00');
        let standing = standingFrom(time, CALENDAR, now);
        const begun = standing.last;
        const came: WeekId[] = [];
        let unsaid = 0;
        for (const step of hours) {
          now += step * HOUR_MS;
          for (let rounds = 0; standing.nextAt <= now && rounds < 3; rounds += 1) {
            const one = dueDigest(standing.last, time, CALENDAR, now);
            if (one.send) {
              came.push(one.week);
              unsaid += one.missed;
            }
            standing = one.next;
          }
          expect(standing.nextAt).toBeGreaterThan(now);
        }
        expect(new Set(came).size).toBe(came.length);
        expect(came.toSorted()).toEqual(came);
        const last = came.at(-1);
        if (last) {
          const weeks =
            (nextAfter(last, MONDAYS, { ...CALENDAR, holidays: [] }) -
              nextAfter(begun, MONDAYS, { ...CALENDAR, holidays: [] })) /
            (7 * DAY_MS);
          expect(came.length + unsaid).toBe(weeks);
        }
      }),
    );
  });

  it('moving between zones gives a week at most once', () => {
    const moves = fc.array(fc.record({ time: times, hours: fc.integer({ min: 1, max: 24 * 6 }) }), { maxLength: 50 });
    fc.assert(
      fc.property(moves, (all) => {
        let now = inTaipei('2026-09-01T00:00');
        let last = standingFrom(MONDAYS, CALENDAR, now).last;
        const came: WeekId[] = [];
        for (const { time, hours } of all) {
          now += hours * HOUR_MS;
          const one = dueDigest(last, time, CALENDAR, now);
          if (one.send) came.push(one.week);
          last = one.next.last;
        }
        expect(new Set(came).size).toBe(came.length);
      }),
    );
  });
});
