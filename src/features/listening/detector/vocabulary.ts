import { readLexicon } from './lexicon.ts';
import { type Packed, unpack } from './packing.ts';
import { emptyTable, enter, type WordTable } from './word-table.ts';

/** Bits of what is known of a Latin word. A word can be both: notion, zoom, linear. */
export const ORDINARY = 1;
export const PRODUCT = 2;

/**
 * Latin words that people write, and names that products go by; all others are names or typing errors, by their looks.
 * And the Chinese words of the lexicon. A word's entry is its meaning, above that the bits of what is known of it, and
 * above those its group.
 */
export type Vocabulary = {
  words: WordTable;
  han: WordTable;
  /** By its first character, how many characters the longest Chinese word has; 0 when none begins so. */
  longestHan: Uint8Array;
};

const MEANING_BITS = 6;
const MEANING_FIELD = 2 ** MEANING_BITS - 1;
const KNOWN_MASK = ORDINARY | PRODUCT;
const KNOWN_FIELD = KNOWN_MASK << MEANING_BITS;
const GROUP_SHIFT = MEANING_BITS + 2;
const GROUP_FIELD = -1 << GROUP_SHIFT;

export const meaningIn = (entry: number): number => entry & MEANING_FIELD;
export const knownIn = (entry: number): number => (entry >>> MEANING_BITS) & KNOWN_MASK;
export const groupIn = (entry: number): number => entry >>> GROUP_SHIFT;

/** The lexicon's words: somewhat more than there are. */
const LATIN_WORDS_MAX = 14_000;
const HAN_WORDS_MAX = 8_000;
const CODES = 0x1_00_00;

export function vocabularyOf(packed: Packed): Vocabulary {
  const { keys, values } = unpack(packed);
  const words = emptyTable(keys.length + LATIN_WORDS_MAX);
  const han = emptyTable(HAN_WORDS_MAX);
  const longestHan = new Uint8Array(CODES);
  for (let at = 0; at < keys.length; at++) enter(words, keys[at] ?? 0, (values[at] ?? 0) << MEANING_BITS, KNOWN_FIELD);
  const note = (first: number, length: number) => {
    longestHan[first] = Math.max(length, longestHan[first] ?? 0);
  };
  readLexicon(
    {
      meaning: (meaning, hash) => enter(words, hash, meaning, MEANING_FIELD),
      group: (group, hash) => enter(words, hash, group << GROUP_SHIFT, GROUP_FIELD),
    },
    {
      meaning: (meaning, hash, first, length) => {
        enter(han, hash, meaning, MEANING_FIELD);
        note(first, length);
      },
      group: (group, hash, first, length) => {
        enter(han, hash, group << GROUP_SHIFT, GROUP_FIELD);
        note(first, length);
      },
    },
  );
  return { words, han, longestHan };
}
