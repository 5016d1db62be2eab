/** Cursors, as the Web API's lists have them. */
import { isGiven, type Refused, refuse, textArg } from './answers.ts';
import type { Json } from './json.ts';

export type Page<T> = { items: T[]; nextCursor: string };

/** Undefined when `limit` is not a number from 1 up; capped at `limitMax`. */
export function limitOf(args: Json, bounds: { limitDefault: number; limitMax: number }): number | undefined {
  if (!isGiven(args, 'limit')) return bounds.limitDefault;
  const limit = Number(textArg(args, 'limit'));
  return Number.isInteger(limit) && limit >= 1 ? Math.min(limit, bounds.limitMax) : undefined;
}

export const cursorFor = (mark: string): string => Buffer.from(`next:${mark}`).toString('base64');

/** "" when there is no cursor; undefined when it is none of ours. */
export function markIn(args: Json): string | undefined {
  const cursor = textArg(args, 'cursor');
  if (cursor === '') return '';
  const text = Buffer.from(cursor, 'base64').toString();
  return text.startsWith('next:') ? text.slice(5) : undefined;
}

/** A slice of a list that does not change much; the cursor holds the position. */
export function page<T>(
  list: readonly T[],
  args: Json,
  bounds: { limitDefault: number; limitMax: number },
): Page<T> | Refused {
  const limit = limitOf(args, bounds);
  if (limit === undefined) return refuse('invalid_limit', 'limit must be a whole number from 1 up.');
  const mark = markIn(args);
  if (mark === undefined) return refuse('invalid_cursor', 'The cursor is not one that was given out.');
  const start = Number(mark);
  const end = start + limit;
  return { items: list.slice(start, end), nextCursor: end < list.length ? cursorFor(String(end)) : '' };
}
