import type { Datepicker, ModalView, UsersSelect } from '@slack/types';
import type { Organisation } from '#domain/organisation.ts';
import { FUNDINGS } from '#domain/vocabulary.ts';
import { context, field, option, plainText } from '#slack/blocks.ts';
import type { Text } from '#text/text.ts';
import { BOUGHT, type BoughtTyped } from './bought.form.ts';
import { type FormMemory, line, paragraph, select, unitPicker } from './intake.view.ts';
import { TOOL_CHARS_MAX } from './typed.ts';

export const BOUGHT_FORM = 'bought.form';

export type BoughtForm = { typed: BoughtTyped; memory: FormMemory; text: Text; org: Organisation };

/** For what is bought already: what it is for, who owns it, who pays and until when. Nobody asks why so late. */
export function boughtForm({ typed, memory, text, org }: BoughtForm): ModalView {
  const fundings = FUNDINGS.map((funding) => option(text.plain(`funding.${funding}`), funding));
  const tool = { ...line(typed.tool), max_length: TOOL_CHARS_MAX };
  const outcome = { ...paragraph(typed.outcome), focus_on_load: true };
  const owner: UsersSelect = {
    type: 'users_select',
    action_id: 'picked',
    ...(typed.owner && { initial_user: typed.owner }),
  };
  const paidUntil: Datepicker = {
    type: 'datepicker',
    action_id: 'picked',
    ...(typed.paidUntil && { initial_date: typed.paidUntil }),
  };
  const unit = unitPicker({ typed, org });
  return {
    type: 'modal',
    callback_id: BOUGHT_FORM,
    private_metadata: JSON.stringify(memory),
    title: plainText(text.plain('form.bought.title')),
    submit: plainText(text.plain('form.bought.submit')),
    close: plainText(text.plain('intake.close')),
    blocks: [
      context(text.mrkdwn(memory.isDraft ? 'intake.intro-draft' : 'form.bought.intro')),
      field(BOUGHT.outcome, text.plain('form.bought.outcome'), outcome),
      field(BOUGHT.tool, text.plain('form.bought.tool'), tool),
      field(BOUGHT.owner, text.plain('form.bought.owner'), owner, { hint: text.plain('form.bought.owner.hint') }),
      field(BOUGHT.funding, text.plain('intake.funding'), select('picked', fundings, typed.funding)),
      field(BOUGHT.paidUntil, text.plain('form.bought.paid-until'), paidUntil, {
        hint: text.plain('form.bought.paid-until.hint'),
        optional: true,
      }),
      ...(org.units.length > 1 ? [field(BOUGHT.unit, text.plain('intake.unit'), unit)] : []),
    ],
  };
}
