import { choiceRules, selectRules } from './elements-menus.ts';
import { pressedRules } from './elements-pressed.ts';
import { dateRules, typedRules } from './elements-typed.ts';
import { byType, type Rule } from './rules.ts';
import { textRules } from './texts.ts';

const rules = { ...pressedRules, ...selectRules, ...choiceRules, ...dateRules, ...typedRules };

const selects = Object.keys(selectRules);
const dayAndTime = ['datepicker', 'timepicker'];
const choices = ['checkboxes', 'radio_buttons'];

/** Beside a section's text. Not the datetimepicker, and nothing to type into. */
export const accessory: Rule = byType(rules, 'a section', [
  'button',
  'workflow_button',
  'overflow',
  'image',
  ...choices,
  ...dayAndTime,
  ...selects,
]);

/** In an actions block. Not the plain text input. */
export const actionElement: Rule = byType(rules, 'an actions block', [
  'button',
  'workflow_button',
  'overflow',
  ...choices,
  ...dayAndTime,
  'datetimepicker',
  ...selects,
  'rich_text_input',
]);

/** In an input block. Nothing that is only pressed. */
export const inputElement: Rule = byType(rules, 'an input block', [
  ...choices,
  ...dayAndTime,
  'datetimepicker',
  ...selects,
  ...Object.keys(typedRules),
]);

/** In a context block: pictures and texts. */
export const contextElement: Rule = byType({ ...rules, ...textRules }, 'a context block', [
  'image',
  ...Object.keys(textRules),
]);

/** In a context_actions block. */
export const contextAction: Rule = byType(rules, 'a context_actions block', ['feedback_buttons', 'icon_button']);

/** At the foot of a card. */
export const cardAction: Rule = byType(rules, 'a card', ['button']);

/** The picture of a card or container. */
export const picture: Rule = byType(rules, 'this field', ['image']);
