import type { ModalView, PlainTextInput } from '@slack/types';
import { localDate } from '#domain/clocks.ts';
import type { Instant, LocalDate, UserId } from '#domain/ids.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import { type Blocks, field, header, labelled, option, plainText, section } from '#slack/blocks.ts';
import { clip, HEADER_CHARS_MAX } from '#slack/limits.ts';
import type { Mrkdwn } from '#slack/mrkdwn.ts';
import type { Text } from '#text/text.ts';
import { type FormKind, formCallback } from './decision.actions.ts';
import { FIELD, formMetadata } from './decision.form.ts';
import type { Setting } from './words.ts';

/** Characters of each answer in these forms: a paragraph fits, and the record stays readable. */
export const WORDS_CHARS_MAX = 2_000;

const paragraph = (): PlainTextInput => ({
  type: 'plain_text_input',
  action_id: 'typed',
  multiline: true,
  max_length: WORDS_CHARS_MAX,
});

const DAYS_AHEAD: Partial<Record<FormKind, number>> = { conditions: 30, pilot: 90 };
const MS_PER_DAY = 86_400_000;

export type Colleague = { id: UserId; name: string };

type Opening = { request: PurchaseRequest; colleagues: Colleague[]; at: Instant };

/** The form behind a button of the decision thread, in its reader's language. */
export function decisionForm(kind: FormKind, opening: Opening, setting: Setting): ModalView {
  const { text } = setting;
  const { request } = opening;
  return {
    type: 'modal',
    callback_id: formCallback(kind),
    private_metadata: formMetadata(request.id),
    title: plainText(text.plain(`form.${kind}.title`)),
    submit: plainText(text.plain(submitKey(kind))),
    close: plainText(text.plain('form.close')),
    blocks: [
      header(clip(`${request.id} · ${request.intake.tool}`, HEADER_CHARS_MAX)),
      ...fields(kind, opening, setting),
    ],
  };
}

const submitKey = (kind: FormKind) =>
  kind === 'conditions' || kind === 'pilot' || kind === 'reuse'
    ? 'form.approve.submit'
    : (`form.${kind}.submit` as const);

function fields(kind: FormKind, opening: Opening, setting: Setting): Blocks {
  const { text } = setting;
  switch (kind) {
    case 'ask':
      return [field(FIELD.words, text.plain('form.ask.question'), paragraph(), { hint: text.plain('form.ask.hint') })];
    case 'answer':
      return answerFields(opening.request, text);
    case 'conditions':
    case 'pilot':
      return termsFields(kind, opening.at, setting);
    case 'reuse':
      return [field(FIELD.words, text.plain('form.reuse.tool'), paragraph(), { hint: text.plain('form.reuse.hint') })];
    case 'decline':
      return [
        field(FIELD.words, text.plain('form.decline.reason'), paragraph()),
        field(FIELD.way, text.plain('form.decline.way'), paragraph(), { hint: text.plain('form.decline.way-hint') }),
      ];
    case 'hand-over':
      return [colleagueField(opening.colleagues, text)];
    case 'withdraw':
      return [field(FIELD.words, text.plain('form.withdraw.because'), paragraph(), { optional: true })];
    case 'tell-view':
      return [
        field(FIELD.words, text.plain('form.tell-view.view'), paragraph(), { hint: text.plain('form.tell-view.hint') }),
      ];
    case 'reopen':
      return [field(FIELD.words, text.plain('form.reopen.because'), paragraph())];
  }
}

function answerFields(request: PurchaseRequest, text: Text): Blocks {
  const question = request.questions.findLast(({ answer }) => !answer);
  return [
    ...(question ? [labelled(text.plain('form.answer.question'), question.text)] : []),
    field(FIELD.words, text.plain('form.answer.answer'), paragraph()),
  ];
}

function termsFields(kind: 'conditions' | 'pilot', at: Instant, { text, org }: Setting): Blocks {
  const suggested = localDate(org.calendar, at + (DAYS_AHEAD[kind] ?? 0) * MS_PER_DAY);
  return [
    field(FIELD.words, text.plain(`form.${kind}.text`), paragraph()),
    dateField(text.plain(kind === 'pilot' ? 'form.pilot.ends' : 'form.conditions.due'), suggested),
  ];
}

const dateField = (label: string, initial: LocalDate) =>
  field(FIELD.date, label, { type: 'datepicker', action_id: 'picked', initial_date: initial });

const colleagueField = (colleagues: Colleague[], text: Text) =>
  field(FIELD.person, text.plain('form.hand-over.to'), {
    type: 'static_select',
    action_id: 'picked',
    options: colleagues.map(({ id, name }) => option(name, id)),
  });

/** A modal that only says something, and hands back what could not be used. */
export function noticeView(line: Mrkdwn, typed: string, text: Text): ModalView {
  return {
    type: 'modal',
    callback_id: 'decision.notice',
    title: plainText(text.plain('notice.title')),
    close: plainText(text.plain('notice.close')),
    blocks: [section(line), ...(typed ? [labelled(text.plain('refusal.wrote'), typed)] : [])],
  };
}
