import { CHINESE } from './chinese.ts';
import { ENGLISH } from './english.ts';
import { type Lexicon, MEANINGS } from './meanings.ts';
import { tableOf, type WordTable } from './word-table.ts';

function* entriesOf(lexicon: Lexicon): Iterable<readonly [string, number]> {
  for (const [index, meaning] of MEANINGS.entries()) {
    for (const word of lexicon[meaning]?.split(' ') ?? []) yield [word, index + 1];
  }
}

/** From a word's hash to its meaning: index into MEANINGS plus one. Chinese and English share the table. */
export const MEANING_OF: WordTable = tableOf([...entriesOf(ENGLISH), ...entriesOf(CHINESE)]);
