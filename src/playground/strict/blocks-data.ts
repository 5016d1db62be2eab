import {
  CHART_AXIS_CHARS_MAX,
  CHART_LABEL_CHARS_MAX,
  CHART_POINTS_MAX,
  CHART_SERIES_MAX,
  CHART_TITLE_CHARS_MAX,
  DATA_TABLE_COLUMNS_MAX,
  DATA_TABLE_PAGE_ROWS_MAX,
  DATA_TABLE_ROWS_MAX,
  DATA_TABLE_ROWS_MIN,
  TABLE_COLUMNS_MAX,
  TABLE_ROWS_MAX,
} from '#slack/limits.ts';
import { richText } from './rich-text.ts';
import {
  boolean,
  byType,
  fault,
  integer,
  isRecord,
  itemsOf,
  listOf,
  number,
  object,
  oneOf,
  type Rule,
  string,
} from './rules.ts';
import { blockId } from './texts.ts';

const cells = {
  raw_text: object({ text: string({ min: 1 }) }),
  raw_number: object({ value: number, text: string({ min: 1 }) }),
  rich_text: richText,
};
const cell = byType(cells, 'a table');

const columnSetting = object({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean });
/** A null in the list skips a column. */
const columnOrSkip: Rule = (value, pointer) => (value === null ? [] : columnSetting(value, pointer));

const table = object(
  { rows: listOf(listOf(cell, { min: 1, max: TABLE_COLUMNS_MAX }), { min: 1, max: TABLE_ROWS_MAX }) },
  { ...blockId, column_settings: listOf(columnOrSkip, { max: TABLE_COLUMNS_MAX }) },
);

const rowsAreEqual: Rule = (value, pointer) => {
  const rows = isRecord(value) ? itemsOf(value.rows) : [];
  const width = itemsOf(rows[0]).length;
  return rows.flatMap((row, index) => {
    const found = itemsOf(row).length;
    return found === width ? [] : fault(`${pointer}/rows/${index}`, `has ${found} cells; the header has ${width}`);
  });
};

const plainHeader: Rule = (value, pointer) => {
  const header = isRecord(value) ? itemsOf(itemsOf(value.rows)[0]) : [];
  const plain = listOf(byType(cells, 'a header row', ['raw_text', 'raw_number']));
  return plain(header, `${pointer}/rows/0`);
};

const dataTable = object(
  {
    caption: string({ min: 1 }),
    rows: listOf(listOf(cell, { min: 1, max: DATA_TABLE_COLUMNS_MAX }), {
      min: DATA_TABLE_ROWS_MIN,
      max: DATA_TABLE_ROWS_MAX,
    }),
  },
  {
    ...blockId,
    page_size: integer({ min: 1, max: DATA_TABLE_PAGE_ROWS_MAX }),
    row_header_column_index: integer({ min: 0, max: DATA_TABLE_COLUMNS_MAX - 1 }),
  },
  rowsAreEqual,
  plainHeader,
);

const label = string({ min: 1, max: CHART_LABEL_CHARS_MAX });
const axisTitle = string({ max: CHART_AXIS_CHARS_MAX });
const weight: Rule = (value, pointer) =>
  typeof value === 'number' && value > 0 ? [] : fault(pointer, 'must be a number greater than 0');

const series = object({
  name: label,
  data: listOf(object({ label, value: number }), { min: 1, max: CHART_POINTS_MAX }),
});

const field = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);

/** Every series has one point for each category, and no two series share a name. */
const seriesAgree: Rule = (value, pointer) => {
  const categories = itemsOf(field(field(value, 'axis_config'), 'categories'));
  const all = itemsOf(field(value, 'series'));
  const names = all.map((each) => field(each, 'name'));
  return all.flatMap((each, index) => {
    const at = `${pointer}/series/${index}`;
    const labels = itemsOf(field(each, 'data')).map((point) => field(point, 'label'));
    const complete = labels.length === categories.length && categories.every((category) => labels.includes(category));
    if (!complete) return fault(`${at}/data`, 'must have exactly one point for each category of the axis');
    return names.indexOf(names[index]) < index ? fault(`${at}/name`, 'has the name of another series') : [];
  });
};

const plotted = object(
  {
    series: listOf(series, { min: 1, max: CHART_SERIES_MAX }),
    axis_config: object({ categories: listOf(label, { min: 1 }) }, { x_label: axisTitle, y_label: axisTitle }),
  },
  {},
  seriesAgree,
);

const pie = object({ segments: listOf(object({ label, value: weight }), { min: 1, max: CHART_SERIES_MAX }) });

const chart = object(
  {
    title: string({ min: 1, max: CHART_TITLE_CHARS_MAX }),
    chart: byType({ pie, bar: plotted, area: plotted, line: plotted }, 'a chart'),
  },
  blockId,
);

export const dataBlocks = { table, data_table: dataTable, data_visualization: chart };
