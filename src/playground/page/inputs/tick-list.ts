/// <reference lib="dom" />
import type { OptionView } from '../../person-sees.ts';
import { entryOf, type Field, fieldKey, optionsOf, setValue } from '../blocks/form.ts';
import { textObject } from '../blocks/text-object.ts';
import type { Page } from '../page.ts';
import { h, type VNode } from '../ui/h.ts';
import { common } from './attributes.ts';

function tick(page: Page, field: Field, option: OptionView, isRadio: boolean): VNode {
  const held = entryOf(page, field);
  const chosen = isRadio ? (held.selected_option ? [held.selected_option] : []) : (held.selected_options ?? []);
  const isOn = chosen.some((one) => one.value === option.value);
  const toggled = isOn ? chosen.filter((one) => one.value !== option.value) : [...chosen, option];
  const { 'aria-labelledby': _, 'aria-label': __, ...rest } = common(page, field);
  return h(
    'label',
    { class: 'tick', key: option.value },
    h('input', {
      ...rest,
      type: isRadio ? 'radio' : 'checkbox',
      name: fieldKey(field),
      'data-value': option.value,
      checked: isOn,
      onchange: () => setValue(page, field, isRadio ? { selected_option: option } : { selected_options: toggled }),
    }),
    h(
      'span',
      { class: 'tick-text' },
      textObject(page, option.text),
      option.description && h('span', { class: 'tick-description' }, textObject(page, option.description)),
    ),
  );
}

/** Checkboxes or radio buttons. */
export function tickList(page: Page, field: Field): VNode {
  const isRadio = field.element.type === 'radio_buttons';
  return h(
    'div',
    {
      class: 'tick-list',
      role: isRadio ? 'radiogroup' : 'group',
      'aria-labelledby': common(page, field)['aria-labelledby'],
    },
    optionsOf(field.element.options).map((option) => tick(page, field, option, isRadio)),
  );
}
