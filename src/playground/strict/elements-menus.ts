import { CHECKBOXES_OPTIONS_MAX, PLACEHOLDER_CHARS_MAX, RADIO_OPTIONS_MAX } from '#slack/limits.ts';
import {
  choiceOption,
  confirm,
  conversationFilter,
  initialIsOffered,
  menuOption,
  menuOptions,
  optionGroups,
} from './composition.ts';
import { actionId } from './elements-pressed.ts';
import { boolean, eitherOr, type Fields, integer, listOf, object, type Rule, string } from './rules.ts';
import { plainText } from './texts.ts';

const focus = { focus_on_load: boolean };
const shared = { ...actionId, ...focus, confirm, placeholder: plainText(PLACEHOLDER_CHARS_MAX) };
const many = { ...shared, max_selected_items: integer({ min: 1 }) };
const id = string({ min: 1 });
const ids = listOf(id);

const single = (own: Fields): Rule => object({}, { ...shared, ...own });
const multiple = (own: Fields): Rule => object({}, { ...many, ...own });

const offered = { options: menuOptions, option_groups: optionGroups };
const chosen = (option: Rule) => listOf(option, { min: 1 });
const menu = (fields: Fields): Rule =>
  object({}, { ...fields, ...offered }, eitherOr('options', 'option_groups'), initialIsOffered);
const conversations = { default_to_current_conversation: boolean, filter: conversationFilter };

const checkboxes = object(
  { options: listOf(choiceOption, { min: 1, max: CHECKBOXES_OPTIONS_MAX }) },
  { ...actionId, ...focus, confirm, initial_options: chosen(choiceOption) },
  initialIsOffered,
);

const radioButtons = object(
  { options: listOf(choiceOption, { min: 1, max: RADIO_OPTIONS_MAX }) },
  { ...actionId, ...focus, confirm, initial_option: choiceOption },
  initialIsOffered,
);

export const selectRules = {
  static_select: menu({ ...shared, initial_option: menuOption }),
  external_select: single({ initial_option: menuOption, min_query_length: integer({ min: 0 }) }),
  users_select: single({ initial_user: id }),
  conversations_select: single({ ...conversations, initial_conversation: id, response_url_enabled: boolean }),
  channels_select: single({ initial_channel: id, response_url_enabled: boolean }),
  multi_static_select: menu({ ...many, initial_options: chosen(menuOption) }),
  multi_external_select: multiple({ initial_options: chosen(menuOption), min_query_length: integer({ min: 0 }) }),
  multi_users_select: multiple({ initial_users: ids }),
  multi_conversations_select: multiple({ ...conversations, initial_conversations: ids }),
  multi_channels_select: multiple({ initial_channels: ids }),
};

export const choiceRules = { checkboxes, radio_buttons: radioButtons };
