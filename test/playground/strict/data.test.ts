import { describe } from 'vitest';
import { refusalsOfBlocks } from '#playground/strict/blocks.ts';
import { chars, refusesEach, rich, takesEach, times } from './plant.ts';

const text = (count = 1) => ({ type: 'raw_text', text: chars(count) });
const number = { type: 'raw_number', value: 1, text: '1' };
const row = (cells: number) => times(cells, () => text());
const inMessage = (block: object) => ({
  valid: block,
  refusals: (found: unknown) => refusalsOfBlocks([found], 'message'),
  prefix: '/blocks/0',
});

describe('table', () => {
  const rows = [times(20, () => text(405)), ...times(99, () => row(19))];
  const column_settings = [{ align: 'right', is_wrapped: true }, null, ...times(18, () => ({}))];
  const check = inMessage({ type: 'table', rows, column_settings });
  refusesEach(check, [
    ['101 rows', '/rows', times(101, () => row(1))],
    ['no rows', '/rows', []],
    ['21 cells', '/rows/0', row(21)],
    ['an empty row', '/rows/0', []],
    ['an empty cell', '/rows/0/0', text(0), '/rows/0/0/text'],
    ['an empty number', '/rows/0/0', { ...number, text: '' }, '/rows/0/0/text'],
    ['markup in a cell', '/rows/0/0', { type: 'mrkdwn', text: 'a' }, '/rows/0/0/type'],
    ['21 column settings', '/column_settings', times(21, () => ({}))],
    ['another align', '/column_settings/0/align', 'middle'],
    ['10,001 characters', '/rows', [[text(10_000), text(1)]], ''],
    ['10,001 characters of rich text', '/rows', [[rich(chars(10_001))]], ''],
  ]);
  takesEach(check, [
    ['10,000 characters', '/rows', [[text(10_000)]]],
    ['numbers and rich text', '/rows/0', [number, rich()]],
  ]);
});

describe('data_table', () => {
  const rows = [row(20), ...times(200, () => row(20))];
  const check = inMessage({ type: 'data_table', caption: 'Spend', rows, page_size: 100, row_header_column_index: 19 });
  refusesEach(check, [
    ['202 rows', '/rows', times(202, () => row(1))],
    ['a header only', '/rows', [row(2)]],
    ['21 columns', '/rows', [row(21), row(20)], '/rows/0'],
    ['a short row', '/rows/7', row(19)],
    ['rich text in the header', '/rows/0/3', rich()],
    ['an empty caption', '/caption', ''],
    ['an empty row', '/rows', [[], row(1)], '/rows/0'],
    ['the name in column 21', '/row_header_column_index', 20],
    ['the name before the first column', '/row_header_column_index', -1],
    ['no caption', '/caption', undefined],
    ['pages of 101', '/page_size', 101],
    ['pages of 0', '/page_size', 0],
    ['20,001 characters', '/rows', [[text(20_000)], [text(1)]], ''],
  ]);
  takesEach(check, [['20,000 characters', '/rows', [[text(19_999)], [text(1)]]]]);
});

describe('pie chart', () => {
  const segments = times(12, () => ({ label: chars(20), value: 1 }));
  const check = inMessage({ type: 'data_visualization', title: chars(50), chart: { type: 'pie', segments } });
  refusesEach(check, [
    ['a long title', '/title', chars(51)],
    ['no title', '/title', undefined],
    ['an empty title', '/title', ''],
    ['an empty label', '/chart/segments/0/label', ''],
    ['a title object', '/title', { type: 'plain_text', text: 'a' }],
    ['13 segments', '/chart/segments', times(13, () => segments[0])],
    ['no segments', '/chart/segments', []],
    ['a long label', '/chart/segments/0/label', chars(21)],
    ['a segment of nothing', '/chart/segments/0/value', 0],
    ['another chart', '/chart/type', 'donut'],
  ]);
});

describe.each(['bar', 'area', 'line'])('%s chart', (type) => {
  const categories = times(20, (i) => `${i}`.padStart(20, '0'));
  const data = categories.map((label) => ({ label, value: -1 }));
  const series = times(12, (i) => ({ name: `${i}`.padStart(20, '0'), data }));
  const points = [...data, { label: 'z', value: 1 }];
  const wide = { type, series: [{ name: 'a', data: points }], axis_config: { categories: [...categories, 'z'] } };
  const axis_config = { categories, x_label: chars(50), y_label: chars(50) };
  refusesEach(inMessage({ type: 'data_visualization', title: 'Early', chart: { type, series, axis_config } }), [
    ['13 series', '/chart/series', [...series, { name: 'z', data }]],
    ['no series', '/chart/series', []],
    ['a long name', '/chart/series/0/name', chars(21)],
    ['a repeated name', '/chart/series/1/name', series[0]?.name],
    ['21 points', '/chart', wide, '/chart/series/0/data'],
    ['a point left out', '/chart/series/0/data', data.slice(1)],
    ['a point of no category', '/chart/series/0/data/0/label', 'other', '/chart/series/0/data'],
    ['an endless value', '/chart/series/0/data/0/value', Number.POSITIVE_INFINITY],
    ['no categories', '/chart/axis_config/categories', []],
    ['a value in words', '/chart/series/0/data/0/value', 'one'],
    ['a long category', '/chart/axis_config/categories/0', chars(21)],
    ['no axis', '/chart/axis_config', undefined],
    ['a long x title', '/chart/axis_config/x_label', chars(51)],
    ['a long y title', '/chart/axis_config/y_label', chars(51)],
  ]);
});
