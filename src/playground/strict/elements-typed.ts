import {
  FILE_INPUT_FILES_MAX,
  PLACEHOLDER_CHARS_MAX,
  PLAIN_TEXT_INPUT_CHARS_MAX,
  RICH_TEXT_INPUT_LINES_MAX,
} from '#slack/limits.ts';
import { confirm, dispatchConfig } from './composition.ts';
import { actionId } from './elements-pressed.ts';
import { richTextValue } from './rich-text.ts';
import { boolean, fault, integer, isRecord, listOf, object, type Rule, string, stringThat } from './rules.ts';
import { plainText } from './texts.ts';

const placeholder = { placeholder: plainText(PLACEHOLDER_CHARS_MAX) };
const focused = { ...actionId, focus_on_load: boolean };
const typed = { ...focused, ...placeholder, dispatch_action_config: dispatchConfig };

/**
 * Also refuses an initial text longer than the input takes: nobody could submit that form unchanged. (Ours: what Slack
 * does then is not documented.)
 */
const lengthsAgree: Rule = (value, pointer) => {
  if (!isRecord(value)) return [];
  const { min_length = 0, max_length = PLAIN_TEXT_INPUT_CHARS_MAX, initial_value = '' } = value;
  if (Number(min_length) > Number(max_length))
    return fault(`${pointer}/min_length`, `is ${min_length}, more than max_length ${max_length}`);
  return string({ max: Number(max_length) })(initial_value, `${pointer}/initial_value`);
};

const plainTextInput = object(
  {},
  {
    ...typed,
    initial_value: string(),
    multiline: boolean,
    min_length: integer({ min: 0, max: PLAIN_TEXT_INPUT_CHARS_MAX }),
    max_length: integer({ min: 1, max: PLAIN_TEXT_INPUT_CHARS_MAX }),
  },
  lengthsAgree,
);

const numeral = stringThat('a number written as a string', (text) => /^-?\d+(\.\d+)?$/.test(text));

const numberRangeAgrees: Rule = (value, pointer) =>
  isRecord(value) && Number(value.min_value) > Number(value.max_value)
    ? fault(`${pointer}/min_value`, `is ${value.min_value}, more than max_value ${value.max_value}`)
    : [];

const numberInput = object(
  { is_decimal_allowed: boolean },
  { ...typed, initial_value: numeral, min_value: numeral, max_value: numeral },
  numberRangeAgrees,
);

const lines = integer({ min: 1, max: RICH_TEXT_INPUT_LINES_MAX });
const richTextInput = object({}, { ...typed, initial_value: richTextValue, min_lines: lines, max_lines: lines });

const fileInput = object(
  {},
  {
    ...actionId,
    filetypes: listOf(string({ min: 1 }), { min: 1 }),
    max_files: integer({ min: 1, max: FILE_INPUT_FILES_MAX }),
  },
);

/** True only for days that exist: 2026-02-30 is refused. */
const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

const day = stringThat('a day as YYYY-MM-DD', isDay);
const clock = stringThat('a time as HH:mm from 00:00 to 23:59', (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text));
const unixSeconds = integer({ min: 1_000_000_000, max: 9_999_999_999 });

export const dateRules = {
  datepicker: object({}, { ...focused, ...placeholder, confirm, initial_date: day }),
  timepicker: object({}, { ...focused, ...placeholder, confirm, initial_time: clock, timezone: string({ min: 1 }) }),
  datetimepicker: object({}, { ...focused, confirm, initial_date_time: unixSeconds }),
};

export const typedRules = {
  plain_text_input: plainTextInput,
  number_input: numberInput,
  email_text_input: object({}, { ...typed, initial_value: string() }),
  url_text_input: object({}, { ...typed, initial_value: string() }),
  rich_text_input: richTextInput,
  file_input: fileInput,
};
