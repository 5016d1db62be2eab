import { CHINESE } from './chinese.ts';
import { ENGLISH } from './english.ts';
import { hashOf } from './hash.ts';
import { type Lexicon, MEANINGS } from './meanings.ts';
import { tableOf, type WordTable } from './word-table.ts';

function* entriesOf(lexicon: Lexicon): Iterable<readonly [string, number]> {
  for (const [index, meaning] of MEANINGS.entries()) {
    for (const word of lexicon[meaning]?.split(' ') ?? []) yield [word, index + 1];
  }
}

/** The meaning that comes first wins. */
function hashed(lexicon: Lexicon): Map<number, number> {
  const meanings = new Map<number, number>();
  for (const [word, meaning] of entriesOf(lexicon)) {
    if (!meanings.has(hashOf(word))) meanings.set(hashOf(word), meaning);
  }
  return meanings;
}

const CODES = 0x1_00_00;

/** By its first character, how many characters the longest Chinese word of the lexicon has; 0 when none begins so. */
export const LONGEST_FROM: Uint8Array = new Uint8Array(CODES);
for (const [word] of entriesOf(CHINESE)) {
  LONGEST_FROM[word.charCodeAt(0)] = Math.max(word.length, LONGEST_FROM[word.charCodeAt(0)] ?? 0);
}

/** From a Chinese word's hash to its meaning: index into MEANINGS plus one. */
export const HAN_MEANINGS: WordTable = tableOf(hashed(CHINESE));

/** The same for Latin words. */
export const LATIN_MEANINGS: ReadonlyMap<number, number> = hashed(ENGLISH);
