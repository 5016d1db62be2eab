import { type Calendar, workdayMinutes } from '#domain/clocks.ts';
import { committedIn, type Figures, type Lengths, percentOf, type Share } from '#domain/figures.ts';
import { type Currency, formatMoney } from '#domain/money.ts';
import { FUNDINGS } from '#domain/vocabulary.ts';
import { joined, type Mrkdwn } from '#slack/mrkdwn.ts';
import type { Text } from '#text/text.ts';

/** Whose words, whose working day, whose money. */
export type FigureSetting = { text: Text; calendar: Calendar; currency: Currency };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

/** Business hours as people say them: 20 min, 3 h, 3.5 h. */
export const hoursOf = (ms: number, { text }: FigureSetting): string =>
  ms < HOUR_MS
    ? text.plain('digest.minutes', { count: Math.max(1, Math.round(ms / MINUTE_MS)) })
    : text.plain('digest.hours', { count: oneDecimal(ms / HOUR_MS) });

export const businessDays = (ms: number, calendar: Calendar): number =>
  oneDecimal(ms / (workdayMinutes(calendar) * MINUTE_MS));

/** Business days; what took less than one is said in hours. */
export function daysOf(ms: number, setting: FigureSetting): string {
  const { text, calendar } = setting;
  if (ms < workdayMinutes(calendar) * MINUTE_MS) return hoursOf(ms, setting);
  const count = businessDays(ms, calendar);
  return count === 1 ? text.plain('digest.day') : text.plain('digest.days', { count });
}

const before = (value: string | undefined, { text }: FigureSetting): string =>
  value === undefined ? '' : text.plain('digest.before', { value });

/** "2 of 3" while there are few, then a percentage. */
export function shareOf(share: Share, text: Text): string {
  const percent = percentOf(share);
  return percent === undefined
    ? text.plain('digest.share.few', share)
    : text.plain('digest.share.percent', { ...share, percent });
}

/** Of so few the ninth of ten is the slowest one: nothing that the median does not say. */
const P90_OF_MIN = 5;

function lengthLine(
  what: 'answer' | 'decision',
  now: Lengths,
  earlier: Lengths | undefined,
  setting: FigureSetting,
): Mrkdwn[] {
  if (!now.spread) return [];
  const said = what === 'answer' ? hoursOf : daysOf;
  const of = (ms: number) => said(ms, setting);
  const values = {
    median: of(now.spread.median),
    promised: of(now.spread.promised),
    before: before(earlier?.spread && of(earlier.spread.median), setting),
  };
  const { text } = setting;
  return now.kept.of < P90_OF_MIN
    ? [text.mrkdwn(`digest.${what}.few`, values)]
    : [text.mrkdwn(`digest.${what}`, { ...values, most: of(now.spread.p90) })];
}

function shareLine(what: 'early' | 'bypass', now: Share, earlier: Share | undefined, setting: FigureSetting): Mrkdwn[] {
  const { text } = setting;
  const past = earlier && earlier.of > 0 ? shareOf(earlier, text) : undefined;
  return [text.mrkdwn(`digest.${what}`, { share: shareOf(now, text), before: before(past, setting) })];
}

/** How the unit and IT do together, beside the week before and what was promised. */
export function togetherText([week, earlier]: readonly Figures[], setting: FigureSetting): Mrkdwn {
  const { text } = setting;
  const lines = week
    ? [
        ...lengthLine('answer', week.answer, earlier?.answer, setting),
        ...lengthLine('decision', week.decision, earlier?.decision, setting),
        ...(week.early.of > 0 ? shareLine('early', week.early, earlier?.early, setting) : []),
        ...(week.bypass.count > 0 ? shareLine('bypass', week.bypass, earlier?.bypass, setting) : []),
      ]
    : [];
  const head = text.mrkdwn('digest.together');
  return lines.length > 0 ? joined([head, ...lines], '\n') : joined([head, text.mrkdwn('digest.together.none')], ' ');
}

/** What was committed, by who pays, against the quarter so far; and what was not spent twice. */
export function moneyText(week: Figures | undefined, quarterMinor: number, { text, currency }: FigureSetting): Mrkdwn {
  const amount = (minor: number) => formatMoney({ minor, currency }, text.language);
  const committed = week && committedIn(week);
  const sources = FUNDINGS.flatMap((payer) => {
    const { minor = 0 } = week?.committed[payer] ?? {};
    return minor > 0 ? text.plain(`digest.money.source.${payer}`, { amount: amount(minor) }) : [];
  });
  const parts = [
    committed && committed.minor > 0
      ? text.plain('digest.money.committed', {
          amount: amount(committed.minor),
          sources: sources.join(text.plain('digest.and')),
        })
      : text.plain('digest.money.none'),
    quarterMinor > 0
      ? text.plain('digest.money.quarter', { amount: amount(quarterMinor) })
      : text.plain('digest.money.quarter.none'),
    ...(week && week.reuse.minor > 0 ? [text.plain('digest.money.reuse', { amount: amount(week.reuse.minor) })] : []),
    ...(committed && committed.unknown > 0 ? [text.plain('digest.money.unknown', { count: committed.unknown })] : []),
  ];
  return text.mrkdwn('digest.money', { committed: parts.join(text.plain('digest.separator')) });
}
