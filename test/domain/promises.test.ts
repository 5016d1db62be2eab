import { describe, expect, it } from 'vitest';
import { afterWaiting, promisesFrom } from '#domain/promises.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import { timersOf } from '#domain/timers.ts';
import { ANA, aRequest, HOUR_MS, MONDAY } from '#test/support/builders.ts';
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
      const { firstResponseBy, decisionBy } = promisesFrom(track, TAIPEI, MONDAY);
      expect([firstResponseBy, decisionBy].map(iso)).toEqual([answer, decision]);
    },
  );

  it('count from the next opening when asked at night', () => {
    const { firstResponseBy, decisionBy } = promisesFrom('fast', TAIPEI, at('2026-01-09T23:00'));
    expect([firstResponseBy, decisionBy].map(iso)).toEqual(['2026-01-12T11:00', '2026-01-12T18:00']);
  });
});

describe('waiting for the requester', () => {
  const promises = { firstResponseBy: at('2026-01-05T12:00'), decisionBy: at('2026-01-06T10:00') };
  it.each([
    ['by the hours that passed', '2026-01-05T11:00', '2026-01-05T14:00', '2026-01-05T15:00', '2026-01-06T13:00'],
    ['not by a night', '2026-01-05T18:00', '2026-01-06T09:00', '2026-01-05T12:00', '2026-01-06T10:00'],
    ['not by a weekend', '2026-01-09T17:00', '2026-01-12T10:00', '2026-01-05T14:00', '2026-01-06T12:00'],
    ['not by nothing', '2026-01-05T11:00', '2026-01-05T11:00', '2026-01-05T12:00', '2026-01-06T10:00'],
    ['not by a clock that went back', '2026-01-05T14:00', '2026-01-05T11:00', '2026-01-05T12:00', '2026-01-06T10:00'],
  ])('moves both promises %s', (_case, since, until, answer, decision) => {
    const moved = afterWaiting(promises, TAIPEI, at(since), at(until));
    expect([moved.firstResponseBy, moved.decisionBy].map(iso)).toEqual([answer, decision]);
  });
});

describe('timers', () => {
  const promises = { firstResponseBy: MONDAY + HOUR_MS, decisionBy: MONDAY + 9 * HOUR_MS };
  const response = { kind: 'response-due', dueAt: promises.firstResponseBy };
  const decision = { kind: 'decision-due', dueAt: promises.decisionBy };
  it.each<[string, Partial<PurchaseRequest>, unknown[]]>([
    ['both promises', {}, [response, decision]],
    ['the decision alone once answered', { firstResponse: { by: ANA, at: MONDAY } }, [decision]],
    ['what was not reminded of yet', { reminded: ['response-due'] }, [decision]],
    ['the answer, though the decision was reminded of', { reminded: ['decision-due'] }, [response]],
    ['nothing once all was said', { reminded: ['decision-due', 'response-due'] }, []],
    ['nothing while the requester has it', { progress: { state: 'waiting', since: MONDAY } }, []],
    ['nothing once decided', { progress: { state: 'decided', decision: 'pilot', at: MONDAY } }, []],
    ['nothing once withdrawn', { progress: { state: 'withdrawn', at: MONDAY } }, []],
  ])('watch %s', (_case, overrides, expected) =>
    expect(timersOf(aRequest({ promises, ...overrides }))).toEqual(expected),
  );
});
