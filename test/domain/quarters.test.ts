import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '#domain/clocks.ts';
import { type QuarterId, quarterAt, quarterBefore, quarterPeriod, readQuarter } from '#domain/quarters.ts';
import { DAY_MS } from '#domain/wall-clock.ts';

const TAIPEI: Calendar = { timeZone: 'Asia/Taipei', days: ['mon'], start: '09:00', end: '18:00', holidays: [] };
const at = (local: string) => DateTime.fromISO(local, { zone: 'Asia/Taipei' }).toMillis();

describe('a quarter', () => {
  it('is read as people write it, and nothing else is one', () => {
    expect(['2026Q4', '2026-q4', 'Q4 2026', ' q4-2026 '].map(readQuarter)).toEqual(Array(4).fill('2026Q4'));
    expect(['2026Q5', 'Q0 2026', '26Q1', 'next', ''].map(readQuarter)).toEqual(Array(5).fill(undefined));
  });

  it('goes from the midnight of its first day to that of the next one’s, on the IT team’s wall', () => {
    expect(quarterPeriod(TAIPEI, '2026Q4' as QuarterId)).toEqual({ from: at('2026-10-01'), to: at('2027-01-01') });
    expect(quarterAt(TAIPEI, at('2027-01-01') - 1)).toBe('2026Q4');
    expect(quarterAt(TAIPEI, at('2027-01-01'))).toBe('2027Q1');
    expect(quarterBefore('2027Q1' as QuarterId)).toBe('2026Q4');
  });

  it('lies between the one before and the next, whatever the moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (day) => {
        const moment = day * DAY_MS;
        const { from, to } = quarterPeriod(TAIPEI, quarterAt(TAIPEI, moment));
        expect(from <= moment && moment < to).toBe(true);
        expect(quarterPeriod(TAIPEI, quarterBefore(quarterAt(TAIPEI, moment))).to).toBe(from);
      }),
    );
  });
});
