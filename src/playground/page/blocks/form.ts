import type { PressPlace } from '../../person-does.ts';
import type { AnyBlock, ElementState, OptionView, StateValues } from '../../person-sees.ts';
import type { Page } from '../page.ts';
import type { VNode } from '../ui/h.ts';
import { isJson, type Json, json, jsons, list, number, string, strings, words } from '../ui/json.ts';

/** Blocks with something to fill in: one modal, one Home tab, or one message. */
export type Form = {
  key: string;
  place: PressPlace;
  blocks: readonly AnyBlock[];
  /** What the local Slack remembers of earlier entries. */
  saved: StateValues;
  errors: Record<string, string>;
  isBusy: boolean;
};

/** One element in its form. `isInput`: it stands in an input block and sends nothing by itself unless dispatched. */
export type Field = {
  form: Form;
  blockId: string;
  element: Json;
  isInput: boolean;
  isOptional: boolean;
  dispatches: boolean;
};

const actionIdOf = (element: Json): string => string(element.action_id);
export const fieldKey = (field: Field): string => `${field.form.key}/${field.blockId}/${actionIdOf(field.element)}`;

const option = (value: unknown): OptionView | null =>
  isJson(value)
    ? {
        text: {
          type: json(value.text).type === 'mrkdwn' ? 'mrkdwn' : 'plain_text',
          text: words(value.text),
          emoji: true,
        },
        value: string(value.value),
        ...(isJson(value.description)
          ? { description: { type: 'plain_text' as const, text: words(value.description), emoji: true } }
          : {}),
      }
    : null;

export const optionsOf = (value: unknown): OptionView[] =>
  jsons(value).flatMap((one) => {
    const parsed = option(one);
    return parsed ? [parsed] : [];
  });

const initialConversation = (page: Page, element: Json): string | null =>
  string(element.initial_conversation) || (element.default_to_current_conversation === true ? page.ui.where : null);

const STARTS: Record<string, (element: Json, page: Page) => Omit<ElementState, 'type'>> = {
  plain_text_input: (element) => ({ value: string(element.initial_value) || null }),
  email_text_input: (element) => ({ value: string(element.initial_value) || null }),
  url_text_input: (element) => ({ value: string(element.initial_value) || null }),
  number_input: (element) => ({ value: string(element.initial_value) || null }),
  rich_text_input: (element) => ({ rich_text_value: element.initial_value ?? null }),
  static_select: (element) => ({ selected_option: option(element.initial_option) }),
  external_select: (element) => ({ selected_option: option(element.initial_option) }),
  radio_buttons: (element) => ({ selected_option: option(element.initial_option) }),
  checkboxes: (element) => ({ selected_options: optionsOf(element.initial_options) }),
  multi_static_select: (element) => ({ selected_options: optionsOf(element.initial_options) }),
  multi_external_select: (element) => ({ selected_options: optionsOf(element.initial_options) }),
  users_select: (element) => ({ selected_user: string(element.initial_user) || null }),
  multi_users_select: (element) => ({ selected_users: strings(element.initial_users) }),
  conversations_select: (element, page) => ({ selected_conversation: initialConversation(page, element) }),
  multi_conversations_select: (element) => ({ selected_conversations: strings(element.initial_conversations) }),
  channels_select: (element) => ({ selected_channel: string(element.initial_channel) || null }),
  multi_channels_select: (element) => ({ selected_channels: strings(element.initial_channels) }),
  datepicker: (element) => ({ selected_date: string(element.initial_date) || null }),
  timepicker: (element) => ({ selected_time: string(element.initial_time) || null }),
  datetimepicker: (element) => ({ selected_date_time: number(element.initial_date_time) ?? null }),
  file_input: () => ({ files: [] }),
};

/** What an element holds now: what was just entered, else what the local Slack knows, else its initial value. */
export function entryOf(page: Page, field: Field): ElementState {
  const { form, blockId, element } = field;
  const actionId = actionIdOf(element);
  const entered = page.ui.forms[form.key]?.[blockId]?.[actionId];
  const saved = form.saved[blockId]?.[actionId];
  const isHere = element.default_to_current_conversation === true && saved?.selected_conversation === null;
  return (
    entered ??
    (isHere ? undefined : saved) ?? { type: string(element.type), ...STARTS[string(element.type)]?.(element, page) }
  );
}

/** Remembers an entry and, where the element sends by itself, sends it. */
export function setValue(page: Page, field: Field, value: Omit<ElementState, 'type'>, send = sendsAlone(field)): void {
  page.change((ui) => {
    const { form, blockId, element } = field;
    const before = ui.forms[form.key];
    const entry = { [actionIdOf(element)]: { type: string(element.type), ...value } };
    ui.forms[form.key] = { ...before, [blockId]: { ...before?.[blockId], ...entry } };
  });
  if (send) void press(page, field, value);
}

const sendsAlone = (field: Field): boolean => !field.isInput || field.dispatches;

/** Sends block_actions for an element, with all that is filled in beside it. */
export async function press(page: Page, field: Field, payload?: Omit<ElementState, 'type'>): Promise<void> {
  const key = fieldKey(field);
  if (page.ui.busy.has(key)) return;
  page.change((ui) => ui.busy.add(key));
  await page.act({
    type: 'press',
    place: field.form.place,
    blockId: field.blockId,
    actionId: actionIdOf(field.element),
    ...(payload ? { payload } : {}),
    values: entriesOf(page, field.form),
  });
  page.change((ui) => ui.busy.delete(key));
}

function elementsOf(block: Json): Json[] {
  const own = block.type === 'input' ? [json(block.element)] : block.type === 'actions' ? jsons(block.elements) : [];
  return block.type === 'section' && isJson(block.accessory) ? [block.accessory] : own;
}

/** All blocks, those inside containers too. */
export const allBlocks = (blocks: readonly unknown[]): Json[] =>
  blocks.filter(isJson).flatMap((block) => [block, ...allBlocks(list(block.child_blocks))]);

/** Everything that is filled in, as Slack sends it in `view.state.values`. */
export function entriesOf(page: Page, form: Form): StateValues {
  const values: StateValues = {};
  for (const block of allBlocks(form.blocks)) {
    for (const element of elementsOf(block)) {
      if (!Object.hasOwn(STARTS, string(element.type))) continue;
      const field: Field = {
        form,
        blockId: string(block.block_id),
        element,
        isInput: true,
        isOptional: true,
        dispatches: false,
      };
      values[field.blockId] = { ...values[field.blockId], [actionIdOf(element)]: entryOf(page, field) };
    }
  }
  return values;
}

/** Draws a list of blocks; handed to blocks that hold blocks. */
export type DrawBlocks = (page: Page, form: Form, blocks: readonly unknown[]) => VNode[];
