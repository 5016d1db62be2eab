import { z } from 'zod';
import { type Instant, type LocalDate, type RequestId, readRequestId, type UserId } from '#domain/ids.ts';
import type { Command, Refusal } from '#domain/outcome.ts';
import { metadataOf, stateOf, type ViewBody } from '#slack/payloads.ts';
import type { FormKind } from './decision.actions.ts';
import type { FieldRefusal } from './refusal.view.ts';

/** What a form carries from its opening to its submission. Comes back from the client: checked again. */
const metadata = z.object({ id: z.string() }).catch({ id: '' });
export const formMetadata = (id: RequestId): string => JSON.stringify({ id });
export function requestIdOf(view: ViewBody): RequestId {
  const { id } = metadata.parse(metadataOf(view));
  return readRequestId(id) ?? (id as RequestId);
}

/** Block ids of the forms; an error beside a field is keyed by them. */
export const FIELD = { words: 'words', way: 'way', date: 'date', person: 'person' } as const;

/** What was typed and picked in a form; empty strings where nothing was. */
export type Typed = { words: string; way: string; date: LocalDate; person: UserId };

const NOTHING_TYPED: Typed = { words: '', way: '', date: '' as LocalDate, person: '' as UserId };

const LOCAL_DATE = /^\d{4}-\d{2}-\d{2}$/;

export function readForm(view: ViewBody): Typed {
  const words = (field: string): string => stateOf(view, field)?.value?.trim() ?? '';
  const date = stateOf(view, FIELD.date)?.selected_date ?? '';
  const person = stateOf(view, FIELD.person)?.selected_option?.value ?? '';
  return {
    words: words(FIELD.words),
    way: words(FIELD.way),
    date: (LOCAL_DATE.test(date) ? date : '') as LocalDate,
    person: person as UserId,
  };
}

/** What a form asks of the request. Whether it may is for the domain to say. */
export function commandOf(kind: FormKind, by: UserId, at: Instant, typed = NOTHING_TYPED): Command {
  const { words, way, date, person } = typed;
  const who = { by, at };
  switch (kind) {
    case 'ask':
      return { ...who, type: 'ask', question: words };
    case 'answer':
      return { ...who, type: 'answer', answer: words };
    case 'conditions':
      return { ...who, type: 'approve', terms: { kind, text: words, due: date } };
    case 'pilot':
      return { ...who, type: 'approve', terms: { kind, text: words, endsOn: date } };
    case 'reuse':
      return { ...who, type: 'approve', terms: { kind, tool: words } };
    case 'decline':
      return { ...who, type: 'decline', reason: words, wayForward: way };
    case 'hand-over':
      return { ...who, type: 'hand-over', to: person };
    case 'withdraw':
      return { ...who, type: 'withdraw', because: words };
    case 'reopen':
      return { ...who, type: 'reopen', because: words };
    case 'tell-view':
      return { ...who, type: 'tell-view', view: words };
  }
}

/** Which field a refusal is about, when the form itself can mend it. */
export function fieldToMend(refusal: Refusal): { field: string; refusal: FieldRefusal } | undefined {
  switch (refusal.code) {
    case 'words-needed':
      return { field: refusal.what === 'way-forward' ? FIELD.way : FIELD.words, refusal };
    case 'date-passed':
      return { field: FIELD.date, refusal };
    case 'not-an-engineer':
    case 'has-it-already':
      return { field: FIELD.person, refusal };
    default:
      return undefined;
  }
}
