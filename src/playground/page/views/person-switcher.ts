import type { Act } from '../../person-does.ts';
import type { Person } from '../../person-sees.ts';
import { type Page, togglePopup } from '../page.ts';
import { withEmoji } from '../text/emoji.ts';
import { h, type VNode } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';
import { avatar } from './avatar.ts';

/** Anchor of the person switcher's menu. */
const SWITCHER = 'person-switcher';

/** How long somebody is away who says so here: three days, as Slack clears such a status by itself. */
const AWAY_MS = 3 * 24 * 60 * 60 * 1_000;

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

/** Things a person changes about themselves that the app goes by: language, and being away. */
function ownItems(page: Page): VNode[] {
  const { me } = page.world;
  const isAway = me.status.emoji !== '';
  const item = (id: string, label: string, note: string, act: Act) => {
    const onclick = () => {
      page.change((ui) => (ui.popup = undefined));
      void page.act(act);
    };
    const props = {
      key: id,
      type: 'button',
      class: 'menu-item',
      role: 'menuitem',
      'data-testid': `set-${id}`,
      onclick,
    };
    return h('button', props, h('span', {}, label), h('span', { class: 'menu-note' }, note));
  };
  const locale = me.locale.startsWith('zh') ? 'en-US' : 'zh-TW';
  const away: Act = isAway
    ? { type: 'setStatus', text: '', emoji: '' }
    : { type: 'setStatus', text: page.words.away, emoji: ':palm_tree:', forMs: AWAY_MS };
  return [
    item('locale', locale === 'zh-TW' ? '改用繁體中文' : 'Use English', page.words.language, {
      type: 'setLocale',
      locale,
    }),
    item('away', isAway ? page.words.atWork : page.words.away, me.name, away),
  ];
}

const people = (page: Page): VNode =>
  h(
    'div',
    { class: 'menu people-menu', role: 'menu', 'aria-label': page.words.switchPerson },
    h('div', { class: 'menu-title' }, page.words.switchPerson, h('kbd', {}, 'Ctrl K')),
    page.world.people.filter((one) => !one.isBot && !one.deleted).map((one) => personItem(page, one)),
    h('hr', { class: 'menu-line' }),
    ownItems(page),
  );

export const openSwitcher = (page: Page): void => togglePopup(page, SWITCHER, people);

/** "You are: Mia", and the menu behind it. */
export function switcher(page: Page): VNode {
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
