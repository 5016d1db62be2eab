import { type Page, togglePopup } from '../page.ts';
import { h, type VNode } from '../ui/h.ts';
import { avatar } from './avatar.ts';

function menu(page: Page): VNode {
  const { globalShortcuts, app } = page.world;
  const items = globalShortcuts.map((one) => {
    const onclick = () => {
      page.change((ui) => (ui.popup = undefined));
      void page.act({ type: 'globalShortcut', callbackId: one.callbackId });
    };
    return h(
      'button',
      {
        key: one.callbackId,
        type: 'button',
        role: 'menuitem',
        class: 'menu-item with-avatar',
        'data-testid': `shortcut-${one.callbackId}`,
        onclick,
      },
      avatar(page, app.botUserId, 'small'),
      h('span', {}, one.name, h('span', { class: 'menu-note' }, one.description)),
    );
  });
  return h(
    'div',
    { class: 'menu', role: 'menu', 'aria-label': page.words.shortcuts },
    h('div', { class: 'menu-title' }, page.words.shortcuts),
    items.length > 0 ? items : h('div', { class: 'option-empty' }, page.words.noShortcuts),
  );
}

/** The menu behind the ⚡ button: shortcuts that work from anywhere. */
export const openShortcuts = (page: Page, anchor: string): void => togglePopup(page, anchor, menu);
