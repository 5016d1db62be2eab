/** The `actions[0]` of a press: what was pressed, as Slack describes it. */
import type { PressPayload } from '../person-does.ts';
import type { ElementState } from '../person-sees.ts';
import { HOLDINGS, type PlacedElement } from './elements.ts';
import { fill } from './filling.ts';
import { defined, type Json, objectsIn } from './json.ts';
import { withPlainTextEscaped } from './message-shape.ts';
import type { World } from './world.ts';

/** `state`: what the element holds from now on; buttons hold nothing. */
export type Action = { action: Json; state?: ElementState } | { why: string };

const PRESSED_ONLY = new Set(['button', 'workflow_button', 'icon_button']);

function overflowAction(placed: PlacedElement, payload: PressPayload): Action {
  const option = objectsIn(placed.element.options).find((one) => one.value === payload.selected_option?.value);
  if (!option) return { why: 'That is none of the options of the menu.' };
  return { action: { ...idsOf(placed), selected_option: option } };
}

function feedbackAction(placed: PlacedElement, payload: PressPayload): Action {
  const { positive_button: positive, negative_button: negative } = placed.element;
  const button = objectsIn([positive, negative]).find((one) => one.value === payload.value);
  if (!button) return { why: 'That is neither of the two buttons.' };
  return { action: { ...idsOf(placed), text: button.text, value: button.value } };
}

const idsOf = ({ type, blockId, actionId }: PlacedElement): Json => ({ type, block_id: blockId, action_id: actionId });

/** Members of the element that Slack repeats in the action. */
function repeated({ element }: PlacedElement): Json {
  const { placeholder, confirm, initial_option, initial_options, initial_date, initial_time, min_query_length } =
    element;
  return defined({
    placeholder,
    confirm,
    initial_option,
    initial_options,
    initial_date,
    initial_time,
    min_query_length,
  });
}

/** A button's value comes from the blocks, never from the page. */
export function actionFor(world: World, place: string, placed: PlacedElement, payload: PressPayload): Action {
  if (PRESSED_ONLY.has(placed.type)) {
    const { text, value, url, confirm, icon, style } = placed.element;
    const members = defined({ text: withPlainTextEscaped(text), value, url, confirm, icon, style });
    return { action: { ...idsOf(placed), ...members } };
  }
  if (placed.type === 'overflow') return overflowAction(placed, payload);
  if (placed.type === 'feedback_buttons') return feedbackAction(placed, payload);
  const holding = HOLDINGS[placed.type];
  if (!holding) return { why: `Nothing happens when a ${placed.type} is pressed.` };
  const filled = fill(world, place, placed, payload);
  if ('why' in filled) return filled;
  const { state } = filled;
  return { action: { ...idsOf(placed), ...repeated(placed), [holding.member]: state[holding.member] }, state };
}
