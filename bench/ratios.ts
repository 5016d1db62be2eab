export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which this share of the values lies, between neighbours by their distance. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** Of each round the ratio, and of these the median: what slowed the machine down in a round slowed down both. */
export const medianRatio = (ones: readonly number[], others: readonly number[]): number =>
  median(ones.map((one, round) => one / (others[round] ?? Number.NaN)));

/** One line of the table. */
export type Figure = {
  what: string;
  /** What it is a ratio of, or its unit. */
  against: string;
  value: number;
  goal?: { bound: 'at least' | 'at most'; value: number };
  /** The figures behind a ratio, in words. */
  from?: string;
};

const COLUMNS = ['figure', 'against', 'value', 'goal', '', 'from'] as const;

const isReached = ({ value, goal }: Figure): boolean =>
  !goal || (goal.bound === 'at least' ? value >= goal.value : value <= goal.value);

function cells(figure: Figure): string[] {
  const { what, against, value, goal, from = '' } = figure;
  const verdict = goal ? (isReached(figure) ? 'reached' : 'MISSED') : '';
  return [what, against, value.toFixed(2), goal ? `${goal.bound} ${goal.value}` : '', verdict, from];
}

/** All figures as one table of plain text. */
export function table(figures: readonly Figure[]): string {
  const rows = [[...COLUMNS], ...figures.map(cells)];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = rows.map(line);
  return [head, widths.map((width) => '-'.repeat(width)).join('  '), ...body].join('\n');
}
