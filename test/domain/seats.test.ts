import { describe, expect, it } from 'vitest';
import type { UserId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import type { Pairing } from '#domain/pairing.ts';
import type { Intake, PurchaseRequest, Seat } from '#domain/purchase-request.ts';
import { seatsFilledBy, seatsFor } from '#domain/seats.ts';
import type { SeatRole, Track } from '#domain/vocabulary.ts';
import { ANA, anIntake, aRequest, BEN, MEI, MONDAY } from '#test/support/builders.ts';
import {
  AN_HOUR_ON,
  APPROVE,
  anOrganisation,
  CHO,
  DECLINE,
  does,
  LEA,
  LIV,
  MARKETING,
  mustAccept,
  refusalOf,
  SALES,
  SAM,
} from '#test/support/deeds.ts';

const [SEC, FIN, LAW, TOP] = ['U0SEC', 'U0FIN', 'U0LAW', 'U0TOP'] as UserId[] as [UserId, UserId, UserId, UserId];
const usd = (dollars: number) => ({ minor: dollars * 100, currency: 'USD' });
const pairing: Pairing = { engineer: ANA, standIn: BEN, reason: { kind: 'last-resort' } };

const company = (overrides: Partial<Organisation> = {}): Organisation =>
  anOrganisation({ reviewers: { security: [SEC, CHO], finance: [FIN], legal: [LAW] }, ...overrides });
const led = (marketing: UserId[], sales: UserId[] = [], parent = true): Pick<Organisation, 'units'> => ({
  units: [
    { id: MARKETING, name: 'Marketing', leads: marketing, ...(parent && { parent: SALES }) },
    { id: SALES, name: 'Sales', leads: sales },
  ],
});
const seatsOn = (track: Track, org = company(), intake: Partial<Intake> = {}, requester = MEI): Seat[] =>
  seatsFor({ track, intake: anIntake(intake), requester, pairing }, org);
const rolesOn = (track: Track, yearlyCost?: Intake['yearlyCost']) =>
  seatsOn(track, company(), yearlyCost && { yearlyCost }).map(({ role }) => role);
const budgetOf = (org: Organisation, requester = MEI) =>
  seatsOn('standard', org, {}, requester).find(({ role }) => role === 'budget');

const IT: Seat = { role: 'it', holders: [ANA], standIns: [BEN] };
const BUDGET: Seat = { role: 'budget', holders: [LIV], standIns: [] };

describe('the seats', () => {
  it.each<[Track, Seat[]]>([
    ['fast', [IT]],
    ['standard', [IT, BUDGET]],
    ['full', [IT, BUDGET, { role: 'security', holders: [SEC], standIns: [CHO] }]],
  ])('of the %s track, each with one who is waited for and who may stand in', (track, seats) =>
    expect(seatsOn(track)).toEqual(seats),
  );

  const FULL: SeatRole[] = ['it', 'budget', 'security'];
  it.each<[string, Track, Intake['yearlyCost'], SeatRole[]]>([
    ['nobody more below the limits', 'full', usd(99_999.99), FULL],
    ['finance from its limit', 'full', usd(100_000), [...FULL, 'finance']],
    ['finance alone just below the limit of legal', 'full', usd(249_999), [...FULL, 'finance']],
    ['legal from its limit too', 'full', usd(250_000), [...FULL, 'finance', 'legal']],
    ['by the rate of another currency', 'full', { minor: 10_000_000, currency: 'TWD' }, [...FULL, 'finance', 'legal']],
    ['both when no rate tells how large it is', 'full', { minor: 1, currency: 'JPY' }, [...FULL, 'finance', 'legal']],
    ['nobody more while the cost is not known', 'full', undefined, FULL],
    ['never on the standard track', 'standard', usd(9e6), ['it', 'budget']],
    ['never on the fast track', 'fast', { minor: 1, currency: 'JPY' }, ['it']],
  ])('on top of the track: %s', (_case, track, cost, roles) => expect(rolesOn(track, cost)).toEqual(roles));
});

describe('the budget seat', () => {
  it('is the unit’s leads’: the first is waited for, the others may stand in', () =>
    expect(budgetOf(company(led([LIV, SAM])))).toEqual({ role: 'budget', holders: [LIV], standIns: [SAM] }));

  it('of a lead who asks is the other lead’s, and that is nothing to tell', () =>
    expect(budgetOf(company(led([LIV, SAM])), LIV)).toEqual({ role: 'budget', holders: [SAM], standIns: [] }));

  it.each<[string, Organisation, UserId, Seat]>([
    [
      'the only lead who asks is the lead’s above, and says so',
      company(led([LIV], [TOP])),
      LIV,
      { role: 'budget', holders: [TOP], standIns: [], raised: 'lead-above' },
    ],
    [
      'the only lead of both units is the IT lead’s, and says so',
      company(led([LIV], [LIV])),
      LIV,
      { role: 'budget', holders: [LEA], standIns: [], raised: 'it-lead' },
    ],
    [
      'the only lead, with no unit above, is the IT lead’s',
      company(led([LIV], [TOP], false)),
      LIV,
      { role: 'budget', holders: [LEA], standIns: [], raised: 'it-lead' },
    ],
    [
      'a unit without leads is the lead’s above',
      company(led([], [TOP])),
      MEI,
      { role: 'budget', holders: [TOP], standIns: [], raised: 'lead-above' },
    ],
  ])('of %s', (_case, org, requester, seat) => expect(budgetOf(org, requester)).toEqual(seat));

  it('of units that are each above the other is still somebody’s', () => {
    const units = [
      { id: MARKETING, name: 'Marketing', leads: [LIV], parent: SALES },
      { id: SALES, name: 'Sales', leads: [LIV], parent: MARKETING },
    ];
    expect(budgetOf(company({ units }), LIV)).toMatchObject({ holders: [LEA], raised: 'it-lead' });
  });
});

describe('a reviewer’s seat', () => {
  const security = (reviewers: UserId[], requester = MEI) =>
    seatsOn('full', company({ reviewers: { security: reviewers, finance: [], legal: [] } }), {}, requester)[2];

  it('of a reviewer who asks is the other’s', () =>
    expect(security([SEC, CHO], SEC)).toEqual({ role: 'security', holders: [CHO], standIns: [] }));

  it.each([
    ['nobody but the requester', [SEC], SEC],
    ['nobody', [], MEI],
  ])('of %s is the IT lead’s, and says so', (_case, reviewers, requester) =>
    expect(security(reviewers, requester)).toEqual({
      role: 'security',
      holders: [LEA],
      standIns: [],
      raised: 'it-lead',
    }),
  );
});

describe('who wears many hats', () => {
  const seat = (role: SeatRole, holders: UserId[], standIns: UserId[] = []): Seat => ({ role, holders, standIns });
  const request = (...seats: Seat[]): PurchaseRequest => aRequest({ firstResponse: { by: ANA, at: MONDAY }, seats });
  const filledBy = (given: PurchaseRequest, person: UserId) => seatsFilledBy(given, person).map(({ role }) => role);

  it('fills all seats of their own with one press, and none that they only stand in for', () => {
    const given = request(seat('it', [ANA]), seat('budget', [LIV], [ANA]), seat('security', [ANA]));
    expect(filledBy(given, ANA)).toEqual(['it', 'security']);
    const { request: after, events } = mustAccept(does(given, ANA, APPROVE));
    expect(after.seats.map(({ verdict }) => verdict?.by)).toEqual([ANA, undefined, ANA]);
    expect(events.map(({ type }) => type)).toEqual(['approved']);
  });

  it('standing in fills the first open seat with one press, and the next with another', () => {
    const given = request(seat('it', [ANA]), seat('budget', [LIV], [SAM]), seat('security', [SEC], [SAM]));
    expect(filledBy(given, SAM)).toEqual(['budget']);
    const { request: once } = mustAccept(does(given, SAM, APPROVE));
    expect(filledBy(once, SAM)).toEqual(['security']);
    const { request: twice } = mustAccept(does(once, SAM, APPROVE));
    expect(twice.seats.map(({ verdict }) => verdict?.by)).toEqual([undefined, SAM, SAM]);
    expect(refusalOf(does(twice, SAM, APPROVE))).toEqual({ code: 'has-decided', at: AN_HOUR_ON });
  });

  it('declines in all of them with one press, which is one objection that names the first', () => {
    const { messages } = mustAccept(does(request(seat('it', [ANA]), seat('budget', [ANA])), ANA, DECLINE));
    expect(messages[1]).toMatchObject({ kind: 'objected', objection: { role: 'it', by: ANA } });
  });

  it('fills nothing on their own request', () =>
    expect(filledBy(request(seat('it', [MEI], [MEI]), seat('budget', [MEI])), MEI)).toEqual([]));
});

describe('conditions of several seats', () => {
  it('add up: each is kept with its seat, and the first date is when to look again', () => {
    const on = (text: string, due: string) =>
      ({ type: 'approve', terms: { kind: 'conditions', text, due } }) as typeof APPROVE;
    const given = aRequest({ seats: [IT, BUDGET] });
    const { request: first } = mustAccept(does(given, ANA, on('Single sign-on', '2026-03-01')));
    const { request, messages } = mustAccept(does(first, LIV, on('Fewer seats', '2026-02-01')));
    expect(request.progress).toMatchObject({ decision: 'approved_with_conditions' });
    expect(messages.find(({ kind }) => kind === 'decision-recorded')).toMatchObject({
      record: {
        verdicts: [
          { role: 'it', verdict: { terms: { text: 'Single sign-on' } } },
          { role: 'budget', verdict: { terms: { text: 'Fewer seats' } } },
        ],
        reviewOn: '2026-02-01',
      },
    });
  });
});
