import {
  ACCESSIBILITY_LABEL_CHARS_MAX,
  ACTION_ID_CHARS_MAX,
  BUTTON_LABEL_CHARS_MAX,
  BUTTON_VALUE_CHARS_MAX,
  ICON_BUTTON_PEOPLE_MAX,
  IMAGE_ALT_CHARS_MAX,
  IMAGE_URL_CHARS_MAX,
  OVERFLOW_OPTIONS_MAX,
  URL_CHARS_MAX,
} from '#slack/limits.ts';
import { confirm, overflowOption, slackFile } from './composition.ts';
import { eitherOr, listOf, object, oneOf, string } from './rules.ts';
import { anyUrl, plainText, webUrl } from './texts.ts';

/** The field every interactive element may have. */
export const actionId = { action_id: string({ min: 1, max: ACTION_ID_CHARS_MAX }) };

const label = plainText(BUTTON_LABEL_CHARS_MAX);
const value = string({ max: BUTTON_VALUE_CHARS_MAX });
const spoken = { accessibility_label: string({ max: ACCESSIBILITY_LABEL_CHARS_MAX }) };
const style = oneOf('primary', 'danger');

const button = object({ text: label }, { ...actionId, ...spoken, value, url: anyUrl(URL_CHARS_MAX), style, confirm });

const workflowButton = object(
  {
    text: label,
    workflow: object({
      trigger: object(
        { url: webUrl(URL_CHARS_MAX) },
        { customizable_input_parameters: listOf(object({ name: string({ min: 1 }), value: string() })) },
      ),
    }),
  },
  { ...actionId, ...spoken, style, confirm },
);

const iconButton = object(
  { icon: string({ min: 1 }), text: label },
  {
    ...actionId,
    ...spoken,
    value,
    confirm,
    visible_to_user_ids: listOf(string({ min: 1 }), { max: ICON_BUTTON_PEOPLE_MAX }),
  },
);

const feedbackButton = object({ text: label, value }, spoken);
const feedbackButtons = object({ positive_button: feedbackButton, negative_button: feedbackButton }, actionId);

const overflow = object(
  { options: listOf(overflowOption, { min: 1, max: OVERFLOW_OPTIONS_MAX }) },
  { ...actionId, confirm },
);

/** Where a picture comes from: an address or a file in Slack, never both. */
export const imageSource = { image_url: webUrl(IMAGE_URL_CHARS_MAX), slack_file: slackFile };

const imageElement = object(
  { alt_text: string({ min: 1, max: IMAGE_ALT_CHARS_MAX }) },
  imageSource,
  eitherOr('image_url', 'slack_file'),
);

export const pressedRules = {
  button,
  workflow_button: workflowButton,
  icon_button: iconButton,
  feedback_buttons: feedbackButtons,
  overflow,
  image: imageElement,
};
