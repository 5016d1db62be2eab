import type { HomeView } from '@slack/types';
import { actions, type Blocks, button, context, header, section } from '#slack/blocks.ts';
import { clip, VIEW_BLOCKS_MAX } from '#slack/limits.ts';
import { joined, type Mrkdwn, mention } from '#slack/mrkdwn.ts';
import type { Text } from '#text/text.ts';
import { day } from '#text/when.ts';
import { heardBlocks } from './heard.view.ts';
import { HOME, ON_DIGEST } from './home.actions.ts';
import { figuresOf, type List, listsOf } from './lists.ts';
import type { Look } from './look.ts';
import { type Page, type Pages, pageOf, pageValue } from './paging.ts';
import { precisionBlocks } from './precision.view.ts';
import { rowBlocks, type Setting, UNIT_CHARS_MAX } from './row.view.ts';
import { awayDate, getsDigest } from './settings.form.ts';

/** People that a line names; the others are counted. */
const NAMED_MAX = 20;

/**
 * One person's Home: what waits for them first, then what they said, then what is theirs. A first-timer reads what this
 * is for. What was heard takes the room that is left: fewer rows for an IT lead who has ten in each list.
 */
export function homeView(seen: Look, pages: Pages, setting: Setting): HomeView {
  const { text } = setting;
  const lists = listsOf(seen, setting.org);
  const blocksOf = (isFirst: boolean) =>
    lists
      .filter(({ name }) => (name === 'waits') === isFirst)
      .flatMap((list) => listBlocks(list, seen, pages, setting));
  const first = [
    header(text.plain('home.title')),
    ...(seen.mine.length + seen.parts.length === 0 ? [section(text.mrkdwn('home.intro'))] : []),
    actions(
      button(text.plain('action.buy-tool'), HOME.buyTool, 'home', { style: 'primary' }),
      button(text.plain('action.settings'), HOME.settings, 'home'),
      ...(getsDigest(setting.org, seen.person)
        ? [button(text.plain('action.digest.home'), ON_DIGEST.now, 'home')]
        : []),
    ),
    ...awayLine(seen, setting),
    ...blocksOf(true),
  ];
  const last = [...blocksOf(false), ...(seen.everything ? precisionBlocks(seen.everything.listening, setting) : [])];
  return {
    type: 'home',
    callback_id: 'home',
    private_metadata: JSON.stringify(pages),
    blocks: [...first, ...heardBlocks(seen, setting, VIEW_BLOCKS_MAX - first.length - last.length), ...last],
  };
}

function awayLine({ preferences, now }: Look, { text, org }: Setting): Blocks {
  const { awayUntil = 0 } = preferences;
  if (awayUntil <= now) return [];
  return [context(text.mrkdwn('home.away', { date: day(text.language, awayDate(org.calendar, awayUntil)) }))];
}

function listBlocks(list: List, seen: Look, pages: Pages, setting: Setting): Blocks {
  const { text } = setting;
  const page = pageOf(list.rows, pages[list.name]);
  const hidden = list.hidden > 0 ? [context(text.mrkdwn('home.private', { count: list.hidden }))] : [];
  return [
    { type: 'divider' },
    header(titleOf(list, seen, text)),
    ...aside(list, seen, setting),
    ...page.rows.flatMap((row) => rowBlocks(row, list.name, setting)),
    ...(list.rows.length + list.hidden === 0 ? nothingIn(list, text) : hidden),
    ...pager(list, page, text),
  ];
}

function titleOf({ name }: List, { units }: Look, text: Text): string {
  const [unit, ...others] = units;
  if (name !== 'unit' || !unit) return text.plain(name === 'unit' ? 'home.units' : `home.${name}`);
  return others.length > 0
    ? text.plain('home.units')
    : text.plain('home.unit', { unit: clip(unit.name, UNIT_CHARS_MAX) });
}

const nothingIn = ({ name }: List, text: Text): Blocks =>
  name === 'mine' ? [] : [context(text.mrkdwn(`home.${name}.none`))];

/** What stands above the rows: a unit's figures, who of IT is away. */
function aside({ name }: List, seen: Look, setting: Setting): Blocks {
  if (name === 'unit') return [context(figuresLine(seen, setting.text))];
  return name === 'late' ? engineersLine(seen, setting) : [];
}

function figuresLine(seen: Look, text: Text): Mrkdwn {
  const { earlyPercent, bypassPercent, open, decided } = figuresOf(seen);
  const line = text.mrkdwn('home.figures', { open, decided });
  const early = earlyPercent === undefined ? [] : [text.mrkdwn('home.figures-early', { percent: earlyPercent })];
  const bypass = bypassPercent ? [text.mrkdwn('home.figures-bypass', { percent: bypassPercent })] : [];
  return joined([line, ...early, ...bypass], ' · ');
}

function engineersLine({ everything }: Look, { text, org }: Setting): Blocks {
  const engineers = org.it.engineers.map(({ user }) => user);
  if (engineers.length === 0) return [section(text.mrkdwn('home.no-engineers'))];
  const away = engineers.filter((user) => everything?.away.has(user));
  if (away.length === 0) return [];
  const who = joined(away.slice(0, NAMED_MAX).map(mention), text.plain('list.comma'));
  return [context(text.mrkdwn('home.engineers-away', { count: away.length, total: engineers.length, who }))];
}

function pager({ name }: List, { page, from, to, total, isLast }: Page<unknown>, text: Text): Blocks {
  if (page === 0 && isLast) return [];
  return [
    context(text.mrkdwn('home.page', { from, to, total })),
    actions(
      ...(page > 0 ? [button(text.plain('action.earlier'), HOME.earlier, pageValue(name, page - 1))] : []),
      ...(isLast ? [] : [button(text.plain('action.later'), HOME.later, pageValue(name, page + 1))]),
    ),
  ];
}
