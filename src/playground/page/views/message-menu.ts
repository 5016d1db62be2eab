import type { Act } from '../../person-does.ts';
import type { MessageView } from '../../person-sees.ts';
import { type Page, togglePopup } from '../page.ts';
import { decode } from '../text/entities.ts';
import { h, type VNode } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';
import type { Spot } from './message.ts';

type Item = { id: string; label: string; note?: string; isDanger?: boolean; run: () => void };

function ownItems(page: Page, spot: Spot, message: MessageView): Item[] {
  const channelId = spot.conversation.id;
  const { ts } = message;
  if (message.userId !== page.world.me.id || message.onlyYou) return [];
  const edit = () => page.change((ui) => (ui.editing = { channelId, ts, text: decode(message.text) }));
  const remove = () => void page.act({ type: 'deleteMessage', channelId, ts });
  return [
    { id: 'edit', label: page.words.editMessage, run: edit },
    { id: 'delete', label: page.words.deleteMessage, isDanger: true, run: remove },
  ];
}

function items(page: Page, spot: Spot, message: MessageView): Item[] {
  const channelId = spot.conversation.id;
  const { ts } = message;
  const shortcuts = message.onlyYou ? [] : page.world.messageShortcuts;
  const send = (act: Act) => () => void page.act(act);
  return [
    { id: 'reply', label: page.words.replyInThread, run: () => page.goTo(channelId, message.threadTs ?? ts) },
    ...shortcuts.map((one) => ({
      id: one.callbackId,
      label: one.name,
      note: page.world.app.name,
      run: send({ type: 'messageShortcut', callbackId: one.callbackId, channelId, ts }),
    })),
    ...ownItems(page, spot, message),
  ];
}

function menu(page: Page, spot: Spot, message: MessageView): VNode {
  const drawn = items(page, spot, message).map((item) => {
    const onclick = () => {
      page.change((ui) => (ui.popup = undefined));
      item.run();
    };
    return h(
      'button',
      {
        key: item.id,
        type: 'button',
        role: 'menuitem',
        class: item.isDanger ? 'menu-item danger' : 'menu-item',
        'data-testid': `menu-${item.id}`,
        onclick,
      },
      h('span', {}, item.label),
      item.note !== undefined && h('span', { class: 'menu-note' }, item.note),
    );
  });
  return h('div', { class: 'menu', role: 'menu', 'aria-label': page.words.moreActions }, drawn);
}

/** The small bar at a message's corner: reply, and everything else behind three dots. */
export function hoverActions(page: Page, spot: Spot, message: MessageView): VNode {
  const anchor = `message ${spot.conversation.id} ${message.ts} ${spot.inThread}`;
  const isOpen = page.ui.popup?.anchor === anchor;
  const reply = () => page.goTo(spot.conversation.id, message.threadTs ?? message.ts);
  const { replyInThread, moreActions } = page.words;
  return h(
    'div',
    { class: isOpen ? 'hover-actions shown' : 'hover-actions', 'data-testid': `actions-${message.ts}` },
    !spot.inThread &&
      !message.onlyYou &&
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': replyInThread, title: replyInThread, onclick: reply },
        icon('reply'),
      ),
    !message.onlyYou &&
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'data-anchor': anchor,
          'data-testid': `more-${message.ts}`,
          'aria-label': moreActions,
          'aria-haspopup': 'menu',
          'aria-expanded': String(isOpen),
          title: moreActions,
          onclick: () => togglePopup(page, anchor, (latest) => menu(latest, spot, message)),
        },
        icon('dots'),
      ),
  );
}
