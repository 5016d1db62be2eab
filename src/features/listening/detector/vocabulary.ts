import { LATIN_MEANINGS } from './meaning-table.ts';
import { type Packed, unpack } from './packing.ts';
import { tableOf, type WordTable } from './word-table.ts';

/** Bits of what is known of a Latin word. A word can be both: notion, zoom, linear. */
export const ORDINARY = 1;
export const PRODUCT = 2;

/**
 * Words that people write, and names that products go by; all others are names or typing errors, by their looks. A
 * word's entry is its meaning, and above that the bits of what is known of it.
 */
export type Vocabulary = { words: WordTable };

const MEANING_BITS = 6;
const MEANING_MASK = 2 ** MEANING_BITS - 1;

export const meaningIn = (entry: number): number => entry & MEANING_MASK;
export const knownIn = (entry: number): number => entry >>> MEANING_BITS;

export function vocabularyOf(packed: Packed): Vocabulary {
  const { keys, values } = unpack(packed);
  const entries = new Map([...keys].map((hash, index) => [hash, (values[index] ?? 0) << MEANING_BITS]));
  for (const [hash, meaning] of LATIN_MEANINGS) entries.set(hash, (entries.get(hash) ?? 0) | meaning);
  return { words: tableOf(entries) };
}
