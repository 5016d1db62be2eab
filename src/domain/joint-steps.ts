import { JOINT_STEPS, type JointStep, type PurchaseRequest } from './purchase-request.ts';
import type { BuyingStage, Track } from './vocabulary.ts';

const STAGES_WITH_A_CHOICE: BuyingStage[] = ['exploring', 'comparing', 'trial', 'quote', 'renewal'];
const STAGES_WITH_A_CONTRACT: BuyingStage[] = ['quote', 'signing', 'renewal', 'bought'];

/** When a step is worth showing. Small purchases get few steps; nobody meets a vendor after signing. */
const SHOWS: Record<JointStep, (track: Track, stage: BuyingStage) => boolean> = {
  needs: () => true,
  existing: () => true,
  options: (track, stage) => track !== 'fast' && STAGES_WITH_A_CHOICE.includes(stage),
  vendor: (track, stage) => track === 'full' && STAGES_WITH_A_CHOICE.includes(stage),
  security: () => true,
  contract: (track, stage) => track !== 'fast' || STAGES_WITH_A_CONTRACT.includes(stage),
  exit: (track) => track === 'full',
};

export const stepsFor = (track: Track, stage: BuyingStage): JointStep[] =>
  JOINT_STEPS.filter((step) => SHOWS[step](track, stage));

export function openStepsOf(request: PurchaseRequest): JointStep[] {
  const done = new Set(request.steps.map(({ step }) => step));
  return stepsFor(request.track, request.intake.stage).filter((step) => !done.has(step));
}
