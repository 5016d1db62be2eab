import { type AmountWord, amountWords, type Sign } from './amount-words.ts';
import { type Currency, everydayDigits, type Money, money } from './money.ts';

/** Why nobody can tell the amount. A single bound ("over 5k") is a `range` too. */
export type AmountObstacle =
  | 'no-number'
  | 'negative'
  | 'several-numbers'
  | 'range'
  | 'per-person'
  | 'other-period'
  | 'not-a-currency'
  | 'not-understood'
  | 'too-large';

/** `monthly-times-12`: the amount was given by the month; the money is for the year. */
type AmountNote = { note?: 'monthly-times-12' };

export type AmountRead =
  | ({ kind: 'amount'; money: Money } & AmountNote)
  | { kind: 'unknown' }
  /** Two or more different amounts, to choose from. */
  | ({ kind: 'ambiguous'; readings: Money[] } & AmountNote)
  | { kind: 'unreadable'; why: AmountObstacle };

/** More is a slip of the keyboard. In whole units of any currency; what cannot be held exactly is too large too. */
const AMOUNT_MAJOR_MAX = 1e12;
/** An amount is a few words; a longer text is something else. */
const TYPED_CHARS_MAX = 200;

const UNKNOWN_ENGLISH =
  /^(?:(?:still |currently )?(?:unknown|unsure|undecided|not (?:sure|known|decided)|no (?:idea|clue))|(?:i )?(?:don'?t|do not) know|dunno|idk|tb[adc]|n\/?a)(?: yet| at all)?$/;
const UNKNOWN_CHINESE =
  /^(?:我)?(?:目前|暫時|現在)?(?:還|还|尚)?(?:不太?(?:知道|清楚|確定|确定|曉得)|未知|未定|未確定|待定|待確認|沒有?(?:概念|想法|頭緒)|没有?概念)(?:耶|欸|呢|啦|喔|吧)?$/;

const isUnknown = (text: string): boolean => {
  const phrase = text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s.,!?。~-]+$/, '')
    .trim();
  return phrase === '' || UNKNOWN_ENGLISH.test(phrase) || UNKNOWN_CHINESE.test(phrase);
};

/** Full width to half width, one kind of dash and apostrophe, no brackets around plain words, lines kept apart. */
const normalised = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[〜∼]/g, '~')
    .replace(/[‘’]/g, "'")
    .replace(/\(([^()\d]*)\)/g, ' $1 ')
    .replace(/\s*[\r\n]\s*/g, ' ; ');

const isNumber = (word: AmountWord) => word.type === 'number';
const has =
  (...types: AmountWord['type'][]) =>
  (words: AmountWord[]): boolean =>
    words.some((word) => types.includes(word.type));
const numberCount = (words: AmountWord[]): number => words.filter(isNumber).length;
const beforeNumbers = (words: AmountWord[]) => words.slice(0, words.findIndex(isNumber));
const betweenNumbers = (words: AmountWord[]) => words.slice(words.findIndex(isNumber), words.findLastIndex(isNumber));
const afterNumbers = (words: AmountWord[]) => words.slice(words.findLastIndex(isNumber) + 1);

/** What each obstacle looks like; the first that is met is told. */
const OBSTACLES: readonly [AmountObstacle, (words: AmountWord[]) => boolean][] = [
  ['no-number', (words) => numberCount(words) === 0],
  ['negative', (words) => has('dash')(beforeNumbers(words))],
  ['several-numbers', (words) => numberCount(words) > 2 || (numberCount(words) === 2 && has('times', 'count')(words))],
  ['range', (words) => has('range')(words) || has('dash', 'tilde')(betweenNumbers(words))],
  ['range', (words) => words.some((word) => word.type === 'number' && word.isSpread)],
  ['several-numbers', (words) => numberCount(words) > 1],
  ['per-person', has('per-person')],
  ['other-period', has('other-period')],
  ['not-a-currency', (words) => words.some((word) => word.type === 'foreign' && word.looksLikeCurrency)],
  ['not-understood', (words) => has('foreign', 'times', 'count')(words) || has('dash', 'tilde')(afterNumbers(words))],
  ['not-understood', (words) => words.some((word) => word.type === 'number' && word.readings.length === 0)],
];

/**
 * The currencies that the signs may mean. A shared sign ($, 元, ¥) means the fallback when it can; otherwise the sign
 * and the fallback disagree, and both are offered.
 */
function currenciesMeant(signs: Sign[], fallback: Currency): Currency[] {
  const named = [...new Set(signs.flatMap(({ alone }) => (alone.length === 1 ? alone : [])))];
  const [first] = named;
  if (first !== undefined) {
    const atOdds = signs.filter(({ beside }) => !named.some((currency) => beside.includes(currency)));
    return [...named, ...atOdds.flatMap(({ alone }) => alone.slice(0, 1))];
  }
  const [shared] = signs;
  if (!shared) return [fallback];
  const common = shared.alone.filter((currency) => signs.every(({ beside }) => beside.includes(currency)));
  if (common.includes(fallback)) return [fallback];
  return [...(common.length > 0 ? common : shared.alone).slice(0, 1), fallback];
}

function readWords(words: AmountWord[], fallback: Currency): AmountRead {
  const obstacle = OBSTACLES.find(([, isMet]) => isMet(words));
  if (obstacle) return { kind: 'unreadable', why: obstacle[0] };
  const factors = has('monthly')(words) ? (has('yearly')(words) ? [12, 1] : [12]) : [1];
  const values = words.flatMap((word) => (word.type === 'number' ? word.readings : []));
  const amounts = values.flatMap((value) => factors.map((factor) => value * factor));
  const signs = words.flatMap((word) => (word.type === 'currency' ? [word.sign] : []));
  const note: AmountNote = factors[0] === 12 ? { note: 'monthly-times-12' } : {};
  return chosen(amounts, currenciesMeant(signs, fallback), note);
}

function chosen(amounts: number[], currencies: Currency[], note: AmountNote): AmountRead {
  const isTooLarge = (amount: number, currency: Currency) =>
    amount > AMOUNT_MAJOR_MAX || amount * 10 ** everydayDigits(currency) > Number.MAX_SAFE_INTEGER;
  if (currencies.some((currency) => amounts.some((amount) => isTooLarge(amount, currency)))) {
    return { kind: 'unreadable', why: 'too-large' };
  }
  const all = currencies.flatMap((currency) => amounts.map((amount) => money(amount, currency)));
  const readings = [...new Map(all.map((reading) => [`${reading.minor} ${reading.currency}`, reading])).values()];
  const [first, second] = readings;
  if (first && !second) return { kind: 'amount', money: first, ...note };
  return { kind: 'ambiguous', readings, ...note };
}

/**
 * Reads a yearly cost as people write it, in English or Chinese: `12k`, `約 3 萬`, `US$1,200.50`, `100/月`. Strict: one
 * word it does not know and it does not guess. `fallback` is the currency chosen beside the field. Without a sign it is
 * meant; a bare `$` means it too if it is a dollar (USD, TWD, CAD, AUD, HKD, SGD, NZD, MXN), else US dollars and the
 * fallback are both offered; 元 does the same for TWD, CNY, HKD and MOP. Decimals finer than the currency's everyday
 * digits are rounded. Never throws for any text.
 */
export function readAmount(typed: string, fallback: Currency): AmountRead {
  const trimmed = typed.trim();
  // NFKC would make 10³ into 103, and ½ into 1⁄2.
  if (trimmed.length > TYPED_CHARS_MAX || /\p{No}/u.test(trimmed)) return { kind: 'unreadable', why: 'not-understood' };
  const text = normalised(trimmed);
  return isUnknown(text) ? { kind: 'unknown' } : readWords(amountWords(text), fallback);
}
