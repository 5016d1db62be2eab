import { addCode, EMPTY_HASH } from './hash.ts';
import { MEANINGS } from './meanings.ts';
import { KIND, SHAPE, TOKENS_MAX, type Tokens } from './tokens.ts';

/** Features of a piece of text by their hash, each with the token it stands at. Used again for each piece. */
export type Features = { count: number; hash: Int32Array; token: Int32Array };

/** A meaning is paired with this many meanings before it. */
const MEANINGS_BACK = 8;
/** A group is paired with this many groups before it. */
const GROUPS_BACK = 4;
/** At most so many come from one token, and one more from the end of a piece. */
const FEATURES_MAX = TOKENS_MAX * (6 + MEANINGS_BACK + 3 + GROUPS_BACK) + 1;

export const emptyFeatures = (): Features => ({
  count: 0,
  hash: new Int32Array(FEATURES_MAX),
  token: new Int32Array(FEATURES_MAX),
});

/** What a feature is made of; the same words in another make-up are another feature. */
const MADE_OF = {
  word: 11,
  twoWords: 12,
  threeWords: 13,
  meaning: 21,
  twoMeanings: 22,
  threeMeanings: 23,
  apart: 24,
  group: 41,
  groupsApart: 42,
  twoByGroup: 43,
  threeByGroup: 44,
};

const EDGE = 0x5bd1e995;

/** Features are 26 bits: enough to tell them apart, and what is learnt takes less room. */
export const SPARE_BITS = 6;

/** Of one, two or three hashes, in this order, in this make-up. */
function featureOf(madeOf: number, last: number, middle = 0, first = 0): number {
  let mixed = madeOf + Math.imul(last, 0x9e3779b1) + Math.imul(middle, 0x85ebca6b) + Math.imul(first, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> SPARE_BITS;
}

/** Words and Chinese characters with their neighbours, and meanings with those before them, of tokens `from` to `to`. */
export function featuresOf(tokens: Tokens, from: number, to: number, features: Features): void {
  features.count = ofMeanings(
    tokens,
    from,
    to,
    features,
    ofGroups(tokens, from, to, features, ofWords(tokens, from, to, features)),
  );
}

function ofWords(tokens: Tokens, from: number, to: number, { hash, token }: Features): number {
  const { hash: words, kind } = tokens;
  let count = 0;
  let before = EDGE;
  let two = EDGE;
  for (let at = from; at < to; at++) {
    const one = words[at] ?? 0;
    token[count] = at;
    hash[count++] = featureOf(MADE_OF.twoWords, one, before);
    token[count] = at;
    hash[count++] = featureOf(MADE_OF.threeWords, one, before, two);
    if (kind[at] !== KIND.han) {
      token[count] = at;
      hash[count++] = featureOf(MADE_OF.word, one);
    }
    two = before;
    before = one;
  }
  token[count] = to - 1;
  hash[count++] = featureOf(MADE_OF.twoWords, EDGE, before);
  return count;
}

/** The groups of a piece so far. */
const groups = new Int32Array(TOKENS_MAX);

/** Groups alone and in pairs, and neighbours by their groups: what is said in other words counts as the same. */
function ofGroups(tokens: Tokens, from: number, to: number, { hash, token }: Features, begun: number): number {
  const { group, hash: words } = tokens;
  let known = 0;
  let count = begun;
  let two = EDGE;
  let before = EDGE;
  for (let at = from; at < to; at++) {
    const own = group[at] ?? 0;
    const one = own === 0 ? (words[at] ?? 0) : own;
    token[count] = at;
    hash[count++] = featureOf(MADE_OF.twoByGroup, one, before);
    token[count] = at;
    hash[count++] = featureOf(MADE_OF.threeByGroup, one, before, two);
    two = before;
    before = one;
    if (own === 0) continue;
    token[count] = at;
    hash[count++] = featureOf(MADE_OF.group, own);
    for (let back = known - 1; back >= 0 && back >= known - GROUPS_BACK; back--) {
      token[count] = at;
      hash[count++] = featureOf(MADE_OF.groupsApart, own, groups[back] ?? 0);
    }
    groups[known++] = own;
  }
  return count;
}

/** Behind the meanings of the lexicon: what a token means by its kind alone. */
const OF_KIND = 100;
const COMMON = MEANINGS.indexOf('common') + 1;
const QUESTION = addCode(EMPTY_HASH, '?'.charCodeAt(0));

function meaningAt({ kind, meaning, hash, shape }: Tokens, at: number): number {
  const own = meaning[at] ?? 0;
  if (own !== 0) return own === COMMON ? 0 : own;
  switch (kind[at]) {
    case KIND.name:
      return OF_KIND + ((shape[at] ?? 0) & SHAPE.product ? 1 : 2);
    case KIND.unknown:
      return OF_KIND + 3;
    case KIND.number:
      return OF_KIND + 4;
    case KIND.money:
      return OF_KIND + 5;
    case KIND.person:
      return OF_KIND + 6;
    case KIND.mark:
      return hash[at] === QUESTION ? OF_KIND + 7 : 0;
    default:
      return 0;
  }
}

/** The meanings of a piece so far. */
const meanings = new Int32Array(TOKENS_MAX);

function ofMeanings(tokens: Tokens, from: number, to: number, { hash, token }: Features, begun: number): number {
  let known = 0;
  let count = begun;
  let two = 0;
  let before = EDGE;
  for (let at = from; at < to; at++) {
    const own = meaningAt(tokens, at);
    if (own === 0) continue;
    token[count] = at;
    hash[count++] = featureOf(MADE_OF.meaning, own);
    token[count] = at;
    hash[count++] = featureOf(MADE_OF.twoMeanings, own, before);
    token[count] = at;
    hash[count++] = featureOf(MADE_OF.threeMeanings, own, before, two);
    for (let back = known - 1; back >= 0 && back >= known - MEANINGS_BACK; back--) {
      token[count] = at;
      hash[count++] = featureOf(MADE_OF.apart, own, meanings[back] ?? 0);
    }
    meanings[known++] = own;
    two = before;
    before = own;
  }
  return count;
}
