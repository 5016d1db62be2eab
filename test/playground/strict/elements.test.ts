import { describe } from 'vitest';
import { refusalsOfBlocks } from '#playground/strict/blocks.ts';
import { chars, image, mrkdwn, option, plain, plant, refusesEach, rich, takesEach, times, url } from './plant.ts';

const label = plain();
const confirm = { title: plain(100), text: plain(300), confirm: plain(30), deny: plain(30), style: 'danger' };
const pressed = { action_id: chars(255), confirm };
const focused = { ...pressed, focus_on_load: true };
const typed = { action_id: chars(255), focus_on_load: true, placeholder: plain(150) };
const dispatch = { dispatch_action_config: { trigger_actions_on: ['on_enter_pressed', 'on_character_entered'] } };

const inBlock = (block: object, at: string) => (element: object) => ({
  valid: element,
  refusals: (found: unknown) => refusalsOfBlocks([plant(block, at, found)], 'message'),
  prefix: `/blocks/0${at}`,
});
const inActions = inBlock({ type: 'actions', elements: [{}] }, '/elements/0');
const inInput = inBlock({ type: 'input', label }, '/element');
const inContextActions = inBlock({ type: 'context_actions', elements: [{}] }, '/elements/0');
const inContext = inBlock({ type: 'context', elements: [{}] }, '/elements/0');
const inSection = inBlock({ type: 'section', text: mrkdwn() }, '/accessory');

describe('button', () => {
  const button = { type: 'button', text: plain(75), value: chars(2000), url: url(3000), style: 'primary', ...pressed };
  refusesEach(inActions({ ...button, accessibility_label: chars(75) }), [
    ['a long label', '/text', plain(76), '/text/text'],
    ['an empty label', '/text', plain(0), '/text/text'],
    ['no label', '/text', undefined],
    ['a label in markup', '/text', mrkdwn()],
    ['a bare label', '/text', 'Approve'],
    ['a long value', '/value', chars(2001)],
    ['a value that is a number', '/value', 17],
    ['a long address', '/url', url(3001)],
    ['half an address', '/url', 'example.com'],
    ['another style', '/style', 'warning'],
    ['a long spoken label', '/accessibility_label', chars(76)],
    ['a long action_id', '/action_id', chars(256)],
    ['an empty action_id', '/action_id', ''],
    ['an unknown field', '/placeholder', plain()],
    ['a long confirm title', '/confirm/title', plain(101), '/confirm/title/text'],
    ['a long confirm text', '/confirm/text', plain(301), '/confirm/text/text'],
    ['confirm text in markup', '/confirm/text', mrkdwn()],
    ['a long confirm button', '/confirm/confirm', plain(31), '/confirm/confirm/text'],
    ['a long deny button', '/confirm/deny', plain(31), '/confirm/deny/text'],
    ['no deny button', '/confirm/deny', undefined],
    ['a strange confirm style', '/confirm/style', 'primry'],
  ]);
});

describe('workflow_button', () => {
  const workflow = { trigger: { url: url(3000), customizable_input_parameters: [{ name: 'a', value: '' }] } };
  refusesEach(inActions({ type: 'workflow_button', text: plain(75), workflow, ...pressed }), [
    ['no workflow', '/workflow', undefined],
    ['no trigger', '/workflow/trigger', undefined],
    ['a trigger without address', '/workflow/trigger/url', undefined],
    ['an empty parameter', '/workflow/trigger/customizable_input_parameters/0/name', ''],
    ['a nameless parameter', '/workflow/trigger/customizable_input_parameters/0/name', undefined],
    ['a long label', '/text', plain(76), '/text/text'],
  ]);
});

describe('overflow', () => {
  const options = times(5, (i) => ({ ...option(`${i}`, 75), url: url(3000) }));
  refusesEach(inActions({ type: 'overflow', options, ...pressed }), [
    ['six options', '/options', times(6, (i) => option(`${i}`))],
    ['an empty menu', '/options', []],
    ['no options', '/options', undefined],
    ['an option in markup', '/options/0/text', mrkdwn()],
    ['a long option address', '/options/0/url', url(3001)],
    ['focus', '/focus_on_load', true],
  ]);
});

describe('icon_button', () => {
  const people = { visible_to_user_ids: times(10, (i) => `U${i}`) };
  const icon = { type: 'icon_button', icon: 'trash', text: plain(75), value: chars(2000), ...people, ...pressed };
  refusesEach(inContextActions(icon), [
    ['an empty icon', '/icon', ''],
    ['a nameless person', '/visible_to_user_ids/0', ''],
    ['no icon', '/icon', undefined],
    ['eleven people', '/visible_to_user_ids', times(11, (i) => `U${i}`)],
    ['a long label', '/text', plain(76), '/text/text'],
    ['a long value', '/value', chars(2001)],
  ]);
});

describe('feedback_buttons', () => {
  const one = { text: plain(75), value: chars(2000), accessibility_label: chars(75) };
  refusesEach(inContextActions({ type: 'feedback_buttons', positive_button: one, negative_button: one }), [
    ['only one side', '/negative_button', undefined],
    ['a long label', '/positive_button/text', plain(76), '/positive_button/text/text'],
    ['no value', '/positive_button/value', undefined],
    ['a long value', '/negative_button/value', chars(2001)],
    ['a long spoken label', '/negative_button/accessibility_label', chars(76)],
  ]);
});

describe('image element', () => {
  refusesEach(inContext({ ...image(), image_url: url(3000), alt_text: chars(2000) }), [
    ['an empty alt text', '/alt_text', ''],
    ['no alt text', '/alt_text', undefined],
    ['a long alt text', '/alt_text', chars(2001)],
    ['a long address', '/image_url', url(3001)],
    ['no source', '/image_url', undefined, ''],
    ['two sources', '/slack_file', { id: 'F1' }, ''],
    ['a title', '/title', plain()],
  ]);
  refusesEach(inContext({ type: 'image', alt_text: 'A chart', slack_file: { id: 'F1' } }), [
    ['a file by id and address', '/slack_file/url', 'https://files.slack.com/a.png', '/slack_file'],
    ['a file by an empty id', '/slack_file/id', ''],
    ['a file by an empty address', '/slack_file', { url: '' }, '/slack_file/url'],
    ['a file by nothing', '/slack_file', {}],
  ]);
});

describe('checkboxes', () => {
  const options = times(10, (i) => ({ ...option(`${i}`), text: mrkdwn(75), description: plain(75) }));
  refusesEach(inInput({ type: 'checkboxes', options, initial_options: options.slice(0, 2), ...focused }), [
    ['eleven options', '/options', [...options, option('k')]],
    ['an option nobody offers', '/initial_options/1', option('z')],
    ['a choice with another text', '/initial_options/0/text', mrkdwn(74), '/initial_options/0'],
    ['a choice without its description', '/initial_options/0/description', undefined, '/initial_options/0'],
    ['an empty choice', '/initial_options', []],
    ['one choice only', '/initial_option', option('0')],
    ['a placeholder', '/placeholder', plain()],
  ]);
  refusesEach(inSection({ type: 'checkboxes', options }), [['no options', '/options', []]]);
});

describe('radio_buttons', () => {
  const options = times(10, (i) => ({ ...option(`${i}`), description: plain(75) }));
  refusesEach(inActions({ type: 'radio_buttons', options, initial_option: options[9], ...focused }), [
    ['eleven options', '/options', [...options, option('k')]],
    ['an empty group', '/options', [], '/options'],
    ['a choice nobody offers', '/initial_option', option('z')],
    ['several choices', '/initial_options', [option('0')]],
  ]);
});

describe('plain_text_input', () => {
  const lengths = { min_length: 3000, max_length: 3000, initial_value: chars(3000) };
  const check = inInput({ type: 'plain_text_input', multiline: true, ...lengths, ...typed, ...dispatch });
  refusesEach(check, [
    ['a long placeholder', '/placeholder', plain(151), '/placeholder/text'],
    ['a placeholder in markup', '/placeholder', mrkdwn()],
    ['a longer max_length', '/max_length', 3001],
    ['a max_length of 0', '/max_length', 0],
    ['a longer min_length', '/min_length', 3001],
    ['a negative min_length', '/min_length', -1],
    ['a min_length above max_length', '/max_length', 2999, '/min_length'],
    ['an initial text it would not take', '/initial_value', chars(3001)],
    ['multiline in words', '/multiline', 'yes'],
    ['another dispatch', '/dispatch_action_config/trigger_actions_on/0', 'on_blur'],
    ['no dispatch', '/dispatch_action_config/trigger_actions_on', []],
    ['a confirm', '/confirm', confirm],
  ]);
  takesEach(check, [['no initial text', '/initial_value', undefined]]);
});

describe('number_input', () => {
  const range = { min_value: '-1.5', max_value: '10', initial_value: '3' };
  refusesEach(inInput({ type: 'number_input', is_decimal_allowed: true, ...range, ...typed, ...dispatch }), [
    ['no is_decimal_allowed', '/is_decimal_allowed', undefined],
    ['a minimum as a number', '/min_value', 1],
    ['a maximum as a number', '/max_value', 9],
    ['an initial value in words', '/initial_value', 'three'],
    ['a minimum above the maximum', '/min_value', '11'],
  ]);
});

describe('email_text_input and url_text_input', () => {
  refusesEach(inInput({ type: 'email_text_input', initial_value: 'mei@example.com', ...typed, ...dispatch }), [
    ['multiline', '/multiline', true],
  ]);
  refusesEach(inInput({ type: 'url_text_input', initial_value: 'https://example.com', ...typed, ...dispatch }), [
    ['a number', '/initial_value', 1],
  ]);
});

describe('rich_text_input', () => {
  const lines = { min_lines: 1, max_lines: 100 };
  refusesEach(inInput({ type: 'rich_text_input', initial_value: rich(), ...lines, ...typed, ...dispatch }), [
    ['no lines', '/min_lines', 0],
    ['101 lines', '/max_lines', 101],
    ['a plain initial value', '/initial_value', 'hello'],
  ]);
});

describe('file_input', () => {
  const check = inInput({ type: 'file_input', filetypes: ['pdf'], max_files: 10, action_id: chars(255) });
  refusesEach(check, [
    ['eleven files', '/max_files', 11],
    ['no files', '/max_files', 0],
    ['no filetypes', '/filetypes', []],
    ['an empty filetype', '/filetypes/0', ''],
    ['focus', '/focus_on_load', true],
  ]);
});

describe('pickers of days and times', () => {
  refusesEach(inActions({ type: 'datepicker', initial_date: '2028-02-29', placeholder: plain(150), ...focused }), [
    ['a day that is none', '/initial_date', '2027-02-29'],
    ['a day the other way round', '/initial_date', '29-02-2028'],
  ]);
  refusesEach(inActions({ type: 'timepicker', initial_time: '23:59', timezone: 'Asia/Taipei', ...focused }), [
    ['24 o’clock', '/initial_time', '24:00'],
    ['an empty time zone', '/timezone', ''],
    ['one digit', '/initial_time', '9:00'],
  ]);
  refusesEach(inActions({ type: 'datetimepicker', initial_date_time: 1_700_000_000, ...focused }), [
    ['nine digits', '/initial_date_time', 999_999_999],
    ['milliseconds', '/initial_date_time', 1_700_000_000_000],
    ['a string', '/initial_date_time', '1700000000'],
    ['a placeholder', '/placeholder', plain()],
  ]);
});
