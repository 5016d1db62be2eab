/**
 * Slack's limits, each with the page that states it. Slack does not say how it counts "characters"; we count UTF-16 units,
 * which is never less than code points. A text is counted after escaping, so clip first and escape then.
 */

// What people read
/** Characters of any text object; an empty one is refused. Source: docs.slack.dev/reference/block-kit/composition-objects/text-object */
export const TEXT_CHARS_MAX = 3_000;
/** Characters of a section's text. Source: docs.slack.dev/reference/block-kit/blocks/section-block */
export const SECTION_TEXT_CHARS_MAX = 3_000;
/** Fields of a section. Source: docs.slack.dev/reference/block-kit/blocks/section-block */
export const SECTION_FIELDS_MAX = 10;
/** Characters of one field of a section. Source: docs.slack.dev/reference/block-kit/blocks/section-block */
export const SECTION_FIELD_CHARS_MAX = 2_000;
/** Characters of a header. Source: docs.slack.dev/reference/block-kit/blocks/header-block */
export const HEADER_CHARS_MAX = 150;
/** Deepest level of a header; 1 is the highest. Source: docs.slack.dev/reference/block-kit/blocks/header-block */
export const HEADER_LEVEL_MAX = 4;
/** Texts and images in a context block. Source: docs.slack.dev/reference/block-kit/blocks/context-block */
export const CONTEXT_ELEMENTS_MAX = 10;
/** Characters of an image's alt text. Source: docs.slack.dev/reference/block-kit/blocks/image-block */
export const IMAGE_ALT_CHARS_MAX = 2_000;
/** Characters of an image's title. Source: docs.slack.dev/reference/block-kit/blocks/image-block */
export const IMAGE_TITLE_CHARS_MAX = 2_000;
/** Characters of an image's address. Source: docs.slack.dev/reference/block-kit/blocks/image-block */
export const IMAGE_URL_CHARS_MAX = 3_000;
/** Characters of a video's title ("less than 200"). Source: docs.slack.dev/reference/block-kit/blocks/video-block */
export const VIDEO_TITLE_CHARS_MAX = 199;
/** Characters of a video's description ("less than 200"). Source: docs.slack.dev/reference/block-kit/blocks/video-block */
export const VIDEO_DESCRIPTION_CHARS_MAX = 199;
/** Characters of a video's author ("less than 50"). Source: docs.slack.dev/reference/block-kit/blocks/video-block */
export const VIDEO_AUTHOR_CHARS_MAX = 49;
/** Characters of ALL markdown blocks of one message together. Source: docs.slack.dev/reference/block-kit/blocks/markdown-block */
export const MARKDOWN_CHARS_MAX = 12_000;
/** Characters of an alert. Source: docs.slack.dev/reference/block-kit/blocks/alert-block */
export const ALERT_CHARS_MAX = 200;

// Cards and containers
/** Characters of a card's title. Source: docs.slack.dev/reference/block-kit/blocks/card-block */
export const CARD_TITLE_CHARS_MAX = 150;
/** Characters of a card's subtitle. Source: docs.slack.dev/reference/block-kit/blocks/card-block */
export const CARD_SUBTITLE_CHARS_MAX = 150;
/** Characters of a card's body. Source: docs.slack.dev/reference/block-kit/blocks/card-block */
export const CARD_BODY_CHARS_MAX = 200;
/** Characters of a card's subtext. Source: docs.slack.dev/reference/block-kit/blocks/card-block */
export const CARD_SUBTEXT_CHARS_MAX = 200;
/** Buttons of a card. Source: docs.slack.dev/reference/block-kit/blocks/card-block */
export const CARD_BUTTONS_MAX = 3;
/** Cards of a carousel. Source: docs.slack.dev/reference/block-kit/blocks/carousel-block */
export const CAROUSEL_CARDS_MAX = 10;
/** Characters of a container's title. Source: docs.slack.dev/reference/block-kit/blocks/container-block */
export const CONTAINER_TITLE_CHARS_MAX = 150;
/** Characters of a container's subtitle. Source: docs.slack.dev/reference/block-kit/blocks/container-block */
export const CONTAINER_SUBTITLE_CHARS_MAX = 150;
/** Blocks inside a container. Source: docs.slack.dev/reference/block-kit/blocks/container-block */
export const CONTAINER_BLOCKS_MAX = 10;

// Tables and charts
/** Rows of a table. Source: docs.slack.dev/reference/block-kit/blocks/table-block */
export const TABLE_ROWS_MAX = 100;
/** Cells of a row of a table, and column settings. Source: docs.slack.dev/reference/block-kit/blocks/table-block */
export const TABLE_COLUMNS_MAX = 20;
/** Characters of a table, and of all tables of a message together. Source: docs.slack.dev/reference/block-kit/blocks/table-block */
export const TABLE_CHARS_MAX = 10_000;
/** Tables in a message. Source: github.com/slackapi/slack-skills-plugin skills/block-kit */
export const MESSAGE_TABLES_MAX = 1;
/** Fewest rows of a data table: a header and one row. Source: docs.slack.dev/reference/block-kit/blocks/data-table-block */
export const DATA_TABLE_ROWS_MIN = 2;
/** Rows of a data table, its header counted. Source: docs.slack.dev/reference/block-kit/blocks/data-table-block */
export const DATA_TABLE_ROWS_MAX = 201;
/** Cells of a row of a data table. Source: docs.slack.dev/reference/block-kit/blocks/data-table-block */
export const DATA_TABLE_COLUMNS_MAX = 20;
/** Characters of a data table, and of all of a message together. Source: docs.slack.dev/reference/block-kit/blocks/data-table-block */
export const DATA_TABLE_CHARS_MAX = 20_000;
/** Rows of one page of a data table. Source: docs.slack.dev/reference/block-kit/blocks/data-table-block */
export const DATA_TABLE_PAGE_ROWS_MAX = 100;
/** Charts in a message. Source: docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export const MESSAGE_CHARTS_MAX = 2;
/** Characters of a chart's title. Source: docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export const CHART_TITLE_CHARS_MAX = 50;
/** Series of a chart, or segments of a pie. Source: docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export const CHART_SERIES_MAX = 12;
/** Points of a series. Source: docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export const CHART_POINTS_MAX = 20;
/** Characters of a label of a point, segment or series. Source: docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export const CHART_LABEL_CHARS_MAX = 20;
/** Characters of the title of an axis. Source: docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export const CHART_AXIS_CHARS_MAX = 50;

// What people press and fill in
/** Elements of an actions block. Source: docs.slack.dev/reference/block-kit/blocks/actions-block */
export const ACTIONS_ELEMENTS_MAX = 25;
/** Elements of a context_actions block. Source: docs.slack.dev/reference/block-kit/blocks/context-actions-block */
export const CONTEXT_ACTIONS_ELEMENTS_MAX = 5;
/** Characters of an input's label. Source: docs.slack.dev/reference/block-kit/blocks/input-block */
export const INPUT_LABEL_CHARS_MAX = 2_000;
/** Characters of an input's hint. Source: docs.slack.dev/reference/block-kit/blocks/input-block */
export const INPUT_HINT_CHARS_MAX = 2_000;
/** Characters of a button's label; it may look cut from about 30. Source: docs.slack.dev/reference/block-kit/block-elements/button-element */
export const BUTTON_LABEL_CHARS_MAX = 75;
/** Characters of a button's value. Source: docs.slack.dev/reference/block-kit/block-elements/button-element */
export const BUTTON_VALUE_CHARS_MAX = 2_000;
/** Characters of the address behind a button or an overflow option. Source: docs.slack.dev/reference/block-kit/block-elements/button-element */
export const URL_CHARS_MAX = 3_000;
/** Characters of what a screen reader says for a button. Source: docs.slack.dev/reference/block-kit/block-elements/button-element */
export const ACCESSIBILITY_LABEL_CHARS_MAX = 75;
/** People that an icon button can be limited to. Source: docs.slack.dev/reference/block-kit/block-elements/icon-button-element */
export const ICON_BUTTON_PEOPLE_MAX = 10;
/** Characters of a placeholder. Source: docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
export const PLACEHOLDER_CHARS_MAX = 150;
/** Options of checkboxes. Source: docs.slack.dev/reference/block-kit/block-elements/checkboxes-element */
export const CHECKBOXES_OPTIONS_MAX = 10;
/** Options of radio buttons. Source: docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element */
export const RADIO_OPTIONS_MAX = 10;
/** Options of an overflow menu. Source: docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element */
export const OVERFLOW_OPTIONS_MAX = 5;
/** Options of a select menu, of one of its groups, or of an answer to type-ahead. Source: docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
export const SELECT_OPTIONS_MAX = 100;
/** Groups of options of a select menu. Source: docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
export const SELECT_GROUPS_MAX = 100;
/** Characters that `min_length` and `max_length` of a text input may ask for. Source: docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
export const PLAIN_TEXT_INPUT_CHARS_MAX = 3_000;
/** Lines that a rich text input may show. Source: docs.slack.dev/reference/block-kit/block-elements/rich-text-input-element */
export const RICH_TEXT_INPUT_LINES_MAX = 100;
/** Files that a file input takes. Source: docs.slack.dev/reference/block-kit/block-elements/file-input-element */
export const FILE_INPUT_FILES_MAX = 10;

// Options and confirmations
/** Characters of an option's text. Source: docs.slack.dev/reference/block-kit/composition-objects/option-object */
export const OPTION_TEXT_CHARS_MAX = 75;
/** Characters of an option's value: Slack's page says 150, @slack/types 3.2 says 75; 75 is safe with both. Source: docs.slack.dev/reference/block-kit/composition-objects/option-object */
export const OPTION_VALUE_CHARS_MAX = 75;
/** Characters of an option's description. Source: docs.slack.dev/reference/block-kit/composition-objects/option-object */
export const OPTION_DESCRIPTION_CHARS_MAX = 75;
/** Characters of the label over a group of options. Source: docs.slack.dev/reference/block-kit/composition-objects/option-group-object */
export const OPTION_GROUP_LABEL_CHARS_MAX = 75;
/** Characters of a confirmation's title. Source: docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export const CONFIRM_TITLE_CHARS_MAX = 100;
/** Characters of a confirmation's text. Source: docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export const CONFIRM_TEXT_CHARS_MAX = 300;
/** Characters of either button of a confirmation. Source: docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export const CONFIRM_BUTTON_CHARS_MAX = 30;

// Ids, views and messages
/** Characters of a block_id, unique within its message or view. Source: docs.slack.dev/reference/block-kit/blocks */
export const BLOCK_ID_CHARS_MAX = 255;
/** Characters of an action_id, unique within its block. Source: docs.slack.dev/reference/block-kit/block-elements */
export const ACTION_ID_CHARS_MAX = 255;
/** Blocks of a modal or of App Home. Source: docs.slack.dev/reference/block-kit/blocks */
export const VIEW_BLOCKS_MAX = 100;
/** Characters of a modal's title, in every language. Source: docs.slack.dev/reference/views */
export const VIEW_TITLE_CHARS_MAX = 24;
/** Characters of a modal's submit and close buttons. Source: docs.slack.dev/reference/views */
export const VIEW_BUTTON_CHARS_MAX = 24;
/** Characters of a view's callback_id. Source: docs.slack.dev/reference/views */
export const CALLBACK_ID_CHARS_MAX = 255;
/** Characters of a view's external_id, unique in the workspace. Source: docs.slack.dev/reference/views */
export const EXTERNAL_ID_CHARS_MAX = 255;
/** Characters of private_metadata. People can't see it, but it comes back from their client: authorise again. Source: docs.slack.dev/reference/views */
export const PRIVATE_METADATA_CHARS_MAX = 3_000;
/** Bytes of a whole view as JSON ("250 kB", read as the smaller thousand). Source: docs.slack.dev/reference/methods/views.push */
export const VIEW_BYTES_MAX = 250_000;
/** Blocks of a message. Source: docs.slack.dev/reference/block-kit/blocks */
export const MESSAGE_BLOCKS_MAX = 50;
/** Characters of a message's text; Slack cuts off what is beyond without an error. Source: docs.slack.dev/reference/methods/chat.postMessage */
export const MESSAGE_TEXT_CHARS_MAX = 40_000;
/** Characters of the text of chat.update. Source: docs.slack.dev/reference/methods/chat.update */
export const UPDATE_TEXT_CHARS_MAX = 4_000;
/** BYTES (UTF-8) of the text of chat.postEphemeral: about 1,333 Chinese characters. Source: docs.slack.dev/reference/methods/chat.postEphemeral */
export const EPHEMERAL_TEXT_BYTES_MAX = 4_000;
/** Characters of markdown_text. Source: docs.slack.dev/reference/methods/chat.postMessage */
export const MARKDOWN_TEXT_CHARS_MAX = 12_000;
/** Attachments of a message. Source: docs.slack.dev/reference/methods/chat.postMessage */
export const ATTACHMENTS_MAX = 100;
/** Characters of an attachment's footer. Source: docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments */
export const ATTACHMENT_FOOTER_CHARS_MAX = 300;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Shortens `text` for display to at most `charsMax` UTF-16 units, the closing `…` counted. Never cuts inside a surrogate
 * pair or a grapheme (a family emoji stays whole or goes). Clip before escaping: a cut inside `&amp;` corrupts the text.
 */
export function clip(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text;
  if (charsMax < 1) return '';
  const roomChars = charsMax - 1;
  let keptChars = 0;
  // One code point past the room is enough to know whether the last grapheme ends there.
  for (const { segment } of graphemes.segment(text.slice(0, roomChars + 2))) {
    if (keptChars + segment.length > roomChars) break;
    keptChars += segment.length;
  }
  return `${text.slice(0, keptChars).trimEnd()}…`;
}

/** A Chinese character is three bytes of UTF-8. */
const BYTES_A_CHAR_MAX = 3;

/** Shortens the text of a message for one person's eyes, whatever it is written in. */
export const clipPrivate = (text: string): string =>
  clip(text, Math.floor(EPHEMERAL_TEXT_BYTES_MAX / BYTES_A_CHAR_MAX));
