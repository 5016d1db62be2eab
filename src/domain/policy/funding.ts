import type { Funding } from '#domain/vocabulary.ts';
import type { Condition } from './facts.ts';

/** The money comes from one of these. */
export const funding: Condition<Funding[]> = (fundings, { intake }) =>
  fundings.includes(intake.funding) ? { kind: 'funding', funding: intake.funding } : undefined;
