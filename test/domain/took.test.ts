import { describe, expect, it } from 'vitest';
import { businessMinutesBetween } from '#domain/clocks.ts';
import type { Instant, UserId } from '#domain/ids.ts';
import type { Money } from '#domain/money.ts';
import type { Took } from '#domain/promises.ts';
import type { PurchaseRequest, Seat } from '#domain/purchase-request.ts';
import { ANA, anIntake, aRequest, BEN, HOUR_MS, MEI, MONDAY } from '#test/support/builders.ts';
import {
  AN_HOUR_ON,
  ANSWER,
  APPROVE,
  ASK,
  anOrganisation,
  DECLINE,
  type Deed,
  does,
  LEAVE_IT,
  LIV,
  mustAccept,
  REVIVE,
  TALK_THROUGH,
  timeComes,
} from '#test/support/deeds.ts';
import { law } from '#test/support/laws.ts';
import type { Moment } from '#test/support/worlds.ts';

const DAY_MS = 24 * HOUR_MS;
const TUESDAY = MONDAY + DAY_MS;
const SEATS: Seat[] = [
  { role: 'it', holders: [ANA], standIns: [BEN] },
  { role: 'budget', holders: [LIV], standIns: [] },
];
type Act = [by: UserId, deed: Deed, at: Instant];
const whatBecomesOf = (request: PurchaseRequest, ...acts: Act[]): PurchaseRequest =>
  acts.reduce((sofar, [by, deed, at]) => mustAccept(does(sofar, by, deed, { at })).request, request);
const tookOf = ({ progress }: PurchaseRequest): Took | undefined =>
  progress.state === 'decided' ? progress.took : undefined;

/** Business time in which it was being decided, counted from one deed to the next since the submission or reopening. */
function decidingMinutes(moments: Moment[]): number {
  let [minutes, from] = [0, moments[0]?.before.submittedAt ?? 0];
  for (const { org, before, command, outcome } of moments) {
    if (before.progress.state === 'deciding') minutes += businessMinutesBetween(org.calendar, from, command.at);
    from = command.at;
    if (outcome.ok && command.type === 'reopen') minutes = 0;
  }
  return minutes;
}

const isRight = (took: Took | undefined, minutes: number): boolean =>
  took !== undefined && Math.abs(took.ms - minutes * 60_000) <= 1;

describe('what an answer took', () => {
  law('a decision took the time in which it was being decided: never the requester’s', (moment, past) =>
    moment.outcome.ok && moment.after.progress.state === 'decided' && moment.before.progress.state !== 'decided'
      ? isRight(moment.after.progress.took, decidingMinutes([...past, moment]))
      : true,
  );

  law('so did a first response', (moment, past) =>
    moment.after.firstResponse && !moment.before.firstResponse && moment.command.type !== 'reopen'
      ? isRight(moment.after.firstResponse.took, decidingMinutes([...past, moment]))
      : true,
  );

  law('a decision kept its promise unless business time has passed since the promised moment', (moment) => {
    const { org, before, after, command } = moment;
    if (before.progress.state !== 'deciding' || before.talk || after.progress.state !== 'decided') return true;
    const { ms = 0, promisedMs = 0 } = after.progress.took ?? {};
    return ms <= promisedMs === (businessMinutesBetween(org.calendar, before.promises.decisionBy, command.at) === 0);
  });

  it('leaves out a wait for the requester that is not over when others decide', () => {
    const request = whatBecomesOf(aRequest(), [ANA, ASK, AN_HOUR_ON], [BEN, APPROVE, TUESDAY]);
    expect(tookOf(request)).toEqual({ ms: HOUR_MS, promisedMs: 9 * HOUR_MS });
  });

  it('counts what came before a talk as well as what came after', () => {
    const talked = whatBecomesOf(aRequest({ seats: SEATS }), [LIV, DECLINE, AN_HOUR_ON], [MEI, TALK_THROUGH, TUESDAY]);
    const request = whatBecomesOf(talked, [LIV, APPROVE, TUESDAY + HOUR_MS], [ANA, APPROVE, TUESDAY + 2 * HOUR_MS]);
    expect(tookOf(request)?.ms).toBe(3 * HOUR_MS);
    expect(request.firstResponse?.took).toEqual({ ms: 3 * HOUR_MS, promisedMs: 2 * HOUR_MS });
  });

  it('leaves out the rest of an expired request', () => {
    const waiting = whatBecomesOf(aRequest(), [ANA, ASK, AN_HOUR_ON]);
    const until = waiting.progress.state === 'waiting' ? waiting.progress.until : 0;
    const expired = mustAccept(does(waiting, 'tandem' as UserId, timeComes('waiting-ends'), { at: until })).request;
    const back = whatBecomesOf(expired, [MEI, REVIVE, until + 30 * DAY_MS], [MEI, ANSWER, until + 31 * DAY_MS]);
    expect(tookOf(whatBecomesOf(back, [ANA, APPROVE, until + 31 * DAY_MS]))?.ms).toBe(HOUR_MS);
  });

  it('begins anew with a reopening', () => {
    const request = whatBecomesOf(
      aRequest(),
      [ANA, APPROVE, AN_HOUR_ON],
      [MEI, { type: 'reopen', because: 'New facts' }, TUESDAY],
      [ANA, APPROVE, TUESDAY + 2 * HOUR_MS],
    );
    expect(tookOf(request)?.ms).toBe(2 * HOUR_MS);
  });

  it('is unknown when a no is from before it was kept', () => {
    const objected = whatBecomesOf(aRequest(), [ANA, DECLINE, AN_HOUR_ON]);
    const old: PurchaseRequest = { ...objected, progress: { state: 'objected', since: AN_HOUR_ON, until: TUESDAY } };
    expect(whatBecomesOf(old, [MEI, LEAVE_IT, TUESDAY]).progress).not.toHaveProperty('took');
    const talked = whatBecomesOf(old, [MEI, TALK_THROUGH, TUESDAY], [ANA, APPROVE, TUESDAY]);
    expect(talked.progress).not.toHaveProperty('took');
  });
});

describe('what a decision costs', () => {
  const costAt = (yearlyCost: Money | undefined, org = anOrganisation()) => {
    const request = aRequest({ intake: anIntake(yearlyCost && { yearlyCost }) });
    const { progress } = mustAccept(does(request, ANA, APPROVE, { org })).request;
    return progress.state === 'decided' ? progress.yearlyCost : undefined;
  };

  it('is kept in the workspace’s currency, by the rates of that day', () => {
    const taiwanese = { minor: 10_000, currency: 'TWD' };
    expect(costAt(taiwanese)).toEqual({ minor: 31_000, currency: 'USD' });
    const dearer = anOrganisation({ exchangeRates: { USD: 1, TWD: 0.04 } });
    expect(costAt(taiwanese, dearer)).toEqual({ minor: 40_000, currency: 'USD' });
  });

  it('is not kept when the cost or its rate is unknown', () => {
    expect(costAt(undefined)).toBeUndefined();
    expect(costAt({ minor: 5, currency: 'CHF' })).toBeUndefined();
  });
});
