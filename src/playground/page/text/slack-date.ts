import { dayOf } from '../ui/zoned.ts';

/** Who reads, and when: what dates are written for. */
export type Clock = { locale: string; tz: string; nowSeconds: number };

function dayNumber(seconds: number, tz: string): number {
  return Math.round(Date.parse(dayOf(seconds, tz)) / 86_400_000);
}

const RELATIVE = [-1, 0, 1];

/** "today" and its neighbours in the reader's language; undefined on other days. */
function nearDay(seconds: number, clock: Clock): string | undefined {
  const days = dayNumber(seconds, clock.tz) - dayNumber(clock.nowSeconds, clock.tz);
  if (!RELATIVE.includes(days)) return undefined;
  return new Intl.RelativeTimeFormat(clock.locale, { numeric: 'auto' }).format(days, 'day');
}

function ago(seconds: number, clock: Clock): string {
  const away = seconds - clock.nowSeconds;
  const format = new Intl.RelativeTimeFormat(clock.locale, { numeric: 'auto' });
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  const step = steps.find(([, size]) => Math.abs(away) >= size) ?? ['second', 1];
  return format.format(Math.round(away / step[1]), step[0]);
}

const FORMATS: Record<string, Intl.DateTimeFormatOptions> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date_slash: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  date_long_full: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};

function token(name: string, seconds: number, clock: Clock): string | undefined {
  if (name === 'ago') return ago(seconds, clock);
  if (name === 'date_num') return dayOf(seconds, clock.tz);
  const near = name.includes('_pretty') ? nearDay(seconds, clock) : undefined;
  const format = FORMATS[name.replace(/^day_divider_pretty$/, 'date_long').replace('_pretty', '')];
  if (near !== undefined || format === undefined) return near;
  return new Intl.DateTimeFormat(clock.locale, { ...format, timeZone: clock.tz }).format(seconds * 1000);
}

/**
 * Writes Slack's date format (`{date_short} {time}` …) for one reader. Tokens that do not exist stay as they are.
 * Source: docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
export const slackDate = (seconds: number, format: string, clock: Clock): string =>
  format.replace(/\{(\w+)\}/g, (whole, name: string) => token(name, seconds, clock) ?? whole);

/** Hours and minutes, as beside a message. */
export const shortTime = (seconds: number, clock: Clock): string => token('time', seconds, clock) ?? '';
