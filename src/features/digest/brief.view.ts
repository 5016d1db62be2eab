import type { AgreedAction } from '#domain/agreed.ts';
import { type Point, talkingPoints, wentWell } from '#domain/brief.ts';
import { committedIn, type Figures, type Share } from '#domain/figures.ts';
import { formatMoney } from '#domain/money.ts';
import type { Organisation } from '#domain/organisation.ts';
import type { QuarterId } from '#domain/quarters.ts';
import type { Content } from '#outbox/outbox.ts';
import { actions, type Blocks, button, header, section } from '#slack/blocks.ts';
import { clip } from '#slack/limits.ts';
import { joined, type Mrkdwn, mention } from '#slack/mrkdwn.ts';
import type { Text } from '#text/text.ts';
import { shortDay } from '#text/when.ts';
import type { Brief } from './brief.gather.ts';
import { briefKey } from './brief-key.ts';
import { DIGEST } from './digest.actions.ts';
import { daysOf, type FigureSetting, hoursOf, shareOf } from './figures.view.ts';

type BriefSetting = { text: Text; org: Organisation };

const UNIT_CHARS_MAX = 60;
const TOOL_CHARS_MAX = 60;
const WHAT_CHARS_MAX = 200;
/** Agreed actions that are listed. */
const AGREED_MAX = 8;
const TEXT_CHARS_MAX = 3_000;

export const quarterName = (quarter: QuarterId, text: Text): string =>
  text.plain('brief.quarter', { number: quarter.slice(-1), year: quarter.slice(0, 4) });

/** The quarter against the one before, what went well, what to talk about, what was agreed. */
export function briefView(brief: Brief, { text, org }: BriefSetting): Content {
  const setting: FigureSetting = { text, calendar: org.calendar, currency: org.workspace.currency };
  const title = text.plain('brief.title', {
    unit: clip(brief.unit.name, UNIT_CHARS_MAX),
    quarter: quarterName(brief.quarter, text),
  });
  const texts = [
    numbersText(brief, setting),
    ...toolsText(brief, setting),
    ...pointsText('brief.well', wentWell(brief), setting),
    ...pointsText('brief.points', talkingPoints(brief), setting),
    agreedText(brief, text),
  ];
  const key = briefKey({ unit: brief.unit.id, quarter: brief.quarter });
  const blocks: Blocks = [
    header(title),
    ...texts.map((one) => section(one)),
    actions(
      button(text.plain('action.brief.log'), DIGEST.logAction, key, { style: 'primary' }),
      button(text.plain('action.brief.table'), DIGEST.table, key),
    ),
  ];
  return { text: clip([title, ...texts.map(({ mrkdwn }) => mrkdwn)].join('\n'), TEXT_CHARS_MAX), blocks };
}

const amountOf = (minor: number, { text, currency }: FigureSetting): string =>
  minor > 0 ? formatMoney({ minor, currency }, text.language) : text.plain('brief.none');

const NUMBER_NAMES = ['new', 'decided', 'committed', 'reuse', 'answer', 'decision', 'early', 'bypass'] as const;
type NumberName = (typeof NUMBER_NAMES)[number];

/** Undefined when there is none to tell. */
const NUMBERS: Record<NumberName, (figures: Figures, setting: FigureSetting) => string | undefined> = {
  new: (figures) => String(figures.new),
  decided: ({ decided }) => String(Object.values(decided).reduce((sofar, count) => sofar + count, 0)),
  committed: (figures, setting) => amountOf(committedIn(figures).minor, setting),
  reuse: ({ reuse }, setting) => amountOf(reuse.minor, setting),
  answer: ({ answer }, setting) => answer.spread && hoursOf(answer.spread.median, setting),
  decision: ({ decision }, setting) => decision.spread && daysOf(decision.spread.median, setting),
  early: ({ early }, { text }) => (early.of > 0 ? shareOf(early, text) : undefined),
  bypass: ({ bypass }, { text }) => (bypass.of > 0 ? shareOf(bypass, text) : undefined),
};

function numbersText({ now, before }: Brief, setting: FigureSetting): Mrkdwn {
  const { text } = setting;
  const none = text.plain('brief.none');
  const lines = NUMBER_NAMES.map((name) => {
    const say = (figures: Figures) => NUMBERS[name](figures, setting) ?? none;
    return text.mrkdwn(`brief.number.${name}`, { now: say(now), before: say(before) });
  });
  const hidden = now.restricted > 0 ? [text.mrkdwn('brief.private', { count: now.restricted })] : [];
  return joined([text.mrkdwn('brief.numbers'), ...lines, ...hidden], '\n');
}

function toolsText({ tools, shared }: Brief, setting: FigureSetting): Mrkdwn[] {
  const { text } = setting;
  const between = text.plain('digest.separator');
  const bought = tools.map(({ tool, times, yearlyMinor }) => {
    const said = { tool: clip(tool, TOOL_CHARS_MAX), amount: amountOf(yearlyMinor, setting), times };
    if (yearlyMinor === 0) return text.mrkdwn('brief.tool.no-cost', said);
    return times > 1 ? text.mrkdwn('brief.tool.times', said) : text.mrkdwn('brief.tool', said);
  });
  const others = shared.map(({ tool, yearlyMinor }) => {
    const said = { tool: clip(tool, TOOL_CHARS_MAX), amount: amountOf(yearlyMinor, setting) };
    return yearlyMinor > 0 ? text.mrkdwn('brief.shared.tool', said) : text.mrkdwn('brief.tool.no-cost', said);
  });
  const lines = [
    ...(bought.length > 0 ? [text.mrkdwn('brief.tools', { which: joined(bought, between) })] : []),
    ...(others.length > 0 ? [text.mrkdwn('brief.shared', { which: joined(others, between) })] : []),
  ];
  return lines.length > 0 ? [joined(lines, '\n')] : [];
}

/** Each with the rule that found it, by name. Nothing went well is not said; nothing to talk about is. */
function pointsText(head: 'brief.well' | 'brief.points', points: Point[], setting: FigureSetting): Mrkdwn[] {
  const { text } = setting;
  if (points.length === 0 && head === 'brief.well') return [];
  const lines = points.map((point) =>
    text.mrkdwn('brief.point', {
      point: pointText(point, setting),
      rule: text.plain(`brief.rule.${point.rule}`),
    }),
  );
  return [joined([text.mrkdwn(head), ...(lines.length > 0 ? lines : [text.mrkdwn('brief.points.none')])], '\n')];
}

function pointText({ rule, share, tool, minor = 0, before = 0, now = 0 }: Point, setting: FigureSetting): Mrkdwn {
  const { text } = setting;
  const said = (of: Share | undefined) => (of ? shareOf(of, text) : '');
  switch (rule) {
    case 'reused':
    case 'payer-open':
      return text.mrkdwn(`brief.point.${rule}`, { amount: amountOf(minor, setting) });
    case 'faster':
    case 'slower':
      return text.mrkdwn(`brief.point.${rule}`, { median: daysOf(now, setting), value: daysOf(before, setting) });
    case 'same-elsewhere':
      return text.mrkdwn('brief.point.same-elsewhere', { tool: clip(tool ?? '', TOOL_CHARS_MAX) });
    default:
      return text.mrkdwn(`brief.point.${rule}`, { share: said(share) });
  }
}

function agreedText({ agreed }: Brief, text: Text): Mrkdwn {
  const head = text.mrkdwn('brief.agreed');
  if (agreed.length === 0) return joined([head, text.mrkdwn('brief.agreed.none')], '\n');
  const hidden = agreed.length - AGREED_MAX;
  const lines = agreed.slice(0, AGREED_MAX).map((action) => agreedLine(action, text));
  return joined([head, ...lines, ...(hidden > 0 ? [text.mrkdwn('digest.list-more', { count: hidden })] : [])], '\n');
}

function agreedLine({ who, what, due, doneAt }: AgreedAction, text: Text): Mrkdwn {
  const said = { who: mention(who), what: clip(what.replace(/\s+/g, ' '), WHAT_CHARS_MAX) };
  return doneAt === undefined
    ? text.mrkdwn('brief.agreed.open', { ...said, date: shortDay(text.language, due, { weekday: true }) })
    : text.mrkdwn('brief.agreed.done', said);
}
