import { isDeepStrictEqual } from 'node:util';
import {
  CONFIRM_BUTTON_CHARS_MAX,
  CONFIRM_TEXT_CHARS_MAX,
  CONFIRM_TITLE_CHARS_MAX,
  OPTION_DESCRIPTION_CHARS_MAX,
  OPTION_GROUP_LABEL_CHARS_MAX,
  OPTION_TEXT_CHARS_MAX,
  OPTION_VALUE_CHARS_MAX,
  SELECT_GROUPS_MAX,
  SELECT_OPTIONS_MAX,
  URL_CHARS_MAX,
} from '#slack/limits.ts';
import {
  atLeastOneOf,
  boolean,
  eitherOr,
  type Fields,
  fault,
  isRecord,
  itemsOf,
  listOf,
  object,
  oneOf,
  type Rule,
  string,
} from './rules.ts';
import { anyText, anyUrl, plainText } from './texts.ts';

const optionOf = (text: Rule, extra: Fields = {}): Rule =>
  object(
    { text, value: string({ min: 1, max: OPTION_VALUE_CHARS_MAX }) },
    { description: plainText(OPTION_DESCRIPTION_CHARS_MAX), ...extra },
  );

/** An option of a select menu. */
export const menuOption = optionOf(plainText(OPTION_TEXT_CHARS_MAX));

/** An option of checkboxes or radio buttons, which may have markup. */
export const choiceOption = optionOf(anyText(OPTION_TEXT_CHARS_MAX));

/** An option of an overflow menu, the only one that may open an address. */
export const overflowOption = optionOf(plainText(OPTION_TEXT_CHARS_MAX), { url: anyUrl(URL_CHARS_MAX) });

/** Options of a select menu. An empty menu is refused. */
export const menuOptions = listOf(menuOption, { min: 1, max: SELECT_OPTIONS_MAX });

export const optionGroup = object({ label: plainText(OPTION_GROUP_LABEL_CHARS_MAX), options: menuOptions });

export const optionGroups = listOf(optionGroup, { min: 1, max: SELECT_GROUPS_MAX });

/**
 * What is chosen at first must equal one of the options in every field, or Slack answers "must be one of the provided
 * options". An empty `initial_options` gets the same answer (slackapi/bolt-js issue 482): leave the field out.
 */
export const initialIsOffered: Rule = (value, pointer) => {
  if (!isRecord(value)) return [];
  const groups = itemsOf(value.option_groups).flatMap((group) => (isRecord(group) ? itemsOf(group.options) : []));
  const offered = [...itemsOf(value.options), ...groups];
  const chosen = itemsOf(value.initial_options).map((option, index) => ({ option, at: `/initial_options/${index}` }));
  const single = value.initial_option === undefined ? [] : [{ option: value.initial_option, at: '/initial_option' }];
  return [...single, ...chosen]
    .filter(({ option }) => !offered.some((each) => isDeepStrictEqual(each, option)))
    .flatMap(({ at }) =>
      fault(`${pointer}${at}`, 'must equal one of the options exactly, in text, value and description'),
    );
};

/** A confirmation. Slack's page requires all four texts and wants plain_text in each; @slack/types is looser. */
export const confirm = object(
  {
    title: plainText(CONFIRM_TITLE_CHARS_MAX),
    text: plainText(CONFIRM_TEXT_CHARS_MAX),
    confirm: plainText(CONFIRM_BUTTON_CHARS_MAX),
    deny: plainText(CONFIRM_BUTTON_CHARS_MAX),
  },
  { style: oneOf('primary', 'danger') },
);

export const dispatchConfig = object(
  {},
  {
    trigger_actions_on: listOf(oneOf('on_enter_pressed', 'on_character_entered'), { min: 1, max: 2 }),
  },
);

export const conversationFilter = object(
  {},
  {
    include: listOf(oneOf('im', 'mpim', 'private', 'public'), { min: 1 }),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
  atLeastOneOf('include', 'exclude_external_shared_channels', 'exclude_bot_users'),
);

/** A picture already in Slack, by address or by id. */
export const slackFile = object({}, { url: string({ min: 1 }), id: string({ min: 1 }) }, eitherOr('url', 'id'));
