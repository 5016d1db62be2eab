import type { ConversationView } from '../../person-sees.ts';
import type { Page } from '../page.ts';
import { type Child, h, type VNode } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';
import { avatar } from './avatar.ts';
import { switcher } from './person-switcher.ts';

function sign(page: Page, one: ConversationView): Child {
  if (one.isAppDm) return avatar(page, page.world.app.botUserId, 'small');
  if (one.kind === 'private') return icon('lock');
  if (one.kind === 'public') return h('span', { class: 'hash', 'aria-hidden': 'true' }, '#');
  const other = one.memberIds.find((id) => id !== page.world.me.id) ?? page.world.me.id;
  return avatar(page, other, 'small');
}

function link(page: Page, one: ConversationView): VNode {
  const isHere = one.id === page.ui.where;
  const unread = one.unreadCount > 0 && !isHere;
  const looks = [isHere && 'current', unread && 'unread', !one.isMember && 'not-joined'].filter(Boolean).join(' ');
  return h(
    'li',
    { key: one.id },
    h(
      'button',
      {
        type: 'button',
        class: `channel-link ${looks}`,
        'aria-current': isHere ? 'page' : undefined,
        'data-testid': `channel-${one.id}`,
        onclick: () => page.goTo(one.id),
      },
      sign(page, one),
      h('span', { class: 'channel-name' }, one.name),
      unread && one.kind.endsWith('dm') && h('span', { class: 'badge' }, one.unreadCount),
    ),
  );
}

function group(page: Page, title: string, ones: ConversationView[]): Child {
  if (ones.length === 0) return undefined;
  return h(
    'section',
    { key: title, 'aria-label': title },
    h('h2', { class: 'group-title' }, title),
    h(
      'ul',
      {},
      ones.map((one) => link(page, one)),
    ),
  );
}

/** The app's entry; its DM is opened when it is first looked at. */
function apps(page: Page, dms: ConversationView[]): Child {
  const { app } = page.world;
  if (dms.length > 0) return group(page, page.words.apps, dms);
  const onclick = () => page.names.openPerson(app.botUserId);
  return h(
    'section',
    { key: page.words.apps, 'aria-label': page.words.apps },
    h('h2', { class: 'group-title' }, page.words.apps),
    h(
      'button',
      { type: 'button', class: 'channel-link', 'data-testid': 'open-app', onclick },
      avatar(page, app.botUserId, 'small'),
      h('span', { class: 'channel-name' }, app.name),
    ),
  );
}

/** The aubergine side: who you are, and every place you can look at. */
export function sidebar(page: Page): VNode {
  const { conversations, team } = page.world;
  const open = conversations.filter((one) => !one.archived || one.id === page.ui.where);
  const close = () => page.change((ui) => (ui.isSidebarOpen = false));
  return h(
    'nav',
    { class: page.ui.isSidebarOpen ? 'sidebar shown' : 'sidebar', 'aria-label': page.words.channels },
    h(
      'div',
      { class: 'sidebar-head' },
      h('h1', { class: 'team' }, team.name),
      h(
        'button',
        { type: 'button', class: 'icon-button only-narrow', 'aria-label': page.words.closeMenu, onclick: close },
        icon('close'),
      ),
    ),
    switcher(page),
    h(
      'div',
      { class: 'sidebar-scroll' },
      group(
        page,
        page.words.channels,
        open.filter((one) => one.kind === 'public' || one.kind === 'private'),
      ),
      group(
        page,
        page.words.directMessages,
        open.filter((one) => one.kind.endsWith('dm') && !one.isAppDm),
      ),
      apps(
        page,
        open.filter((one) => one.isAppDm),
      ),
    ),
  );
}
