import { type Nudge, nudgeKey } from '#domain/listening.ts';
import { actions, type Blocks, button, header, section } from '#slack/blocks.ts';
import { clip } from '#slack/limits.ts';
import { channelLink, link, type Mrkdwn } from '#slack/mrkdwn.ts';
import type { Text } from '#text/text.ts';
import { heardRows } from './heard.ts';
import { ON_NUDGE } from './home.actions.ts';
import type { Look } from './look.ts';
import type { Setting } from './row.view.ts';

const ROWS_MAX = 5;
/** Blocks that a row takes at most: its line and its buttons. */
const ROW_BLOCKS = 2;
/** Blocks above the rows. */
const TITLE_BLOCKS = 2;
/** Characters of what somebody named. */
const NAMES_CHARS_MAX = 120;

/** What this person said that sounded like a purchase: as many rows as `blocksMax` has room for, and at most five. */
export function heardBlocks({ heard, preferences }: Look, setting: Setting, blocksMax: number): Blocks {
  const rowsMax = Math.min(ROWS_MAX, Math.floor((blocksMax - TITLE_BLOCKS) / ROW_BLOCKS));
  const rows = heardRows(heard, preferences.hearing ?? {}, rowsMax);
  if (rows.length === 0) return [];
  const title = header(setting.text.plain('home.heard'));
  return [{ type: 'divider' }, title, ...rows.flatMap((nudge) => nudgeBlocks(nudge, setting))];
}

function nudgeBlocks(nudge: Nudge, { text, threadUrl }: Setting): Blocks {
  const { channel, ts, stage } = nudge;
  const key = nudgeKey(nudge);
  if (nudge.answer) return [section(refusedLine(nudge, text), button(text.plain('action.undo'), ON_NUDGE.undo, key))];
  const message = link(threadUrl({ channel, ts }), text.plain('home.heard.message'));
  const said = { what: whatOf(nudge, text), stage: text.plain(`stage.${stage}`), link: message };
  return [
    section(text.mrkdwn('home.heard.line', said)),
    actions(
      button(text.plain('action.nudge.yes'), ON_NUDGE.yes, key),
      button(text.plain('action.nudge.no'), ON_NUDGE.no, key),
    ),
  ];
}

function refusedLine(nudge: Nudge, text: Text): Mrkdwn {
  const what = whatOf(nudge, text);
  switch (nudge.answer?.is) {
    case 'never':
      return text.mrkdwn('home.heard.never', { what });
    case 'never-here':
      return text.mrkdwn('home.heard.never-here', { what, channel: channelLink(nudge.channel) });
    default:
      return text.mrkdwn('home.heard.no', { what });
  }
}

/** On one line and without `~`, which would end the line through it. */
function whatOf({ tools, kind }: Nudge, text: Text): string {
  const words = tools.length > 0 ? tools.join(text.plain('list.comma')) : kind || text.plain('home.heard.nameless');
  return clip(words.replaceAll('~', '∼').replace(/\s+/g, ' '), NAMES_CHARS_MAX);
}
