import type { Checkboxes } from '@slack/types';
import { stepsFor } from '#domain/joint-steps.ts';
import type { JointStep, PurchaseRequest } from '#domain/purchase-request.ts';
import { actions, type Blocks, option, section } from '#slack/blocks.ts';
import type { Text } from '#text/text.ts';
import { DECISION } from './decision.actions.ts';

/** Carries which steps were ticked when the box was drawn: a press is compared with what its presser saw. */
const stepsBlockId = (id: string, done: JointStep[]): string =>
  `steps.${done.map((step) => `${id}:${step}`).join('+')}`;

/** Which steps a box with this block id showed as ticked. */
export const stepsShown = (blockId: string): string[] =>
  blockId
    .replace(/^steps\./, '')
    .split('+')
    .filter(Boolean);

/** The steps that both take together, to tick. */
export function stepBoxes(request: PurchaseRequest, text: Text): Blocks {
  const shown = stepsFor(request.track, request.intake.stage);
  const done = request.steps.map(({ step }) => step).filter((step) => shown.includes(step));
  const stepOption = (step: JointStep) =>
    option(text.plain(`step.${step}`), `${request.id}:${step}`, text.plain(`step.${step}.help`));
  const boxes: Checkboxes = {
    type: 'checkboxes',
    action_id: DECISION.tick,
    options: shown.map(stepOption),
    ...(done.length > 0 && { initial_options: shown.filter((step) => done.includes(step)).map(stepOption) }),
  };
  return [section(text.mrkdwn('card.steps')), { ...actions(boxes), block_id: stepsBlockId(request.id, done) }];
}
