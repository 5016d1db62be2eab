import { describe, expect, it } from 'vitest';
import type { UserId } from '#domain/ids.ts';
import type { Message, News } from '#domain/outcome.ts';
import type { PurchaseRequest, Seat } from '#domain/purchase-request.ts';
import { ANA, aRequest, BEN, MEI, MONDAY } from '#test/support/builders.ts';
import { AN_HOUR_ON, CHO, type Deed, does, LEA, LIV, mustAccept, refusalOf, SAM } from '#test/support/deeds.ts';

/** Answered already, so that a test is about one thing; `fresh` is not. */
const request = (overrides: Partial<PurchaseRequest> = {}) =>
  aRequest({ firstResponse: { by: ANA, at: MONDAY }, ...overrides });
const among: Pick<PurchaseRequest, 'place'> = { place: 'direct' };

const handOver = (to: UserId): Deed => ({ type: 'hand-over', to });

const told = (to: UserId, news: News): Message => ({ kind: 'told', to, news });
const CARD: Message = { kind: 'card-changed' };
const NOT_YOURS = { code: 'not-your-seat', holders: [ANA], standIns: [BEN] };

describe('handing over', () => {
  it.each([
    ['the engineer to an engineer', ANA, CHO, BEN],
    ['the engineer to the stand-in, and they change places', ANA, BEN, ANA],
    ['the stand-in to themselves', BEN, BEN, ANA],
    ['a lead of IT to themselves', LEA, LEA, BEN],
  ])('by %s: the seat moves along', (_case, by, to, standIn) => {
    const outcome = mustAccept(does(request(), by, handOver(to)));
    expect(outcome.request).toEqual(
      request({
        pairing: { engineer: to, standIn, reason: { kind: 'handed-over', by } },
        seats: [{ role: 'it', holders: [to], standIns: [standIn] }],
      }),
    );
    expect(outcome.events).toEqual([{ type: 'handed-over', by, at: AN_HOUR_ON, detail: { from: ANA, to } }]);
    expect(outcome.messages).toEqual([
      CARD,
      { kind: 'handed-over', from: ANA, to, by },
      told(to, { about: 'handed-over', by }),
    ]);
  });

  it('makes the one before the stand-in when there was none, and keeps other seats', () => {
    const budget: Seat = { role: 'budget', holders: [LIV], standIns: [] };
    const alone = request({
      pairing: { engineer: ANA, reason: { kind: 'last-resort' } },
      seats: [{ role: 'it', holders: [ANA], standIns: [] }, budget],
    });
    const { request: after } = mustAccept(does(alone, ANA, handOver(CHO)));
    expect(after.seats).toEqual([{ role: 'it', holders: [CHO], standIns: [ANA] }, budget]);
  });

  it('among its people opens a new conversation', () => {
    const { request: after, messages } = mustAccept(does(request(among), ANA, handOver(CHO)));
    expect(after).toMatchObject({ place: 'direct', moved: 'handed-over' });
    expect(messages).toEqual([{ kind: 'thread-opened' }, { kind: 'handed-over', from: ANA, to: CHO, by: ANA }]);
  });

  it.each<[string, UserId, UserId, unknown]>([
    ['by the requester', MEI, CHO, NOT_YOURS],
    ['by another engineer', CHO, CHO, NOT_YOURS],
    ['by a stranger', SAM, CHO, NOT_YOURS],
    ['to the requester', ANA, MEI, { code: 'not-an-engineer', person: MEI }],
    ['to a stranger', ANA, SAM, { code: 'not-an-engineer', person: SAM }],
    ['to nobody', ANA, '' as UserId, { code: 'not-an-engineer', person: '' }],
    ['to who has it', BEN, ANA, { code: 'has-it-already', person: ANA }],
  ])('is refused %s', (_case, by, to, refusal) =>
    expect(refusalOf(does(request(), by, handOver(to)))).toEqual(refusal),
  );

  it.each([ANA, BEN])('to a requester who is of IT is refused too: %s', (requester) => {
    const pairing = { engineer: CHO, reason: { kind: 'available', openRequests: 0 } } as const;
    const own = request({ requester, pairing, seats: [{ role: 'it', holders: [CHO], standIns: [] }] });
    expect(refusalOf(does(own, CHO, handOver(requester)))).toEqual({ code: 'not-an-engineer', person: requester });
    expect(refusalOf(does(own, requester, handOver(LEA)))).toMatchObject({ code: 'not-your-seat' });
  });
});
