/** Filling in forms as a test writes it down: block id to what was typed or chosen. */
import type { ElementState, StateValues } from '../person-sees.ts';
import { HOLDINGS, type PlacedElement, placedElements } from './elements.ts';
import type { Json } from './json.ts';

/** A text, the value of an option, an id, a date; a list where several can be chosen; null empties the field. */
export type Entry = string | number | string[] | null;

const optionOf = (value: string) => ({ text: { type: 'plain_text' as const, text: value }, value });

/** The element's state for an entry; options are matched by value when the form is sent. */
export function stateFor({ type }: Pick<PlacedElement, 'type'>, entry: Entry): ElementState {
  const member = HOLDINGS[type]?.member ?? 'value';
  if (entry === null) return { type };
  const list = Array.isArray(entry) ? entry : [String(entry)];
  const [first = ''] = list;
  if (member === 'selected_option') return { type, selected_option: optionOf(first) };
  if (member === 'selected_options') return { type, selected_options: list.map(optionOf) };
  if (member === 'files') return { type, files: list.map((id) => ({ id })) };
  if (member === 'selected_date_time') return { type, selected_date_time: Number(entry) };
  if (member === 'rich_text_value') return { type, rich_text_value: richText(first) };
  return { type, [member]: Array.isArray(HOLDINGS[type]?.empty) ? list : first };
}

const richText = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});

/** @throws {Error} naming the blocks there are, when an entry names none of them. */
export function valuesFor(blocks: readonly Json[], entries: Record<string, Entry>): StateValues {
  const elements = placedElements(blocks);
  const values: StateValues = {};
  for (const [name, entry] of Object.entries(entries)) {
    const placed = elements.find((one) => one.blockId === name) ?? elements.find((one) => one.actionId === name);
    if (!placed) {
      const known = elements.map((one) => one.blockId).join(', ');
      throw new Error(`The form has no block ${name}; it has ${known}.`);
    }
    const state = stateFor(placed, entry);
    values[placed.blockId] = { ...values[placed.blockId], [placed.actionId]: state };
  }
  return values;
}
