/** What Slack's client checks before it sends a form: the app never hears of a form that fails here. */
import type { ElementState, StateValues } from '../person-sees.ts';
import { HOLDINGS, type PlacedElement, placedElements } from './elements.ts';
import { isObject, type Json } from './json.ts';

function isEmpty({ type }: PlacedElement, state: ElementState | undefined): boolean {
  const held = state?.[HOLDINGS[type]?.member ?? 'value'];
  if (typeof held === 'string') return held.trim() === '';
  return held === undefined || held === null || (Array.isArray(held) && held.length === 0);
}

const numberIn = (value: unknown): number | undefined =>
  typeof value === 'number' || (typeof value === 'string' && value !== '') ? Number(value) : undefined;

function wrongNumber(element: Json, text: string): string | undefined {
  const number = Number(text);
  if (Number.isNaN(number)) return 'Enter a number.';
  if (element.is_decimal_allowed !== true && !Number.isInteger(number)) return 'Enter a whole number.';
  const min = numberIn(element.min_value);
  const max = numberIn(element.max_value);
  if (min !== undefined && number < min) return `Enter a number of at least ${min}.`;
  return max !== undefined && number > max ? `Enter a number of at most ${max}.` : undefined;
}

function wrongLength(element: Json, text: string): string | undefined {
  const min = numberIn(element.min_length);
  const max = numberIn(element.max_length);
  if (min !== undefined && text.length < min) return `Enter at least ${min} characters.`;
  return max !== undefined && text.length > max ? `Enter at most ${max} characters.` : undefined;
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

function wrongText({ type, element }: PlacedElement, text: string): string | undefined {
  if (type === 'number_input') return wrongNumber(element, text);
  if (type === 'email_text_input')
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : 'Enter an e-mail address.';
  if (type === 'url_text_input') return isWebAddress(text) ? undefined : 'Enter a web address.';
  return wrongLength(element, text);
}

function tooMany({ type, element }: PlacedElement, state: ElementState): string | undefined {
  const member = HOLDINGS[type]?.member;
  const held = member && state[member];
  const max = numberIn(type === 'file_input' ? (element.max_files ?? 10) : element.max_selected_items);
  return Array.isArray(held) && max !== undefined && held.length > max ? `Choose at most ${max}.` : undefined;
}

function fault(placed: PlacedElement, state: ElementState | undefined): string | undefined {
  if (isEmpty(placed, state))
    return placed.block.optional === true ? undefined : 'Please complete this required field.';
  if (!state || !isObject(state)) return undefined;
  return typeof state.value === 'string' ? wrongText(placed, state.value) : tooMany(placed, state);
}

/** By block id; empty when the form may go. */
export function formFaults(blocks: readonly Json[], values: StateValues): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const placed of placedElements(blocks)) {
    if (!placed.isInput) continue;
    const found = fault(placed, values[placed.blockId]?.[placed.actionId]);
    if (found !== undefined) faults[placed.blockId] = found;
  }
  return faults;
}
