import { addCode, EMPTY_HASH, pairOf } from './hash.ts';
import { MEANINGS } from './meanings.ts';
import { KIND, SHAPE, TOKENS_MAX, type Tokens } from './tokens.ts';

/** Features of a piece of text by their hash, each with the token it stands at. Used again for each piece. */
export type Features = { count: number; hash: Int32Array; token: Int32Array };

/** A meaning is paired with this many meanings before it. */
const MEANINGS_BACK = 8;
const FEATURES_MAX = TOKENS_MAX * (6 + MEANINGS_BACK);

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
  skip: 14,
  meaning: 21,
  twoMeanings: 22,
  threeMeanings: 23,
  apart: 24,
};

const EDGE = 0x5bd1e995;

function emit(features: Features, madeOf: number, hash: number, token: number): void {
  const at = features.count;
  if (at >= FEATURES_MAX) return;
  features.hash[at] = pairOf(madeOf, hash);
  features.token[at] = token;
  features.count = at + 1;
}

/** Words and Chinese characters with their neighbours, and meanings with those before them, of tokens `from` to `to`. */
export function featuresOf(tokens: Tokens, from: number, to: number, features: Features): void {
  features.count = 0;
  ofWords(tokens, from, to, features);
  ofMeanings(tokens, from, to, features);
}

function ofWords({ hash, kind }: Tokens, from: number, to: number, features: Features): void {
  let before = EDGE;
  let two = EDGE;
  for (let at = from; at < to; at++) {
    const one = hash[at] ?? 0;
    const isHan = kind[at] === KIND.han;
    if (!isHan) emit(features, MADE_OF.word, one, at);
    emit(features, MADE_OF.twoWords, pairOf(before, one), at);
    emit(features, MADE_OF.threeWords, pairOf(pairOf(two, before), one), at);
    if (!isHan) emit(features, MADE_OF.skip, pairOf(two, one), at);
    two = before;
    before = one;
  }
  emit(features, MADE_OF.twoWords, pairOf(before, EDGE), to - 1);
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

const meanings = new Int32Array(TOKENS_MAX + 1);
const places = new Int32Array(TOKENS_MAX + 1);

function ofMeanings(tokens: Tokens, from: number, to: number, features: Features): void {
  meanings[0] = EDGE;
  let count = 1;
  for (let at = from; at < to; at++) {
    const meaning = meaningAt(tokens, at);
    if (meaning === 0) continue;
    meanings[count] = meaning;
    places[count++] = at;
  }
  for (let at = 1; at < count; at++) {
    const own = meanings[at] ?? 0;
    const place = places[at] ?? 0;
    const before = meanings[at - 1] ?? 0;
    emit(features, MADE_OF.meaning, own, place);
    emit(features, MADE_OF.twoMeanings, pairOf(before, own), place);
    if (at > 1) emit(features, MADE_OF.threeMeanings, pairOf(pairOf(meanings[at - 2] ?? 0, before), own), place);
    const first = Math.max(1, at - MEANINGS_BACK);
    for (let back = at - 1; back >= first; back--)
      emit(features, MADE_OF.apart, pairOf(meanings[back] ?? 0, own), place);
  }
}
