import { convert, major } from '#domain/money.ts';
import { type Organisation, unitOf } from '#domain/organisation.ts';
import type { Intake } from '#domain/purchase-request.ts';
import type { PolicyReason } from './rules.ts';

/** The yearly cost in the workspace's currency, as far as anybody knows it. */
export type CostFact = { kind: 'known'; major: number } | { kind: 'unknown' } | { kind: 'no-rate'; currency: string };

/** What the conditions look at. */
export type Facts = {
  intake: Intake;
  org: Organisation;
  cost: CostFact;
  /** The lowest cost that any rule of the policy speaks of; Infinity when none does. */
  lowestCostLimit: number;
};

/** One kind of condition: the reason when it holds, undefined when it does not. */
export type Condition<Limit> = (limit: Limit, facts: Facts) => PolicyReason | undefined;

export function costOf({ yearlyCost }: Intake, { workspace, exchangeRates }: Organisation): CostFact {
  if (!yearlyCost) return { kind: 'unknown' };
  const converted = convert(yearlyCost, workspace.currency, exchangeRates);
  return converted.ok
    ? { kind: 'known', major: major(converted.money) }
    : { kind: 'no-rate', currency: converted.unknownRate };
}

export const regionOf = ({ intake, org }: Facts): string | undefined => unitOf(org, intake.unit)?.region;

export function factsOf(intake: Intake, org: Organisation): Facts {
  const limits = org.policy.flatMap(({ when }) => when.yearlyCostAtLeast ?? []);
  return { intake, org, cost: costOf(intake, org), lowestCostLimit: Math.min(...limits) };
}
