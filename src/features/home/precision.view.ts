import { type ChannelWeek, type ListeningWeek, percentOf, precisionIn } from '#domain/listening-weeks.ts';
import { type Blocks, context, fields, header } from '#slack/blocks.ts';
import { channelLink, joined, type Mrkdwn } from '#slack/mrkdwn.ts';
import type { Text } from '#text/text.ts';
import { day } from '#text/when.ts';
import type { Listening } from './look.ts';
import type { Setting } from './row.view.ts';

/** Channels of a week that are shown; the others are counted. */
const CHANNELS_MAX = 10;

/** For IT leads: how often nudges were right, by channel and week. The weeks stand side by side in one block. */
export function precisionBlocks({ weeks, quiet }: Listening, { text }: Setting): Blocks {
  const shown = weeks.map((week) => weekText(week, quiet, text));
  return [
    { type: 'divider' },
    header(text.plain('home.precision')),
    ...(shown.length > 0 ? [fields(...shown)] : []),
    context(text.mrkdwn(shown.length > 0 ? 'home.precision.hint' : 'home.precision.none')),
  ];
}

function weekText({ monday, channels }: ListeningWeek, quiet: Listening['quiet'], text: Text): Mrkdwn {
  const hidden = channels.length - CHANNELS_MAX;
  return joined(
    [
      text.mrkdwn('home.precision.week', { date: day(text.language, monday) }),
      ...channels.slice(0, CHANNELS_MAX).map((week) => channelLine(week, quiet.has(week.channel), text)),
      ...(hidden > 0 ? [text.mrkdwn('home.precision.more', { count: hidden })] : []),
    ],
    '\n',
  );
}

function channelLine(week: ChannelWeek, isQuiet: boolean, text: Text): Mrkdwn {
  const { asked, yes, no } = week;
  const counts = { channel: channelLink(week.channel), asked, right: yes, wrong: no };
  const parts = [
    text.mrkdwn('home.precision.channel', counts),
    ...shareOf(week, text),
    ...(isQuiet ? [text.mrkdwn('home.precision.quiet')] : []),
  ];
  return joined(parts, ' · ');
}

/** Nothing when nobody said right or wrong. */
function shareOf(week: ChannelWeek, text: Text): Mrkdwn[] {
  const precision = precisionIn(week);
  if (precision.of === 0) return [];
  const percent = percentOf(precision);
  return [
    percent === undefined
      ? text.mrkdwn('home.precision.few', precision)
      : text.mrkdwn('home.precision.share', { percent }),
  ];
}
