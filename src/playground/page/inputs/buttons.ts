/// <reference lib="dom" />
import { type Field, fieldKey, optionsOf, press } from '../blocks/form.ts';
import { type Page, togglePopup } from '../page.ts';
import { isSafeAddress } from '../text/controls.ts';
import { withEmoji } from '../text/emoji.ts';
import { h, type VNode } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';
import { json, list, string, words } from '../ui/json.ts';
import { common } from './attributes.ts';
import { confirmed } from './confirm.ts';

function style(field: Field, isBusy: boolean): string {
  const kind = string(field.element.style);
  return `button ${kind === 'primary' || kind === 'danger' ? `button-${kind}` : ''} ${isBusy ? 'is-busy' : ''}`;
}

const follow = (url: string): void => {
  if (isSafeAddress(url)) window.open(url, '_blank', 'noopener,noreferrer');
};

/** A button; one with an address opens it and still tells the app, as in Slack. */
export function button(page: Page, field: Field): VNode {
  const { element } = field;
  const label = withEmoji(words(element.text));
  const isBusy = page.ui.busy.has(fieldKey(field));
  const url = string(element.url);
  return h(
    'button',
    {
      ...common(page, field),
      type: 'button',
      class: style(field, isBusy),
      'aria-label': string(element.accessibility_label) || undefined,
      'aria-busy': isBusy ? 'true' : undefined,
      title: url || undefined,
      onclick: () =>
        confirmed(page, element, () => {
          if (!page.names.openPermalink(url)) follow(url);
          void press(page, field);
        }),
    },
    label,
    isBusy && h('span', { class: 'spinner' }),
  );
}

function menu(page: Page, field: Field): VNode {
  const items = optionsOf(field.element.options).map((option, index) => {
    const url = string(json(list(field.element.options)[index]).url);
    const onclick = () => {
      page.change((ui) => (ui.popup = undefined));
      confirmed(page, field.element, () => {
        follow(url);
        void press(page, field, { selected_option: option });
      });
    };
    return h(
      'button',
      {
        type: 'button',
        class: 'menu-item',
        role: 'menuitem',
        key: option.value,
        'data-testid': `option-${option.value}`,
        onclick,
      },
      withEmoji(option.text.text),
      option.description && h('span', { class: 'menu-note' }, option.description.text),
    );
  });
  return h('div', { class: 'menu', role: 'menu' }, items);
}

/** The three dots with a small menu. */
export function overflow(page: Page, field: Field): VNode {
  const key = fieldKey(field);
  return h(
    'button',
    {
      ...common(page, field),
      type: 'button',
      class: 'button button-icon',
      'data-anchor': key,
      'aria-label': page.words.moreActions,
      'aria-haspopup': 'menu',
      'aria-expanded': page.ui.popup?.anchor === key ? 'true' : 'false',
      onclick: () => togglePopup(page, key, (latest) => menu(latest, field)),
    },
    icon('dots'),
  );
}

/** Thumbs up and down, or a small button with a sign. */
export function contextButtons(page: Page, field: Field): VNode {
  const { element } = field;
  if (element.type === 'icon_button') {
    const onclick = () => confirmed(page, element, () => void press(page, field));
    const label = words(element.text);
    const props = {
      ...common(page, field),
      type: 'button',
      class: 'button button-icon',
      'aria-label': label,
      title: label,
      onclick,
    };
    return h('button', props, icon(element.icon === 'trash' ? 'trash' : 'dots'));
  }
  const one = (which: 'positive_button' | 'negative_button', sign: string) => {
    const side = json(element[which]);
    const label = words(side.text);
    const onclick = () => void press(page, field, { value: string(side.value) });
    return h(
      'button',
      {
        ...common(page, field),
        type: 'button',
        class: 'button button-icon',
        title: label,
        'aria-label': label,
        onclick,
      },
      sign,
    );
  };
  return h('span', { class: 'feedback' }, one('positive_button', '👍'), one('negative_button', '👎'));
}
