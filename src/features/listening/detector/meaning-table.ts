import { CHINESE } from './chinese.ts';
import { ENGLISH } from './english.ts';
import { type Lexicon, MEANINGS } from './meanings.ts';
import { tableOf, type WordTable } from './word-table.ts';

function* entriesOf(lexicon: Lexicon): Iterable<readonly [string, number]> {
  for (const [index, meaning] of MEANINGS.entries()) {
    for (const word of lexicon[meaning]?.split(' ') ?? []) yield [word, index + 1];
  }
}

const CODES = 0x1_00_00;

/** By its first character, how many characters the longest Chinese word of the lexicon has; 0 when none begins so. */
export const LONGEST_FROM: Uint8Array = new Uint8Array(CODES);
for (const [word] of entriesOf(CHINESE)) {
  LONGEST_FROM[word.charCodeAt(0)] = Math.max(word.length, LONGEST_FROM[word.charCodeAt(0)] ?? 0);
}

/** From a word's hash to its meaning: index into MEANINGS plus one. Chinese and English share the table. */
export const MEANING_OF: WordTable = tableOf([...entriesOf(ENGLISH), ...entriesOf(CHINESE)]);
