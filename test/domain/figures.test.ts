import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fact, factOf } from '#domain/fact.ts';
import { figuresOf, type Period, percentile, percentOf } from '#domain/figures.ts';
import type { UnitId } from '#domain/ids.ts';
import type { Decision } from '#domain/purchase-request.ts';
import { ANA, anIntake, aRequest, HOUR_MS, MONDAY } from '#test/support/builders.ts';

const DAY_MS = 24 * HOUR_MS;
const WEEK: Period = { from: MONDAY, to: MONDAY + 7 * DAY_MS };
const TUESDAY = MONDAY + DAY_MS;
const BEFORE = MONDAY - 30 * DAY_MS;

const aFact = (overrides: Partial<Fact> = {}): Fact => ({
  unit: 'marketing' as UnitId,
  restricted: false,
  stage: 'exploring',
  funding: 'unit',
  tool: 'Figma',
  submittedAt: BEFORE,
  ...overrides,
});
type End = NonNullable<Fact['end']>;
const ended = (how: End['how'], end: Partial<End> = {}, overrides: Partial<Fact> = {}): Fact =>
  aFact({ end: { how, at: TUESDAY, ...end }, ...overrides });
const dollars = (minor: number) => ({ minor, currency: 'USD' });
const figures = (...facts: Fact[]) => figuresOf(facts, WEEK, 'USD');

describe('a period', () => {
  it('begins with its first moment and ends before its last', () => {
    const at = [WEEK.from - 1, WEEK.from, WEEK.to - 1, WEEK.to];
    expect(at.map((submittedAt) => figures(aFact({ submittedAt })).new)).toEqual([0, 1, 1, 0]);
    expect(at.map((moment) => figures(ended('pilot', { at: moment })).decided.pilot)).toEqual([0, 1, 1, 0]);
    expect(at.map((moment) => figures(ended('pilot', { at: moment })).open)).toEqual([0, 0, 0, 1]);
    expect(at.map((moment) => figures(aFact({ response: { at: moment } })).answer.unknown)).toEqual([0, 1, 1, 0]);
  });

  it('says how many wait at its end, whenever they came', () => {
    expect(figures(aFact(), aFact({ submittedAt: TUESDAY }), ended('withdrawn'), ended('expired')).open).toBe(2);
  });
});

describe('early', () => {
  it('is of the new requests those that were exploring, comparing or trying', () => {
    const stages = ['exploring', 'comparing', 'trial', 'quote', 'signing', 'renewal', 'bought'] as const;
    const came = stages.map((stage) => aFact({ stage, submittedAt: MONDAY }));
    expect(figures(...came, aFact()).early).toEqual({ count: 3, of: 7 });
  });
});

describe('answer and decision', () => {
  const HOURS = [7, 1, 3, 9, 5, 2, 8, 4, 6, 10];
  const tooks = HOURS.map((hours) => ({ ms: hours * HOUR_MS, promisedMs: (hours > 5 ? 8 : 2) * HOUR_MS }));
  const expected = {
    spread: { median: 5 * HOUR_MS, p90: 9 * HOUR_MS, promised: 2 * HOUR_MS },
    kept: { count: 5, of: 10 },
    unknown: 1,
  };

  it('are exact, beside what these requests were promised; a length that nobody knows is counted apart', () => {
    const responded = tooks.map((took) => aFact({ response: { at: TUESDAY, took } }));
    expect(figures(...responded, aFact({ response: { at: TUESDAY } })).answer).toEqual(expected);
    const decided = tooks.map((took) => ended('declined', { took }));
    expect(figures(...decided, ended('reuse')).decision).toEqual(expected);
  });

  it('count a promise that was met to the moment as kept', () => {
    const took = { ms: HOUR_MS, promisedMs: HOUR_MS };
    expect(figures(aFact({ response: { at: TUESDAY, took } })).answer.kept).toEqual({ count: 1, of: 1 });
  });

  it('leave out what was never decided', () => {
    expect(figures(ended('withdrawn'), ended('expired')).decision).toEqual({ kept: { count: 0, of: 0 }, unknown: 0 });
  });
});

describe('money', () => {
  it('that was committed is of what is bought, by who pays; of unknown costs it says how many', () => {
    const { committed } = figures(
      ended('approved', { cost: dollars(100) }),
      ended('approved_with_conditions', { cost: dollars(20) }, { funding: 'it' }),
      ended('approved', { cost: dollars(3) }),
      ended('approved', { cost: dollars(0) }),
      ended('approved'),
      ended('approved', { cost: { minor: 9_000, currency: 'TWD' } }),
      ...(['pilot', 'declined', 'reuse', 'withdrawn'] as const).map((how) => ended(how, { cost: dollars(5_000) })),
    );
    expect(committed).toEqual({
      unit: { minor: 103, known: 3, unknown: 2 },
      it: { minor: 20, known: 1, unknown: 0 },
      shared: { minor: 0, known: 0, unknown: 0 },
      unknown: { minor: 0, known: 0, unknown: 0 },
    });
  });

  it('that was not spent twice is of what ended in reuse', () => {
    const { reuse } = figures(ended('reuse', { cost: dollars(600) }), ended('reuse'), ended('approved'));
    expect(reuse).toEqual({ minor: 600, known: 1, unknown: 1 });
  });

  it('stops where it could not be held exactly', () => {
    const huge = ended('reuse', { cost: dollars(Number.MAX_SAFE_INTEGER) });
    expect(figures(huge, huge).reuse.minor).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('bypass', () => {
  const found = aFact({ stage: 'bought', submittedAt: TUESDAY });

  it('is what was found afterwards, of that and of what was bought together', () => {
    expect(figures(found, ended('approved'), ended('approved_with_conditions'), ended('pilot')).bypass).toEqual({
      count: 1,
      of: 3,
    });
  });

  it('counts a purchase once: when it was found, not when it was decided', () => {
    const decided = { how: 'approved', at: TUESDAY } as const;
    expect(figures({ ...found, end: decided }).bypass).toEqual({ count: 1, of: 1 });
    expect(figures(ended('approved', {}, { stage: 'bought' })).bypass).toEqual({ count: 0, of: 0 });
  });

  it('leaves out what was withdrawn', () => {
    expect(figures({ ...found, end: { how: 'withdrawn', at: TUESDAY } }).bypass).toEqual({ count: 0, of: 0 });
  });
});

describe('what nobody may see', () => {
  it('of a restricted request is all but that there is one', () => {
    const response = { at: TUESDAY, took: { ms: 1, promisedMs: 1 } };
    const all = { restricted: true, submittedAt: MONDAY, stage: 'bought', response } as const;
    const hidden = [
      aFact(all),
      ended('approved', { cost: dollars(7) }, all),
      ended('reuse', { cost: dollars(7) }, all),
    ];
    expect(figures(...hidden)).toEqual({ ...figures(), restricted: 3 });
  });
});

describe('a percentile', () => {
  it('is the nearest rank: one of the values, at least as large as that share of them', () => {
    const values = fc
      .array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 60 })
      .map((all) => all.toSorted((one, other) => one - other));
    fc.assert(
      fc.property(values, fc.constantFrom(50, 90), (all, percent) => {
        const value = percentile(all, percent);
        const isReached = (at: number) => all.filter((one) => one <= at).length * 100 >= percent * all.length;
        const smaller = all.filter((one) => one < value);
        return all.includes(value) && isReached(value) && !smaller.some(isReached);
      }),
    );
  });
});

describe('a percentage', () => {
  it('of fewer than five is none', () => {
    expect([4, 5].map((of) => percentOf({ count: 1, of }))).toEqual([undefined, 20]);
  });

  it('is all or none only when it is', () => {
    const counts = [0, 1, 500, 999, 1_000];
    expect(counts.map((count) => percentOf({ count, of: 1_000 }))).toEqual([0, 1, 50, 99, 100]);
  });
});

describe('the facts of a request', () => {
  const decided = (decision: Decision, yearlyCost = dollars(31)) =>
    ({ state: 'decided', decision, at: TUESDAY, yearlyCost }) as const;
  const said = { minor: 1_000, currency: 'TWD' };

  it('hold what it cost when it was decided, else what the requester said', () => {
    const intake = anIntake({ yearlyCost: said });
    expect(factOf(aRequest({ intake, progress: decided('reuse') })).end?.cost).toEqual(dollars(31));
    const unconverted = { state: 'decided', decision: 'reuse', at: TUESDAY } as const;
    expect(factOf(aRequest({ intake, progress: unconverted })).end?.cost).toEqual(said);
    expect(factOf(aRequest({ intake, progress: { state: 'withdrawn', at: TUESDAY } })).end).toEqual({
      how: 'withdrawn',
      at: TUESDAY,
    });
  });

  it('name nobody', () => {
    const request = aRequest({ firstResponse: { by: ANA, at: MONDAY }, progress: decided('approved') });
    expect(JSON.stringify(factOf(request))).not.toMatch(/U0/);
  });
});

it('docs/figures.md explains every figure, and nothing that is none', () => {
  const page = readFileSync(new URL('../../docs/figures.md', import.meta.url), 'utf8');
  const explained = [...page.matchAll(/^## .*\(`(\w+)`\)$/gm)].map(([, key]) => key);
  expect(explained.toSorted()).toEqual(Object.keys(figures()).toSorted());
});
