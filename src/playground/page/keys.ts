/// <reference lib="dom" />
import type { Page } from './page.ts';
import { byAttribute } from './ui/focus.ts';
import { closeModal } from './views/modal.ts';
import { openSwitcher } from './views/person-switcher.ts';

function closeTop(page: Page): void {
  const { ui } = page;
  if (ui.popup) {
    const { anchor } = ui.popup;
    page.change(() => (ui.popup = undefined));
    byAttribute('data-anchor', anchor)?.focus();
  } else if (ui.confirm) page.change(() => (ui.confirm = undefined));
  else if (page.world.modals.length > 0) closeModal(page, false);
  else if (ui.isSidebarOpen) page.change(() => (ui.isSidebarOpen = false));
  else if (ui.thread !== undefined) page.change(() => (ui.thread = undefined));
}

/** Keys that work everywhere: Esc closes what is on top, Ctrl+K or Cmd+K opens the person switcher. */
export function listenToKeys(page: Page): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') closeTop(page);
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    page.change((ui) => (ui.isSidebarOpen = true));
    openSwitcher(page);
  });
  document.addEventListener('mousedown', (event) => {
    const open = page.ui.popup;
    if (!open || !(event.target instanceof Element)) return;
    const isInside = event.target.closest('[data-popup]') !== null;
    const isAnchor = event.target.closest('[data-anchor]')?.getAttribute('data-anchor') === open.anchor;
    if (!isInside && !isAnchor) page.change((ui) => (ui.popup = undefined));
  });
}
