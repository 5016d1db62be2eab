import { describe, expect, it } from 'vitest';
import type { LocalDate, UserId } from '#domain/ids.ts';
import type { DecisionRecord, Message, News } from '#domain/outcome.ts';
import { JOINT_STEPS, type PurchaseRequest, type Seat, type Terms } from '#domain/purchase-request.ts';
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
  LEAVE_IT,
  LIV,
  mustAccept,
  refusalOf,
  SAM,
  TALK_THROUGH,
} from '#test/support/deeds.ts';
import { BLANKS } from '#test/support/worlds.ts';

/** Answered already, so that a test is about one thing; `fresh` is not. */
const request = (overrides: Partial<PurchaseRequest> = {}) =>
  aRequest({ firstResponse: { by: ANA, at: MONDAY }, ...overrides });

const handOver = (to: UserId): Deed => ({ type: 'hand-over', to });
const tick = (done = true): Deed => ({ type: 'tick', step: 'needs', done });

const taipei = (text: string) => Date.parse(`${text}+08:00`);
/** The fast track promises a decision in a working day. */
const TOOK = { ms: HOUR_MS, promisedMs: 9 * HOUR_MS };
/** Ten business days on. */
const WAITS_UNTIL = taipei('2026-01-19T11:00');
const date = (text: string) => text as LocalDate;
const told = (to: UserId, news: News): Message => ({ kind: 'told', to, news });
const CARD: Message = { kind: 'card-changed' };
const NOT_YOURS = { code: 'not-your-seat', holders: [ANA], standIns: [BEN] };

describe('while it is being decided', () => {
  describe('asking', () => {
    it.each([ANA, BEN])('by %s hands the next step to the requester and stops the clock', (by) => {
      expect(mustAccept(does(request(), by, { type: 'ask', question: ' Which data? ' }))).toEqual({
        ok: true,
        request: request({
          progress: { state: 'waiting', since: AN_HOUR_ON, until: WAITS_UNTIL },
          questions: [{ text: 'Which data?', by, at: AN_HOUR_ON }],
        }),
        events: [{ type: 'asked', by, at: AN_HOUR_ON, detail: { question: 'Which data?' } }],
        messages: [
          CARD,
          { kind: 'asked', question: 'Which data?', by },
          told(MEI, { about: 'asked', question: 'Which data?', by }),
        ],
        timers: [
          { kind: 'waiting-first', dueAt: taipei('2026-01-08T11:00') },
          { kind: 'waiting-second', dueAt: taipei('2026-01-14T11:00') },
          { kind: 'waiting-ends', dueAt: WAITS_UNTIL },
        ],
      });
    });

    it.each(BLANKS)('takes words: %j', (question) =>
      expect(refusalOf(does(request(), ANA, { type: 'ask', question }))).toEqual({
        code: 'words-needed',
        what: 'question',
      }),
    );
  });

  it('there is nothing to answer, or not any more', () => {
    const said = { text: 'Which data?', by: ANA, at: MONDAY, answer: { text: 'None', at: MONDAY } };
    for (const questions of [[], [said]]) {
      expect(refusalOf(does(request({ questions }), MEI, ANSWER))).toEqual({ code: 'nothing-asked' });
    }
  });

  describe('a joint step', () => {
    it.each([MEI, ANA, BEN])('is ticked and unticked by %s', (by) => {
      const ticked = mustAccept(does(request(), by, tick()));
      expect(ticked.request.steps).toEqual([{ step: 'needs', by, at: AN_HOUR_ON }]);
      expect(ticked.events).toEqual([{ type: 'step-ticked', by, at: AN_HOUR_ON, detail: { step: 'needs' } }]);
      expect(ticked.messages).toEqual([CARD]);
      const unticked = mustAccept(does(ticked.request, by, tick(false)));
      expect(unticked.request).toEqual(request());
      expect(unticked.events).toMatchObject([{ type: 'step-unticked', detail: { step: 'needs' } }]);
    });

    it('says the same twice to no effect', () => {
      const { request: ticked } = mustAccept(does(request(), MEI, tick()));
      expect(refusalOf(does(ticked, ANA, tick()))).toEqual({ code: 'nothing-changes' });
      expect(refusalOf(does(request(), MEI, tick(false)))).toEqual({ code: 'nothing-changes' });
    });

    it('leaves the other steps alone', () => {
      const steps = JOINT_STEPS.map((step) => ({ step, by: MEI, at: MONDAY }));
      const { request: after } = mustAccept(does(request({ steps }), ANA, tick(false)));
      expect(after.steps).toEqual(steps.slice(1));
    });

    it.each([CHO, LEA, SAM])('is not %s’s to tick', (by) =>
      expect(refusalOf(does(request(), by, tick()))).toEqual({ code: 'pair-only', requester: MEI, engineer: ANA }),
    );
  });

  describe('a yes', () => {
    it('decides, is recorded, and is told to the requester', () => {
      const verdict = { kind: 'approve', by: ANA, at: AN_HOUR_ON, terms: { kind: 'plain' } } as const;
      const record: DecisionRecord = {
        decision: 'approved',
        verdicts: [{ role: 'it', verdict }],
        objections: [],
        openSteps: ['needs', 'existing', 'security'],
        decidedAt: AN_HOUR_ON,
        reviewOn: date('2027-01-05'),
      };
      expect(does(request(), ANA, APPROVE)).toEqual({
        ok: true,
        request: request({
          seats: [{ role: 'it', holders: [ANA], standIns: [BEN], verdict }],
          progress: { state: 'decided', decision: 'approved', at: AN_HOUR_ON, took: TOOK },
        }),
        events: [
          { type: 'approved', by: ANA, at: AN_HOUR_ON, detail: { terms: { kind: 'plain' } } },
          { type: 'decided', by: ANA, at: AN_HOUR_ON, detail: { decision: 'approved' } },
        ],
        messages: [CARD, { kind: 'decision-recorded', record }, told(MEI, { about: 'decided', record })],
        timers: [],
      });
    });

    it.each<[string, Terms]>([
      ['approved', { kind: 'plain' }],
      ['approved_with_conditions', { kind: 'conditions', text: 'Single sign-on', due: date('2026-01-05') }],
      ['pilot', { kind: 'pilot', text: 'Ten people', endsOn: date('2026-03-01') }],
      ['reuse', { kind: 'reuse', tool: 'Miro' }],
    ])('ends as %s, by the stand-in too', (decision, terms) => {
      const { request: after } = mustAccept(does(request(), BEN, { type: 'approve', terms }));
      expect(after.progress).toEqual({ state: 'decided', decision, at: AN_HOUR_ON, took: TOOK });
      expect(after.seats[0]?.verdict).toEqual({ kind: 'approve', by: BEN, at: AN_HOUR_ON, terms });
    });

    it.each(BLANKS)('on terms takes words for them: %j', (text) => {
      const due = date('2026-03-01');
      for (const terms of [
        { kind: 'conditions', text, due },
        { kind: 'pilot', text, endsOn: due },
        { kind: 'reuse', tool: text },
      ] satisfies Terms[]) {
        const refusal = refusalOf(does(request(), ANA, { type: 'approve', terms }));
        expect(refusal).toEqual({ code: 'words-needed', what: 'terms' });
      }
    });

    it.each<[string, unknown]>([
      ['2026-01-05', undefined],
      ['2026-01-04', { code: 'date-passed', date: '2026-01-04' }],
      ['', { code: 'words-needed', what: 'terms' }],
    ])('on terms takes a date that is to come: %j on a Monday the 5th', (day, refusal) => {
      const late = { at: Date.parse('2026-01-05T00:30+08:00') };
      const pilot: Deed = { type: 'approve', terms: { kind: 'pilot', text: 'Ten people', endsOn: date(day) } };
      const conditions: Deed = { type: 'approve', terms: { kind: 'conditions', text: 'SSO', due: date(day) } };
      for (const deed of [pilot, conditions]) expect(refusalOf(does(request(), ANA, deed, late))).toEqual(refusal);
    });
  });

  describe('a no', () => {
    it('is with the requester first, with its reason and the way forward, for five business days', () => {
      const words = { reason: 'No export', wayForward: 'An export' };
      const objection = { role: 'it', by: ANA, at: AN_HOUR_ON, ...words } as const;
      const until = taipei('2026-01-12T11:00');
      expect(does(request(), ANA, DECLINE)).toEqual({
        ok: true,
        request: request({
          progress: { state: 'objected', since: AN_HOUR_ON, until, usedMs: HOUR_MS },
          seats: [
            {
              role: 'it',
              holders: [ANA],
              standIns: [BEN],
              verdict: { kind: 'decline', by: ANA, at: AN_HOUR_ON, ...words },
            },
          ],
        }),
        events: [{ type: 'declined', by: ANA, at: AN_HOUR_ON, detail: words }],
        messages: [CARD, { kind: 'objected', objection }, told(MEI, { about: 'objected', objection })],
        timers: [{ kind: 'objection-ends', dueAt: until }],
      });
    });

    it('after it was talked through decides, with its reason and the way forward, and is told to the requester', () => {
      const { request: objected } = mustAccept(does(request(), ANA, DECLINE));
      const { request: talked } = mustAccept(does(objected, MEI, TALK_THROUGH));
      const { request: after, events, messages } = mustAccept(does(talked, ANA, DECLINE));
      const words = { reason: 'No export', wayForward: 'An export' };
      expect(after.progress).toEqual({ state: 'decided', decision: 'declined', at: AN_HOUR_ON, took: TOOK });
      expect(after.seats[0]?.verdict).toEqual({ kind: 'decline', by: ANA, at: AN_HOUR_ON, ...words });
      expect(events).toMatchObject([
        { type: 'declined', by: ANA, detail: words },
        { type: 'decided', detail: { decision: 'declined' } },
      ]);
      expect(messages[1]).toMatchObject({ kind: 'decision-recorded', record: { verdicts: [{ verdict: words }] } });
      expect(messages[2]).toMatchObject({ kind: 'told', to: MEI, news: { about: 'decided' } });
    });

    it.each(BLANKS)('takes a reason and a way forward: %j', (blank) => {
      const without = (what: object) => refusalOf(does(request(), ANA, { ...DECLINE, ...what } as Deed));
      expect(without({ reason: blank })).toEqual({ code: 'words-needed', what: 'reason' });
      expect(without({ wayForward: blank })).toEqual({ code: 'words-needed', what: 'way-forward' });
    });
  });

  describe('asking, a yes and a no', () => {
    it.each([ASK, APPROVE, DECLINE])('are never the requester’s: $type', (deed) => {
      expect(refusalOf(does(request(), MEI, deed))).toEqual({ code: 'own-request' });
      const listed = request({ seats: [{ role: 'it', holders: [MEI], standIns: [MEI] }] });
      expect(refusalOf(does(listed, MEI, deed))).toEqual({ code: 'own-request' });
    });

    it.each([CHO, LEA, SAM])('are not %s’s, who learns whose they are', (by) => {
      for (const deed of [ASK, APPROVE, DECLINE]) expect(refusalOf(does(request(), by, deed))).toEqual(NOT_YOURS);
    });
  });

  describe('two seats', () => {
    const seats = (holder: UserId): Seat[] => [
      ...request().seats,
      { role: 'budget', holders: [holder], standIns: [LIV] },
    ];
    it('both have to say yes: after one, the other hears that it is their turn', () => {
      const first = mustAccept(does(request({ seats: seats(SAM) }), ANA, APPROVE));
      expect(first.request.progress).toEqual({ state: 'deciding' });
      expect(first.messages).toEqual([CARD, told(SAM, { about: 'seat-waits', role: 'budget' })]);
      expect(first.events).toMatchObject([{ type: 'approved', by: ANA }]);
      expect(refusalOf(does(first.request, ANA, APPROVE))).toEqual({ code: 'has-decided', at: AN_HOUR_ON });
      const { request: after } = mustAccept(does(first.request, LIV, APPROVE));
      expect(after.progress).toMatchObject({ decision: 'approved' });
      expect(after.seats.map(({ verdict }) => verdict?.by)).toEqual([ANA, LIV]);
    });

    it('of one person are filled by one verdict', () => {
      const { request: after } = mustAccept(does(request({ seats: seats(ANA) }), ANA, APPROVE));
      expect(after.progress).toMatchObject({ decision: 'approved' });
      expect(after.seats.map(({ verdict }) => verdict?.by)).toEqual([ANA, ANA]);
    });

    it('keep the verdict that is there when the request is handed over', () => {
      const { request: first } = mustAccept(does(request({ seats: seats(SAM) }), ANA, APPROVE));
      const { request: after } = mustAccept(does(first, ANA, handOver(CHO)));
      expect(after.seats[0]).toMatchObject({ holders: [CHO], verdict: { kind: 'approve', by: ANA } });
    });

    it('and a no of one: nobody decides until the requester has; left, it is over and everybody hears so', () => {
      const { request: objected } = mustAccept(does(request({ seats: seats(SAM) }), ANA, DECLINE));
      for (const by of [ANA, SAM]) {
        for (const deed of [APPROVE, DECLINE, ASK]) {
          expect(refusalOf(does(objected, by, deed))).toEqual({ code: 'objection-first', requester: MEI });
        }
      }
      const { request: after } = mustAccept(does(objected, MEI, LEAVE_IT));
      expect(after.progress).toMatchObject({ decision: 'declined' });
      expect(refusalOf(does(after, ANA, DECLINE))).toMatchObject({ code: 'already-decided', by: ANA });
      expect(refusalOf(does(after, SAM, APPROVE))).toMatchObject({ code: 'already-decided', by: ANA });
    });
  });

  it('there is nothing to reopen', () => {
    for (const by of [MEI, ANA, SAM]) {
      const refusal = refusalOf(does(request(), by, { type: 'reopen', because: 'New facts' }));
      expect(refusal).toEqual({ code: 'not-decided-yet' });
    }
  });
});
