import type { ConversationView } from '../../person-sees.ts';
import { here, type Page, togglePopup } from '../page.ts';
import { fill } from '../text/words.ts';
import { type Child, h, type VNode } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';
import { composer } from './composer.ts';
import { homeTab } from './home.ts';
import { messageList } from './message-list.ts';

export const titleOf = (one: ConversationView): string =>
  one.kind === 'public' || one.kind === 'private' ? `#${one.name}` : one.name;

function channelMenu(page: Page, channelId: string): VNode {
  const now = page.world.conversations.find((one) => one.id === channelId);
  const name = page.world.app.name;
  const item = (label: string, type: 'inviteApp' | 'removeApp' | 'leaveChannel' | 'joinChannel') => {
    const onclick = () => {
      page.change((ui) => (ui.popup = undefined));
      void page.act({ type, channelId });
    };
    return h(
      'button',
      { type: 'button', class: 'menu-item', role: 'menuitem', 'data-testid': `menu-${type}`, onclick },
      label,
    );
  };
  return h(
    'div',
    { class: 'menu', role: 'menu', 'aria-label': page.words.channelActions },
    now?.hasApp
      ? item(fill(page.words.removeApp, { name }), 'removeApp')
      : item(fill(page.words.inviteApp, { name }), 'inviteApp'),
    now?.isMember ? item(page.words.leave, 'leaveChannel') : item(page.words.join, 'joinChannel'),
  );
}

function channelButtons(page: Page, one: ConversationView): Child {
  if (one.kind !== 'public' && one.kind !== 'private') return undefined;
  const anchor = `channel-menu ${one.id}`;
  return [
    h('span', { class: 'members' }, fill(page.words.members, { count: one.memberIds.length })),
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': page.words.channelActions,
        'aria-haspopup': 'menu',
        'data-testid': 'channel-menu',
        'data-anchor': anchor,
        onclick: () => togglePopup(page, anchor, (latest) => channelMenu(latest, one.id)),
      },
      icon('dots'),
    ),
  ];
}

function tabs(page: Page, one: ConversationView): Child {
  if (!one.isAppDm || !page.world.app.hasHome) return undefined;
  const tab = (name: 'home' | 'messages') =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        class: 'tab',
        'aria-selected': String(page.ui.appTab === name),
        'data-testid': `tab-${name}`,
        onclick: () => {
          page.change((ui) => (ui.appTab = name));
          void page.act({ type: name === 'home' ? 'openHome' : 'openAppDm' });
        },
      },
      page.words[name],
    );
  return h('div', { class: 'tabs', role: 'tablist' }, tab('home'), tab('messages'));
}

function top(page: Page, one: ConversationView): VNode {
  const open = () => page.change((ui) => (ui.isSidebarOpen = true));
  return h(
    'header',
    { class: 'conversation-head' },
    h(
      'div',
      { class: 'conversation-title' },
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button only-narrow',
          'aria-label': page.words.menu,
          'data-testid': 'open-sidebar',
          onclick: open,
        },
        icon('menu'),
      ),
      h('h2', {}, one.kind === 'private' && icon('lock'), one.kind === 'private' ? one.name : titleOf(one)),
      h('span', { class: 'topic' }, one.topic),
      channelButtons(page, one),
    ),
    tabs(page, one),
  );
}

function foot(page: Page, one: ConversationView): VNode {
  if (one.archived) return h('div', { class: 'composer-note', key: 'archived' }, page.words.archived);
  if (one.isMember || one.isAppDm) return composer(page, one, fill(page.words.messageTo, { name: titleOf(one) }));
  const join = () => void page.act({ type: 'joinChannel', channelId: one.id });
  return h(
    'div',
    { class: 'composer-note', key: 'join' },
    h('span', {}, fill(page.words.notMember, { name: one.name })),
    h(
      'button',
      { type: 'button', class: 'button button-primary', 'data-testid': 'join', onclick: join },
      page.words.join,
    ),
  );
}

function start(page: Page, one: ConversationView, isEmpty: boolean): VNode {
  return h(
    'div',
    { class: 'start', key: 'start' },
    h('h3', {}, titleOf(one)),
    h('p', {}, fill(page.words.startOf, { name: titleOf(one) }), ' ', one.topic),
    isEmpty && h('p', { class: 'quiet' }, page.words.nothingYet),
  );
}

/** The middle of the page: a conversation's messages and composer, or the app's Home tab. */
export function conversation(page: Page): VNode {
  const one = here(page);
  if (!one) return h('main', { class: 'conversation', key: 'none' });
  if (one.isAppDm && page.ui.appTab === 'home' && page.world.app.hasHome) {
    return h('main', { class: 'conversation', key: `home ${one.id}` }, top(page, one), homeTab(page));
  }
  const shown = one.messages.filter((message) => message.threadTs === undefined || message.threadTs === message.ts);
  return h(
    'main',
    { class: 'conversation', key: one.id },
    top(page, one),
    h(
      'div',
      {
        class: 'messages',
        role: 'log',
        'aria-live': 'polite',
        'aria-label': titleOf(one),
        tabindex: '0',
        'data-sticky': one.id,
      },
      start(page, one, shown.length === 0),
      messageList(page, { conversation: one, inThread: false }, shown),
    ),
    foot(page, one),
  );
}
