import { type Field, fieldKey } from '../blocks/form.ts';
import type { Page } from '../page.ts';
import type { Props } from '../ui/h.ts';
import { number, string, words } from '../ui/json.ts';

export const labelId = (field: Field): string => `label-${field.form.key}-${field.blockId}`;
const isWrong = (field: Field): boolean => Object.hasOwn(field.form.errors, field.blockId);

/** What every control has: hooks for tests, its label, whether it is wrong, and whether the caret starts here. */
export function common(page: Page, field: Field): Props {
  const { element, blockId, isInput } = field;
  const named = isInput
    ? { 'aria-labelledby': labelId(field) }
    : { 'aria-label': string(element.accessibility_label) || words(element.placeholder) || page.words.choose };
  return {
    ...named,
    'data-block-id': blockId,
    'data-action-id': string(element.action_id),
    'data-focus-on-load': element.focus_on_load === true,
    'aria-invalid': isWrong(field) ? 'true' : undefined,
    'aria-describedby': isInput ? `hint-${field.form.key}-${blockId}` : undefined,
    disabled: field.form.isBusy || page.ui.busy.has(fieldKey(field)),
  };
}

export const placeholder = (field: Field): string => words(field.element.placeholder);

/** Characters left under `max_length`; undefined when there is no limit. May be negative: the person can see by how much. */
export function charactersLeft(field: Field, value: string): number | undefined {
  const max = number(field.element.max_length);
  return max === undefined ? undefined : max - value.length;
}
