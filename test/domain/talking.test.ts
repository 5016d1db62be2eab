import { describe, expect, it } from 'vitest';
import type { LocalDate, UserId } from '#domain/ids.ts';
import { promisesFrom } from '#domain/promises.ts';
import type { PurchaseRequest, Seat } from '#domain/purchase-request.ts';
import { timersOf } from '#domain/timers.ts';
import { ANA, aRequest, BEN, HOUR_MS, MEI, MONDAY } from '#test/support/builders.ts';
import {
  AN_HOUR_ON,
  APPROVE,
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
  TAIPEI,
  TALK_THROUGH,
  tellView,
} from '#test/support/deeds.ts';
import { BLANKS } from '#test/support/worlds.ts';

const SEATS: Seat[] = [
  { role: 'it', holders: [ANA], standIns: [BEN] },
  { role: 'budget', holders: [LIV], standIns: [] },
];
const OBJECTION = { role: 'budget', by: LIV, at: AN_HOUR_ON, reason: 'No export', wayForward: 'An export' } as const;
/** Up to the no; the wait for the requester is not in it. */
const TOOK = { ms: HOUR_MS, promisedMs: 9 * HOUR_MS };
const open = aRequest({ firstResponse: { by: ANA, at: MONDAY }, seats: SEATS });
const then = (request: PurchaseRequest, by: UserId, deed: Deed, at = AN_HOUR_ON) =>
  mustAccept(does(request, by, deed, { at })).request;
/** IT said yes, the unit's lead no. */
const objected = then(then(open, ANA, APPROVE, MONDAY), LIV, DECLINE);
const TUESDAY = MONDAY + 24 * HOUR_MS;
const talked = then(objected, MEI, TALK_THROUGH, TUESDAY);

describe('talking a no through', () => {
  it('asks the seat that said no again, keeps the yes, sets one date, and starts the promises anew', () => {
    const { request, events, timers } = mustAccept(does(objected, MEI, TALK_THROUGH, { at: TUESDAY }));
    expect(request).toEqual({
      ...open,
      seats: [objected.seats[0], SEATS[1]],
      objections: [OBJECTION],
      talk: { since: TUESDAY, on: '2026-01-08', objector: LIV, views: {}, usedMs: HOUR_MS },
      promises: promisesFrom('fast', TAIPEI, TUESDAY),
      reminded: [],
    });
    expect(events).toEqual([
      { type: 'talk-opened', by: MEI, at: TUESDAY, detail: { on: '2026-01-08', objector: LIV } },
    ]);
    expect(timers).toEqual(timersOf(request, TAIPEI));
  });

  it('brings the leads of IT and of the unit in, each told once, and never the requester', () => {
    const heard = (request: PurchaseRequest, by: UserId) =>
      mustAccept(does(request, by, TALK_THROUGH)).messages.flatMap((message) =>
        message.kind === 'told' ? [[message.to, message.news.about]] : [],
      );
    expect(heard(objected, MEI)).toEqual([
      [LEA, 'talk-opened'],
      [LIV, 'talk-opened'],
    ]);
    expect(heard({ ...objected, requester: LEA }, LEA)).toEqual([[LIV, 'talk-opened']]);
    expect(heard({ ...objected, place: 'direct' }, MEI)).toEqual([]);
  });

  it.each([ANA, BEN, LIV, LEA, CHO, SAM])('is not %s’s to start, nor to leave', (by) => {
    for (const deed of [TALK_THROUGH, LEAVE_IT])
      expect(refusalOf(does(objected, by, deed))).toEqual({ code: 'requester-only', requester: MEI });
  });

  it('is for a no only, and once', () => {
    for (const deed of [TALK_THROUGH, LEAVE_IT])
      for (const request of [open, talked])
        expect(refusalOf(does(request, MEI, deed))).toEqual({ code: 'nothing-to-talk-through' });
  });
});

describe('the two views', () => {
  it('stand side by side once both are told, from the requester and from the one who said no', () => {
    const mine = mustAccept(does(talked, MEI, tellView(' We publish less '), { at: TUESDAY }));
    expect(mine.request.talk?.views).toEqual({ requester: 'We publish less' });
    expect(mine.events).toEqual([
      { type: 'view-told', by: MEI, at: TUESDAY, detail: { side: 'requester', view: 'We publish less' } },
    ]);
    expect(mine.messages).toEqual([{ kind: 'card-changed' }]);
    const both = mustAccept(does(mine.request, LIV, tellView('It costs more'), { at: TUESDAY }));
    expect(both.request.talk?.views).toEqual({ requester: 'We publish less', objector: 'It costs more' });
    expect(both.messages).toEqual([{ kind: 'card-changed' }, { kind: 'views-told' }]);
  });

  it('are nobody else’s to tell', () => {
    for (const by of [ANA, BEN, LEA, SAM])
      expect(refusalOf(does(talked, by, tellView()))).toEqual({ code: 'pair-only', requester: MEI, engineer: ANA });
  });

  it.each(BLANKS)('take words: %j', (view) =>
    expect(refusalOf(does(talked, MEI, tellView(view)))).toEqual({ code: 'words-needed', what: 'view' }),
  );

  it('are told while it is talked through, not before', () => {
    for (const request of [open, objected])
      expect(refusalOf(does(request, MEI, tellView()))).toEqual({ code: 'nothing-to-talk-through' });
  });
});

describe('what comes of the talk', () => {
  it('can be a pilot, with what was objected in the record', () => {
    const pilot: Deed = {
      type: 'approve',
      terms: { kind: 'pilot', text: 'Ten people', endsOn: '2026-03-01' as LocalDate },
    };
    const { request, messages } = mustAccept(does(talked, LIV, pilot, { at: TUESDAY }));
    expect(request.progress).toEqual({ state: 'decided', decision: 'pilot', at: TUESDAY, took: TOOK });
    expect(messages.find(({ kind }) => kind === 'decision-recorded')).toMatchObject({
      record: { decision: 'pilot', objections: [OBJECTION], reviewOn: '2026-03-01' },
    });
  });

  it('can be no again: the second no decides, and the first is kept', () => {
    const again: Deed = { type: 'decline', reason: 'Still none', wayForward: 'By June' };
    const { request, events, messages } = mustAccept(does(talked, LIV, again, { at: TUESDAY }));
    expect(request.progress).toEqual({ state: 'decided', decision: 'declined', at: TUESDAY, took: TOOK });
    expect(request.seats[1]?.verdict).toMatchObject({ reason: 'Still none', wayForward: 'By June' });
    expect(events.map(({ type }) => type)).toEqual(['declined', 'decided']);
    expect(messages.find(({ kind }) => kind === 'decision-recorded')).toMatchObject({
      record: { decision: 'declined', objections: [OBJECTION], verdicts: [{ role: 'it' }, { role: 'budget' }] },
    });
  });

  it('a no of another seat decides too: there is one talk', () => {
    const early = then(open, LIV, DECLINE);
    const request = then(then(early, MEI, TALK_THROUGH), ANA, DECLINE);
    expect(request.progress).toMatchObject({ state: 'decided', decision: 'declined' });
  });

  it('belongs to its decision: reopened, the next no can be talked through again', () => {
    const declined = then(talked, LIV, DECLINE, TUESDAY);
    const reopened = then(declined, MEI, { type: 'reopen', because: 'New facts' }, TUESDAY);
    expect(reopened).not.toHaveProperty('talk');
    expect(reopened.objections).toEqual([]);
    expect(then(reopened, LIV, DECLINE, TUESDAY).progress.state).toBe('objected');
  });
});

describe('leaving it', () => {
  it('decides at once, with the reason and the way forward that were given', () => {
    const { request, events } = mustAccept(does(objected, MEI, LEAVE_IT));
    expect(request.progress).toEqual({ state: 'decided', decision: 'declined', at: AN_HOUR_ON, took: TOOK });
    expect(request.seats).toEqual(objected.seats);
    expect(events.map(({ type, by }) => [type, by])).toEqual([
      ['let-be', MEI],
      ['decided', MEI],
    ]);
  });

  it('twice, or talking through what was left, is told that it is decided, and by whom', () => {
    const left = then(objected, MEI, LEAVE_IT);
    for (const deed of [LEAVE_IT, TALK_THROUGH, tellView()])
      expect(refusalOf(does(left, MEI, deed))).toEqual({
        code: 'already-decided',
        decision: 'declined',
        by: LIV,
        at: AN_HOUR_ON,
      });
  });
});
