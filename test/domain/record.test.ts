import { describe, expect, it } from 'vitest';
import type { LocalDate } from '#domain/ids.ts';
import type { Objection, Seat, Terms, Verdict } from '#domain/purchase-request.ts';
import { decisionOf, recordOf } from '#domain/record.ts';
import type { SeatRole } from '#domain/vocabulary.ts';
import { ANA, aRequest, BEN, MEI, MONDAY } from '#test/support/builders.ts';
import { TAIPEI } from '#test/support/deeds.ts';

const date = (text: string) => text as LocalDate;
const yes = (terms: Terms = { kind: 'plain' }): Verdict => ({ kind: 'approve', by: ANA, at: MONDAY, terms });
const no: Verdict = { kind: 'decline', by: BEN, at: MONDAY, reason: 'No export', wayForward: 'An export' };
const conditions = (due: string): Terms => ({ kind: 'conditions', text: 'Use single sign-on', due: date(due) });
const pilot = (endsOn: string): Terms => ({ kind: 'pilot', text: 'Ten people', endsOn: date(endsOn) });
const reuse: Terms = { kind: 'reuse', tool: 'Miro' };

const ROLES: SeatRole[] = ['it', 'budget', 'security'];
const seats = (...verdicts: (Verdict | undefined)[]): Seat[] =>
  verdicts.map((verdict, index) => ({
    role: ROLES[index] ?? 'legal',
    holders: [ANA],
    standIns: [],
    ...(verdict && { verdict }),
  }));

describe('the decision of the seats', () => {
  it.each([
    ['is open while one is silent', seats(yes(), undefined), undefined],
    ['is open while all are silent', seats(undefined), undefined],
    ['is open without seats: nobody is no yes', [], undefined],
    ['is a yes when all say yes', seats(yes(), yes(), yes()), 'approved'],
    ['is a no when one says no', seats(yes(), no), 'declined'],
    ['is a no though others are silent', seats(undefined, no), 'declined'],
    ['has conditions when one has', seats(yes(), yes(conditions('2026-02-01'))), 'approved_with_conditions'],
    ['is a pilot rather than conditions', seats(yes(conditions('2026-02-01')), yes(pilot('2026-03-01'))), 'pilot'],
    ['is reuse rather than a pilot', seats(yes(pilot('2026-03-01')), yes(reuse)), 'reuse'],
    ['is a no rather than anything', seats(yes(reuse), yes(pilot('2026-03-01')), no), 'declined'],
  ] as const)('%s', (_case, given, decision) => expect(decisionOf([...given])).toBe(decision));
});

describe('the record', () => {
  const recorded = (given: Seat[], decidedAt = MONDAY) =>
    recordOf(aRequest({ seats: given }), decisionOf(given) ?? 'approved', decidedAt, TAIPEI);

  it('keeps each seat’s verdict in the order of the seats, and leaves out who was not asked any more', () => {
    const record = recorded(seats(yes(), no, undefined));
    expect(record.verdicts).toEqual([
      { role: 'it', verdict: yes() },
      { role: 'budget', verdict: no },
    ]);
    expect(record).toMatchObject({ decision: 'declined', decidedAt: MONDAY });
  });

  it('keeps what was objected and talked through, whatever the answer became', () => {
    const objections: Objection[] = [
      { role: 'it', by: BEN, at: MONDAY, reason: 'No export', wayForward: 'An export' },
      { role: 'budget', by: MEI, at: MONDAY, reason: 'Too much', wayForward: 'Fewer seats' },
    ];
    const record = recordOf(aRequest({ objections, seats: seats(yes(), yes()) }), 'approved', MONDAY, TAIPEI);
    expect(record.objections).toEqual(objections);
  });

  it('keeps what was left open', () => {
    const steps = [{ step: 'needs' as const, by: MEI, at: MONDAY }];
    const { openSteps } = recordOf(aRequest({ steps, seats: seats(yes()) }), 'approved', MONDAY, TAIPEI);
    expect(openSteps).toEqual(['existing', 'security']);
  });

  it.each([
    ['a year on', seats(yes()), '2027-01-05'],
    ['a year on for reuse', seats(yes(reuse)), '2027-01-05'],
    ['when the pilot ends', seats(yes(pilot('2026-03-01'))), '2026-03-01'],
    ['when the conditions are due', seats(yes(conditions('2026-02-01'))), '2026-02-01'],
    ['on the first date set', seats(yes(pilot('2026-03-01')), yes(conditions('2026-02-01'))), '2026-02-01'],
    ['never when declined', seats(yes(pilot('2026-03-01')), no), undefined],
  ])('looks again %s', (_case, given, reviewOn) => expect(recorded(given).reviewOn).toBe(reviewOn));

  it.each([
    ['2028-02-29T10:00+08:00', '2029-02-28'],
    ['2028-02-28T10:00+08:00', '2029-02-28'],
    ['2027-02-28T10:00+08:00', '2028-02-28'],
    ['2026-12-31T16:30Z', '2028-01-01'],
  ])('looks again a year from %s, on the IT team’s wall', (decidedAt, reviewOn) =>
    expect(recorded(seats(yes()), Date.parse(decidedAt)).reviewOn).toBe(reviewOn),
  );
});
