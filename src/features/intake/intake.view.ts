import type { InputBlock, ModalView, PlainTextInput, PlainTextOption } from '@slack/types';
import type { Organisation } from '#domain/organisation.ts';
import { BUYING_STAGES, DATA_KINDS, FUNDINGS } from '#domain/vocabulary.ts';
import { type Blocks, context, type Field, field, option, plainText, section } from '#slack/blocks.ts';
import { FILE_INPUT_FILES_MAX, SELECT_OPTIONS_MAX } from '#slack/limits.ts';
import { type Mrkdwn, mention } from '#slack/mrkdwn.ts';
import type { CatalogueEntry, Thread } from '#store/store.ts';
import type { Text } from '#text/text.ts';
import { ANSWER_CHARS_MAX, requiredAt } from './intake.form.ts';
import { INTAKE, type IntakeField, type Typed, toolValue } from './typed.ts';

export const INTAKE_ACTIONS = {
  form: 'intake.form',
  stage: 'intake.stage',
  tool: 'intake.tool',
  unit: 'intake.unit',
} as const;

/** What the form carries along: the message it began with, and whether it was brought back from a draft. */
export type FormMemory = { origin?: Thread; isDraft?: boolean };

export type IntakeForm = { typed: Typed; memory: FormMemory; owned?: CatalogueEntry; text: Text; org: Organisation };

/** The intake form: outcome first, tool second. Redrawn when the stage or the tool changes what it asks. */
export function intakeForm(form: IntakeForm): ModalView {
  const { text, memory } = form;
  return {
    type: 'modal',
    callback_id: INTAKE_ACTIONS.form,
    private_metadata: JSON.stringify(memory),
    title: plainText(text.plain('intake.title')),
    submit: plainText(text.plain('intake.submit')),
    close: plainText(text.plain('intake.close')),
    blocks: [
      context(text.mrkdwn(memory.isDraft ? 'intake.intro-draft' : 'intake.intro')),
      ...purpose(form),
      ...money(form),
      ...useAndPapers(form),
    ],
  };
}

/** An input that is optional wherever the stage does not need it. */
function ask(form: IntakeForm, name: IntakeField, element: InputBlock['element'], how: Field = {}): InputBlock {
  const isRequired = requiredAt(form.typed.stage ?? 'exploring').includes(name);
  const key = name === 'neededBy' ? 'needed-by' : name;
  return field(INTAKE[name], form.text.plain(`intake.${key}`), element, { ...how, optional: !isRequired });
}

/** One line, for short answers: those are read strictly, so a counter would only be noise. */
export const line = (value: string | undefined): PlainTextInput => ({
  type: 'plain_text_input',
  action_id: 'typed',
  ...(value && { initial_value: value }),
});

export const paragraph = (value: string | undefined): PlainTextInput => ({
  ...line(value),
  multiline: true,
  max_length: ANSWER_CHARS_MAX,
});

export function select(
  actionId: string,
  options: PlainTextOption[],
  picked: string | undefined,
): InputBlock['element'] {
  const initial = options.find(({ value }) => value === picked);
  return { type: 'static_select', action_id: actionId, options, ...(initial && { initial_option: initial }) };
}

function purpose(form: IntakeForm): Blocks {
  const { typed, text, owned } = form;
  const stages = BUYING_STAGES.map((stage) => option(text.plain(`stage.${stage}`), stage));
  return [
    ask(
      form,
      'outcome',
      { ...paragraph(typed.outcome), focus_on_load: true },
      { hint: text.plain('intake.outcome.hint') },
    ),
    ask(form, 'success', { ...line(typed.success), max_length: ANSWER_CHARS_MAX }),
    ask(form, 'tool', toolPicker(form), { hint: text.plain('intake.tool.hint'), dispatches: true }),
    ...(owned ? [ownedNotice(owned, text)] : []),
    ask(form, 'stage', select(INTAKE_ACTIONS.stage, stages, typed.stage ?? 'exploring'), { dispatches: true }),
    ask(form, 'unit', unitPicker(form)),
  ];
}

/** Type-ahead over the catalogue; whatever was typed can be picked as well. */
function toolPicker({ typed: { tool }, text }: IntakeForm): InputBlock['element'] {
  return {
    type: 'external_select',
    action_id: INTAKE_ACTIONS.tool,
    min_query_length: 0,
    placeholder: plainText(text.plain('intake.tool.placeholder')),
    ...(tool && { initial_option: option(tool.kind === 'owned' ? tool.name : tool.words, toolValue(tool)) }),
  };
}

/** A tool that the company has: who looks after it, and the offer to join instead of buy. */
function ownedNotice(tool: CatalogueEntry, text: Text): Blocks[number] {
  const { name, vendor, businessOwner, itOwner, seats, freeSeats } = tool;
  const owner = businessOwner ?? itOwner;
  return section(
    text.mrkdwn('intake.owned', {
      tool: name,
      vendor: vendor === name ? '' : text.mrkdwn('intake.owned.vendor', { vendor }),
      owner: owner ? text.mrkdwn('intake.owned.owner', { owner: mention(owner) }) : '',
      seats: seats === undefined ? '' : text.mrkdwn('intake.owned.seats', { free: freeSeats ?? 0, seats }),
    }),
  );
}

type UnitAsked = { typed: Pick<Typed, 'unit'>; org: Organisation };

/** A menu for as many units as Slack's menus hold, type-ahead beyond. */
export function unitPicker({ typed, org }: UnitAsked): InputBlock['element'] {
  const options = org.units.map(({ id, name }) => option(name, id));
  const only = options.length === 1 ? options[0] : undefined;
  const picked = options.find(({ value }) => value === typed.unit) ?? only;
  if (options.length <= SELECT_OPTIONS_MAX) return select(INTAKE_ACTIONS.unit, options, picked?.value);
  return {
    type: 'external_select',
    action_id: INTAKE_ACTIONS.unit,
    min_query_length: 0,
    ...(picked && { initial_option: picked }),
  };
}

/** The workspace's currency first, then those with a rate, then what most vendors charge in. */
const currencies = ({ workspace, exchangeRates }: Organisation): string[] => [
  ...new Set([workspace.currency, ...Object.keys(exchangeRates), 'USD', 'EUR', 'TWD', 'JPY', 'GBP']),
];

function money(form: IntakeForm): Blocks {
  const { typed, text, org } = form;
  const codes = currencies(org)
    .slice(0, SELECT_OPTIONS_MAX)
    .map((code) => option(code, code));
  const fundings = FUNDINGS.map((funding) => option(text.plain(`funding.${funding}`), funding));
  return [
    ask(form, 'cost', line(typed.cost), { hint: text.plain('intake.cost.hint') }),
    ask(form, 'currency', select('picked', codes, typed.currency ?? org.workspace.currency)),
    ask(form, 'funding', select('picked', fundings, typed.funding)),
  ];
}

function useAndPapers(form: IntakeForm): Blocks {
  const { typed, text } = form;
  const kinds = DATA_KINDS.map((kind) => option(text.plain(`data.${kind}`), kind));
  const ticked = kinds.filter(({ value }) => value !== undefined && typed.data?.includes(value));
  const privacy = option(
    text.plain('intake.restricted.option'),
    'restricted',
    text.plain('intake.restricted.description'),
  );
  return [
    ask(form, 'people', line(typed.people)),
    ask(form, 'data', {
      type: 'checkboxes',
      action_id: 'picked',
      options: kinds,
      ...(ticked.length > 0 && { initial_options: ticked }),
    }),
    ask(form, 'neededBy', {
      type: 'datepicker',
      action_id: 'picked',
      ...(typed.neededBy && { initial_date: typed.neededBy }),
    }),
    ask(form, 'links', paragraph(typed.links), { hint: text.plain('intake.links.hint') }),
    ask(form, 'files', { type: 'file_input', action_id: 'picked', max_files: FILE_INPUT_FILES_MAX }),
    ask(form, 'restricted', {
      type: 'checkboxes',
      action_id: 'picked',
      options: [privacy],
      ...(typed.restricted && { initial_options: [privacy] }),
    }),
  ];
}

/** Says why the request cannot start yet; what was typed comes back with the next `/buy-tool`. */
export const notNowView = (line: Mrkdwn, text: Text): ModalView => ({
  type: 'modal',
  callback_id: 'intake.not-now',
  title: plainText(text.plain('notice.title')),
  close: plainText(text.plain('notice.close')),
  blocks: [section(line)],
});
