import { describe, expect, it } from 'vitest';
import { businessMinutesBetween } from '#domain/clocks.ts';
import { afterWaiting, type Promises, promisesFrom } from '#domain/promises.ts';
import { HOUR_MS, MONDAY } from '#test/support/builders.ts';
import { TAIPEI } from '#test/support/deeds.ts';

const at = (taipei: string) => Date.parse(`${taipei}+08:00`);
const iso = (instant: number) => new Date(instant + 8 * HOUR_MS).toISOString().slice(0, 16);

describe('promises', () => {
  it.each([
    ['fast', '2026-01-05T12:00', '2026-01-06T10:00'],
    ['standard', '2026-01-05T14:00', '2026-01-08T10:00'],
    ['full', '2026-01-05T18:00', '2026-01-19T10:00'],
  ] as const)(
    'on the %s track, from a Monday at 10:00: an answer by %s, a decision by %s',
    (track, answer, decision) => {
      const { since, firstResponseBy, decisionBy } = promisesFrom(track, TAIPEI, MONDAY);
      expect(since).toBe(MONDAY);
      expect([firstResponseBy, decisionBy].map(iso)).toEqual([answer, decision]);
    },
  );

  it('count from the next opening when asked at night', () => {
    const { firstResponseBy, decisionBy } = promisesFrom('fast', TAIPEI, at('2026-01-09T23:00'));
    expect([firstResponseBy, decisionBy].map(iso)).toEqual(['2026-01-12T11:00', '2026-01-12T18:00']);
  });
});

describe('waiting for the requester', () => {
  const promises = { since: MONDAY, firstResponseBy: at('2026-01-05T12:00'), decisionBy: at('2026-01-06T10:00') };
  it.each([
    ['by the hours that passed', '2026-01-05T11:00', '2026-01-05T14:00', '2026-01-05T15:00', '2026-01-06T13:00'],
    ['not by a night', '2026-01-05T18:00', '2026-01-06T09:00', '2026-01-05T12:00', '2026-01-06T10:00'],
    ['not by a weekend', '2026-01-09T17:00', '2026-01-12T10:00', '2026-01-05T14:00', '2026-01-06T12:00'],
    ['not by nothing', '2026-01-05T11:00', '2026-01-05T11:00', '2026-01-05T12:00', '2026-01-06T10:00'],
    ['not by a clock that went back', '2026-01-05T14:00', '2026-01-05T11:00', '2026-01-05T12:00', '2026-01-06T10:00'],
  ])('moves the promises %s, and their start with them', (_case, since, until, answer, decision) => {
    const moved = afterWaiting(promises, TAIPEI, at(since), at(until));
    expect([moved.firstResponseBy, moved.decisionBy].map(iso)).toEqual([answer, decision]);
    const spent = (one: Promises) => businessMinutesBetween(TAIPEI, one.since, one.decisionBy);
    expect(spent(moved)).toBe(spent(promises));
  });
});
