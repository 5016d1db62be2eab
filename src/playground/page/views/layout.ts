import type { Page } from '../page.ts';
import { h, type VNode } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';
import { clock } from './clock.ts';
import { conversation } from './conversation.ts';
import { guide } from './guide.ts';
import { confirmDialog, modal } from './modal.ts';
import { popup } from './popup.ts';
import { sidebar } from './sidebar.ts';
import { thread } from './thread.ts';
import { toasts } from './toasts.ts';
import { traffic } from './traffic.ts';

function topBar(page: Page): VNode {
  const { words, world } = page;
  const { isOpen } = page.ui.traffic;
  const toggle = () => page.change((ui) => (ui.traffic.isOpen = !isOpen));
  return h(
    'div',
    { class: 'top-bar', key: 'top' },
    h('span', { class: 'top-title' }, `${world.app.name} playground`),
    clock(page),
    h(
      'button',
      {
        type: 'button',
        class: 'top-button',
        title: words.traffic,
        'aria-pressed': String(isOpen),
        'data-testid': 'traffic-toggle',
        onclick: toggle,
      },
      icon('wire'),
      h('span', {}, words.trafficShort),
    ),
  );
}

/** The whole page, as the person on show sees it. */
export function layout(page: Page): VNode[] {
  const isCovered = page.world.modals.length > 0 || page.ui.confirm !== undefined;
  const shade = () => page.change((ui) => (ui.isSidebarOpen = false));
  return [
    h(
      'div',
      { class: 'app', key: `app ${page.world.me.id}`, inert: isCovered },
      topBar(page),
      guide(page),
      h(
        'div',
        { class: 'columns', key: 'columns' },
        sidebar(page),
        page.ui.isSidebarOpen && h('div', { class: 'shade only-narrow', key: 'shade', onclick: shade }),
        h('div', { class: 'sheet', key: 'sheet' }, conversation(page), thread(page)),
      ),
      traffic(page),
    ),
    ...[modal(page), confirmDialog(page), popup(page), toasts(page)].flatMap((one) =>
      typeof one === 'object' && one !== null && !Array.isArray(one) ? [one] : [],
    ),
  ];
}
