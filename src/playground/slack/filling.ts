/** What a person may put into an element: only what Slack's own client would let through. */
import type { ElementState, OptionView, StateValues } from '../person-sees.ts';
import { liveChannel } from './conversations.ts';
import { HOLDINGS, initialState, type PlacedElement, placedElements } from './elements.ts';
import { fileObject } from './files.ts';
import { isObject, type Json, objectsIn, stringIn } from './json.ts';
import type { World } from './world.ts';

/** Why it does not fit, or the state as it is kept. */
export type Filled = { state: ElementState } | { why: string };

/** Where the options of a type-ahead are remembered. `place`: a view id, or channel and ts. */
export const offeredKey = (place: string, blockId: string, actionId: string): string =>
  `${place}/${blockId}/${actionId}`;

/** Options as they stand in the blocks, or, for type-ahead, as last offered. */
function optionsFor(world: World, place: string, placed: PlacedElement): Json[] {
  const { element } = placed;
  const offered: OptionView[] = world.offered.get(offeredKey(place, placed.blockId, placed.actionId)) ?? [];
  return [
    ...objectsIn(element.options),
    ...objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options)),
    ...offered,
    ...objectsIn([element.initial_option]),
    ...objectsIn(element.initial_options),
  ];
}

const isDate = (value: unknown) => /^\d{4}-\d{2}-\d{2}$/.test(stringIn(value)) && !Number.isNaN(Date.parse(`${value}`));
const isTime = (value: unknown) => /^([01]\d|2[0-3]):[0-5]\d$/.test(stringIn(value));
const isConversation = (world: World, id: unknown) => liveChannel(world, stringIn(id)) !== undefined;
const isPerson = (world: World, id: unknown) => world.state.people[stringIn(id)]?.deleted === false;
const isMoment = (value: unknown) => Number.isInteger(value) && String(value).length === 10;

/** Checks of one chosen thing by the member of the state that holds it; text is checked on submission. */
const CHECKS: Partial<Record<keyof ElementState, (world: World, value: unknown) => boolean>> = {
  value: (_, value) => typeof value === 'string',
  selected_user: isPerson,
  selected_users: isPerson,
  selected_conversation: isConversation,
  selected_conversations: isConversation,
  selected_channel: isConversation,
  selected_channels: isConversation,
  selected_date: (_, value) => isDate(value),
  selected_time: (_, value) => isTime(value),
  selected_date_time: (_, value) => isMoment(value),
  files: (world, value) => isObject(value) && world.state.files[stringIn(value.id)] !== undefined,
  rich_text_value: (_, value) => isObject(value),
};

type Kept = { value: unknown } | { why: string };

function keep(world: World, place: string, placed: PlacedElement, value: unknown): Kept {
  const member = HOLDINGS[placed.type]?.member ?? 'value';
  if (member === 'selected_option' || member === 'selected_options') {
    const wanted = isObject(value) ? value.value : undefined;
    const option = optionsFor(world, place, placed).find((one) => one.value === wanted);
    return option ? { value: option } : { why: `"${wanted}" is none of the options of ${placed.actionId}.` };
  }
  if (CHECKS[member]?.(world, value) === false)
    return { why: `${placed.actionId} cannot hold ${JSON.stringify(value)}.` };
  return { value: member === 'files' && isObject(value) ? fileObject(world, stringIn(value.id)) : value };
}

/** `given` in the shape of `view.state.values`; options are looked up by value, so nobody can make one up. */
export function fill(world: World, place: string, placed: PlacedElement, given: Json): Filled {
  const holding = HOLDINGS[placed.type];
  const start = initialState(placed);
  if (!holding || !start) return { why: `${placed.actionId} holds nothing that could be filled in.` };
  const value = given[holding.member];
  if (value === undefined || value === null || value === '')
    return { state: { ...start, [holding.member]: holding.empty } };
  if (!Array.isArray(holding.empty)) {
    const kept = keep(world, place, placed, value);
    return 'why' in kept ? kept : { state: { ...start, [holding.member]: kept.value } };
  }
  if (!Array.isArray(value)) return { why: `${placed.actionId} takes a list.` };
  const kept = value.map((item) => keep(world, place, placed, item));
  const wrong = kept.find((one) => 'why' in one);
  if (wrong) return wrong;
  return { state: { ...start, [holding.member]: kept.flatMap((one) => ('value' in one ? [one.value] : [])) } };
}

/** All of a view at once. Blocks or elements that are not there any more are a mistake of the page, and refused. */
export function fillAll(
  world: World,
  place: string,
  blocks: readonly Json[],
  given: StateValues,
): { values: StateValues } | { why: string } {
  const elements = placedElements(blocks);
  const values: StateValues = {};
  for (const [blockId, actions] of Object.entries(given)) {
    for (const [actionId, state] of Object.entries(actions)) {
      const placed = elements.find((one) => one.blockId === blockId && one.actionId === actionId);
      if (!placed) return { why: `There is no ${actionId} in block ${blockId}.` };
      if (!HOLDINGS[placed.type]) continue;
      const filled = fill(world, place, placed, state);
      if ('why' in filled) return filled;
      values[blockId] = { ...values[blockId], [actionId]: filled.state };
    }
  }
  return { values };
}
