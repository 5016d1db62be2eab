import { money } from '#domain/money.ts';
import type { Condition } from './facts.ts';

/**
 * The yearly cost, in the workspace's currency. Nobody knows it yet: as careful as the policy's lowest limit asks for.
 * No exchange rate: as careful as can be, since it is real and nobody can tell how large.
 */
export const yearlyCostAtLeast: Condition<number> = (limit, { cost, org, lowestCostLimit }) => {
  if (cost.kind === 'unknown') return limit <= lowestCostLimit ? { kind: 'cost-unknown' } : undefined;
  if (cost.kind === 'no-rate') return { kind: 'rate-unknown', currency: cost.currency };
  return cost.major >= limit ? { kind: 'cost-at-least', limit: money(limit, org.workspace.currency) } : undefined;
};
