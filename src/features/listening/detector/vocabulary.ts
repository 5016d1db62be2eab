import { keysIn, type PackedWords, valuesIn } from './weights.ts';
import { tableOf, type WordTable } from './word-table.ts';

/** Bits of what is known of a Latin word. A word can be both: notion, zoom, linear. */
export const ORDINARY = 1;
export const PRODUCT = 2;

/** Words that people write, and names that products go by; all others are names or typing errors, by their looks. */
export type Vocabulary = { words: WordTable };

export function vocabularyOf({ keys, values }: PackedWords): Vocabulary {
  const bits = valuesIn(values);
  return { words: tableOf([...keysIn(keys)].map((hash, index) => [hash, bits[index] ?? 0])) };
}
