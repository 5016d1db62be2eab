import { describe, expect, it } from 'vitest';
import { refusalsOfBlocks, type Surface } from '#playground/strict/blocks.ts';
import { chars, option, plain, refusesEach, takesEach, times } from './plant.ts';

const section = { type: 'section', text: plain() };
const select = { type: 'conversations_select', response_url_enabled: true };
const input = (element: object, id = 'a') => ({ type: 'input', block_id: id, label: plain(), element });
const focused = { type: 'plain_text_input', focus_on_load: true };
const markdown = (count: number) => ({ type: 'markdown', text: chars(count) });
const table = (count: number) => ({ type: 'table', rows: [[{ type: 'raw_text', text: chars(count) }]] });
const dataTable = (count: number) => ({
  type: 'data_table',
  caption: 'a',
  rows: times(2, () => [{ type: 'raw_text', text: chars(count) }]),
});
const chart = { type: 'data_visualization', title: 'a', chart: { type: 'pie', segments: [{ label: 'a', value: 1 }] } };
const card = (id: string) => ({ type: 'card', block_id: id, title: plain() });
const container = (...child_blocks: object[]) => ({ type: 'container', title: plain(), child_blocks });

const on = (surface: Surface, valid: object[]) => ({
  valid,
  refusals: (found: unknown) => refusalsOfBlocks(found, surface),
  prefix: '/blocks',
  error: surface === 'message' ? 'invalid_blocks' : 'invalid_arguments',
});

describe('a message', () => {
  refusesEach(
    on(
      'message',
      times(50, () => section),
    ),
    [
      ['51 blocks', '', times(51, () => section)],
      ['a block that is no object', '/3', 'hello'],
      ['a block without type', '/3', {}, '/3/type'],
      ['an unknown block', '/3', { type: 'call' }, '/3/type'],
      ['the type of an inherited name', '/3', { type: 'toString' }, '/3/type'],
    ],
  );
  it('refuses blocks in a string', () => {
    expect(refusalsOfBlocks('[]', 'message')).toMatchObject([{ error: 'invalid_blocks_format', pointer: '/blocks' }]);
  });
  it('takes no blocks at all', () => {
    expect(refusalsOfBlocks([], 'message')).toEqual([]);
  });
  refusesEach(on('message', [markdown(6000), markdown(6000)]), [
    ['12,001 characters of markdown in two', '/1', markdown(6001)],
    ['12,001 characters of markdown in one', '', [markdown(12_001)], '/0'],
  ]);
  refusesEach(on('message', [dataTable(5000), dataTable(5000)]), [
    ['20,002 characters of data tables', '/1', dataTable(5001)],
  ]);
  refusesEach(on('message', [chart, chart]), [['three charts', '', [chart, chart, chart], '/2']]);
  refusesEach(on('message', [table(9), section]), [
    ['two tables', '/1', table(1)],
    ['a second table in a container', '/1', container(table(1)), '/1/child_blocks/0'],
  ]);
});

describe.each<Surface>(['modal', 'home'])('a %s', (surface) => {
  const hundred = times(100, () => section);
  refusesEach(on(surface, hundred), [['101 blocks', '', times(101, () => section)]]);
});

describe('App Home', () => {
  it('counts the characters of each table by itself', () => {
    const tables = [table(10_000), table(10_000), dataTable(10_000), dataTable(10_000)];
    expect(refusalsOfBlocks(tables, 'home')).toEqual([]);
  });
});

describe('ids', () => {
  const all = [
    { ...section, block_id: 'a' },
    container({ ...section, block_id: 'b' }),
    { type: 'carousel', elements: [card('c')] },
    markdown(1),
  ];
  refusesEach(on('message', all), [
    ['a block_id twice', '', [...all, { ...section, block_id: 'a' }], '/4/block_id'],
    ['one again in a container', '/1/child_blocks/0/block_id', 'a'],
    ['one again in a carousel', '/2/elements/0/block_id', 'a'],
  ]);
  const button = { type: 'button', text: plain(), action_id: 'x' };
  const actions = { type: 'actions', elements: [button] };
  refusesEach(on('message', [actions, actions, { ...section, accessory: button }]), [
    ['an action_id twice in a block', '/0/elements', [button, button], '/0/elements/1/action_id'],
  ]);
  takesEach(on('message', all), [['the ignored block_id of markdown', '/3/block_id', 'a']]);
});

describe('focus', () => {
  const plainInput = { type: 'plain_text_input' };
  refusesEach(on('modal', [input(focused), input(plainInput, 'b')]), [
    ['a second one', '/1/element', focused, '/1/element/focus_on_load'],
  ]);
});

describe('response_url_enabled', () => {
  refusesEach(on('modal', [input(select)]), [
    ['an actions block', '/0', { type: 'actions', elements: [select] }, '/0/elements/0/response_url_enabled'],
    ['a section', '/0', { ...section, accessory: select }, '/0/accessory/response_url_enabled'],
  ]);
  refusesEach(on('message', [section]), [['a message', '/0', input(select), '/0/element/response_url_enabled']]);
  refusesEach(on('home', [section]), [['App Home', '/0', input(select), '/0/element/response_url_enabled']]);
});

describe('surfaces', () => {
  const radio = { type: 'radio_buttons', options: [option()] };
  const everywhere = [
    section,
    { type: 'actions', elements: [radio] },
    { type: 'context', elements: [plain()] },
    { type: 'header', text: plain() },
    { type: 'divider' },
    { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'a' },
    input(radio),
    { type: 'rich_text', elements: [] },
    card('c'),
    { type: 'video', video_url: 'https://a.tw', thumbnail_url: 'https://a.tw', alt_text: 'a', title: plain() },
  ];
  const icon = { type: 'icon_button', icon: 'trash', text: plain() };
  const messageAndHome = [table(1), dataTable(1), { type: 'carousel', elements: [card('d')] }, container(section)];
  const messageOnly = [
    markdown(1),
    { type: 'context_actions', elements: [icon] },
    chart,
    { type: 'plan', title: 'a' },
    { type: 'task_card', task_id: 'a', title: 'a' },
  ];
  const alert = { type: 'alert', text: plain() };
  const file = { type: 'file', external_id: 'a', source: 'remote' };
  const named = (blocks: { type: string }[]) =>
    blocks.map((block): [string, string, unknown] => [block.type, '/0', block]);
  refusesEach(on('message', [...everywhere, ...messageAndHome, ...messageOnly]), named([alert, file]));
  refusesEach(on('modal', [...everywhere, alert]), named([...messageAndHome, ...messageOnly, file]));
  refusesEach(on('home', [...everywhere, ...messageAndHome]), named([...messageOnly, alert, file]));
});
