import { category } from './category.ts';
import { data } from './data.ts';
import type { Condition, Facts } from './facts.ts';
import { funding } from './funding.ts';
import { region } from './region.ts';
import type { PolicyConditions, PolicyReason } from './rules.ts';
import { stage } from './stage.ts';
import { unit } from './unit.ts';
import { usersAtLeast } from './users-at-least.ts';
import { yearlyCostAtLeast } from './yearly-cost.ts';

type Limits = Required<PolicyConditions>;

/** Every kind of condition under its key in the org file. A new kind is one file and one line here. */
const CONDITIONS: { [Key in keyof Limits]: Condition<Limits[Key]> } = {
  yearlyCostAtLeast,
  data,
  stage,
  region,
  unit,
  funding,
  usersAtLeast,
  category,
};

function reasonFor<Key extends keyof Limits>(key: Key, when: Partial<Limits>, facts: Facts): PolicyReason | undefined {
  const limit = when[key];
  return limit === undefined ? undefined : CONDITIONS[key](limit, facts);
}

/** The reasons when every condition holds; undefined when one does not. */
export function reasonsFor(when: PolicyConditions, facts: Facts): PolicyReason[] | undefined {
  const keys = Object.keys(when) as (keyof PolicyConditions)[];
  const reasons = keys.map((key) => reasonFor(key, when, facts));
  return reasons.every((reason) => reason !== undefined) ? reasons : undefined;
}
