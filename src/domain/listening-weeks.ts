import { type Calendar, localDate, startOfLocalDate } from './clocks.ts';
import { PERCENT_OF_MIN } from './figures.ts';
import type { ChannelId, Instant, LocalDate } from './ids.ts';
import type { NudgeAnswer, NudgeSurface, Precision } from './listening.ts';
import { dateOf, dayNumber } from './wall-clock.ts';
import { DAYS_A_WEEK, mondayOf } from './weeks.ts';

/** How many nudges were said in a channel and how they were answered, in a quarter of an hour. Without any text. */
export type NudgeCount = {
  channel: ChannelId;
  /** When it began. Every zone's midnight is the start of one. */
  quarterHour: Instant;
  surface: NudgeSurface;
  /** Absent: none came. */
  answer?: NudgeAnswer;
  count: number;
};

/** What came of a channel's nudges in a week. `asked` is all of them: the four kinds of answer add up to it. */
export type ChannelWeek = {
  channel: ChannelId;
  asked: number;
  /** Of those asked, the ones that showed in App Home only. */
  homeOnly: number;
  yes: number;
  no: number;
  never: number;
  unanswered: number;
};

/** A week begins on Monday in the IT team's calendar. Channels asked most often come first. */
export type ListeningWeek = { monday: LocalDate; channels: ChannelWeek[] };

const mondayAt = (calendar: Calendar, at: Instant): LocalDate => dateOf(mondayOf(dayNumber(localDate(calendar, at))));

/** When the earliest of the last `weeks` weeks began; the one that is not over counts as one. */
export const weeksBegan = (calendar: Calendar, now: Instant, weeks: number): Instant =>
  startOfLocalDate(calendar, dateOf(dayNumber(mondayAt(calendar, now)) - (weeks - 1) * DAYS_A_WEEK));

const KINDS = { yes: 'yes', no: 'no', never: 'never', 'never-here': 'never' } as const satisfies Record<
  NudgeAnswer,
  keyof ChannelWeek
>;

/** Weeks in which nobody was asked are left out; the newest comes first. */
export function weeksOf(counts: readonly NudgeCount[], calendar: Calendar): ListeningWeek[] {
  const weeks = new Map<LocalDate, Map<ChannelId, ChannelWeek>>();
  for (const { channel, quarterHour, surface, answer, count } of counts) {
    const monday = mondayAt(calendar, quarterHour);
    const channels = weeks.get(monday) ?? new Map<ChannelId, ChannelWeek>();
    weeks.set(monday, channels);
    const none = { channel, asked: 0, homeOnly: 0, yes: 0, no: 0, never: 0, unanswered: 0 };
    const week = channels.get(channel) ?? none;
    channels.set(channel, week);
    week.asked += count;
    week[answer ? KINDS[answer] : 'unanswered'] += count;
    if (surface === 'home') week.homeOnly += count;
  }
  return [...weeks]
    .toSorted(([one], [other]) => inOrder(other, one))
    .map(([monday, channels]) => ({ monday, channels: [...channels.values()].toSorted(mostAskedFirst) }));
}

const inOrder = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
const mostAskedFirst = (one: ChannelWeek, other: ChannelWeek): number =>
  other.asked - one.asked || inOrder(one.channel, other.channel);

/** Who wishes to be asked no more says neither right nor wrong. */
export const precisionIn = ({ yes, no }: ChannelWeek): Precision => ({ right: yes, of: yes + no });

/** Rounded down: never better than it was. Undefined from too few answers. */
export const percentOf = ({ right, of }: Precision): number | undefined =>
  of >= PERCENT_OF_MIN ? Math.floor((100 * right) / of) : undefined;
