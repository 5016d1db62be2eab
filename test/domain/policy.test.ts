import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnitId } from '#domain/ids.ts';
import { applyPolicy } from '#domain/policy/apply-policy.ts';
import type { PolicyConditions, PolicyRule } from '#domain/policy/rules.ts';
import type { Intake } from '#domain/purchase-request.ts';
import { BUYING_STAGES, DATA_KINDS, FUNDINGS, type Track } from '#domain/vocabulary.ts';
import { anIntake } from '#test/support/builders.ts';
import { anOrganisation, MARKETING, SALES } from '#test/support/deeds.ts';

const usd = (dollars: number) => ({ minor: dollars * 100, currency: 'USD' });
const twd = (dollars: number) => ({ minor: dollars, currency: 'TWD' });
const rule = (track: Track, when: PolicyConditions = {}): PolicyRule => ({ track, when });
const ruled = (policy: PolicyRule[], intake: Partial<Intake> = {}) =>
  applyPolicy(anIntake(intake), anOrganisation({ policy }));

describe('the first rule that matches', () => {
  const policy = [
    rule('full', { data: ['health'] }),
    rule('standard', { data: ['health', 'internal'] }),
    rule('full', { data: ['internal'] }),
    rule('fast'),
  ];
  it.each([
    ['health', 'full'],
    ['internal', 'standard'],
    ['customer', 'fast'],
  ] as const)('wins: %s goes on the %s track', (kind, track) =>
    expect(ruled(policy, { data: [kind] }).track).toBe(track),
  );

  it('is the full track when there is none: what nobody foresaw takes the most care', () => {
    expect(ruled([])).toEqual({ track: 'full', reasons: [] });
    expect(ruled([rule('fast', { stage: ['renewal'] })])).toEqual({ track: 'full', reasons: [] });
  });
});

describe('a condition', () => {
  it.each<[string, PolicyConditions, Partial<Intake>, unknown]>([
    ['cost at the limit', { yearlyCostAtLeast: 2000 }, { yearlyCost: usd(2000) }, ['cost-at-least', usd(2000)]],
    ['cost in another currency', { yearlyCostAtLeast: 310 }, { yearlyCost: twd(10_000) }, ['cost-at-least', usd(310)]],
    ['a limit of nothing', { yearlyCostAtLeast: 0 }, { yearlyCost: usd(0) }, ['cost-at-least', usd(0)]],
    ['one kind of data', { data: ['payment', 'health'] }, { data: ['internal', 'health'] }, ['data', ['health']]],
    ['a stage', { stage: ['quote', 'signing'] }, { stage: 'signing' }, ['stage', 'signing']],
    ['the region of the unit', { region: ['eu', 'tw'] }, { unit: SALES }, ['region', 'tw']],
    ['the unit', { unit: [SALES, MARKETING] }, { unit: MARKETING }, ['unit', MARKETING]],
    ['who pays', { funding: ['it', 'unknown'] }, { funding: 'unknown' }, ['funding', 'unknown']],
    ['users at the limit', { usersAtLeast: 50 }, { people: 50 }, ['users-at-least', 50]],
    ['the category', { category: ['crm'] }, { category: 'crm' }, ['category', 'crm']],
  ])('holds for %s, and says so', (_case, when, intake, expected) => {
    const { track, reasons } = ruled([rule('standard', when), rule('fast')], intake);
    expect(track).toBe('standard');
    expect(reasons.map((reason) => Object.values(reason))).toEqual([expected]);
  });

  it.each<[string, PolicyConditions, Partial<Intake>]>([
    ['cost below the limit', { yearlyCostAtLeast: 2000 }, { yearlyCost: { minor: 199_999, currency: 'USD' } }],
    ['cost just below in another currency', { yearlyCostAtLeast: 310 }, { yearlyCost: twd(9999) }],
    ['other data', { data: ['health'] }, { data: ['internal', 'customer'] }],
    ['no data named', { data: ['health'] }, { data: [] }],
    ['no kind of data in the rule', { data: [] }, { data: ['health'] }],
    ['another stage', { stage: ['quote'] }, { stage: 'trial' }],
    ['another region', { region: ['eu'] }, { unit: SALES }],
    ['a unit without a region', { region: ['tw'] }, { unit: MARKETING }],
    ['a unit that is gone from the org file', { region: ['tw'] }, { unit: 'gone' as UnitId }],
    ['another unit', { unit: [SALES] }, { unit: MARKETING }],
    ['another purse', { funding: ['it'] }, { funding: 'shared' }],
    ['users below the limit', { usersAtLeast: 50 }, { people: 49 }],
    ['users not known', { usersAtLeast: 1 }, {}],
    ['another category', { category: ['crm'] }, { category: 'content' }],
    ['no category', { category: ['crm'] }, {}],
  ])('does not hold for %s', (_case, when, intake) =>
    expect(ruled([rule('standard', when), rule('fast')], intake).track).toBe('fast'),
  );

  it('holds only with all others of its rule, and each gives its reason', () => {
    const policy = [rule('standard', { region: ['tw'], data: ['internal'] }), rule('fast')];
    expect(ruled(policy, { unit: SALES, data: ['internal'] })).toEqual({
      track: 'standard',
      reasons: [
        { kind: 'region', region: 'tw' },
        { kind: 'data', data: ['internal'] },
      ],
    });
    expect(ruled(policy, { unit: SALES, data: ['none'] }).track).toBe('fast');
    expect(ruled(policy, { unit: MARKETING, data: ['internal'] }).track).toBe('fast');
  });
});

describe('a cost that is not known', () => {
  const policy = [
    rule('full', { yearlyCostAtLeast: 50_000 }),
    rule('standard', { yearlyCostAtLeast: 2000 }),
    rule('fast'),
  ];

  it('takes the care of the lowest limit, wherever it stands', () => {
    const answer = { track: 'standard', reasons: [{ kind: 'cost-unknown' }] };
    expect(ruled(policy)).toEqual(answer);
    expect(ruled([...policy.slice(0, 2).reverse(), rule('fast')])).toEqual(answer);
  });

  it('takes all care when its currency has no rate', () => {
    const answer = { track: 'full', reasons: [{ kind: 'rate-unknown', currency: 'JPY' }] };
    expect(ruled(policy, { yearlyCost: { minor: 1, currency: 'JPY' } })).toEqual(answer);
    expect(ruled(policy, { yearlyCost: { minor: 1, currency: 'constructor' } }).track).toBe('full');
  });

  it('changes nothing without a limit', () => {
    expect(ruled([rule('fast')])).toEqual({ track: 'fast', reasons: [] });
    expect(ruled([rule('fast')], { yearlyCost: { minor: 1, currency: 'JPY' } }).track).toBe('fast');
  });
});

describe('a rule without conditions says what kept the request off the rules before', () => {
  const policy = [
    rule('full', { data: ['health'] }),
    rule('full', { yearlyCostAtLeast: 50_000 }),
    rule('standard', { yearlyCostAtLeast: 2000 }),
    rule('fast'),
    rule('full', { yearlyCostAtLeast: 1 }),
  ];
  const below = { kind: 'cost-below', limit: usd(2000) };
  it.each<[string, Partial<Intake>, unknown[]]>([
    ['a low cost and harmless data', { yearlyCost: usd(1999) }, [below, { kind: 'no-sensitive-data' }]],
    ['a low cost, the data not said', { yearlyCost: usd(1999), data: [] }, [below, { kind: 'data-unknown' }]],
    ['a low cost in another currency', { yearlyCost: twd(10), data: ['none'] }, [below, { kind: 'no-sensitive-data' }]],
  ])('%s', (_case, intake, reasons) => expect(ruled(policy, intake)).toEqual({ track: 'fast', reasons }));

  it('and speaks of nothing that no rule asked about', () => {
    const nothing = { track: 'fast', reasons: [] };
    const known: Partial<Intake> = { yearlyCost: usd(1), data: [] };
    expect(ruled([rule('fast')], known)).toEqual(nothing);
    expect(ruled([rule('full', { stage: ['quote'] }), rule('fast')], known)).toEqual(nothing);
    const elsewhere = [rule('full', { region: ['eu'], yearlyCostAtLeast: 1 }), rule('fast')];
    expect(ruled(elsewhere, known)).toEqual(nothing);
  });

  it('and claims no low cost that it does not know', () =>
    expect(ruled([rule('full', { data: ['health'] }), rule('fast')])).toEqual({
      track: 'fast',
      reasons: [{ kind: 'no-sensitive-data' }],
    }));
});

it('the track is one of its rules’, with a reason for each condition, whatever is asked', () => {
  const conditions = fc.record(
    {
      yearlyCostAtLeast: fc.constantFrom(0, 2000, 1e12),
      data: fc.subarray([...DATA_KINDS]),
      stage: fc.subarray([...BUYING_STAGES]),
      region: fc.subarray(['tw', 'eu']),
      unit: fc.subarray([MARKETING, SALES]),
      funding: fc.subarray([...FUNDINGS]),
      usersAtLeast: fc.constantFrom(0, 50),
      category: fc.subarray(['crm', 'content']),
    },
    { requiredKeys: [] },
  );
  const rules = fc.record({ track: fc.constantFrom<Track>('fast', 'standard', 'full'), when: conditions });
  const money = fc.record({
    minor: fc.nat(Number.MAX_SAFE_INTEGER),
    currency: fc.constantFrom('USD', 'TWD', 'JPY', '__proto__'),
  });
  const intakes = fc.record({
    stage: fc.constantFrom(...BUYING_STAGES),
    data: fc.subarray([...DATA_KINDS]),
    unit: fc.constantFrom(MARKETING, SALES, 'gone' as UnitId),
    funding: fc.constantFrom(...FUNDINGS),
  });
  const known = fc.record(
    { yearlyCost: money, people: fc.nat(), category: fc.constantFrom('crm', '') },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(rules, { maxLength: 4 }), intakes, known, (policy, intake, more) => {
      const { track, reasons } = ruled(policy, { ...intake, ...more });
      const fits = (one: PolicyRule) =>
        one.track === track && [0, reasons.length].includes(Object.keys(one.when).length);
      return policy.some(fits) || (track === 'full' && reasons.length === 0);
    }),
    { numRuns: 500 },
  );
});
