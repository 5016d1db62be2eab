import type { Ending, Fact } from './fact.ts';
import type { Instant } from './ids.ts';
import type { Currency } from './money.ts';
import type { Took } from './promises.ts';
import type { Decision } from './purchase-request.ts';
import { type BuyingStage, FUNDINGS, type Funding } from './vocabulary.ts';

/** From `from` up to, not including, `to`. */
export type Period = { from: Instant; to: Instant };

/** A numerator with its denominator, as whole numbers: `percentOf` says when that is too few for a percentage. */
export type Share = { count: number; of: number };

/**
 * A sum in the minor units of the workspace's currency, over `known` requests. `unknown` more belong to it, of which
 * nobody knows the cost or its rate: they are never counted as zero. Stops at Number.MAX_SAFE_INTEGER.
 */
export type Sum = { minor: number; known: number; unknown: number };

/** An exact percentile by nearest rank: the smallest value that is at least as large as this share of all. */
export type Spread = { median: number; p90: number };

/**
 * How long answers took, in milliseconds of business time. `spread` is absent when none is known. `promised` is
 * the median of what these very requests were promised; `kept` counts those that took no longer than their own promise.
 * `unknown`: answers from before their length was kept; they are in nothing else here.
 */
export type Lengths = { spread?: Spread & { promised: number }; kept: Share; unknown: number };

/**
 * The joint figures of a unit over a period, shared by the unit and IT. A restricted request is left out of all but
 * `restricted`: an amount or a length could give it away. Said in plain words in docs/figures.md.
 */
export type Figures = {
  /** Requests that were submitted in the period, those withdrawn since too. */
  new: number;
  /** Requests whose decision, the last one, was taken in the period, by what it was. */
  decided: Record<Decision, number>;
  /** Requests that wait for somebody's next step at the end of the period, whenever they were submitted. */
  open: number;
  /** Restricted requests that were open at some time in the period. All that is said of them. */
  restricted: number;
  /** Of the new requests, those whose stage at intake was exploring, comparing or trial. */
  early: Share;
  /** Business time to first response, of the requests first responded to in the period; not those that still wait. */
  answer: Lengths;
  /** Business time to the decision, of the requests decided in the period. Waiting on the requester is not in it. */
  decision: Lengths;
  /** Yearly cost of what was approved in the period, plainly or on conditions, by who pays. Pilots are not in it. */
  committed: Record<Funding, Sum>;
  /** Yearly cost that was avoided: of the requests that ended in reuse in the period. */
  reuse: Sum;
  /**
   * Purchases found afterwards: requests submitted in the period at the stage *bought*, unless withdrawn. Of all
   * purchases: these, and what was approved in the period, plainly or on conditions, at another stage.
   */
  bypass: Share;
};

/** Below this denominator a percentage would say more than is known. */
export const PERCENT_OF_MIN = 5;

/** In whole percent, and never all or none when it is not quite. Undefined from too few: say "2 of 3". */
export function percentOf({ count, of }: Share): number | undefined {
  if (of < PERCENT_OF_MIN) return undefined;
  return count === 0 || count === of ? (100 * count) / of : Math.min(99, Math.max(1, Math.round((100 * count) / of)));
}

export const EARLY_STAGES: readonly BuyingStage[] = ['exploring', 'comparing', 'trial'];
/** With these something is bought. A pilot is not: its cost may never come. */
export const PURCHASES: readonly Ending[] = ['approved', 'approved_with_conditions'];

const isIn = ({ from, to }: Period, at: Instant | undefined): boolean => at !== undefined && from <= at && at < to;
const isNew = (fact: Fact, period: Period): boolean => isIn(period, fact.submittedAt);
const hasEnded = ({ end }: Fact, period: Period, ...how: readonly Ending[]): boolean =>
  end !== undefined && isIn(period, end.at) && how.includes(end.how);
const isOpenAt = ({ submittedAt, end }: Fact, at: Instant): boolean => submittedAt < at && (!end || end.at >= at);
const wasOpenIn = (fact: Fact, { from, to }: Period): boolean =>
  fact.submittedAt < to && (!fact.end || fact.end.at >= from);
const isFound = (fact: Fact, period: Period): boolean =>
  isNew(fact, period) && fact.stage === 'bought' && fact.end?.how !== 'withdrawn';

const ascending = (values: readonly number[]): number[] => values.toSorted((one, other) => one - other);

/**
 * By nearest rank, of values that ascend.
 * @throws {RangeError} for no values.
 */
export function percentile(ascendingValues: readonly number[], percent: number): number {
  const value = ascendingValues[Math.ceil((ascendingValues.length * percent) / 100) - 1];
  if (value === undefined) throw new RangeError(`No percentile ${percent} of ${ascendingValues.length} values`);
  return value;
}

/** Of answers: what the known ones took, and how many more there were. */
export function lengthsOf(known: readonly Took[], unknown: number): Lengths {
  const kept = known.filter(({ ms, promisedMs }) => ms <= promisedMs).length;
  const counted = { kept: { count: kept, of: known.length }, unknown };
  if (known.length === 0) return counted;
  const all = ascending(known.map(({ ms }) => ms));
  const promised = ascending(known.map(({ promisedMs }) => promisedMs));
  const spread = { median: percentile(all, 50), p90: percentile(all, 90), promised: percentile(promised, 50) };
  return { spread, ...counted };
}

function lengthsOfAll(answers: readonly ({ took?: Took } | undefined)[]): Lengths {
  const known = answers.flatMap((answer) => answer?.took ?? []);
  return lengthsOf(known, answers.length - known.length);
}

function sumOf(facts: readonly Fact[], currency: Currency): Sum {
  const costs = facts.flatMap(({ end }) => (end?.cost?.currency === currency ? end.cost.minor : []));
  const sum = costs.reduce((sofar, minor) => sofar + minor, 0);
  return { minor: Math.min(sum, Number.MAX_SAFE_INTEGER), known: costs.length, unknown: facts.length - costs.length };
}

/** How deciding can end. */
export const DECISIONS = ['approved', 'approved_with_conditions', 'pilot', 'reuse', 'declined'] as const;

export const byKey = <Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value): Record<Key, Value> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;

/** What is told of requests of which all may be told. */
function toldOf(facts: readonly Fact[], period: Period, currency: Currency): Omit<Figures, 'restricted'> {
  const came = facts.filter((fact) => isNew(fact, period));
  const found = facts.filter((fact) => isFound(fact, period)).length;
  const purchases = facts.filter((fact) => hasEnded(fact, period, ...PURCHASES));
  const responded = facts.filter(({ response }) => isIn(period, response?.at));
  const reused = facts.filter((fact) => hasEnded(fact, period, 'reuse'));
  return {
    new: came.length,
    decided: byKey(DECISIONS, (decision) => facts.filter((fact) => hasEnded(fact, period, decision)).length),
    open: facts.filter((fact) => isOpenAt(fact, period.to)).length,
    early: { count: came.filter(({ stage }) => EARLY_STAGES.includes(stage)).length, of: came.length },
    answer: lengthsOfAll(responded.map(({ response }) => response)),
    decision: lengthsOfAll(facts.filter((fact) => hasEnded(fact, period, ...DECISIONS)).map(({ end }) => end)),
    committed: byKey(FUNDINGS, (funding) =>
      sumOf(
        purchases.filter((fact) => fact.funding === funding),
        currency,
      ),
    ),
    reuse: sumOf(reused, currency),
    bypass: { count: found, of: found + purchases.filter(({ stage }) => stage !== 'bought').length },
  };
}

/** The figures of these requests: slow, and what each figure means. Stores compute the same in their own way. */
export function figuresOf(facts: readonly Fact[], period: Period, currency: Currency): Figures {
  const asked = facts.filter((fact) => wasOpenIn(fact, period));
  const told = asked.filter(({ restricted }) => !restricted);
  return { ...toldOf(told, period, currency), restricted: asked.length - told.length };
}

/** By whoever pays: all that was committed. */
export function committedIn({ committed }: Figures): Sum {
  const sums = Object.values(committed);
  const sum = (of: keyof Sum) => sums.reduce((sofar, one) => sofar + one[of], 0);
  return { minor: Math.min(Number.MAX_SAFE_INTEGER, sum('minor')), known: sum('known'), unknown: sum('unknown') };
}
