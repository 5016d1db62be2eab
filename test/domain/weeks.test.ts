import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '#domain/clocks.ts';
import type { LocalDate } from '#domain/ids.ts';
import { DAY_MS, dateOf, dayNumber } from '#domain/wall-clock.ts';
import { mondayOfWeek, type WeekId, weekOf, weeksBetween, weeksUpTo } from '#domain/weeks.ts';

const weekOfDate = (date: string) => weekOf(dayNumber(date as LocalDate));

describe('an ISO week', () => {
  it('belongs to the year of its Thursday', () => {
    const dates = ['2026-12-28', '2027-01-03', '2027-01-04', '2024-12-30', '2026-01-01', '2021-01-03', '2020-12-31'];
    expect(dates.map(weekOfDate)).toEqual([
      ...['2026-W53', '2026-W53', '2027-W01', '2025-W01', '2026-W01', '2020-W53', '2020-W53'],
    ]);
  });

  it('is what luxon says it is, on every day of two centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 50_000 }), (day) => {
        const { weekYear, weekNumber, weekday } = DateTime.fromMillis(day * DAY_MS, { zone: 'utc' });
        expect(weekOf(day)).toBe(`${weekYear}-W${String(weekNumber).padStart(2, '0')}`);
        expect(mondayOfWeek(weekOf(day))).toBe(day - (weekday - 1));
      }),
    );
  });

  it('sorts by its writing, over the turn of a year too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.nat(5_000), (day, later) => {
        const [one, other] = [weekOf(day), weekOf(day + later)];
        expect(one <= other).toBe(true);
        expect(weeksBetween(one, other)).toBeGreaterThanOrEqual(Math.floor(later / 7));
      }),
    );
    expect(weeksBetween('2026-W53' as WeekId, '2027-W01' as WeekId)).toBe(1);
  });

  it('that a year does not have is refused in plain words', () => {
    expect(() => mondayOfWeek('2025-W53' as WeekId)).toThrow('"2025-W53" is not a week; write it like 2026-W53');
    expect(() => mondayOfWeek('soon' as WeekId)).toThrow(RangeError);
  });
});

describe('weeks up to a moment', () => {
  const BERLIN: Calendar = {
    timeZone: 'Europe/Berlin',
    days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    start: '09:00',
    end: '17:00',
    holidays: [],
  };
  const at = (local: string) => DateTime.fromISO(local, { zone: BERLIN.timeZone }).toMillis();

  it('are seven days on the wall each, also when a clock is changed in between', () => {
    const weeks = weeksUpTo(BERLIN, at('2026-03-30T00:00'), 3);
    expect(weeks).toMatchObject([
      { from: at('2026-03-23T00:00'), to: at('2026-03-30T00:00') },
      { from: at('2026-03-16T00:00'), to: at('2026-03-23T00:00') },
      { from: at('2026-03-09T00:00'), to: at('2026-03-16T00:00') },
    ]);
    expect((weeks[0]?.to ?? 0) - (weeks[0]?.from ?? 0)).toBe(7 * DAY_MS - DAY_MS / 24);
  });

  it('in the middle of a day begin with six whole days before it', () => {
    const noon = at('2026-06-10T12:00');
    expect(weeksUpTo(BERLIN, noon, 1)).toEqual([{ firstDay: '2026-06-04', from: at('2026-06-04T00:00'), to: noon }]);
    expect(dateOf(dayNumber('2026-06-04' as LocalDate) + 6)).toBe('2026-06-10');
  });
});
