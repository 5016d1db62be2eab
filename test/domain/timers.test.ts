import { describe, expect, it } from 'vitest';
import { decide } from '#domain/decide.ts';
import type { LocalDate } from '#domain/ids.ts';
import { TANDEM } from '#domain/outcome.ts';
import { promisesFrom } from '#domain/promises.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import { dueTimers, type Timer, timersOf } from '#domain/timers.ts';
import { ANA, aRequest, HOUR_MS, MEI, MONDAY } from '#test/support/builders.ts';
import {
  ANSWER,
  ASK,
  anOrganisation,
  DECLINE,
  does,
  LEA,
  mustAccept,
  REVIVE,
  refusalOf,
  TAIPEI,
  timeComes,
} from '#test/support/deeds.ts';

const at = (taipei: string) => Date.parse(`${taipei}+08:00`);
const iso = (instant: number) => new Date(instant + 8 * HOUR_MS).toISOString().slice(0, 16);
const read = (timers: Timer[] = []) => timers.map(({ kind, dueAt }) => `${kind} ${iso(dueAt)}`);
const watched = (overrides: Partial<PurchaseRequest> = {}, calendar = TAIPEI) =>
  read(timersOf(aRequest(overrides), calendar));

const RESPONSE = ['response-half 2026-01-05T11:00', 'response-due 2026-01-05T12:00', 'response-late 2026-01-05T13:00'];
const DECISION = ['decision-half 2026-01-05T14:30', 'decision-due 2026-01-06T10:00', 'decision-late 2026-01-06T14:30'];
const ANSWERED = { firstResponse: { by: ANA, at: MONDAY } };

describe('a promise has a mark halfway, at its end, and half as late again', () => {
  it('in business time, on the fast track from a Monday at 10:00', () =>
    expect(watched()).toEqual([...RESPONSE, ...DECISION]));

  it.each([
    [
      'full',
      ['response-half 2026-01-05T14:00', 'response-due 2026-01-05T18:00', 'response-late 2026-01-06T13:00'],
      ['decision-half 2026-01-12T10:00', 'decision-due 2026-01-19T10:00', 'decision-late 2026-01-26T10:00'],
    ],
    [
      'standard',
      ['response-half 2026-01-05T12:00', 'response-due 2026-01-05T14:00', 'response-late 2026-01-05T16:00'],
      ['decision-half 2026-01-06T14:30', 'decision-due 2026-01-08T10:00', 'decision-late 2026-01-09T14:30'],
    ],
  ] as const)('on the %s track', (track, response, decision) =>
    expect(watched({ promises: promisesFrom(track, TAIPEI, MONDAY) })).toEqual([...response, ...decision]),
  );

  it('over a weekend and a holiday', () => {
    const calendar = { ...TAIPEI, holidays: ['2026-01-12' as LocalDate] };
    expect(watched({ promises: promisesFrom('fast', calendar, at('2026-01-09T17:00')) }, calendar)).toEqual([
      ...['response-half 2026-01-09T18:00', 'response-due 2026-01-13T10:00', 'response-late 2026-01-13T11:00'],
      ...['decision-half 2026-01-13T12:30', 'decision-due 2026-01-13T17:00', 'decision-late 2026-01-14T12:30'],
    ]);
  });

  it('asked at night, halfway is half of the working time', () =>
    expect(watched({ promises: promisesFrom('fast', TAIPEI, at('2026-01-09T23:00')) })).toEqual([
      ...['response-half 2026-01-12T10:00', 'response-due 2026-01-12T11:00', 'response-late 2026-01-12T12:00'],
      ...['decision-half 2026-01-12T13:30', 'decision-due 2026-01-12T18:00', 'decision-late 2026-01-13T13:30'],
    ]));
});

describe('what is watched', () => {
  const waiting = { state: 'waiting', since: MONDAY, until: at('2026-01-19T10:00') } as const;
  const objected = { state: 'objected', since: MONDAY, until: at('2026-01-12T10:00') } as const;
  const WAITING = [
    'waiting-first 2026-01-08T10:00',
    'waiting-second 2026-01-14T10:00',
    'waiting-ends 2026-01-19T10:00',
  ];
  it.each<[string, Partial<PurchaseRequest>, string[]]>([
    ['both promises', {}, [...RESPONSE, ...DECISION]],
    ['the decision alone once answered', ANSWERED, DECISION],
    [
      'what was not told yet, nor overtaken by what was',
      { reminded: ['response-half', 'decision-due'] },
      [...RESPONSE.slice(1), ...DECISION.slice(2)],
    ],
    ['nothing once all was told', { ...ANSWERED, reminded: ['decision-half', 'decision-due', 'decision-late'] }, []],
    ['the requester alone while they have it: after 3, 7 and 10 business days', { progress: waiting }, WAITING],
    ['a wait by its own marks', { progress: waiting, reminded: ['waiting-first', 'decision-due'] }, WAITING.slice(1)],
    ['the end of an objection alone', { progress: objected }, ['objection-ends 2026-01-12T10:00']],
    ['nothing once decided', { progress: { state: 'decided', decision: 'pilot', at: MONDAY } }, []],
    ['nothing once withdrawn', { progress: { state: 'withdrawn', at: MONDAY } }, []],
    ['nothing once expired', { progress: { state: 'expired', at: MONDAY } }, []],
  ])('is %s', (_case, overrides, expected) => expect(watched(overrides)).toEqual(expected));

  it('is ten business days after a question, and five after a no', () => {
    const open = aRequest(ANSWERED);
    expect(read(mustAccept(does(open, ANA, ASK, { at: MONDAY })).timers)).toEqual(WAITING);
    expect(read(mustAccept(does(open, ANA, DECLINE, { at: MONDAY })).timers)).toEqual([
      'objection-ends 2026-01-12T10:00',
    ]);
  });
});

/** What the worker does with a request: whatever the clock has to say, until it has said all. */
function wake(request: PurchaseRequest, now: number) {
  const told: string[] = [];
  let given = request;
  for (;;) {
    const [due] = dueTimers(given, now, TAIPEI);
    if (!due) return { told, request: given };
    const outcome = decide(given, { ...timeComes(due), by: TANDEM, at: now }, anOrganisation());
    const { request: after, messages } = mustAccept(outcome);
    told.push(...messages.flatMap((message) => (message.kind === 'told' ? `${due} ${message.to}` : [])));
    given = after;
  }
}

describe('when time passes', () => {
  it('a mark is told once, and not before it is due', () => {
    const due = at('2026-01-05T14:30');
    const early = does(aRequest(), TANDEM, timeComes('decision-half'), { at: due - 1 });
    expect(refusalOf(early)).toEqual({ code: 'nothing-changes' });
    const { request } = mustAccept(does(aRequest(), TANDEM, timeComes('decision-half'), { at: due }));
    expect(request.reminded).toEqual(['decision-half']);
    expect(refusalOf(does(request, TANDEM, timeComes('decision-half'), { at: due }))).toEqual({
      code: 'nothing-changes',
    });
  });

  it('after a downtime of a week the last mark of each promise is told, and then nothing more', () => {
    const { told, request } = wake(aRequest(), MONDAY + 7 * 24 * HOUR_MS);
    expect(told).toEqual([`response-late ${LEA}`, `decision-late ${LEA}`]);
    expect(wake(request, MONDAY + 30 * 24 * HOUR_MS).told).toEqual([]);
  });

  it('at half and at the end the one with the next step hears; later the leads of IT join, in the thread too', () => {
    const late = does(aRequest(ANSWERED), TANDEM, timeComes('decision-late'), { at: at('2026-01-06T14:30') });
    const { messages, events } = mustAccept(late);
    expect(messages).toEqual([
      { kind: 'escalated', timer: 'decision-late' },
      { kind: 'told', to: LEA, news: { about: 'due', timer: 'decision-late' } },
    ]);
    expect(events).toMatchObject([{ type: 'escalated', by: TANDEM, detail: { timer: 'decision-late', to: [LEA] } }]);
  });

  it('a lead of IT is not told of their own request', () => {
    const own = aRequest({ ...ANSWERED, requester: LEA });
    const { messages } = mustAccept(does(own, TANDEM, timeComes('decision-late'), { at: at('2026-01-06T14:30') }));
    expect(messages).toEqual([{ kind: 'escalated', timer: 'decision-late' }]);
  });

  it('a wait is told to the requester twice, then the request expires, and no timer is left', () => {
    const { request } = mustAccept(does(aRequest(ANSWERED), ANA, ASK, { at: MONDAY }));
    const once = wake(request, at('2026-01-08T10:00'));
    expect(once.told).toEqual([`waiting-first ${MEI}`]);
    const twice = wake(once.request, at('2026-01-19T09:59'));
    expect(twice.told).toEqual([`waiting-second ${MEI}`]);
    const woken = wake(twice.request, at('2026-01-19T10:00'));
    expect(woken.told.at(-1)).toBe(`waiting-ends ${MEI}`);
    expect(woken.request.progress).toEqual({ state: 'expired', at: at('2026-01-19T10:00') });
    expect(timersOf(woken.request, TAIPEI)).toEqual([]);
  });

  it('a no that nobody talks through stays one after five business days, and is recorded with its reason', () => {
    const { request } = mustAccept(does(aRequest(ANSWERED), ANA, DECLINE, { at: MONDAY }));
    expect(wake(request, at('2026-01-12T09:59')).request).toEqual(request);
    const { request: after, told } = wake(request, at('2026-01-12T10:00'));
    expect(after.progress).toMatchObject({ state: 'decided', decision: 'declined', at: at('2026-01-12T10:00') });
    expect(after.seats[0]?.verdict).toMatchObject({ kind: 'decline', reason: 'No export', wayForward: 'An export' });
    expect(told).toEqual([`objection-ends ${MEI}`]);
  });
});

describe('an expired request', () => {
  const { request: asked } = mustAccept(does(aRequest(ANSWERED), ANA, ASK, { at: MONDAY }));
  const { request: expired } = wake(asked, at('2026-01-19T10:00'));
  const MONTH_ON = at('2026-02-16T10:00');

  it.each([MEI, ANA])('is brought back by one press of %s: its question stands, with ten days again', (by) => {
    const { request, timers } = mustAccept(does(expired, by, REVIVE, { at: MONTH_ON }));
    expect(request.progress).toEqual({ state: 'waiting', since: MONTH_ON, until: at('2026-03-02T10:00') });
    expect(request.questions).toEqual(asked.questions);
    expect(read(timers)).toEqual([
      'waiting-first 2026-02-19T10:00',
      'waiting-second 2026-02-25T10:00',
      'waiting-ends 2026-03-02T10:00',
    ]);
  });

  it('comes back with its promises whole: the whole wait and the rest count for nobody', () => {
    const { request } = mustAccept(does(expired, MEI, REVIVE, { at: MONTH_ON }));
    const { request: answered } = mustAccept(does(request, MEI, ANSWER, { at: MONTH_ON + 2 * HOUR_MS }));
    expect(answered.promises).toEqual(promisesFrom('fast', TAIPEI, MONTH_ON + 2 * HOUR_MS));
  });

  it('is not anybody else’s to bring back, and an open one needs none', () => {
    expect(refusalOf(does(expired, LEA, REVIVE))).toEqual({ code: 'pair-only', requester: MEI, engineer: ANA });
    expect(refusalOf(does(asked, MEI, REVIVE))).toEqual({ code: 'nothing-changes' });
  });
});
