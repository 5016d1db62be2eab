import type { ConversationView, Person } from '../../person-api.ts';
import { type Page, togglePopup } from '../page.ts';
import { withEmoji } from '../text/emoji.ts';
import { type Child, h, type VNode } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';
import { avatar } from './avatar.ts';

/** Anchor of the person switcher's menu. */
export const SWITCHER = 'person-switcher';

const standing = (page: Page, person: Person): string =>
  [
    person.title,
    person.isStranger && page.words.otherCompany,
    person.isGuest && page.words.guest,
    person.deleted && page.words.deactivated,
  ]
    .filter(Boolean)
    .join(' · ');

function personItem(page: Page, person: Person): VNode {
  const isMe = person.id === page.world.me.id;
  return h(
    'button',
    {
      key: person.id,
      type: 'button',
      class: isMe ? 'menu-item person-item current' : 'menu-item person-item',
      role: 'menuitemradio',
      'aria-checked': String(isMe),
      'data-testid': `person-${person.id}`,
      onclick: () => page.become(person.id),
    },
    avatar(page, person.id, 'small'),
    h('span', { class: 'person-name' }, person.name, ' ', withEmoji(person.status.emoji)),
    h('span', { class: 'menu-note' }, standing(page, person)),
    isMe && icon('check'),
  );
}

const people = (page: Page): VNode =>
  h(
    'div',
    { class: 'menu people-menu', role: 'menu', 'aria-label': page.words.switchPerson },
    h('div', { class: 'menu-title' }, page.words.switchPerson, h('kbd', {}, 'Ctrl K')),
    page.world.people.filter((one) => !one.isBot && !one.deleted).map((one) => personItem(page, one)),
  );

export const openSwitcher = (page: Page): void => togglePopup(page, SWITCHER, people);

function switcher(page: Page): VNode {
  const { me } = page.world;
  return h(
    'button',
    {
      type: 'button',
      class: 'switcher',
      'data-testid': 'person-switcher',
      'data-anchor': SWITCHER,
      'aria-haspopup': 'menu',
      'aria-expanded': String(page.ui.popup?.anchor === SWITCHER),
      onclick: () => openSwitcher(page),
    },
    avatar(page, me.id, 'small'),
    h(
      'span',
      { class: 'switcher-text' },
      `${page.words.youAre} `,
      h('b', {}, me.name),
      h('span', {}, standing(page, me)),
    ),
    icon('chevron'),
  );
}

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
      unread && h('span', { class: 'badge' }, one.unreadCount),
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
      group(
        page,
        page.words.apps,
        open.filter((one) => one.isAppDm),
      ),
    ),
  );
}
