import { describe, expect, it } from 'vitest';
import { refusalsOfBlocks } from '#playground/strict/blocks.ts';
import { refusalsOfOptions } from '#playground/strict/options-answer.ts';
import { chars, mrkdwn, option, plain, refusesEach, times } from './plant.ts';

const confirm = { title: plain(100), text: plain(300), confirm: plain(30), deny: plain(30) };
const shared = { action_id: chars(255), focus_on_load: true, placeholder: plain(150), confirm };
const many = { ...shared, max_selected_items: 1 };
const options = times(100, (i) => ({ ...option(`${i}`.padEnd(75, '-'), 75), description: plain(75) }));
const groups = times(100, () => ({ label: plain(75), options }));

const inModal = (element: object) => ({
  valid: element,
  refusals: (found: unknown) => refusalsOfBlocks([{ type: 'input', label: plain(), element: found }], 'modal'),
  prefix: '/blocks/0/element',
  error: 'invalid_arguments',
});

describe('static_select', () => {
  refusesEach(inModal({ type: 'static_select', options, initial_option: options[99], ...shared }), [
    ['101 options', '/options', [...options, option('z')]],
    ['an empty menu', '/options', [], '/options'],
    ['neither options nor groups', '/options', undefined, ''],
    ['options and groups', '/option_groups', groups, ''],
    ['a long option', '/options/0/text', plain(76), '/options/0/text/text'],
    ['an option in markup', '/options/0/text', mrkdwn()],
    ['a value of 76', '/options/0/value', chars(76)],
    ['an empty value', '/options/0/value', ''],
    ['no value', '/options/0/value', undefined],
    ['a long description', '/options/0/description', plain(76), '/options/0/description/text'],
    ['an address', '/options/0/url', 'https://example.com'],
    ['a choice nobody offers', '/initial_option', option('z')],
    ['a choice without description', '/initial_option/description', undefined, '/initial_option'],
    ['a long placeholder', '/placeholder', plain(151), '/placeholder/text'],
    ['max_selected_items', '/max_selected_items', 1],
    ['response_url_enabled', '/response_url_enabled', true],
  ]);
});

describe('static_select in groups', () => {
  refusesEach(inModal({ type: 'static_select', option_groups: groups, initial_option: options[0] }), [
    ['101 groups', '/option_groups', [...groups, groups[0]]],
    ['101 options in a group', '/option_groups/0/options', [...options, option('z')]],
    ['an empty group', '/option_groups/0/options', []],
    ['no groups', '/option_groups', []],
    ['a long label', '/option_groups/0/label', plain(76), '/option_groups/0/label/text'],
    ['a choice nobody offers', '/initial_option', option('z')],
  ]);
});

describe('multi_static_select', () => {
  refusesEach(inModal({ type: 'multi_static_select', options, initial_options: options.slice(0, 3), ...many }), [
    ['nothing to select', '/max_selected_items', 0],
    ['an empty choice', '/initial_options', []],
    ['a choice nobody offers', '/initial_options/2', option('z')],
  ]);
});

describe('external selects', () => {
  refusesEach(inModal({ type: 'external_select', initial_option: option(), min_query_length: 0, ...shared }), [
    ['a negative query', '/min_query_length', -1],
    ['options', '/options', options],
  ]);
  refusesEach(inModal({ type: 'multi_external_select', initial_options: [option()], ...many }), [
    ['an empty choice', '/initial_options', []],
  ]);
});

describe('selects of people and conversations', () => {
  refusesEach(inModal({ type: 'users_select', initial_user: 'U1', ...shared }), [['no one', '/initial_user', '']]);
  refusesEach(inModal({ type: 'multi_users_select', initial_users: ['U1'], ...many }), [
    ['a bare id', '/initial_users', 'U1'],
  ]);
  refusesEach(inModal({ type: 'channels_select', initial_channel: 'C1', response_url_enabled: true, ...shared }), [
    ['a filter', '/filter', { include: ['im'] }],
  ]);
  refusesEach(inModal({ type: 'multi_channels_select', initial_channels: ['C1'], ...many }), [
    ['response_url_enabled', '/response_url_enabled', true],
  ]);
  const filter = { include: ['im', 'mpim', 'private', 'public'], exclude_bot_users: true };
  refusesEach(inModal({ type: 'conversations_select', filter, response_url_enabled: true, ...shared }), [
    ['an empty include', '/filter/include', []],
    ['an unknown kind', '/filter/include/0', 'dm'],
    ['an empty filter', '/filter', {}],
  ]);
  refusesEach(inModal({ type: 'multi_conversations_select', default_to_current_conversation: true, filter, ...many }), [
    ['one conversation', '/initial_conversation', 'C1'],
  ]);
});

describe('answers to type-ahead', () => {
  const check = { refusals: refusalsOfOptions, error: 'invalid_arguments' };
  refusesEach({ ...check, valid: { options } }, [
    ['101 options', '/options', [...options, option('z')]],
    ['a long value', '/options/3/value', chars(76)],
    ['nothing', '/options', undefined, ''],
  ]);
  refusesEach({ ...check, valid: { option_groups: groups } }, [
    ['101 groups', '/option_groups', [...groups, groups[0]]],
    ['an empty group', '/option_groups/0/options', []],
  ]);
  it('may find nothing', () => {
    expect(refusalsOfOptions({ options: [] })).toEqual([]);
  });
});
