/** Finding interactive elements in blocks, and what they hold before anybody touches them. */
import type { ElementState, StateValues } from '../person-sees.ts';
import { isObject, type Json, objectsIn, stringIn } from './json.ts';

export type PlacedElement = {
  blockId: string;
  actionId: string;
  block: Json;
  element: Json;
  type: string;
  /** In an input block: part of a form; sends block_actions only with dispatch_action. */
  isInput: boolean;
};

/** All blocks, those inside containers and carousels too. */
function everyBlock(blocks: readonly Json[]): Json[] {
  return blocks.flatMap((block) => [
    block,
    ...everyBlock(objectsIn(block.child_blocks)),
    ...(block.type === 'carousel' ? everyBlock(objectsIn(block.elements)) : []),
  ]);
}

/** Rich text and context have `elements` too, but nothing in them can be pressed. */
const HOLDS_ELEMENTS = new Set(['actions', 'context_actions']);

function elementsOf(block: Json): Json[] {
  if (block.type === 'section') return isObject(block.accessory) ? [block.accessory] : [];
  if (block.type === 'input') return isObject(block.element) ? [block.element] : [];
  if (block.type === 'card') return objectsIn(block.actions);
  return HOLDS_ELEMENTS.has(stringIn(block.type)) ? objectsIn(block.elements) : [];
}

/** An element without an action_id is known by its place in the block, as Slack names it by itself. */
export function placedElements(blocks: readonly Json[]): PlacedElement[] {
  return everyBlock(blocks).flatMap((block) =>
    elementsOf(block)
      .filter((element) => element.type !== 'image')
      .map((element, at) => ({
        blockId: stringIn(block.block_id),
        actionId: stringIn(element.action_id) || `${stringIn(block.block_id)}.${at}`,
        block,
        element,
        type: stringIn(element.type),
        isInput: block.type === 'input',
      })),
  );
}

/** The member of the state that an element of this kind fills, and the one of the element that it starts from. */
type Holding = { member: keyof ElementState; initial: string; empty: unknown };

const text: Holding = { member: 'value', initial: 'initial_value', empty: null };
const option: Holding = { member: 'selected_option', initial: 'initial_option', empty: null };
const options: Holding = { member: 'selected_options', initial: 'initial_options', empty: [] };

export const HOLDINGS: Record<string, Holding> = {
  plain_text_input: text,
  email_text_input: text,
  url_text_input: text,
  number_input: text,
  rich_text_input: { member: 'rich_text_value', initial: 'initial_value', empty: null },
  static_select: option,
  external_select: option,
  radio_buttons: option,
  multi_static_select: options,
  multi_external_select: options,
  checkboxes: options,
  users_select: { member: 'selected_user', initial: 'initial_user', empty: null },
  multi_users_select: { member: 'selected_users', initial: 'initial_users', empty: [] },
  conversations_select: { member: 'selected_conversation', initial: 'initial_conversation', empty: null },
  multi_conversations_select: { member: 'selected_conversations', initial: 'initial_conversations', empty: [] },
  channels_select: { member: 'selected_channel', initial: 'initial_channel', empty: null },
  multi_channels_select: { member: 'selected_channels', initial: 'initial_channels', empty: [] },
  datepicker: { member: 'selected_date', initial: 'initial_date', empty: null },
  timepicker: { member: 'selected_time', initial: 'initial_time', empty: null },
  datetimepicker: { member: 'selected_date_time', initial: 'initial_date_time', empty: null },
  file_input: { member: 'files', initial: '', empty: [] },
};

/** Undefined for what holds nothing: buttons, overflow menus. */
export function initialState({ type, element }: PlacedElement): ElementState | undefined {
  const holding = HOLDINGS[type];
  return holding && { type, [holding.member]: element[holding.initial] ?? holding.empty };
}

/** What was filled in where it still fits, else what each element starts from. */
export function stateOf(blocks: readonly Json[], filled: StateValues, covers: 'all' | 'inputs'): StateValues {
  const values: StateValues = {};
  for (const placed of placedElements(blocks)) {
    const start = initialState(placed);
    if (!start || (covers === 'inputs' && !placed.isInput)) continue;
    const known = filled[placed.blockId]?.[placed.actionId];
    const block = values[placed.blockId] ?? {};
    block[placed.actionId] = known?.type === placed.type ? known : start;
    values[placed.blockId] = block;
  }
  return values;
}

/** Whether pressing or changing it tells the app at once. */
export const dispatches = ({ isInput, block }: PlacedElement): boolean => !isInput || block.dispatch_action === true;
