import { type Child, h, type VNode } from '../ui/h.ts';
import { type Json, json, jsons, number, string, strings } from '../ui/json.ts';

/** Width and height of the drawing, and the space for labels, in units of its viewBox. */
const BOX = { width: 480, height: 220, left: 44, bottom: 26, top: 10, right: 10 };
const INNER = { width: BOX.width - BOX.left - BOX.right, height: BOX.height - BOX.top - BOX.bottom };
const TINTS = 8;
/** Bars take this much of the room between two labels. */
const BAR_SHARE = 0.7;

type Series = { name: string; values: (number | undefined)[] };

function seriesOf(chart: Json, labels: string[]): Series[] {
  return jsons(chart.series).map((one) => ({
    name: string(one.name),
    values: labels.map((label) => number(jsons(one.data).find((point) => point.label === label)?.value)),
  }));
}

type Scale = { y: (value: number) => number; x: (index: number) => number; step: number; ticks: number[] };

function scale(series: Series[], count: number): Scale {
  const values = series.flatMap((one) => one.values).filter((value) => value !== undefined);
  const top = Math.max(1, ...values);
  const low = Math.min(0, ...values);
  const step = INNER.width / Math.max(1, count);
  return {
    step,
    x: (index) => BOX.left + step * (index + 0.5),
    y: (value) => BOX.top + INNER.height * (1 - (value - low) / (top - low)),
    ticks: [low, (low + top) / 2, top],
  };
}

function axes(labels: string[], at: Scale): Child[] {
  const format = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
  const lines = at.ticks.map((tick) => [
    h('line', { class: 'chart-grid', x1: BOX.left, x2: BOX.width - BOX.right, y1: at.y(tick), y2: at.y(tick) }),
    h('text', { class: 'chart-tick', x: BOX.left - 6, y: at.y(tick) + 4, 'text-anchor': 'end' }, format.format(tick)),
  ]);
  const names = labels.map((label, index) =>
    h('text', { class: 'chart-tick', x: at.x(index), y: BOX.height - 8, 'text-anchor': 'middle' }, label),
  );
  return [lines, names];
}

function bars(series: Series[], at: Scale): Child[] {
  const width = (at.step * BAR_SHARE) / Math.max(1, series.length);
  return series.map((one, nth) =>
    one.values.map((value, index) => {
      if (value === undefined) return undefined;
      const y = Math.min(at.y(value), at.y(0));
      const x = at.x(index) - (at.step * BAR_SHARE) / 2 + nth * width;
      return h('rect', { class: `tint-${nth % TINTS}`, x, y, width, height: Math.abs(at.y(value) - at.y(0)), rx: 2 });
    }),
  );
}

function lines(series: Series[], at: Scale, isArea: boolean): Child[] {
  return series.map((one, nth) => {
    const points = one.values.flatMap((value, index) => (value === undefined ? [] : [`${at.x(index)},${at.y(value)}`]));
    const ends = [`${at.x(one.values.length - 1)},${at.y(0)}`, `${at.x(0)},${at.y(0)}`];
    return [
      isArea && h('polygon', { class: `chart-area tint-${nth % TINTS}`, points: [...points, ...ends].join(' ') }),
      h('polyline', { class: `chart-line tint-${nth % TINTS}`, points: points.join(' ') }),
    ];
  });
}

function pie(segments: Json[]): Child[] {
  const total = segments.reduce((sum, one) => sum + (number(one.value) ?? 0), 0) || 1;
  const radius = 70;
  const around = 2 * Math.PI * radius;
  return segments.map((one, nth) => {
    const before = segments.slice(0, nth).reduce((sum, past) => sum + (number(past.value) ?? 0), 0);
    return h('circle', {
      class: `chart-slice tint-${nth % TINTS}`,
      cx: BOX.width / 2,
      cy: BOX.height / 2,
      r: radius,
      'stroke-dasharray': `${((number(one.value) ?? 0) / total) * around} ${around}`,
      'stroke-dashoffset': -(before / total) * around,
    });
  });
}

function legend(names: string[]): VNode {
  const entries = names.map((name, nth) =>
    h('span', { class: 'chart-key' }, h('i', { class: `tint-${nth % TINTS}` }), name),
  );
  return h('div', { class: 'chart-legend' }, entries);
}

function drawing(chart: Json, labels: string[], series: Series[]): Child[] {
  if (chart.type === 'pie') return pie(jsons(chart.segments));
  const at = scale(series, labels.length);
  const shapes = chart.type === 'bar' ? bars(series, at) : lines(series, at, chart.type === 'area');
  return [...axes(labels, at), shapes];
}

/** Pie, bar, line or area chart. @see https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export function chart(block: Json): VNode {
  const what = json(block.chart);
  const labels = strings(json(what.axis_config).categories);
  const series = seriesOf(what, labels);
  const segments = jsons(what.segments);
  const names =
    what.type === 'pie'
      ? segments.map((one) => `${string(one.label)} ${number(one.value) ?? ''}`)
      : series.map((one) => one.name);
  const spoken = series.map(
    (one) => `${one.name}: ${one.values.map((value, at) => `${labels[at]} ${value ?? ''}`).join(', ')}`,
  );
  return h(
    'figure',
    { class: 'chart' },
    h('figcaption', {}, string(block.title)),
    h(
      'svg',
      {
        viewBox: `0 0 ${BOX.width} ${BOX.height}`,
        role: 'img',
        'aria-label': [string(block.title), ...spoken].join('. '),
      },
      drawing(what, labels, series),
    ),
    legend(names),
  );
}
