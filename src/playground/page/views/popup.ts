/// <reference lib="dom" />
import type { Page } from '../page.ts';
import { walkMenu } from '../ui/focus.ts';
import { type Child, h } from '../ui/h.ts';

/** The floating layer; `placePopup` moves it beside its anchor once it is drawn. */
export function popup(page: Page): Child {
  const open = page.ui.popup;
  if (!open) return undefined;
  const onkeydown = (event: KeyboardEvent) => {
    if (event.currentTarget instanceof Element) walkMenu(event.currentTarget, event);
    if (event.key === 'Tab') page.change((ui) => (ui.popup = undefined));
  };
  return h(
    'div',
    { class: 'popup', key: `popup ${open.anchor}`, 'data-popup': open.anchor, onkeydown },
    open.render(page),
  );
}
