import type { Field } from '../blocks/form.ts';
import type { Page } from '../page.ts';
import { fill } from '../text/words.ts';
import { h, type VNode } from '../ui/h.ts';
import { string } from '../ui/json.ts';
import { button, contextButtons, overflow } from './buttons.ts';
import { combobox } from './combobox.ts';
import { fileInput } from './file-input.ts';
import { richTextInput, textInput } from './text-input.ts';
import { tickList } from './tick-list.ts';
import { whenInput } from './when-input.ts';

type Draw = (page: Page, field: Field) => VNode;

const SELECTS = ['static', 'external', 'users', 'conversations', 'channels'].flatMap((kind): [string, Draw][] => [
  [`${kind}_select`, combobox],
  [`multi_${kind}_select`, combobox],
]);

const ELEMENTS: Record<string, Draw> = {
  ...Object.fromEntries(SELECTS),
  button,
  workflow_button: button,
  overflow,
  icon_button: contextButtons,
  feedback_buttons: contextButtons,
  plain_text_input: textInput,
  number_input: textInput,
  email_text_input: textInput,
  url_text_input: textInput,
  rich_text_input: richTextInput,
  radio_buttons: tickList,
  checkboxes: tickList,
  datepicker: whenInput,
  timepicker: whenInput,
  datetimepicker: whenInput,
  file_input: fileInput,
};

/** Draws an interactive element; a kind nobody here knows is named instead. */
export function interactive(page: Page, field: Field): VNode {
  const draw = ELEMENTS[string(field.element.type)];
  if (draw) return draw(page, field);
  return h('span', { class: 'unknown' }, fill(page.words.unknownBlock, { type: string(field.element.type) || '?' }));
}
