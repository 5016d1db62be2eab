import { z } from 'zod';
import { hasWords } from '#domain/guards.ts';
import type { LocalDate, UnitId, UserId } from '#domain/ids.ts';
import { type Organisation, unitOf } from '#domain/organisation.ts';
import type { Intake } from '#domain/purchase-request.ts';
import { FUNDINGS } from '#domain/vocabulary.ts';
import { stateOf, type ViewBody } from '#slack/payloads.ts';
import type { Person } from '#slack/people.ts';
import { ANSWER_CHARS_MAX, type FieldErrors, type Reading } from './intake.form.ts';
import { TOOL_CHARS_MAX } from './typed.ts';

/** Block ids of the form, in its order. */
export const BOUGHT = {
  outcome: 'outcome',
  tool: 'tool',
  owner: 'owner',
  funding: 'funding',
  paidUntil: 'paid-until',
  unit: 'unit',
} as const;
type BoughtField = keyof typeof BOUGHT;

/** The form as it stands, unchecked. JSON, kept as a draft. */
export type BoughtTyped = Partial<Record<BoughtField, string>>;

const SLACK_USER = /^[UW][A-Z0-9]+$/;

/** Reads a form's state as Slack sends it; what is empty, no words at all, or no id of a person is left out. */
export function readBoughtTyped(view: ViewBody): BoughtTyped {
  const words = (field: BoughtField) => stateOf(view, BOUGHT[field])?.value?.trim();
  const picked = (field: BoughtField) => stateOf(view, BOUGHT[field])?.selected_option?.value;
  const owner = stateOf(view, BOUGHT.owner)?.selected_user ?? '';
  const typed = {
    outcome: words('outcome'),
    tool: words('tool'),
    owner: SLACK_USER.test(owner) ? owner : undefined,
    funding: picked('funding'),
    paidUntil: stateOf(view, BOUGHT.paidUntil)?.selected_date,
    unit: picked('unit'),
  };
  return Object.fromEntries(Object.entries(typed).filter(([, answer]) => answer && hasWords(answer)));
}

/** `owner`: who was picked, as Slack tells of them. */
export type BoughtReading = Reading & { owner: Person | undefined };

export type BoughtRead = { ok: true; intake: Intake } | { ok: false; errors: FieldErrors };

/** Turns what was typed into an intake at stage *bought*, or says beside each field how to mend it. */
export function readBought(typed: BoughtTyped, reading: BoughtReading): BoughtRead {
  const errors = errorsIn(typed, reading);
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const { outcome = '', tool = '', owner, funding, paidUntil } = typed;
  return {
    ok: true,
    intake: {
      ...{ outcome, tool, stage: 'bought', unit: unitIn(typed, reading.org) as UnitId },
      funding: FUNDINGS.find((known) => known === funding) ?? 'unknown',
      ...(owner && { owner: owner as UserId }),
      ...(paidUntil && { paidUntil: paidUntil as LocalDate }),
      ...{ data: [], files: [], restricted: false },
    },
  };
}

/** A company of one unit is not asked which. */
export function unitIn({ unit }: BoughtTyped, { units }: Organisation): string | undefined {
  const [first, ...others] = units;
  return others.length === 0 ? first?.id : unit;
}

function errorsIn(typed: BoughtTyped, reading: BoughtReading): FieldErrors {
  const { text, org, today } = reading;
  const unit = unitIn(typed, org);
  const errors = {
    [BOUGHT.tool]: wordsError(typed.tool, TOOL_CHARS_MAX, reading),
    [BOUGHT.outcome]: wordsError(typed.outcome, ANSWER_CHARS_MAX, reading),
    [BOUGHT.owner]: !mayOwn(reading.owner) && text.plain('form.bought.error.owner'),
    [BOUGHT.funding]: !FUNDINGS.some((known) => known === typed.funding) && text.plain('form.bought.error.pick'),
    [BOUGHT.paidUntil]: !isToCome(typed.paidUntil, today) && text.plain('form.bought.error.paid-until'),
    [BOUGHT.unit]: unit
      ? !unitOf(org, unit as UnitId) && text.plain('intake.error.unit')
      : text.plain('form.bought.error.pick'),
  };
  return Object.fromEntries(Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

function wordsError(words: string | undefined, max: number, { text }: Reading): string | undefined {
  if (!words) return text.plain('form.bought.error.words');
  return words.length > max ? text.plain('intake.error.too-long', { count: words.length, max }) : undefined;
}

/** A colleague who is still here. Slack's list of people also has apps and guests of other companies. */
const mayOwn = (person: Person | undefined): boolean =>
  person !== undefined && !(person.isBot || person.isDeactivated || person.isOutsider);

const isToCome = (date: string | undefined, today: LocalDate): boolean =>
  date === undefined || (z.iso.date().safeParse(date).success && date >= today);
