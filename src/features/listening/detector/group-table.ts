import { CHINESE_GROUPS } from './chinese-groups.ts';
import { ENGLISH_GROUPS } from './english-groups.ts';
import { hashOf } from './hash.ts';
import { tableOf, type WordTable } from './word-table.ts';

const CODES = 0x1_00_00;

/** Each line is a group's name, a colon, and its words: `expire: expire expires lapse …`. */
const groupsIn = (lines: string): string[][] =>
  lines
    .trim()
    .split('\n')
    .map((line) =>
      line
        .slice(line.indexOf(':') + 1)
        .trim()
        .split(' '),
    );

/** From a word's hash to its group, counted from `first`. A word that stands twice belongs to the first. */
function numbered(groups: string[][], first: number): Map<number, number> {
  const numbers = new Map<number, number>();
  for (const [index, words] of groups.entries()) {
    for (const word of words) if (!numbers.has(hashOf(word))) numbers.set(hashOf(word), first + index);
  }
  return numbers;
}

const english = groupsIn(ENGLISH_GROUPS);
const chinese = groupsIn(CHINESE_GROUPS);

export const LATIN_GROUPS: ReadonlyMap<number, number> = numbered(english, 1);
export const HAN_GROUPS: WordTable = tableOf(numbered(chinese, 1 + english.length));

/** By its first character, how many characters the longest Chinese word of a group has; 0 when none begins so. */
export const LONGEST_IN_GROUP_FROM: Uint8Array = new Uint8Array(CODES);
for (const word of chinese.flat()) {
  const first = word.charCodeAt(0);
  LONGEST_IN_GROUP_FROM[first] = Math.max(word.length, LONGEST_IN_GROUP_FROM[first] ?? 0);
}
