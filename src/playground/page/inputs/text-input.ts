/// <reference lib="dom" />
import { entryOf, type Field, press, setValue } from '../blocks/form.ts';
import type { Page } from '../page.ts';
import { h, type Props, type VNode } from '../ui/h.ts';
import { json, strings } from '../ui/json.ts';
import { charactersLeft, common, placeholder } from './attributes.ts';

const INPUT_MODES: Record<string, string> = {
  number_input: 'decimal',
  email_text_input: 'email',
  url_text_input: 'url',
};

function dispatchesOn(field: Field, what: string): boolean {
  const on = strings(json(field.element.dispatch_action_config).trigger_actions_on);
  return field.dispatches && (on.length === 0 ? ['on_enter_pressed'] : on).includes(what);
}

const typed = (event: Event): string =>
  event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement ? event.target.value : '';

/** Plain text, number, e-mail and address inputs. What is wrong is told after sending, as the app and Slack see it. */
export function textInput(page: Page, field: Field): VNode {
  const { element } = field;
  const value = entryOf(page, field).value ?? '';
  const isMultiline = element.multiline === true;
  const props: Props = {
    ...common(page, field),
    class: 'text-input',
    value,
    placeholder: placeholder(field),
    oninput: (event) =>
      setValue(page, field, { value: typed(event) || null }, dispatchesOn(field, 'on_character_entered')),
    onkeydown: (event) => {
      if (event.key !== 'Enter' || event.isComposing || isMultiline) return;
      if (!dispatchesOn(field, 'on_enter_pressed')) return;
      event.preventDefault();
      void press(page, field, { value: typed(event) || null });
    },
  };
  const left = charactersLeft(field, value);
  return h(
    'div',
    { class: 'text-field' },
    isMultiline
      ? h('textarea', { ...props, rows: 4 })
      : h('input', { ...props, type: 'text', inputmode: INPUT_MODES[String(element.type)], autocomplete: 'off' }),
    left !== undefined &&
      h('span', { class: left < 0 ? 'counter counter-over' : 'counter', 'aria-live': 'polite' }, left),
  );
}

/** A rich text input takes plain lines here: each becomes a section, which is valid rich text. */
export function richTextInput(page: Page, field: Field): VNode {
  const held = json(entryOf(page, field).rich_text_value);
  const toRichText = (text: string) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  });
  return h('textarea', {
    ...common(page, field),
    class: 'text-input',
    rows: 4,
    placeholder: placeholder(field),
    value: plainOf(held),
    oninput: (event) => {
      const text = typed(event);
      setValue(page, field, { rich_text_value: text === '' ? null : toRichText(text) }, false);
    },
  });
}

function plainOf(value: unknown): string {
  const node = json(value);
  if (typeof node.text === 'string') return node.text;
  return Array.isArray(node.elements) ? node.elements.map((one) => plainOf(one)).join('') : '';
}
