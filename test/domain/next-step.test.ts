import { describe, expect, it } from 'vitest';
import { nextStepOf } from '#domain/next-step.ts';
import type { Progress, PurchaseRequest, Seat, Verdict } from '#domain/purchase-request.ts';
import { ANA, aRequest, BEN, HOUR_MS, MEI, MONDAY } from '#test/support/builders.ts';
import { ANSWER, APPROVE, ASK, DECLINE, does, LIV, mustAccept, SAM, TALK_THROUGH } from '#test/support/deeds.ts';

const yes = (by: typeof ANA): Verdict => ({ kind: 'approve', by, at: MONDAY, terms: { kind: 'plain' } });
const IT: Seat = { role: 'it', holders: [ANA], standIns: [BEN] };
const BUDGET: Seat = { role: 'budget', holders: [LIV], standIns: [SAM] };
const SECURITY: Seat = { role: 'security', holders: [SAM], standIns: [] };
const request = (overrides: Partial<PurchaseRequest> = {}) =>
  aRequest({ seats: [IT, BUDGET, SECURITY], firstResponse: { by: ANA, at: MONDAY }, ...overrides });
const { firstResponseBy, decisionBy } = aRequest().promises;

describe('the next step', () => {
  it('is the engineer’s first response, by when that is promised', () =>
    expect(nextStepOf(aRequest())).toEqual({ what: 'respond', who: ANA, by: firstResponseBy }));

  it.each<[string, Partial<PurchaseRequest>, Seat]>([
    ['IT’s, who goes first', {}, IT],
    ['budget’s after IT', { seats: [{ ...IT, verdict: yes(ANA) }, BUDGET, SECURITY] }, BUDGET],
    ['IT’s still, though budget was faster', { seats: [IT, { ...BUDGET, verdict: yes(LIV) }, SECURITY] }, IT],
    ['the last one’s', { seats: [{ ...IT, verdict: yes(ANA) }, { ...BUDGET, verdict: yes(SAM) }, SECURITY] }, SECURITY],
  ])('is a decision of %s, by when that is promised', (_case, overrides, seat) =>
    expect(nextStepOf(request(overrides))).toEqual({ what: 'decide', seat, who: seat.holders[0], by: decisionBy }),
  );

  it('is the requester’s while they are asked, and comes back with the answer, later', () => {
    const { request: asked } = mustAccept(does(request(), ANA, ASK, { at: MONDAY }));
    expect(nextStepOf(asked)).toEqual({ what: 'answer', who: MEI, by: MONDAY + 14 * 24 * HOUR_MS });
    const { request: answered } = mustAccept(does(asked, MEI, ANSWER, { at: MONDAY + HOUR_MS }));
    expect(nextStepOf(answered)).toMatchObject({ what: 'decide', who: ANA, by: decisionBy + HOUR_MS });
  });

  it('is the requester’s after a no, and the same seat’s again after the talk', () => {
    const { request: first } = mustAccept(does(request(), ANA, APPROVE, { at: MONDAY }));
    const { request: objected } = mustAccept(does(first, LIV, DECLINE, { at: MONDAY }));
    expect(nextStepOf(objected)).toEqual({ what: 'talk', who: MEI, by: MONDAY + 7 * 24 * HOUR_MS });
    const { request: talked } = mustAccept(does(objected, MEI, TALK_THROUGH, { at: MONDAY }));
    expect(nextStepOf(talked)).toMatchObject({ what: 'decide', who: LIV, seat: { role: 'budget' } });
  });

  it.each<Progress>([
    { state: 'decided', decision: 'declined', at: MONDAY },
    { state: 'withdrawn', at: MONDAY },
    { state: 'expired', at: MONDAY },
  ])('is nobody’s once it is $state', (progress) => expect(nextStepOf(request({ progress }))).toBeUndefined());
});
