import { describe, expect, it } from 'vitest';
import type { UserId } from '#domain/ids.ts';
import { type Message, type News, TANDEM } from '#domain/outcome.ts';
import { promisesFrom } from '#domain/promises.ts';
import type { Progress, PurchaseRequest } from '#domain/purchase-request.ts';
import { timersOf } from '#domain/timers.ts';
import { ANA, aRequest, BEN, HOUR_MS, MEI, MONDAY } from '#test/support/builders.ts';
import {
  AN_HOUR_ON,
  ANSWER,
  APPROVE,
  ASK,
  CHO,
  DECLINE,
  type Deed,
  does,
  LEA,
  mustAccept,
  refusalOf,
  SAM,
  TAIPEI,
  timeComes,
} from '#test/support/deeds.ts';
import { BLANKS } from '#test/support/worlds.ts';

/** Answered already, so that a test is about one thing; `aRequest` is not. */
const request = (overrides: Partial<PurchaseRequest> = {}) =>
  aRequest({ firstResponse: { by: ANA, at: MONDAY }, ...overrides });
const taipei = (text: string) => Date.parse(`${text}+08:00`);
/** Ten business days on. */
const WAITS_UNTIL = taipei('2026-01-19T11:00');
const waiting = (overrides: Partial<PurchaseRequest> = {}) =>
  request({
    progress: { state: 'waiting', since: AN_HOUR_ON, until: WAITS_UNTIL },
    questions: [{ text: 'Which data?', by: ANA, at: AN_HOUR_ON }],
    ...overrides,
  });
const LATER = AN_HOUR_ON + 3 * HOUR_MS;
const later = { at: LATER };

const told = (to: UserId, news: News): Message => ({ kind: 'told', to, news });
const CARD: Message = { kind: 'card-changed' };
const RESPOND: Deed = { type: 'respond' };
const SUPPORT: Deed = { type: 'support' };
const WITHDRAW: Deed = { type: 'withdraw', because: ' Found another way ' };
const REOPEN: Deed = { type: 'reopen', because: ' New facts ' };
const HAND_OVER: Deed = { type: 'hand-over', to: CHO };
const LOSE: Deed = { type: 'lose-thread', loss: 'deleted' };
const tick = (done: boolean): Deed => ({ type: 'tick', step: 'needs', done });

describe('the first response', () => {
  it.each<[string, UserId, Deed]>([
    ['a reply of the engineer’s', ANA, RESPOND],
    ['a reply of the stand-in’s', BEN, RESPOND],
    ['a question', ANA, ASK],
    ['a tick', BEN, tick(true)],
    ['a verdict', ANA, APPROVE],
    ['handing over', ANA, HAND_OVER],
  ])('is %s, recorded first and never again timed', (_case, by, deed) => {
    const { request: after, events, timers = [] } = mustAccept(does(aRequest(), by, deed));
    expect(after.firstResponse).toEqual({ by, at: AN_HOUR_ON, took: { ms: HOUR_MS, promisedMs: 2 * HOUR_MS } });
    expect(events[0]).toEqual({ type: 'first-responded', by, at: AN_HOUR_ON, detail: {} });
    expect(timers.filter(({ kind }) => kind.startsWith('response-'))).toEqual([]);
  });

  it('in words changes the card and nothing else', () => {
    const { request: after, events, messages } = mustAccept(does(aRequest(), ANA, RESPOND));
    expect({ ...after, firstResponse: undefined }).toEqual(aRequest());
    expect([events.length, messages]).toEqual([1, [CARD]]);
  });

  it('happens once', () => {
    expect(refusalOf(does(request(), ANA, RESPOND))).toEqual({ code: 'nothing-changes' });
    const { request: after, events } = mustAccept(does(request(), BEN, ASK, later));
    expect(after.firstResponse).toEqual({ by: ANA, at: MONDAY });
    expect(events.map(({ type }) => type)).toEqual(['asked']);
  });

  it.each([MEI, CHO, LEA, SAM])('is not %s’s to give', (by) => {
    expect(refusalOf(does(aRequest(), by, RESPOND))).toEqual({ code: 'nothing-changes' });
    const { request: after } = mustAccept(
      by === MEI ? does(aRequest(), by, tick(true)) : does(aRequest(), by, SUPPORT),
    );
    expect(after).not.toHaveProperty('firstResponse');
  });

  it('is not what is said after the end: a request that was never answered stays so', () => {
    const unanswered = aRequest({ progress: { state: 'withdrawn', at: MONDAY } });
    expect(refusalOf(does(unanswered, ANA, RESPOND))).toEqual({ code: 'nothing-changes' });
  });
});

describe('support', () => {
  it('is counted once a person, and the engineer hears of it, wherever the thread is', () => {
    for (const place of ['channel', 'direct'] as const) {
      const first = mustAccept(does(request({ place }), SAM, SUPPORT));
      expect(first.request).toEqual(request({ place, supporters: [SAM] }));
      expect(first.events).toEqual([{ type: 'supported', by: SAM, at: AN_HOUR_ON, detail: {} }]);
      expect(first.messages).toEqual([told(ANA, { about: 'supported', by: SAM })]);
      expect(refusalOf(does(first.request, SAM, SUPPORT))).toEqual({ code: 'nothing-changes' });
      expect(mustAccept(does(first.request, LEA, SUPPORT)).request.supporters).toEqual([SAM, LEA]);
    }
  });

  it('is not the requester’s own', () =>
    expect(refusalOf(does(request(), MEI, SUPPORT))).toEqual({ code: 'own-request' }));
});

describe('a lost thread', () => {
  it.each(['deleted', 'archived', 'not-in-channel', 'no-channel'] as const)('(%s) goes on among its people', (loss) => {
    const outcome = mustAccept(does(request(), TANDEM, { type: 'lose-thread', loss }));
    expect(outcome.request).toEqual(request({ place: 'direct', moved: loss }));
    expect(outcome.events).toEqual([{ type: 'thread-lost', by: TANDEM, at: AN_HOUR_ON, detail: { loss } }]);
    expect(outcome.messages).toEqual([
      { kind: 'thread-opened' },
      { kind: 'admin-told', to: LEA, problem: { kind: 'thread-lost', loss } },
    ]);
    expect(outcome.timers).toEqual(timersOf(request(), TAIPEI));
    const again = does(outcome.request, TANDEM, { type: 'lose-thread', loss });
    expect(again.ok).toBe(loss === 'deleted');
  });
});

describe('a reminder', () => {
  const due = { at: aRequest().promises.decisionBy };
  it('is for the engineer, once, when it is due', () => {
    const outcome = mustAccept(does(request(), TANDEM, timeComes('decision-due'), due));
    expect(outcome.request).toEqual(request({ reminded: ['decision-due'] }));
    expect(outcome.events).toMatchObject([
      { type: 'reminded', by: TANDEM, at: due.at, detail: { timer: 'decision-due', to: ANA } },
    ]);
    expect(outcome.messages).toEqual([told(ANA, { about: 'due', timer: 'decision-due' })]);
    expect(outcome.timers?.map(({ kind }) => kind)).toEqual(['decision-late']);
    expect(refusalOf(does(outcome.request, TANDEM, timeComes('decision-due'), due))).toEqual({
      code: 'nothing-changes',
    });
  });

  it('of the answer leaves the decision’s to come, and the answer’s own others', () => {
    const answerDue = { at: aRequest().promises.firstResponseBy };
    const { timers } = mustAccept(does(aRequest(), TANDEM, timeComes('response-due'), answerDue));
    expect(timers?.map(({ kind }) => kind)).toEqual([
      'response-late',
      ...['decision-half', 'decision-due', 'decision-late'],
    ]);
  });

  it('after a downtime is the last mark that has passed, and no earlier one', () => {
    const late = { at: due.at + 10 * 24 * HOUR_MS };
    for (const timer of ['decision-half', 'decision-due'] as const) {
      expect(refusalOf(does(request(), TANDEM, timeComes(timer), late))).toEqual({ code: 'nothing-changes' });
    }
    const outcome = mustAccept(does(request(), TANDEM, timeComes('decision-late'), late));
    expect(outcome.timers).toEqual([]);
  });

  it.each<[string, PurchaseRequest, Deed, number]>([
    ['before it is due', request(), timeComes('decision-due'), due.at - 1],
    ['of an answer that was given', request(), timeComes('response-due'), due.at],
    ['while the requester has it', waiting(), timeComes('decision-due'), due.at],
    ['once decided', request({ progress: { state: 'withdrawn', at: MONDAY } }), timeComes('decision-due'), due.at],
  ])('does not come %s', (_case, given, deed, at) =>
    expect(refusalOf(does(given, TANDEM, deed, { at }))).toEqual({ code: 'nothing-changes' }),
  );
});

describe('while it waits for the requester', () => {
  it('an answer hands it back, and both promises move by the time that passed', () => {
    const { firstResponseBy, decisionBy } = request().promises;
    const outcome = mustAccept(does(waiting(), MEI, { type: 'answer', answer: ' None ' }, later));
    const promises = {
      since: MONDAY + 3 * HOUR_MS,
      firstResponseBy: firstResponseBy + 3 * HOUR_MS,
      decisionBy: decisionBy + 3 * HOUR_MS,
    };
    const said = { text: 'None', at: LATER };
    expect(outcome.request).toEqual(
      request({ promises, questions: [{ text: 'Which data?', by: ANA, at: AN_HOUR_ON, answer: said }] }),
    );
    expect(outcome.events).toEqual([{ type: 'answered', by: MEI, at: LATER, detail: { answer: 'None' } }]);
    const news = { answer: 'None', question: 'Which data?' };
    expect(outcome.messages).toEqual([CARD, { kind: 'answered', ...news }, told(ANA, { about: 'answered', ...news })]);
    expect(outcome.timers).toEqual([
      { kind: 'decision-half', dueAt: taipei('2026-01-05T17:30') },
      { kind: 'decision-due', dueAt: promises.decisionBy },
      { kind: 'decision-late', dueAt: taipei('2026-01-06T17:30') },
    ]);
  });

  it('an answer goes to the last question only', () => {
    const answered = { text: 'Who?', by: BEN, at: MONDAY, answer: { text: 'All', at: MONDAY } };
    const { request: after } = mustAccept(
      does(waiting({ questions: [answered, ...waiting().questions] }), MEI, ANSWER),
    );
    expect(after.questions[0]).toEqual(answered);
    expect(after.questions[1]?.answer?.text).toBe('None');
  });

  it.each(BLANKS)('an answer takes words: %j', (blank) =>
    expect(refusalOf(does(waiting(), MEI, { type: 'answer', answer: blank }))).toEqual({
      code: 'words-needed',
      what: 'answer',
    }),
  );

  it.each([ANA, LEA, SAM])('%s does not answer for the requester', (by) =>
    expect(refusalOf(does(waiting(), by, ANSWER))).toEqual({ code: 'requester-only', requester: MEI }),
  );

  it('nothing more is asked', () => expect(refusalOf(does(waiting(), BEN, ASK))).toEqual({ code: 'already-asked' }));

  const TIMED: Partial<Record<Progress['state'], string[]>> = {
    waiting: ['waiting-first', 'waiting-second', 'waiting-ends'],
    objected: ['objection-ends'],
    decided: [],
    withdrawn: [],
  };
  it.each<[string, UserId, Deed, Progress['state']]>([
    ['a yes decides', ANA, APPROVE, 'decided'],
    ['a no is with the requester', BEN, DECLINE, 'objected'],
    ['it can be withdrawn', MEI, WITHDRAW, 'withdrawn'],
    ['it can be handed over, and still waits', ANA, HAND_OVER, 'waiting'],
    ['a step can be ticked, and it still waits', MEI, tick(true), 'waiting'],
    ['it can be supported, and still waits', SAM, SUPPORT, 'waiting'],
    ['its thread can be lost, and it still waits', TANDEM, LOSE, 'waiting'],
  ])('%s', (_case, by, deed, state) => {
    const { request: after, timers } = mustAccept(does(waiting(), by, deed, later));
    expect(after.progress.state).toBe(state);
    expect(timers?.map(({ kind }) => kind)).toEqual(TIMED[state]);
  });
});

describe('withdrawing', () => {
  it.each([
    [WITHDRAW, { because: 'Found another way' }],
    [{ type: 'withdraw' }, {}],
    [{ type: 'withdraw', because: ' \u200b' }, {}],
  ] satisfies [Deed, object][])('is the requester’s, with or without a reason: %j', (deed, because) => {
    const outcome = mustAccept(does(request(), MEI, deed));
    expect(outcome.request).toEqual(request({ progress: { state: 'withdrawn', at: AN_HOUR_ON, ...because } }));
    expect(outcome.events).toEqual([{ type: 'withdrawn', by: MEI, at: AN_HOUR_ON, detail: because }]);
    expect(outcome.messages).toEqual([
      CARD,
      { kind: 'withdrawn', ...because },
      told(ANA, { about: 'withdrawn', ...because }),
    ]);
    expect(outcome.timers).toEqual([]);
  });

  it.each([ANA, LEA, SAM])('is not %s’s', (by) =>
    expect(refusalOf(does(request(), by, WITHDRAW))).toEqual({ code: 'requester-only', requester: MEI }),
  );
});

describe('once it is over', () => {
  const { request: decided } = mustAccept(does(request(), BEN, APPROVE));
  const { request: withdrawn } = mustAccept(does(request(), MEI, WITHDRAW));
  const expired = request({ progress: { state: 'expired', at: AN_HOUR_ON } });
  const ENDS = [
    ['expired', expired, { code: 'already-expired', at: AN_HOUR_ON }],
    ['decided', decided, { code: 'already-decided', decision: 'approved', by: BEN, at: AN_HOUR_ON }],
    ['withdrawn', withdrawn, { code: 'already-withdrawn', at: AN_HOUR_ON }],
  ] as const;

  describe.each(ENDS)('%s', (_state, over, refusal) => {
    it.each([ASK, APPROVE, DECLINE, HAND_OVER, SUPPORT, tick(true)])(
      'everybody hears so who tries to $type',
      (deed) => {
        for (const by of [MEI, ANA, BEN, CHO, LEA, SAM])
          expect(refusalOf(does(over, by, deed, later))).toEqual(refusal);
      },
    );

    it.each([WITHDRAW, ANSWER])('only the requester could $type, and hears so', (deed) => {
      expect(refusalOf(does(over, MEI, deed, later))).toEqual(refusal);
      expect(refusalOf(does(over, SAM, deed, later))).toEqual({ code: 'requester-only', requester: MEI });
    });

    it.each([MEI, ANA, BEN, CHO, LEA])('%s can reopen it: every seat is asked anew, the clock starts anew', (by) => {
      const outcome = mustAccept(does({ ...over, reminded: ['decision-due'] }, by, REOPEN, later));
      const promises = promisesFrom('fast', TAIPEI, LATER);
      expect(outcome.request).toEqual(request({ promises, reopened: 1 }));
      expect(outcome.events).toEqual([
        { type: 'reopened', by, at: LATER, detail: { because: 'New facts', from: over.progress } },
      ]);
      const others = [MEI, ANA].filter((person) => person !== by);
      const news = { about: 'reopened', by, because: 'New facts' } as const;
      expect(outcome.messages).toEqual([
        CARD,
        { kind: 'reopened', by, because: 'New facts' },
        ...others.map((to) => told(to, news)),
      ]);
      expect(outcome.timers).toEqual(timersOf(request({ promises }), TAIPEI));
      expect(outcome.timers).toContainEqual({ kind: 'decision-due', dueAt: promises.decisionBy });
    });

    it('a stranger cannot reopen it, and a reason is needed', () => {
      expect(refusalOf(does(over, SAM, REOPEN))).toEqual({ code: 'pair-only', requester: MEI, engineer: ANA });
      for (const because of BLANKS) {
        const refused = refusalOf(does(over, ANA, { type: 'reopen', because }));
        expect(refused).toEqual({ code: 'words-needed', what: 'reason' });
      }
    });

    it('its thread can still be lost, which changes nothing else', () => {
      const { request: after } = mustAccept(does(over, TANDEM, LOSE, later));
      expect(after).toEqual({ ...over, place: 'direct', moved: 'deleted' });
    });
  });

  it('whoever holds a seat can reopen it, though not of IT', () => {
    const budget = { role: 'budget' as const, holders: [SAM], standIns: [] };
    expect(does({ ...decided, seats: [...decided.seats, budget] }, SAM, REOPEN, later).ok).toBe(true);
  });
});

describe('among its people', () => {
  const direct = { place: 'direct' as const };
  it.each<[string, PurchaseRequest, UserId, Deed]>([
    ['a question', request(direct), ANA, ASK],
    ['an answer', waiting(direct), MEI, ANSWER],
    ['a decision', request(direct), ANA, APPROVE],
    ['a withdrawal', request(direct), MEI, WITHDRAW],
    ['a reopening', request({ ...direct, progress: { state: 'withdrawn', at: MONDAY } }), MEI, REOPEN],
  ])('%s is not told again by DM', (_case, given, by, deed) => {
    const { messages } = mustAccept(does(given, by, deed));
    expect(messages.map(({ kind }) => kind)).not.toContain('told');
    expect(messages.length).toBe(2);
  });
});
