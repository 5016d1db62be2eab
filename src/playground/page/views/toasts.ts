import type { Page } from '../page.ts';
import { fill } from '../text/words.ts';
import { h, type VNode } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';

function toast(page: Page, key: string, kind: string, text: string, dismiss: () => void): VNode {
  return h(
    'div',
    { class: `toast toast-${kind}`, key, 'data-testid': 'toast' },
    h('span', {}, text),
    h(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': page.words.close, onclick: dismiss },
      icon('close'),
    ),
  );
}

/** Short lines at the bottom: what the local Slack has to say, and what the page itself could not do. */
export function toasts(page: Page): VNode {
  const theirs = page.world.toasts
    .slice(-3)
    .map((one) =>
      toast(
        page,
        `toast ${one.id}`,
        one.kind,
        one.text,
        () => void page.act({ type: 'dismissToast', toastId: one.id }),
      ),
    );
  const ours = page.ui.notices.map((one) => {
    const dismiss = () => page.change((ui) => (ui.notices = ui.notices.filter((notice) => notice.id !== one.id)));
    return toast(page, `notice ${one.id}`, 'error', one.text, dismiss);
  });
  const { app } = page.world;
  const offline = !app.isConnected && fill(page.words.offline, { name: app.name });
  const lost = page.ui.isConnected ? offline : page.words.noConnection;
  return h(
    'div',
    { class: 'toasts', role: 'status', 'aria-live': 'polite', key: 'toasts' },
    lost !== false &&
      h('div', { class: 'toast toast-info', key: 'connection' }, h('span', { class: 'spinner' }), h('span', {}, lost)),
    theirs,
    ours,
  );
}
