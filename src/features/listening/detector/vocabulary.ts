import { type Packed, unpack } from './packing.ts';
import { tableOf, type WordTable } from './word-table.ts';

/** Bits of what is known of a Latin word. A word can be both: notion, zoom, linear. */
export const ORDINARY = 1;
export const PRODUCT = 2;

/** Words that people write, and names that products go by; all others are names or typing errors, by their looks. */
export type Vocabulary = { words: WordTable };

export function vocabularyOf(packed: Packed): Vocabulary {
  const { keys, values } = unpack(packed);
  return { words: tableOf([...keys].map((hash, index) => [hash, values[index] ?? 0])) };
}
