import type { UnitId } from '#domain/ids.ts';
import { formatMoney } from '#domain/money.ts';
import { type Organisation, unitOf } from '#domain/organisation.ts';
import type { Content } from '#outbox/outbox.ts';
import { actions, type Blocks, button, context, header, section } from '#slack/blocks.ts';
import { clip } from '#slack/limits.ts';
import { joined, type Mrkdwn } from '#slack/mrkdwn.ts';
import type { Text } from '#text/text.ts';
import { shortDay } from '#text/when.ts';
import { DIGEST } from './digest.actions.ts';
import { type FigureSetting, moneyText, togetherText } from './figures.view.ts';
import { type Digest, isQuiet } from './gather.ts';
import { changedText } from './lists.view.ts';
import type { DigestSetting } from './setting.ts';
import { trendOf } from './trend.view.ts';
import { waitingBlocks, waitingSaid } from './waits.view.ts';

/** Blocks before *more in App Home*. Source: issue 5 */
const BLOCKS_MAX = 12;
const UNIT_CHARS_MAX = 60;
/** Characters of the notification: Slack recommends at most 4,000 (slack-facts a5). */
const TEXT_CHARS_MAX = 3_000;

const figureSetting = ({ text, org }: DigestSetting): FigureSetting => ({
  text,
  calendar: org.calendar,
  currency: org.workspace.currency,
});

const nameOf = ({ units }: Digest, text: Text): string =>
  clip(
    units ? units.map(({ name }) => name).join(text.plain('digest.and')) : text.plain('digest.all-units'),
    UNIT_CHARS_MAX,
  );

const titleValues = (digest: Digest, text: Text) => ({
  unit: nameOf(digest, text),
  date: shortDay(text.language, digest.monday, { weekday: false }),
});

function titleOf(digest: Digest, text: Text): string {
  const named = titleValues(digest, text);
  const count = digest.waits.length;
  if (!digest.reader) return text.plain('digest.title.shared', named);
  if (count > 1) return text.plain('digest.title.many', { ...named, count });
  return text.plain(count === 1 ? 'digest.title.one' : 'digest.title.none', named);
}

/** What needs the reader first; then what changed, the money, how we do together, what lies ahead. */
export function digestView(digest: Digest, setting: DigestSetting): Content {
  if (isQuiet(digest)) return quietView(digest, setting);
  const { text } = setting;
  const title = titleOf(digest, text);
  const rest = restOf(digest, setting);
  const room = BLOCKS_MAX - 1 - rest.blocks.length;
  const waits = waitingBlocks(digest.waits, room, setting);
  const blocks = [header(title), ...waits, ...rest.blocks];
  const said = [title, ...waitingSaid(digest.waits, setting), ...rest.said];
  const without = blocks.filter((block) => !rest.picture.includes(block));
  return {
    text: clip(said.join('\n'), TEXT_CHARS_MAX),
    blocks: setting.hasPicture ? blocks : without,
    ...(setting.hasPicture && rest.picture.length > 0 && { plainer: without }),
  };
}

function quietView(digest: Digest, { text }: DigestSetting): Content {
  const open = digest.weeks[0]?.open ?? 0;
  const named = titleValues(digest, text);
  const quiet = digest.reader ? 'digest.quiet' : 'digest.quiet.shared';
  const line = open > 0 ? text.mrkdwn(`${quiet}.open`, { ...named, count: open }) : text.mrkdwn(quiet, named);
  return { text: line.mrkdwn, blocks: [section(line, digest.reader && settingsButton(text))] };
}

const settingsButton = (text: Text) => button(text.plain('action.digest.settings'), DIGEST.settings, 'digest');

/** Everything but what waits. `said` is the same for the notification. */
function restOf(digest: Digest, setting: DigestSetting): { blocks: Blocks; picture: Blocks; said: string[] } {
  const { text } = setting;
  const figures = figureSetting(setting);
  const trend = trendOf(digest.weeks, setting.periods, figures);
  const texts = [
    changedText(digest, setting),
    moneyText(digest.weeks[0], digest.quarterMinor, figures),
    togetherText(digest.weeks, figures),
  ];
  const ahead = [...aheadText(digest, setting), ...overlapText(digest, setting)];
  const notes = notesOf(digest, text);
  const blocks: Blocks = [
    ...(notes.length > 0 ? [context(...notes)] : []),
    ...texts.map((one) => section(one)),
    ...trend.blocks,
    ...(ahead.length > 0 ? [section(joined(ahead, '\n'))] : []),
    ...(digest.reader ? [buttonsOf(text)] : []),
  ];
  const said = [...notes, ...texts].map(({ mrkdwn }) => mrkdwn);
  return {
    blocks,
    picture: trend.blocks,
    said: [...said, ...(trend.said ? [trend.said] : []), ...ahead.map(({ mrkdwn }) => mrkdwn)],
  };
}

const buttonsOf = (text: Text) =>
  actions(
    settingsButton(text),
    button(text.plain('action.digest.now'), DIGEST.now, 'digest'),
    button(text.plain('action.digest.mute'), DIGEST.mute, 'digest'),
  );

function notesOf({ reader, isFirst, missed }: Digest, text: Text): Mrkdwn[] {
  return [
    ...(isFirst && reader ? [text.mrkdwn('digest.first')] : []),
    ...(missed === 1 ? [text.mrkdwn('digest.missed')] : []),
    ...(missed > 1 ? [text.mrkdwn('digest.missed.many', { count: missed })] : []),
  ];
}

const TOOL_CHARS_MAX = 60;

function aheadText({ ahead }: Digest, { text }: DigestSetting): Mrkdwn[] {
  const { shown, more, hidden } = ahead;
  if (shown.length + hidden === 0) return [];
  const which = [
    ...shown.map(({ what, tool, request, on }) =>
      text.mrkdwn(`digest.ahead.${what}`, {
        tool: clip(tool, TOOL_CHARS_MAX),
        id: request,
        date: shortDay(text.language, on, { weekday: true }),
      }),
    ),
    ...(more > 0 ? [text.mrkdwn('digest.more', { count: more })] : []),
    ...(hidden > 0 ? [text.mrkdwn('digest.ahead.private', { count: hidden })] : []),
  ];
  return [text.mrkdwn('digest.ahead', { which: joined(which, text.plain('digest.separator')) })];
}

/** Units that an overlap names; the others are counted. */
const UNITS_MAX = 3;

function unitsIn(ids: UnitId[], org: Organisation, text: Text): string {
  const names = ids.slice(0, UNITS_MAX).map((id) => clip(unitOf(org, id)?.name ?? id, UNIT_CHARS_MAX));
  const more = ids.length - names.length;
  return [...names, ...(more > 0 ? [text.plain('digest.more', { count: more })] : [])].join(text.plain('digest.and'));
}

function overlapText({ overlaps }: Digest, { text, org }: DigestSetting): Mrkdwn[] {
  if (overlaps.length === 0) return [];
  const which = overlaps.map(({ tool, units, yearlyMinor }) => {
    const said = { tool: clip(tool, TOOL_CHARS_MAX), units: unitsIn(units, org, text) };
    const money = { minor: yearlyMinor, currency: org.workspace.currency };
    return yearlyMinor > 0
      ? text.mrkdwn('digest.overlap.cost', { ...said, amount: formatMoney(money, text.language) })
      : text.mrkdwn('digest.overlap', said);
  });
  return [text.mrkdwn('digest.overlaps', { which: joined(which, text.plain('digest.separator')) })];
}
