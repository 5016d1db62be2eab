import { CHINESE } from './chinese.ts';
import { CHINESE_GROUPS } from './chinese-groups.ts';
import { ENGLISH } from './english.ts';
import { ENGLISH_GROUPS } from './english-groups.ts';
import { addCode, EMPTY_HASH } from './hash.ts';
import { type Lexicon, MEANINGS } from './meanings.ts';

/** A word by its hash, with its first character and its length. */
export type Visit = (hash: number, first: number, length: number) => void;

const SPACE = 0x20;
const LINE_END = 0x0a;
const COLON = 0x3a;

/** Calls `visit` for each word, and makes no strings of them: there are thousands. */
function eachWord(words: string, from: number, to: number, visit: Visit): void {
  let hash = EMPTY_HASH;
  let begun = from;
  for (let at = from; at <= to; at++) {
    const code = at < to ? words.charCodeAt(at) : SPACE;
    if (code !== SPACE) hash = addCode(hash, code);
    else {
      if (at > begun) visit(hash, words.charCodeAt(begun), at - begun);
      hash = EMPTY_HASH;
      begun = at + 1;
    }
  }
}

/** The words of a lexicon with the number of their meaning: index into MEANINGS plus one. */
function eachMeaning(lexicon: Lexicon, visit: (meaning: number, ...word: Parameters<Visit>) => void): void {
  for (const [index, meaning] of MEANINGS.entries()) {
    const words = lexicon[meaning] ?? '';
    eachWord(words, 0, words.length, (...word) => visit(index + 1, ...word));
  }
}

/** The words of groups with the number of their group, from `first` on; answers the number after the last. */
function eachGroup(groups: string, first: number, visit: (group: number, ...word: Parameters<Visit>) => void): number {
  let group = first;
  for (let at = 1; at < groups.length; at++) {
    const end = groups.indexOf(String.fromCharCode(LINE_END), at);
    const colon = groups.indexOf(String.fromCharCode(COLON), at);
    if (end < 0 || colon < 0) break;
    eachWord(groups, colon + 1, end, (...word) => visit(group, ...word));
    group++;
    at = end;
  }
  return group;
}

type Words = {
  meaning: (meaning: number, ...word: Parameters<Visit>) => void;
  group: (group: number, ...word: Parameters<Visit>) => void;
};

/** All that the lexicon knows of words, in both languages. Groups are counted through. */
export function readLexicon(latin: Words, han: Words): void {
  eachMeaning(ENGLISH, latin.meaning);
  eachMeaning(CHINESE, han.meaning);
  eachGroup(CHINESE_GROUPS, eachGroup(ENGLISH_GROUPS, 1, latin.group), han.group);
}
