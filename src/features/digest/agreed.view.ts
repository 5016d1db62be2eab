import type { ModalView } from '@slack/types';
import type { AgreedAction } from '#domain/agreed.ts';
import { type Organisation, unitOf } from '#domain/organisation.ts';
import type { AgreedNews } from '#domain/outcome.ts';
import type { Content } from '#outbox/outbox.ts';
import { actions, button, field, messageOf, plainText } from '#slack/blocks.ts';
import { clip, PLAIN_TEXT_INPUT_CHARS_MAX } from '#slack/limits.ts';
import { mention } from '#slack/mrkdwn.ts';
import type { Text } from '#text/text.ts';
import { shortDay } from '#text/when.ts';
import { quarterName } from './brief.view.ts';
import { DIGEST } from './digest.actions.ts';

/** Block ids of the form; an error beside a field is keyed by them. */
export const AGREED = { what: 'what', who: 'who', due: 'due' } as const;

/** Characters of an action: it stands on a line of a brief. */
const WHAT_CHARS_MAX = Math.min(300, PLAIN_TEXT_INPUT_CHARS_MAX);
const UNIT_CHARS_MAX = 60;

/** @param key of the brief in which it is agreed */
export const agreedForm = (key: string, who: string, text: Text): ModalView => ({
  type: 'modal',
  callback_id: DIGEST.agreedForm,
  private_metadata: key,
  title: plainText(text.plain('form.agreed.title')),
  submit: plainText(text.plain('form.agreed.submit')),
  close: plainText(text.plain('form.close')),
  blocks: [
    field(AGREED.what, text.plain('form.agreed.what'), {
      type: 'plain_text_input',
      action_id: AGREED.what,
      max_length: WHAT_CHARS_MAX,
      focus_on_load: true,
    }),
    field(AGREED.who, text.plain('form.agreed.who'), {
      type: 'users_select',
      action_id: AGREED.who,
      initial_user: who,
    }),
    field(AGREED.due, text.plain('form.agreed.due'), { type: 'datepicker', action_id: AGREED.due }),
  ],
});

/** What is said of something agreed, with a button for when it is done. */
export function agreedMessage(action: AgreedAction, is: AgreedNews, org: Organisation, text: Text): Content {
  const { id, unit, quarter, what, who, loggedBy, due } = action;
  const said = {
    what,
    by: mention(loggedBy),
    unit: clip(unitOf(org, unit)?.name ?? unit, UNIT_CHARS_MAX),
    quarter: quarterName(quarter, text),
  };
  const values = { ...said, who: mention(who), date: shortDay(text.language, due, { weekday: true }) };
  const line = text.mrkdwn(`agreed.${is}`, values);
  return messageOf(line, actions(button(text.plain('action.brief.done'), DIGEST.actionDone, id)));
}
