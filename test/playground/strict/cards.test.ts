import { describe } from 'vitest';
import { refusalsOfBlocks, type Surface } from '#playground/strict/blocks.ts';
import { chars, image, mrkdwn, plain, refusesEach, rich, takesEach, times, url } from './plant.ts';

const button = (i: number) => ({ type: 'button', text: plain(), action_id: `${i}` });
const on = (surface: Surface, block: object) => ({
  valid: block,
  refusals: (found: unknown) => refusalsOfBlocks([found], surface),
  prefix: '/blocks/0',
  error: surface === 'message' ? 'invalid_blocks' : 'invalid_arguments',
});

describe('alert', () => {
  refusesEach(on('modal', { type: 'alert', block_id: 'a', text: mrkdwn(200), level: 'success' }), [
    ['a long text', '/text', mrkdwn(201), '/text/text'],
    ['a bare text', '/text', 'Watch out'],
    ['another level', '/level', 'fatal'],
  ]);
});

const texts = { title: mrkdwn(150), subtitle: mrkdwn(150), body: mrkdwn(200), subtext: mrkdwn(200) };
const card = { type: 'card', ...texts, hero_image: image(), icon: image(), actions: times(3, button) };

describe('card', () => {
  const big = { ...image(), image_url: url(3000), alt_text: chars(2000) };
  const check = on('message', { ...card, hero_image: big });
  refusesEach(check, [
    ['a long title', '/title', mrkdwn(151), '/title/text'],
    ['a bare title', '/title', 'Title'],
    ['a long subtitle', '/subtitle', mrkdwn(151), '/subtitle/text'],
    ['a long body', '/body', mrkdwn(201), '/body/text'],
    ['a long subtext', '/subtext', mrkdwn(201), '/subtext/text'],
    ['four buttons', '/actions', times(4, button)],
    ['no buttons', '/actions', []],
    ['a menu', '/actions/0', { type: 'overflow', options: [] }],
    ['an actions block', '/actions', { type: 'actions', elements: times(3, button) }],
    ['a repeated action_id', '/actions/1/action_id', '0'],
    ['a long picture address', '/hero_image/image_url', url(3001)],
    ['a long alt text', '/hero_image/alt_text', chars(2001)],
    ['both icons', '/slack_icon', { type: 'icon', name: 'sparkle' }],
  ]);
  refusesEach(on('home', { type: 'card', slack_icon: { type: 'icon', name: 'sparkle' }, title: plain() }), [
    ['an icon of another type', '/slack_icon', { type: 'slack_icon', name: 'a' }, '/slack_icon/type'],
    ['a nameless icon', '/slack_icon/name', ''],
    ['only a subtitle', '/title', undefined, ''],
  ]);
});

describe('carousel', () => {
  refusesEach(on('message', { type: 'carousel', elements: times(10, () => card) }), [
    ['eleven cards', '/elements', times(11, () => card)],
    ['no cards', '/elements', []],
    ['a section', '/elements/0', { type: 'section', text: plain() }, '/elements/0/type'],
    ['a bad card', '/elements/3/title', mrkdwn(151), '/elements/3/title/text'],
  ]);
});

describe('container', () => {
  const child_blocks = times(10, () => ({ type: 'section', text: plain() }));
  const head = { title: plain(150), subtitle: mrkdwn(150), icon: image(), width: 'full' };
  const check = on('message', {
    type: 'container',
    ...head,
    child_blocks,
    is_collapsible: true,
    default_collapsed: true,
  });
  refusesEach(check, [
    ['eleven blocks', '/child_blocks', [...child_blocks, { type: 'divider' }]],
    ['no blocks', '/child_blocks', []],
    ['a container', '/child_blocks/0', { type: 'container' }, '/child_blocks/0/type'],
    ['a card', '/child_blocks/0', card],
    ['a bad block', '/child_blocks/0/text', plain(3001), '/child_blocks/0/text/text'],
    ['a long title', '/title', plain(151), '/title/text'],
    ['a title in markup', '/title', mrkdwn()],
    ['no title', '/title', undefined, ''],
    ['a long subtitle', '/subtitle', mrkdwn(151), '/subtitle/text'],
    ['another width', '/width', 'huge'],
    ['folded but not foldable', '/is_collapsible', false, '/default_collapsed'],
    ['a header line on a foldable one', '/has_header_divider', true],
  ]);
  takesEach(check, [['a rich title', '/rich_text_title', rich()]]);
});

describe('plan and task_card', () => {
  const source = { type: 'url', url: 'https://example.com', text: 'a' };
  const task = { task_id: 't1', title: 'Look', details: rich(), output: rich(), sources: [source] };
  refusesEach(on('message', { type: 'plan', title: 'Plan', tasks: [{ ...task, status: 'pending' }] }), [
    ['a title object', '/title', plain()],
    ['no title', '/title', undefined],
    ['an empty title', '/title', ''],
    ['another status', '/tasks/0/status', 'done'],
    ['another type of task', '/tasks/0/type', 'section'],
  ]);
  refusesEach(on('message', { type: 'task_card', ...task, status: 'in_progress' }), [
    ['pending outside a plan', '/status', 'pending'],
    ['an empty id', '/task_id', ''],
    ['an empty title', '/title', ''],
    ['a source without text', '/sources/0/text', ''],
    ['no id', '/task_id', undefined],
    ['plain details', '/details', 'hello'],
    ['a source of no type', '/sources/0/type', undefined],
  ]);
});
