import { money } from '#domain/money.ts';
import type { Organisation } from '#domain/organisation.ts';
import type { Intake } from '#domain/purchase-request.ts';
import type { Track } from '#domain/vocabulary.ts';
import { reasonsFor } from './conditions.ts';
import { type Facts, factsOf } from './facts.ts';
import type { PolicyReason, PolicyRule } from './rules.ts';

export type PolicyAnswer = { track: Track; reasons: PolicyReason[] };

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
  const facts = factsOf(intake, org);
  for (const [index, { track, when }] of org.policy.entries()) {
    const reasons = reasonsFor(when, facts);
    if (reasons?.length === 0) return { track, reasons: reasonsAgainst(org.policy.slice(0, index), facts) };
    if (reasons) return { track, reasons };
  }
  return { track: 'full', reasons: [] };
}
