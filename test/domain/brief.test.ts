import { describe, expect, it } from 'vitest';
import { talkingPoints, wentWell } from '#domain/brief.ts';
import { type Figures, figuresOf, type Lengths, type Sum } from '#domain/figures.ts';
import type { UnitId } from '#domain/ids.ts';
import { HOUR_MS, MONDAY } from '#test/support/builders.ts';

const NOTHING = figuresOf([], { from: MONDAY, to: MONDAY + 1 }, 'USD');
const sum = (minor: number): Sum => ({ minor, known: 1, unknown: 0 });
const took = (hours: number, kept: number, of: number): Lengths => ({
  spread: { median: hours * HOUR_MS, p90: hours * HOUR_MS, promised: 27 * HOUR_MS },
  kept: { count: kept, of },
  unknown: 0,
});
const quarters = (now: Partial<Figures>, before: Partial<Figures> = {}, shared: string[] = []) => ({
  now: { ...NOTHING, ...now },
  before: { ...NOTHING, ...before },
  shared: shared.map((tool) => ({ tool, units: ['marketing' as UnitId, 'sales' as UnitId], yearlyMinor: 100 })),
});
const rules = (points: { rule: string }[]) => points.map(({ rule }) => rule);

describe('a quarter without anything', () => {
  it('has nothing to talk about, and nothing that went well', () => {
    expect([talkingPoints(quarters({})), wentWell(quarters({}))]).toEqual([[], []]);
  });
});

describe('a talking point', () => {
  it.each([
    ['bought-first', quarters({ bypass: { count: 1, of: 9 } })],
    ['same-elsewhere', quarters({}, {}, ['Figma'])],
    ['decisions-late', quarters({ decision: took(9, 3, 5) })],
    ['answers-late', quarters({ answer: took(1, 3, 5) })],
    ['came-late', quarters({ early: { count: 2, of: 5 } })],
    ['payer-open', quarters({ committed: { ...NOTHING.committed, unit: sum(80), unknown: sum(20) } })],
    ['slower', quarters({ decision: took(12, 5, 5) }, { decision: took(10, 5, 5) })],
  ])('%s comes from its own figure', (rule, both) => {
    expect(rules(talkingPoints(both))).toEqual([rule]);
  });

  it.each([
    ['four of five decisions in time', quarters({ decision: took(9, 4, 5) })],
    ['three of four late ones: too few to tell', quarters({ decision: took(9, 1, 4), early: { count: 0, of: 4 } })],
    ['half early', quarters({ early: { count: 3, of: 6 } })],
    [
      'a fifth less than nothing known of who pays',
      quarters({ committed: { ...NOTHING.committed, unit: sum(81), unknown: sum(19) } }),
    ],
    ['a little slower', quarters({ decision: took(11.9, 5, 5) }, { decision: took(10, 5, 5) })],
    ['slower than a quarter with too few', quarters({ decision: took(20, 5, 5) }, { decision: took(10, 4, 4) })],
  ])('is none for %s', (_, both) => {
    expect(talkingPoints(both)).toEqual([]);
  });

  it('is one of three at most, the weightiest first', () => {
    const all = quarters(
      { bypass: { count: 1, of: 9 }, decision: took(9, 1, 9), answer: took(9, 1, 9), early: { count: 0, of: 9 } },
      {},
      ['Figma', 'Zoom'],
    );
    expect(rules(talkingPoints(all))).toEqual(['bought-first', 'same-elsewhere', 'decisions-late']);
    expect(talkingPoints(all)[1]).toMatchObject({ tool: 'Figma' });
  });
});

describe('what went well', () => {
  it.each([
    ['reused', quarters({ reuse: sum(1) })],
    ['faster', quarters({ decision: took(8, 4, 5) }, { decision: took(10, 5, 5) })],
    ['promises-kept', quarters({ decision: took(8, 9, 10) })],
    ['came-early', quarters({ early: { count: 4, of: 5 } })],
  ])('is %s by its own figure', (rule, both) => {
    expect(rules(wentWell(both))).toEqual([rule]);
  });
});
