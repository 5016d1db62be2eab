import {
  ACTIONS_ELEMENTS_MAX,
  CONTEXT_ACTIONS_ELEMENTS_MAX,
  CONTEXT_ELEMENTS_MAX,
  HEADER_CHARS_MAX,
  HEADER_LEVEL_MAX,
  IMAGE_ALT_CHARS_MAX,
  IMAGE_TITLE_CHARS_MAX,
  INPUT_HINT_CHARS_MAX,
  INPUT_LABEL_CHARS_MAX,
  SECTION_FIELD_CHARS_MAX,
  SECTION_FIELDS_MAX,
  SECTION_TEXT_CHARS_MAX,
  URL_CHARS_MAX,
  VIDEO_AUTHOR_CHARS_MAX,
  VIDEO_DESCRIPTION_CHARS_MAX,
  VIDEO_TITLE_CHARS_MAX,
} from '#slack/limits.ts';
import { accessory, actionElement, contextAction, contextElement, inputElement } from './elements.ts';
import { imageSource } from './elements-pressed.ts';
import { richText } from './rich-text.ts';
import {
  atLeastOneOf,
  boolean,
  eitherOr,
  fault,
  integer,
  isRecord,
  listOf,
  object,
  type Rule,
  string,
} from './rules.ts';
import { anyText, blockId, plainText, secureUrl, webUrl } from './texts.ts';

const section = object(
  {},
  {
    ...blockId,
    text: anyText(SECTION_TEXT_CHARS_MAX),
    fields: listOf(anyText(SECTION_FIELD_CHARS_MAX), { min: 1, max: SECTION_FIELDS_MAX }),
    accessory,
    expand: boolean,
  },
  atLeastOneOf('text', 'fields'),
);

const header = object(
  { text: plainText(HEADER_CHARS_MAX) },
  { ...blockId, level: integer({ min: 1, max: HEADER_LEVEL_MAX }) },
);

const image = object(
  { alt_text: string({ min: 1, max: IMAGE_ALT_CHARS_MAX }) },
  { ...blockId, ...imageSource, title: plainText(IMAGE_TITLE_CHARS_MAX) },
  eitherOr('image_url', 'slack_file'),
);

const noDispatchOfFiles: Rule = (value, pointer) =>
  isRecord(value) && value.dispatch_action === true && isRecord(value.element) && value.element.type === 'file_input'
    ? fault(`${pointer}/element`, 'a file_input cannot stand in an input block with dispatch_action')
    : [];

const input = object(
  { label: plainText(INPUT_LABEL_CHARS_MAX), element: inputElement },
  { ...blockId, hint: plainText(INPUT_HINT_CHARS_MAX), optional: boolean, dispatch_action: boolean },
  noDispatchOfFiles,
);

const video = object(
  {
    video_url: secureUrl,
    thumbnail_url: webUrl(URL_CHARS_MAX),
    alt_text: string({ min: 1 }),
    title: plainText(VIDEO_TITLE_CHARS_MAX),
  },
  {
    ...blockId,
    title_url: secureUrl,
    author_name: string({ max: VIDEO_AUTHOR_CHARS_MAX }),
    provider_name: string(),
    provider_icon_url: webUrl(URL_CHARS_MAX),
    description: plainText(VIDEO_DESCRIPTION_CHARS_MAX),
  },
);

const elementsOf = (element: Rule, max: number): Rule =>
  object({ elements: listOf(element, { min: 1, max }) }, blockId);

export const basicBlocks = {
  section,
  header,
  divider: object({}, blockId),
  image,
  input,
  video,
  rich_text: richText,
  actions: elementsOf(actionElement, ACTIONS_ELEMENTS_MAX),
  context: elementsOf(contextElement, CONTEXT_ELEMENTS_MAX),
  context_actions: elementsOf(contextAction, CONTEXT_ACTIONS_ELEMENTS_MAX),
  /** Its length counts over the whole message. */
  markdown: object({ text: string({ min: 1 }) }, blockId),
};
