import { LATIN_GROUPS } from './group-table.ts';
import { LATIN_MEANINGS } from './meaning-table.ts';
import { type Packed, unpack } from './packing.ts';
import { tableOf, type WordTable } from './word-table.ts';

/** Bits of what is known of a Latin word. A word can be both: notion, zoom, linear. */
export const ORDINARY = 1;
export const PRODUCT = 2;

/**
 * Words that people write, and names that products go by; all others are names or typing errors, by their looks. A
 * word's entry is its meaning, above that the bits of what is known of it, and above those its group.
 */
export type Vocabulary = { words: WordTable };

const MEANING_BITS = 6;
const MEANING_MASK = 2 ** MEANING_BITS - 1;
const KNOWN_MASK = ORDINARY | PRODUCT;
const GROUP_SHIFT = MEANING_BITS + 2;

export const meaningIn = (entry: number): number => entry & MEANING_MASK;
export const knownIn = (entry: number): number => (entry >>> MEANING_BITS) & KNOWN_MASK;
export const groupIn = (entry: number): number => entry >>> GROUP_SHIFT;

export function vocabularyOf(packed: Packed): Vocabulary {
  const { keys, values } = unpack(packed);
  const entries = new Map([...keys].map((hash, index) => [hash, (values[index] ?? 0) << MEANING_BITS]));
  for (const [hash, meaning] of LATIN_MEANINGS) entries.set(hash, (entries.get(hash) ?? 0) | meaning);
  for (const [hash, group] of LATIN_GROUPS) entries.set(hash, (entries.get(hash) ?? 0) | (group << GROUP_SHIFT));
  return { words: tableOf(entries) };
}
