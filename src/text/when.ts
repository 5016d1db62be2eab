import { type Mrkdwn, moment } from '#slack/mrkdwn.ts';
import type { Language } from './text.ts';

/** Where days are counted for notifications: the IT team's zone. Readers see their own zone in Slack itself. */
export type Zone = string;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}/${timeZone}/${Object.keys(options).join()}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone, ...options });
  formatters.set(key, made);
  return made;
}

const SHORT_MOMENT = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
const SHORT_DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;

/** Chinese sets a space between digits and words; `Intl` does not. */
const spaced = (language: Language, text: string): string =>
  language === 'en' ? text : text.replaceAll(/\d(?=[年月日])|[年月](?=\d)/gu, '$& ');

/** A moment in this zone, which it names. */
export const whenIn = (language: Language, at: number, zone: Zone): string =>
  spaced(language, formatter(language, zone, { ...SHORT_MOMENT, hourCycle: 'h23', timeZoneName: 'short' }).format(at));

/** A moment as each reader's own Slack shows it; notifications show it in the IT team's zone, named. */
export const when = (language: Language, at: number, zone: Zone): Mrkdwn =>
  moment(at, '{date_short_pretty} {time}', whenIn(language, at, zone));

/** A calendar day of about this year: 12 Jan, 1 月 12 日; with its weekday where that helps. */
export const shortDay = (language: Language, date: string, how: { weekday: boolean }): string => {
  const shown = how.weekday ? { weekday: 'short', day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short' };
  const format = formatter(language, 'UTC', shown as Intl.DateTimeFormatOptions);
  return spaced(language, format.format(new Date(`${date}T00:00:00Z`)));
};

/** A calendar day `YYYY-MM-DD`, the same day for every reader. */
export const day = (language: Language, date: string): string =>
  spaced(language, formatter(language, 'UTC', SHORT_DAY).format(new Date(`${date}T00:00:00Z`)));
