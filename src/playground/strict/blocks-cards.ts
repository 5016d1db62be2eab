import {
  ALERT_CHARS_MAX,
  CARD_BODY_CHARS_MAX,
  CARD_BUTTONS_MAX,
  CARD_SUBTEXT_CHARS_MAX,
  CARD_SUBTITLE_CHARS_MAX,
  CARD_TITLE_CHARS_MAX,
  CAROUSEL_CARDS_MAX,
  CONTAINER_BLOCKS_MAX,
  CONTAINER_SUBTITLE_CHARS_MAX,
  CONTAINER_TITLE_CHARS_MAX,
  URL_CHARS_MAX,
} from '#slack/limits.ts';
import { cardAction, picture } from './elements.ts';
import { richTextValue } from './rich-text.ts';
import {
  atLeastOneOf,
  boolean,
  byType,
  type Fields,
  fault,
  isRecord,
  listOf,
  object,
  oneOf,
  type Rule,
  string,
} from './rules.ts';
import { anyText, anyUrl, blockId, plainText } from './texts.ts';

const alert = object(
  { text: anyText(ALERT_CHARS_MAX) },
  { ...blockId, level: oneOf('default', 'info', 'warning', 'error', 'success') },
);

const oneIcon: Rule = (value, pointer) =>
  isRecord(value) && value.icon !== undefined && value.slack_icon !== undefined
    ? fault(`${pointer}/slack_icon`, 'a card takes icon or slack_icon, not both')
    : [];

const card = object(
  {},
  {
    ...blockId,
    hero_image: picture,
    icon: picture,
    slack_icon: byType({ icon: object({ name: string({ min: 1 }) }) }, 'a card'),
    title: anyText(CARD_TITLE_CHARS_MAX),
    subtitle: anyText(CARD_SUBTITLE_CHARS_MAX),
    body: anyText(CARD_BODY_CHARS_MAX),
    subtext: anyText(CARD_SUBTEXT_CHARS_MAX),
    actions: listOf(cardAction, { min: 1, max: CARD_BUTTONS_MAX }),
  },
  atLeastOneOf('hero_image', 'title', 'actions', 'body'),
  oneIcon,
);

const carousel = object(
  { elements: listOf(byType({ card }, 'a carousel'), { min: 1, max: CAROUSEL_CARDS_MAX }) },
  blockId,
);

const source = byType({ url: object({ url: anyUrl(URL_CHARS_MAX), text: string({ min: 1 }) }) }, 'a task card');

const taskCard = (statuses: string[], extra: Fields = {}): Rule =>
  object(
    { task_id: string({ min: 1 }), title: string({ min: 1 }) },
    {
      ...blockId,
      ...extra,
      details: richTextValue,
      output: richTextValue,
      sources: listOf(source),
      status: oneOf(...statuses),
    },
  );

const statuses = ['in_progress', 'complete', 'error'];

/** Slack's own example of a plan leaves out the type of its tasks. */
const planTask = taskCard(['pending', ...statuses], { type: oneOf('task_card') });

const plan = object({ title: string({ min: 1 }) }, { ...blockId, tasks: listOf(planTask), status: string() });

const foldsOnlyIfItCan: Rule = (value, pointer) => {
  if (!isRecord(value)) return [];
  const folds = value.is_collapsible === true;
  if (value.default_collapsed === true && !folds)
    return fault(`${pointer}/default_collapsed`, 'needs is_collapsible to be true');
  if (value.has_header_divider === true && folds)
    return fault(`${pointer}/has_header_divider`, 'stands only on a container that is not collapsible');
  return [];
};

/** What a container may hold. `file` is on Slack's list too, but an app cannot post one anywhere. */
const containerTypes = 'actions context divider header image input rich_text section table video'.split(' ');

/** The container needs the rules of the blocks it may hold. */
export const containerOf = (blocks: Fields): Rule =>
  object(
    { child_blocks: listOf(byType(blocks, 'a container', containerTypes), { min: 1, max: CONTAINER_BLOCKS_MAX }) },
    {
      ...blockId,
      title: plainText(CONTAINER_TITLE_CHARS_MAX),
      rich_text_title: richTextValue,
      subtitle: anyText(CONTAINER_SUBTITLE_CHARS_MAX),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: picture,
      is_collapsible: boolean,
      default_collapsed: boolean,
      has_header_divider: boolean,
    },
    atLeastOneOf('title', 'rich_text_title'),
    foldsOnlyIfItCan,
  );

export const cardBlocks = {
  alert,
  card,
  carousel,
  plan,
  /** `pending` is refused here though Slack's page lists it; only a task inside a plan may have it. */
  task_card: taskCard(statuses),
};
