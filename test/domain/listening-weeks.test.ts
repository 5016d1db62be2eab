import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { ChannelId } from '#domain/ids.ts';
import { NUDGE_ANSWERS } from '#domain/listening.ts';
import { type NudgeCount, percentOf, weeksBegan, weeksOf } from '#domain/listening-weeks.ts';
import { HOUR_MS, MONDAY } from '#test/support/builders.ts';
import { TAIPEI } from '#test/support/deeds.ts';

const QUARTER_HOUR_MS = 15 * 60_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
const LUNCH = 'C0LUNCH' as ChannelId;

const aCount = (overrides: Partial<NudgeCount> = {}): NudgeCount => ({
  ...{ channel: LUNCH, quarterHour: MONDAY, surface: 'here', count: 1 },
  ...overrides,
});

/** Quarter hours of two years, in zones with summer time, half hours, and either side of the date line. */
const counts = fc.array(
  fc
    .record({
      channel: fc.constantFrom('C1' as ChannelId, 'C2' as ChannelId, 'C3' as ChannelId),
      quarterHour: fc.integer({ min: 0, max: 2 * 365 * 96 }).map((quarter) => MONDAY + quarter * QUARTER_HOUR_MS),
      surface: fc.constantFrom('here' as const, 'home' as const),
      answer: fc.constantFrom(undefined, ...NUDGE_ANSWERS),
      count: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ answer, ...one }): NudgeCount => ({ ...one, ...(answer && { answer }) })),
  { maxLength: 60 },
);
const calendars = fc
  .constantFrom('Asia/Taipei', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC')
  .map((timeZone) => ({ ...TAIPEI, timeZone }));

/** Nudge by nudge, with luxon's weeks. */
function slowly(all: NudgeCount[], timeZone: string) {
  const nudges = all.flatMap(({ count, ...one }) => Array.from({ length: count }, () => one));
  const mondayOf = (at: number) => DateTime.fromMillis(at, { zone: timeZone }).startOf('week').toISODate();
  const mondays = [...new Set(nudges.map(({ quarterHour }) => mondayOf(quarterHour)))].sort().reverse();
  return mondays.map((monday) => {
    const ofWeek = nudges.filter(({ quarterHour }) => mondayOf(quarterHour) === monday);
    const channels = [...new Set(ofWeek.map(({ channel }) => channel))].sort().map((channel) => {
      const here = ofWeek.filter((one) => one.channel === channel);
      const said = (...answers: unknown[]) => here.filter(({ answer }) => answers.includes(answer)).length;
      const homeOnly = here.filter(({ surface }) => surface === 'home').length;
      const never = said('never', 'never-here');
      return {
        channel,
        asked: here.length,
        homeOnly,
        yes: said('yes'),
        no: said('no'),
        never,
        unanswered: said(undefined),
      };
    });
    return { monday, channels: channels.sort((one, other) => other.asked - one.asked) };
  });
}

describe('the weeks of listening', () => {
  it('are those that one counts by hand, in any order and zone', () => {
    fc.assert(
      fc.property(counts, calendars, (all, calendar) => {
        expect(weeksOf(all, calendar)).toEqual(slowly(all, calendar.timeZone));
        expect(weeksOf(all.toReversed(), calendar)).toEqual(weeksOf(all, calendar));
      }),
    );
  });

  it('begin with Monday on the wall of the IT team, not of UTC', () => {
    const midnight = Date.UTC(2026, 0, 4, 16);
    const weeks = weeksOf(
      [aCount({ quarterHour: midnight - QUARTER_HOUR_MS }), aCount({ quarterHour: midnight })],
      TAIPEI,
    );
    expect(weeks.map(({ monday }) => monday)).toEqual(['2026-01-05', '2025-12-29']);
  });

  it('leave their counts as they were', () => {
    const all = [aCount(), aCount({ answer: 'no' })];
    weeksOf(all, TAIPEI);
    expect(all).toEqual([aCount(), aCount({ answer: 'no' })]);
  });

  it('of late are this one and those before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 * WEEK_MS * 52 }), calendars, (ms, calendar) => {
        const now = MONDAY + ms;
        const began = DateTime.fromMillis(now, { zone: calendar.timeZone }).startOf('week').minus({ weeks: 3 });
        expect(weeksBegan(calendar, now, 4)).toBe(began.toMillis());
      }),
    );
  });
});

describe('the share that was right', () => {
  it('is a percentage from five answers on, and never better than it was', () => {
    expect(percentOf({ right: 4, of: 4 })).toBeUndefined();
    expect(percentOf({ right: 4, of: 5 })).toBe(80);
    expect(percentOf({ right: 199, of: 200 })).toBe(99);
    expect(percentOf({ right: 200, of: 200 })).toBe(100);
  });
});
