import { describe, expect, it } from 'vitest';
import type { Organisation } from '#domain/organisation.ts';
import { reasonsFor } from '#domain/policy/conditions.ts';
import { factsOf } from '#domain/policy/facts.ts';
import type { PolicyConditions } from '#domain/policy/rules.ts';
import { policyVersion } from '#domain/policy/version.ts';
import { anIntake } from '#test/support/builders.ts';
import { anOrganisation, LEA, MARKETING, SALES } from '#test/support/deeds.ts';

const versionWith = (overrides: Partial<Organisation> = {}) => policyVersion(anOrganisation(overrides));

describe('the policy’s version', () => {
  it('is the same for the same rules, read again, whoever works there', () => {
    expect(versionWith()).toBe(versionWith());
    expect(versionWith({ it: { leads: [LEA], engineers: [] }, units: [], exchangeRates: {} })).toBe(versionWith());
  });

  it.each<[string, Partial<Organisation>]>([
    ['another rule', { policy: [{ track: 'full', when: {} }] }],
    ['the same rules in another order', { policy: anOrganisation().policy.toReversed() }],
    [
      'another limit',
      { policy: anOrganisation().policy.map((rule) => ({ ...rule, when: { yearlyCostAtLeast: 2001 } })) },
    ],
    ['no rules', { policy: [] }],
    ['another limit of a seat', { seats: { financeAtLeast: 100_001, legalAtLeast: 250_000 } }],
  ])('is another with %s', (_case, overrides) => expect(versionWith(overrides)).not.toBe(versionWith()));

  it('is short enough to be shown', () => expect(versionWith()).toMatch(/^[0-9a-z]{1,7}$/));
});

describe('each kind of condition, alone in its rule', () => {
  const facts = factsOf(
    anIntake({
      yearlyCost: { minor: 200_000, currency: 'USD' },
      unit: SALES,
      people: 50,
      category: 'crm',
      data: ['health', 'internal'],
    }),
    anOrganisation(),
  );
  it.each<[keyof PolicyConditions, PolicyConditions, PolicyConditions]>([
    ['yearlyCostAtLeast', { yearlyCostAtLeast: 2000 }, { yearlyCostAtLeast: 2001 }],
    ['data', { data: ['health'] }, { data: ['payment'] }],
    ['stage', { stage: ['exploring'] }, { stage: ['signing'] }],
    ['region', { region: ['tw'] }, { region: ['eu'] }],
    ['unit', { unit: [SALES] }, { unit: [MARKETING] }],
    ['funding', { funding: ['unit'] }, { funding: ['it'] }],
    ['usersAtLeast', { usersAtLeast: 50 }, { usersAtLeast: 51 }],
    ['category', { category: ['crm'] }, { category: ['content'] }],
  ])('%s holds with one reason, or not at all', (_key, holds, fails) => {
    expect(reasonsFor(holds, facts)).toHaveLength(1);
    expect(reasonsFor(fails, facts)).toBeUndefined();
    expect(reasonsFor({ ...holds, ...fails }, facts)).toBeUndefined();
  });

  it('nothing asked is nothing to tell', () => expect(reasonsFor({}, facts)).toEqual([]));
});
