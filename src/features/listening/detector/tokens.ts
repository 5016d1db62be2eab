import { addCode, EMPTY_HASH } from './hash.ts';
import { DIGIT, foldedCode, HAN, isUpper, LETTER, lowered, OTHER, SPACE, sortOf } from './signs.ts';
import { groupIn, knownIn, meaningIn, ORDINARY, PRODUCT, type Vocabulary } from './vocabulary.ts';
import { entryOf } from './word-table.ts';

/** What a token is to the detector; words and Chinese characters carry their own hash, the others stand for their kind. */
export const KIND = { word: 1, name: 2, unknown: 3, number: 4, money: 5, han: 6, mark: 7, person: 8 } as const;

/** Tokens that are read at once; a longer message is read in pieces. */
export const TOKENS_MAX = 512;

/** The tokens of one window, in arrays that are used again: reading a message makes no objects. */
export type Tokens = {
  count: number;
  /** Where each token stands in the text. */
  start: Int32Array;
  end: Int32Array;
  /** What a feature sees: the word, or the kind for names, numbers and people. */
  hash: Int32Array;
  /** The word as written, in lower case. */
  spelled: Int32Array;
  kind: Uint8Array;
  /** Index into MEANINGS plus one; 0 for none. On the first character of a Chinese word. */
  meaning: Uint8Array;
  /** Number of the group of words that mean nearly the same; 0 for none. */
  group: Int32Array;
  /** Bits of SHAPE. */
  shape: Uint8Array;
};

export const SHAPE = {
  capital: 1,
  inner: 2,
  allCaps: 4,
  digits: 8,
  product: 16,
  ordinary: 32,
  spaced: 64,
  inWord: 128,
} as const;

export const emptyTokens = (): Tokens => ({
  count: 0,
  start: new Int32Array(TOKENS_MAX),
  end: new Int32Array(TOKENS_MAX),
  hash: new Int32Array(TOKENS_MAX),
  spelled: new Int32Array(TOKENS_MAX),
  kind: new Uint8Array(TOKENS_MAX),
  meaning: new Uint8Array(TOKENS_MAX),
  group: new Int32Array(TOKENS_MAX),
  shape: new Uint8Array(TOKENS_MAX),
});

const code = (sign: string): number => sign.charCodeAt(0);
const DOT = code('.');
const DASH = code('-');
const APOSTROPHE = code("'");
const AMPERSAND = code('&');
const PLUS = code('+');
const AT = code('@');
const COMMA = code(',');
const SLASH = code('/');
const COLON = code(':');
const DOLLAR = code('$');
const LETTER_S = code('s');
const PERCENT = code('%');

const isCurrency = (sign: number): boolean => sign === DOLLAR || sign === 0x20ac || sign === 0xa3 || sign === 0xa5;

/** monday.com, e-mail, don't, AT&T: signs that hold a word together when a letter or digit follows. */
const joinsLetters = (sign: number): boolean =>
  sign === DOT || sign === DASH || sign === APOSTROPHE || sign === AMPERSAND || sign === PLUS;
const joinsDigits = (sign: number): boolean =>
  sign === DOT || sign === COMMA || sign === SLASH || sign === COLON || sign === DASH;

const isWordly = (sort: number): boolean => sort === LETTER || sort === DIGIT;

const sortAt = (text: string, at: number): number => (at < text.length ? sortOf(foldedCode(text, at)) : OTHER);

const kindHash = (kind: number): number => addCode(addCode(EMPTY_HASH, 1), kind);
const NAME_HASH = kindHash(KIND.name);
const UNKNOWN_HASH = kindHash(KIND.unknown);
const NUMBER_HASH = kindHash(KIND.number);
const MONEY_HASH = kindHash(KIND.money);
const PERSON_HASH = kindHash(KIND.person);

/** Reads `text` from `from` on into `tokens`, as many as fit, and answers where it stopped. */
export function tokenise(text: string, from: number, tokens: Tokens, vocabulary: Vocabulary): number {
  tokens.count = 0;
  let at = from;
  let spaced = 0;
  while (at < text.length && tokens.count < TOKENS_MAX) {
    const sign = foldedCode(text, at);
    const sort = sortOf(sign);
    if (sort === SPACE) {
      at++;
      spaced = SHAPE.spaced;
      continue;
    }
    const next =
      sort === LETTER
        ? readWord(text, at, tokens, vocabulary)
        : sort === DIGIT
          ? readNumber(text, at, tokens, vocabulary)
          : sort === HAN
            ? readHan(at, sign, tokens)
            : readMark(text, at, sign, tokens);
    const added = tokens.count - 1;
    if (next > at && added >= 0) tokens.shape[added] = (tokens.shape[added] ?? 0) | spaced;
    spaced = 0;
    at = next;
  }
  findHanWords(tokens, vocabulary);
  return at;
}

function add(
  tokens: Tokens,
  start: number,
  end: number,
  kind: number,
  hash: number,
  spelled: number,
  shape: number,
): void {
  const at = tokens.count++;
  tokens.start[at] = start;
  tokens.end[at] = end;
  tokens.kind[at] = kind;
  tokens.hash[at] = hash;
  tokens.spelled[at] = spelled;
  tokens.shape[at] = shape;
  tokens.meaning[at] = 0;
  tokens.group[at] = 0;
}

function readWord(text: string, from: number, tokens: Tokens, vocabulary: Vocabulary): number {
  let hash = EMPTY_HASH;
  let at = from;
  let uppers = 0;
  let letters = 0;
  let digits = 0;
  const isCapital = isUpper(foldedCode(text, from));
  for (; at < text.length; at++) {
    const sign = foldedCode(text, at);
    const sort = sortOf(sign);
    if (sort === LETTER) {
      letters++;
      if (isUpper(sign)) uppers++;
    } else if (sort === DIGIT) digits++;
    else if (
      !joinsLetters(sign) ||
      !isWordly(sortAt(text, at + 1)) ||
      (isCapital && isPossessive(text, at, hash, vocabulary))
    )
      break;
    hash = addCode(hash, lowered(sign));
  }
  let shape = isCapital ? SHAPE.capital : 0;
  if (uppers > (isCapital ? 1 : 0) && uppers < letters) shape |= SHAPE.inner;
  if (uppers === letters && letters > 1) shape |= SHAPE.allCaps;
  if (digits > 0) shape |= SHAPE.digits;
  addWord(tokens, from, at, hash, shape, vocabulary);
  return at;
}

/** Rollbar's is Rollbar; It's is a word of its own. */
const isPossessive = (text: string, at: number, hash: number, { words }: Vocabulary): boolean =>
  foldedCode(text, at) === APOSTROPHE &&
  lowered(foldedCode(text, at + 1)) === LETTER_S &&
  !isWordly(sortAt(text, at + 2)) &&
  meaningIn(entryOf(words, addCode(addCode(hash, APOSTROPHE), LETTER_S))) === 0;

function addWord(tokens: Tokens, from: number, end: number, hash: number, looks: number, vocabulary: Vocabulary): void {
  const entry = entryOf(vocabulary.words, hash);
  const meaning = meaningIn(entry);
  const known = knownIn(entry);
  const group = groupIn(entry);
  const isOrdinary = meaning !== 0 || group !== 0 || (known & ORDINARY) !== 0;
  const isProduct = (known & PRODUCT) !== 0;
  const shape = looks | (isProduct ? SHAPE.product : 0) | (isOrdinary ? SHAPE.ordinary : 0);
  const isCapital = (shape & (SHAPE.capital | SHAPE.inner)) !== 0;
  const kind =
    isProduct && (isCapital || !isOrdinary) ? KIND.name : isOrdinary ? KIND.word : isCapital ? KIND.name : KIND.unknown;
  const feature = kind === KIND.word ? hash : kind === KIND.name ? NAME_HASH : UNKNOWN_HASH;
  add(tokens, from, end, kind, feature, hash, shape);
  if (kind !== KIND.word) return;
  tokens.meaning[tokens.count - 1] = meaning;
  tokens.group[tokens.count - 1] = group;
}

function readNumber(text: string, from: number, tokens: Tokens, vocabulary: Vocabulary): number {
  let at = from;
  while (at < text.length) {
    const sign = foldedCode(text, at);
    if (sortOf(sign) !== DIGIT && !(joinsDigits(sign) && sortAt(text, at + 1) === DIGIT)) break;
    at++;
  }
  const before = from > 0 ? foldedCode(text, from - 1) : 0;
  const isMoney = isCurrency(before);
  const after = at < text.length ? foldedCode(text, at) : 0;
  if (after === PERCENT) at++;
  if (sortOf(after) === LETTER) return afterDigits(text, from, at, isMoney, tokens, vocabulary);
  add(tokens, from, at, isMoney ? KIND.money : KIND.number, isMoney ? MONEY_HASH : NUMBER_HASH, 0, SHAPE.digits);
  return at;
}

/** 12k, 3pm, 1password, 365Dev: digits with letters right behind them. */
function afterDigits(
  text: string,
  from: number,
  at: number,
  isMoney: boolean,
  tokens: Tokens,
  vocabulary: Vocabulary,
): number {
  let end = at;
  let hash = EMPTY_HASH;
  while (isWordly(sortAt(text, end))) end++;
  for (let each = from; each < end; each++) hash = addCode(hash, lowered(foldedCode(text, each)));
  const unit = end - at;
  if (unit <= 2 || isMoney) {
    const isK =
      unit === 1 && (lowered(foldedCode(text, at)) === code('k') || lowered(foldedCode(text, at)) === code('m'));
    const money = isMoney || isK;
    add(tokens, from, end, money ? KIND.money : KIND.number, money ? MONEY_HASH : NUMBER_HASH, hash, SHAPE.digits);
    return end;
  }
  addWord(tokens, from, end, hash, SHAPE.digits | (isUpper(foldedCode(text, at)) ? SHAPE.inner : 0), vocabulary);
  return end;
}

function readHan(from: number, sign: number, tokens: Tokens): number {
  const hash = addCode(EMPTY_HASH, sign);
  add(tokens, from, from + 1, KIND.han, hash, sign, 0);
  return from + 1;
}

function readMark(text: string, from: number, sign: number, tokens: Tokens): number {
  if (sign === AT && isWordly(sortAt(text, from + 1))) {
    let end = from + 1;
    while (isWordly(sortAt(text, end)) || sortAt(text, end) === HAN) end++;
    add(tokens, from, end, KIND.person, PERSON_HASH, 0, 0);
    return end;
  }
  if (isCurrency(sign)) return from + 1;
  const hash = addCode(EMPTY_HASH, sign);
  add(tokens, from, from + 1, KIND.mark, hash, hash, 0);
  return from + 1;
}

/** Finds the Chinese words that have a meaning, and apart from these those that have a group, and marks where they begin. */
function findHanWords(tokens: Tokens, vocabulary: Vocabulary): void {
  eachHanWord(tokens, vocabulary, meaningIn, (from, length, meaning) => {
    tokens.meaning[from] = meaning;
    for (let at = from + 1; at < from + length; at++) tokens.shape[at] = (tokens.shape[at] ?? 0) | SHAPE.inWord;
  });
  eachHanWord(tokens, vocabulary, groupIn, (from, _, group) => {
    tokens.group[from] = group;
  });
}

/** Calls `visit` for each Chinese word in whose entry `partIn` finds something, the longest first; they do not overlap. */
function eachHanWord(
  tokens: Tokens,
  { han, longestHan }: Vocabulary,
  partIn: (entry: number) => number,
  visit: (from: number, length: number, part: number) => void,
): void {
  for (let from = 0; from < tokens.count; ) {
    const longest = tokens.kind[from] === KIND.han ? (longestHan[charOf(tokens, from)] ?? 0) : 0;
    let hash = EMPTY_HASH;
    let length = 0;
    let found = 0;
    for (let size = 1; size <= longest && isHanAt(tokens, from, size); size++) {
      hash = addCode(hash, charOf(tokens, from + size - 1));
      const part = partIn(entryOf(han, hash));
      if (part !== 0) [length, found] = [size, part];
    }
    if (length > 0) visit(from, length, found);
    from += Math.max(1, length);
  }
}

/** Whether the run of Chinese characters from `from` on is at least so long. */
const isHanAt = ({ kind, start, count }: Tokens, from: number, size: number): boolean =>
  from + size <= count &&
  kind[from + size - 1] === KIND.han &&
  start[from + size - 1] === (start[from] ?? 0) + size - 1;

const charOf = (tokens: Tokens, at: number): number => tokens.spelled[at] ?? 0;
