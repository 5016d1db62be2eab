import type { LocalDate, UserId } from '#domain/ids.ts';
import { formatMoney } from '#domain/money.ts';
import { type Organisation, unitOf } from '#domain/organisation.ts';
import type { PolicyReason } from '#domain/policy/rules.ts';
import { type Intake, isBypass, type PurchaseRequest } from '#domain/purchase-request.ts';
import type { DataKind } from '#domain/vocabulary.ts';
import { joined, type Mrkdwn, mention } from '#slack/mrkdwn.ts';
import type { Text } from '#text/text.ts';
import { day, when } from '#text/when.ts';

/** Everything a view needs beside the request: whose words, whose names, whose calendar. */
export type Setting = { text: Text; org: Organisation };

export const unitName = (org: Organisation, { intake }: PurchaseRequest): string =>
  unitOf(org, intake.unit)?.name ?? intake.unit;

export const at = ({ text, org }: Setting, instant: number): Mrkdwn =>
  when(text.language, instant, org.calendar.timeZone);

export const on = ({ text }: Setting, date: LocalDate): string => day(text.language, date);

export const people = (users: UserId[], text: Text): Mrkdwn => joined(users.map(mention), text.plain('list.comma'));

export const listed = (items: string[], text: Text): string => {
  const last = items.at(-1) ?? '';
  const before = items.slice(0, -1).join(text.plain('list.comma'));
  return before ? `${before}${text.plain('list.and')}${last}` : last;
};

const kinds = (data: DataKind[], text: Text): string =>
  text.plain('data.in-sentence', {
    kind: listed(
      data.map((kind) => inSentence(text.plain(`data.${kind}`))),
      text,
    ),
  });

const inSentence = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

export function costPhrase({ yearlyCost }: Intake, text: Text): string {
  if (!yearlyCost) return text.plain('card.cost-unknown');
  return text.plain('card.cost', { amount: formatMoney(yearlyCost, text.language) });
}

/** The facts of the form in one line of plain text, as typed: `Figma · about US$1,200 a year · …`. */
export function factsLine(request: PurchaseRequest, setting: Setting): string {
  const { text, org } = setting;
  const { intake } = request;
  const sensitive = intake.data.filter((kind) => kind !== 'none');
  const facts = [
    intake.tool,
    // The label in front of the facts says *bought* already.
    isBypass(request) ? '' : inSentence(text.plain(`stage.${intake.stage}`)),
    costPhrase(intake, text),
    text.plain(`card.funding-${intake.funding}`, { unit: unitName(org, request) }),
    intake.people === 1 ? text.plain('card.one-person') : '',
    intake.people && intake.people > 1 ? text.plain('card.people-count', { count: intake.people }) : '',
    sensitive.length > 0 ? text.plain('card.data', { kinds: kinds(sensitive, text) }) : '',
    intake.neededBy ? text.plain('card.needed-by', { date: on(setting, intake.neededBy) }) : '',
  ];
  return facts.filter(Boolean).join(' · ');
}

function reasonPhrase(reason: PolicyReason, { text, org }: Setting): string {
  switch (reason.kind) {
    case 'cost-at-least':
    case 'cost-below':
      return text.plain(`reason.${reason.kind}`, { limit: formatMoney(reason.limit, text.language) });
    case 'cost-unknown':
    case 'no-sensitive-data':
    case 'data-unknown':
      return text.plain(`reason.${reason.kind}`);
    case 'rate-unknown':
      return text.plain('reason.rate-unknown', { currency: reason.currency });
    case 'data':
      return text.plain('reason.data', { kinds: kinds(reason.data, text) });
    case 'stage':
      return text.plain('reason.stage', { stage: text.plain(`stage.${reason.stage}`) });
    case 'region':
      return text.plain('reason.region', { region: reason.region });
    case 'unit':
      return text.plain('reason.unit', { unit: unitOf(org, reason.unit)?.name ?? reason.unit });
    case 'funding':
      return text.plain('reason.funding', { funding: text.plain(`funding.${reason.funding}`) });
    case 'users-at-least':
      return text.plain('reason.users-at-least', { limit: reason.limit });
    case 'category':
      return text.plain('reason.category', { category: reason.category });
  }
}

/** Why a request is on its track, in plain words; empty when no rule said anything. */
export const reasonsInWords = (reasons: PolicyReason[], setting: Setting): string =>
  listed(
    reasons.map((reason) => reasonPhrase(reason, setting)),
    setting.text,
  );

/** The track and why: `*Fast track:* under US$2,000 and no sensitive data`. */
export function trackLine(request: PurchaseRequest, setting: Setting): Mrkdwn {
  const { text } = setting;
  const track = text.plain(`track.${request.track}`);
  const reasons = reasonsInWords(request.trackReasons, setting);
  return reasons ? text.mrkdwn('card.track', { track, reasons }) : text.mrkdwn('card.track-alone', { track });
}
