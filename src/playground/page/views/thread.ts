import { here, type Page } from '../page.ts';
import { fill } from '../text/words.ts';
import { type Child, h } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';
import { composer } from './composer.ts';
import { titleOf } from './conversation.ts';
import { messageRow } from './message.ts';
import { messageList } from './message-list.ts';

/** The pane at the right: one message and everything said beneath it. */
export function thread(page: Page): Child {
  const one = here(page);
  const parent = one?.messages.find((message) => message.ts === page.ui.thread);
  if (!one || !parent) return undefined;
  const replies = one.messages.filter((message) => message.threadTs === parent.ts && message.ts !== parent.ts);
  const spot = { conversation: one, inThread: true };
  const close = () => page.change((ui) => (ui.thread = undefined));
  const counted = replies.filter((reply) => !reply.onlyYou).length;
  const count = counted === 1 ? page.words.oneReply : fill(page.words.replies, { count: counted });
  return h(
    'aside',
    { class: 'thread', key: `thread ${parent.ts}`, 'aria-label': page.words.thread, 'data-testid': 'thread' },
    h(
      'header',
      { class: 'thread-head' },
      h('h2', {}, page.words.thread),
      h('span', { class: 'topic' }, titleOf(one)),
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': page.words.close,
          'data-testid': 'thread-close',
          onclick: close,
        },
        icon('close'),
      ),
    ),
    h(
      'div',
      {
        class: 'messages',
        role: 'log',
        'aria-live': 'polite',
        'aria-label': page.words.thread,
        tabindex: '0',
        'data-sticky': parent.ts,
      },
      messageRow(page, spot, parent, false),
      counted > 0 && h('div', { class: 'reply-count', key: 'count' }, h('span', {}, count)),
      messageList(page, spot, replies),
    ),
    one.isMember && !one.archived && composer(page, one, page.words.reply, parent.ts),
  );
}
