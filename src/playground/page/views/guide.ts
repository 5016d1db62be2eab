import type { Page } from '../page.ts';
import { fill } from '../text/words.ts';
import { type Child, h, type VNode } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';

const COMMAND = '/buy-tool Figma';

function step(page: Page, number: number, isDone: boolean, isNext: boolean, text: Child): VNode {
  return h(
    'li',
    {
      class: isDone ? 'step done' : isNext ? 'step next' : 'step',
      'data-testid': `guide-${number}`,
      'data-done': String(isDone),
    },
    h('span', { class: 'step-sign' }, isDone ? icon('check') : number),
    h('span', {}, text, isDone && h('span', { class: 'for-screen-reader' }, ` (${page.words.done})`)),
  );
}

/** Three steps for somebody who has never seen the app; each ticks itself when it happens. */
export function guide(page: Page): Child {
  const { command, form, approve, hidden } = page.ui.guide;
  if (hidden) return undefined;
  const { words } = page;
  const [before = '', after = ''] = fill(words.guideCommand, { command: '\n' }).split('\n');
  const hide = () => page.change((ui) => (ui.guide = { ...ui.guide, hidden: true }));
  return h(
    'section',
    { class: 'guide', key: 'guide', 'aria-label': words.guide, 'data-testid': 'guide' },
    h('b', {}, words.guide),
    approve && form && command
      ? h('span', { key: 'all' }, words.guideDone)
      : h(
          'ol',
          { key: 'steps' },
          step(page, 1, command, !command, [before, h('code', {}, COMMAND), after]),
          step(page, 2, form, command && !form, words.guideForm),
          step(page, 3, approve, form && !approve, words.guideApprove),
        ),
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': words.guideHide,
        'data-testid': 'guide-hide',
        onclick: hide,
      },
      icon('close'),
    ),
  );
}
