import { blocks } from '../blocks/blocks.ts';
import type { Page } from '../page.ts';
import { h, type VNode } from '../ui/h.ts';

/** What the app published for this person, in one calm column. */
export function homeTab(page: Page): VNode {
  const { home } = page.world;
  if (!home) return h('div', { class: 'home quiet', 'data-testid': 'home' }, page.words.noHome);
  const form = {
    key: 'home',
    place: { in: 'home' as const },
    blocks: home.blocks,
    saved: home.state,
    errors: {},
    isBusy: false,
  };
  return h(
    'div',
    { class: 'home', 'data-testid': 'home', tabindex: '0' },
    h('div', { class: 'home-column' }, blocks(page, form, home.blocks)),
  );
}
