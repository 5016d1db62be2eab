import { describe, expect, it } from 'vitest';
import type { UserId } from '#domain/ids.ts';
import { type Message, TANDEM } from '#domain/outcome.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import { ANA, aRequest, BEN, MEI, MONDAY } from '#test/support/builders.ts';
import {
  AN_HOUR_ON,
  APPROVE,
  anOrganisation,
  CHO,
  DECLINE,
  does,
  LEA,
  LIV,
  mustAccept,
  refusalOf,
  standIn,
  TALK_THROUGH,
} from '#test/support/deeds.ts';

const request = (overrides: Partial<PurchaseRequest> = {}) =>
  aRequest({ firstResponse: { by: ANA, at: MONDAY }, ...overrides });
const moved = (given = request(), away: UserId[] = [ANA], why: 'left' | 'away' = 'away') =>
  mustAccept(does(given, TANDEM, standIn(away, why)));
const told = (messages: Message[]) => messages.flatMap((message) => (message.kind === 'told' ? message.to : []));

describe('when the engineer is gone', () => {
  it('the stand-in has it, somebody else stands in, and the seat moves along', () => {
    const outcome = moved();
    expect(outcome.request).toEqual(
      request({
        pairing: { engineer: BEN, standIn: CHO, reason: { kind: 'stood-in', for: ANA } },
        seats: [{ role: 'it', holders: [BEN], standIns: [CHO] }],
      }),
    );
    expect(outcome.events).toEqual([
      { type: 'stood-in', by: TANDEM, at: AN_HOUR_ON, detail: { from: ANA, to: BEN, why: 'away' } },
    ]);
    expect(outcome.messages).toContainEqual({ kind: 'stood-in', from: ANA, to: BEN, why: 'away' });
  });

  it('both are told; who left Slack cannot be', () => {
    expect(told(moved(request(), [ANA], 'away').messages)).toEqual([BEN, ANA]);
    expect(told(moved(request(), [ANA], 'left').messages)).toEqual([BEN]);
  });

  it('nothing of it is lost: steps, questions, supporters, promises, and the thread', () => {
    const full = request({
      steps: [{ step: 'needs', by: ANA, at: MONDAY }],
      questions: [{ text: 'Which data?', by: ANA, at: MONDAY, answer: { text: 'None', at: MONDAY } }],
      supporters: [LIV],
    });
    const { pairing: _, seats: __, ...kept } = full;
    expect(moved(full).request).toMatchObject(kept);
  });

  it.each<[string, UserId[], UserId, UserId | undefined]>([
    ['the stand-in is away too: another engineer', [ANA, BEN], CHO, LEA],
    ['all engineers are away: the IT lead', [ANA, BEN, CHO], LEA, undefined],
    ['only the stand-in is left: the IT lead stands in', [ANA, CHO], BEN, LEA],
  ])('%s', (_case, away, engineer, next) => {
    const { pairing } = moved(request(), away).request;
    expect([pairing.engineer, pairing.standIn]).toEqual([engineer, next]);
  });

  it('never the requester, even where they were to stand in', () => {
    const own = request({ requester: BEN });
    expect(moved(own).request.pairing.engineer).toBe(CHO);
  });

  it('and nobody is left, it is said, not passed over', () => {
    const all = standIn([ANA, BEN, CHO, LEA], 'left');
    expect(refusalOf(does(request(), TANDEM, all))).toEqual({ code: 'no-engineer' });
  });

  it('among its people a new conversation is opened', () => {
    const { request: after, messages } = moved(request({ place: 'direct' }));
    expect(after).toMatchObject({ place: 'direct', moved: 'handed-over' });
    expect(messages.map(({ kind }) => kind)).toEqual(['thread-opened', 'stood-in']);
  });
});

describe('a verdict of who is gone', () => {
  it('stands, and the request goes on', () => {
    const budget = { role: 'budget', holders: [LIV], standIns: [] } as const;
    const seats = [...request().seats, { ...budget, holders: [...budget.holders], standIns: [] }];
    const { request: decidedByAna } = mustAccept(does(request({ seats }), ANA, APPROVE));
    const { request: after } = moved(decidedByAna);
    expect(after.seats[0]).toMatchObject({ holders: [BEN], verdict: { kind: 'approve', by: ANA } });
    expect(mustAccept(does(after, LIV, APPROVE)).request.progress).toMatchObject({ decision: 'approved' });
  });

  it('that was a no is decided again by who has it now, not by who is gone', () => {
    const { request: objected } = mustAccept(does(request(), ANA, DECLINE));
    const { request: after } = mustAccept(does(moved(objected).request, MEI, TALK_THROUGH));
    expect(after.seats).toEqual([{ role: 'it', holders: [BEN], standIns: [CHO] }]);
    expect(mustAccept(does(after, BEN, APPROVE)).request.progress).toMatchObject({ decision: 'approved' });
  });
});

it('is Tandem’s doing alone, and only while the request is open', () => {
  for (const by of [MEI, ANA, BEN, LEA])
    expect(refusalOf(does(request(), by, standIn([ANA])))).toEqual({ code: 'nothing-changes' });
  const expired = request({ progress: { state: 'expired', at: MONDAY } });
  expect(refusalOf(does(expired, TANDEM, standIn([ANA])))).toEqual({ code: 'already-expired', at: MONDAY });
});

it('asks the desks: the one with the fewest open requests stands in', () => {
  const org = anOrganisation();
  const workloads = new Map([[CHO, { openRequests: 3 }]]);
  const deed = { type: 'stand-in', why: 'away', away: new Set([ANA, BEN]), workloads } as const;
  const org4 = { ...org, it: { ...org.it, engineers: [...org.it.engineers, { ...org.it.engineers[2], user: LIV }] } };
  const outcome = does(request(), TANDEM, deed, { org: org4 as typeof org });
  expect(mustAccept(outcome).request.pairing.engineer).toBe(LIV);
});
