import type { Act } from '../../person-does.ts';
import { type Page, togglePopup } from '../page.ts';
import { slackDate } from '../text/slack-date.ts';
import { h, type VNode } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';
import { nextMorning } from '../ui/zoned.ts';

/** Anchor of the clock's menu. */
const CLOCK = 'clock';
const HOUR_SECONDS = 60 * 60;
const DAY_SECONDS = 24 * HOUR_SECONDS;

type Move = { id: string; label: string; act: Act; toSeconds: number };

const isWorkday = (weekday: number): boolean => weekday >= 1 && weekday <= 5;
const isMonday = (weekday: number): boolean => weekday === 1;

/** Where time can go from now; mornings are those of the company's working hours. */
function movesFrom({ words, world, names }: Page): Move[] {
  const { nowSeconds } = names.clock;
  const by = (seconds: number) => ({
    act: { type: 'moveClock', by: seconds * 1000 } as const,
    toSeconds: nowSeconds + seconds,
  });
  const to = (toSeconds: number) => ({
    act: { type: 'moveClock', to: new Date(toSeconds * 1000).toISOString() } as const,
    toSeconds,
  });
  return [
    { id: 'hour', label: words.clockHour, ...by(HOUR_SECONDS) },
    { id: 'day', label: words.clockDay, ...by(DAY_SECONDS) },
    { id: 'workday', label: words.clockWorkday, ...to(nextMorning(nowSeconds, world.team.tz, isWorkday)) },
    { id: 'monday', label: words.clockMonday, ...to(nextMorning(nowSeconds, world.team.tz, isMonday)) },
  ];
}

function moveItem(page: Page, { id, label, act, toSeconds }: Move): VNode {
  const { me, team } = page.world;
  const day = { weekday: 'short', month: 'short', day: 'numeric', timeZone: team.tz } as const;
  const when = new Intl.DateTimeFormat(me.locale, { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const onclick = () => {
    page.change((ui) => (ui.popup = undefined));
    void page.act(act);
  };
  return h(
    'button',
    { key: id, type: 'button', role: 'menuitem', class: 'menu-item', 'data-testid': `clock-${id}`, onclick },
    h('span', {}, label),
    h('span', { class: 'menu-note' }, when.format(toSeconds * 1000)),
  );
}

const menu = (page: Page): VNode =>
  h(
    'div',
    { class: 'menu clock-menu', role: 'menu', 'aria-label': page.words.moveClock },
    h('div', { class: 'menu-title' }, page.words.moveClock, h('span', {}, page.world.team.tz)),
    movesFrom(page).map((move) => moveItem(page, move)),
    h('div', { class: 'menu-foot' }, page.words.clockForward),
  );

/** What time it is for whoever is on show, and the menu that moves it. */
export function clock(page: Page): VNode {
  const { names, words, world } = page;
  const isAhead = world.aheadMs > 0;
  const time = slackDate(names.clock.nowSeconds, '{date_short} {time}', names.clock);
  return h(
    'button',
    {
      type: 'button',
      class: isAhead ? 'top-clock ahead' : 'top-clock',
      title: `${isAhead ? `${words.clockAhead} · ` : ''}${words.moveClock} (${words.localTime}: ${world.me.tz})`,
      'data-testid': 'clock',
      'data-anchor': CLOCK,
      'aria-haspopup': 'menu',
      'aria-expanded': String(page.ui.popup?.anchor === CLOCK),
      onclick: () => togglePopup(page, CLOCK, menu),
    },
    isAhead && h('span', { class: 'clock-hint', key: 'hint' }, words.clockAhead),
    h('span', {}, time),
    icon('chevron'),
  );
}
