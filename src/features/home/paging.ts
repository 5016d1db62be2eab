import { z } from 'zod';
import { LISTS, type ListName } from './lists.ts';

/** Rows of a list that show at once: five lists of ten stay below Slack's 100 blocks, with room for what was heard. */
const ROWS_A_PAGE = 10;

/** Which page of each list shows, from 0. Kept in the view, so it comes back from the client: read as a stranger's. */
export type Pages = Partial<Record<ListName, number>>;

const page = z.number().int().min(0).max(1_000);
const pages = z.partialRecord(z.enum(LISTS), page);

/** Anything unreadable is the first page of everything. */
export function readPages(metadata: string | undefined): Pages {
  try {
    return pages.catch({}).parse(JSON.parse(metadata || '{}'));
  } catch {
    return {};
  }
}

export const pageValue = (list: ListName, number: number): string => `${list}:${number}`;

/** The pages after a press of *Earlier* or *Later*. */
export function turned(before: Pages, value: string): Pages {
  const [list, number] = value.split(':');
  return { ...before, ...readPages(JSON.stringify({ [list ?? '']: Number(number) })) };
}

/** `from` and `to` count from 1. `page` is the wished one, or the last there is. */
export type Page<Row> = { rows: Row[]; page: number; from: number; to: number; total: number; isLast: boolean };

export function pageOf<Row>(all: Row[], wished = 0): Page<Row> {
  const last = Math.max(0, Math.ceil(all.length / ROWS_A_PAGE) - 1);
  const at = Math.min(wished, last);
  const rows = all.slice(at * ROWS_A_PAGE, (at + 1) * ROWS_A_PAGE);
  const from = at * ROWS_A_PAGE + 1;
  return { rows, page: at, from, to: from + rows.length - 1, total: all.length, isLast: at === last };
}
