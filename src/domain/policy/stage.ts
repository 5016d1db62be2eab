import type { BuyingStage } from '#domain/vocabulary.ts';
import type { Condition } from './facts.ts';

/** The purchase stood at one of these stages when IT came in. */
export const stage: Condition<BuyingStage[]> = (stages, { intake }) =>
  stages.includes(intake.stage) ? { kind: 'stage', stage: intake.stage } : undefined;
