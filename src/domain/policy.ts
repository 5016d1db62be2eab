import type { UnitId } from './ids.ts';
import { convert, type Money, major, money } from './money.ts';
import { type Organisation, unitOf } from './organisation.ts';
import type { BuyingStage, DataKind, Funding, Intake } from './purchase-request.ts';

export const TRACKS = ['fast', 'standard', 'full'] as const;
export type Track = (typeof TRACKS)[number];

/** All conditions that are present must hold. Amounts are in the workspace's currency, per year. */
export type PolicyConditions = {
  yearlyCostAtLeast?: number;
  data?: DataKind[];
  stage?: BuyingStage[];
  region?: string[];
  unit?: UnitId[];
  funding?: Funding[];
  usersAtLeast?: number;
  category?: string[];
};

export type PolicyRule = { track: Track; when: PolicyConditions };

/** Why a request is on its track, in facts that a text can be made of. */
export type PolicyReason =
  | { kind: 'cost-at-least'; limit: Money }
  | { kind: 'cost-below'; limit: Money }
  | { kind: 'cost-unknown' }
  | { kind: 'rate-unknown'; currency: string }
  | { kind: 'data'; data: DataKind[] }
  | { kind: 'no-sensitive-data' }
  | { kind: 'data-unknown' }
  | { kind: 'stage'; stage: BuyingStage }
  | { kind: 'region'; region: string }
  | { kind: 'unit'; unit: UnitId }
  | { kind: 'funding'; funding: Funding }
  | { kind: 'users-at-least'; limit: number }
  | { kind: 'category'; category: string };

export type PolicyAnswer = { track: Track; reasons: PolicyReason[] };

type CostFact = { kind: 'known'; major: number } | { kind: 'unknown' } | { kind: 'no-rate'; currency: string };

function costOf(intake: Intake, org: Organisation): CostFact {
  if (!intake.yearlyCost) return { kind: 'unknown' };
  const converted = convert(intake.yearlyCost, org.workspace.currency, org.exchangeRates);
  return converted.ok
    ? { kind: 'known', major: major(converted.money) }
    : { kind: 'no-rate', currency: converted.unknownRate };
}

type Facts = { intake: Intake; org: Organisation; cost: CostFact; lowestCostLimit: number };
type Limits = Required<PolicyConditions>;
type Checks = { [Condition in keyof Limits]: (limit: Limits[Condition], facts: Facts) => PolicyReason | undefined };

/** One check a condition: the reason when it holds, undefined when it does not. */
const CHECKS: Checks = {
  yearlyCostAtLeast(limit, { cost, org, lowestCostLimit }) {
    // Nobody knows the cost yet: as careful as the lowest limit asks for. No rate: as careful as can be.
    if (cost.kind === 'unknown') return limit <= lowestCostLimit ? { kind: 'cost-unknown' } : undefined;
    if (cost.kind === 'no-rate') return { kind: 'rate-unknown', currency: cost.currency };
    return cost.major >= limit ? { kind: 'cost-at-least', limit: money(limit, org.workspace.currency) } : undefined;
  },
  data(kinds, { intake }) {
    const touched = intake.data.filter((kind) => kinds.includes(kind));
    return touched.length > 0 ? { kind: 'data', data: touched } : undefined;
  },
  stage: (stages, { intake }) => (stages.includes(intake.stage) ? { kind: 'stage', stage: intake.stage } : undefined),
  region(regions, { intake, org }) {
    const region = unitOf(org, intake.unit)?.region;
    return region && regions.includes(region) ? { kind: 'region', region } : undefined;
  },
  unit: (units, { intake }) => (units.includes(intake.unit) ? { kind: 'unit', unit: intake.unit } : undefined),
  funding: (fundings, { intake }) =>
    fundings.includes(intake.funding) ? { kind: 'funding', funding: intake.funding } : undefined,
  usersAtLeast: (limit, { intake }) => ((intake.people ?? 0) >= limit ? { kind: 'users-at-least', limit } : undefined),
  category: (categories, { intake }) =>
    intake.category && categories.includes(intake.category)
      ? { kind: 'category', category: intake.category }
      : undefined,
};

function reasonFor<Condition extends keyof Limits>(condition: Condition, when: Partial<Limits>, facts: Facts) {
  const limit = when[condition];
  return limit === undefined ? undefined : CHECKS[condition](limit, facts);
}

/** The reasons when every condition of the rule holds; undefined when one does not. */
function reasonsFor(when: PolicyConditions, facts: Facts): PolicyReason[] | undefined {
  const conditions = Object.keys(when) as (keyof PolicyConditions)[];
  const reasons = conditions.map((condition) => reasonFor(condition, when, facts));
  return reasons.every((reason) => reason !== undefined) ? reasons : undefined;
}

/** What kept the request off the rules before: what people want to hear about the fast track. */
function reasonsAgainst(passed: PolicyRule[], { cost, org, intake }: Facts): PolicyReason[] {
  const limits = passed.flatMap(({ when }) => when.yearlyCostAtLeast ?? []);
  const sensitive = passed.flatMap(({ when }) => when.data ?? []);
  const isBelow = cost.kind === 'known' && limits.length > 0 && cost.major < Math.min(...limits);
  const isUnknown = intake.data.length === 0;
  const isHarmless = !intake.data.some((kind) => sensitive.includes(kind));
  return [
    ...(isBelow ? [{ kind: 'cost-below', limit: money(Math.min(...limits), org.workspace.currency) } as const] : []),
    ...(sensitive.length > 0 && isUnknown ? [{ kind: 'data-unknown' } as const] : []),
    ...(sensitive.length > 0 && !isUnknown && isHarmless ? [{ kind: 'no-sensitive-data' } as const] : []),
  ];
}

/** Chooses the track: the first rule whose conditions all hold. Without any, the full track. */
export function applyPolicy(intake: Intake, org: Organisation): PolicyAnswer {
  const limits = org.policy.flatMap(({ when }) => when.yearlyCostAtLeast ?? []);
  const facts: Facts = { intake, org, cost: costOf(intake, org), lowestCostLimit: Math.min(...limits) };
  for (const [index, rule] of org.policy.entries()) {
    const reasons = reasonsFor(rule.when, facts);
    if (!reasons) continue;
    return {
      track: rule.track,
      reasons: reasons.length > 0 ? reasons : reasonsAgainst(org.policy.slice(0, index), facts),
    };
  }
  return { track: 'full', reasons: [] };
}
