import { CURRENCY_SIGNS, type Currency, isCurrency } from './money.ts';
import { isSpread, NUMERAL, numeralReadings } from './numeral.ts';

/**
 * What a sign says about the currency. `alone` lists what it may mean by itself, the likeliest first; `beside` lists
 * the currencies that it goes with once another sign names one, as 元 does in "USD 1,200 元".
 */
export type Sign = { alone: readonly Currency[]; beside: readonly Currency[] };
export type AmountWord =
  | { type: 'number'; readings: number[]; isSpread: boolean }
  | { type: 'currency'; sign: Sign }
  | { type: WordType }
  | { type: 'foreign'; looksLikeCurrency: boolean };
type WordType =
  | 'filler'
  | 'yearly'
  | 'monthly'
  | 'other-period'
  | 'per-person'
  | 'count'
  | 'times'
  | 'range'
  | 'dash'
  | 'tilde';

const DOLLARS = ['USD', 'TWD', 'CAD', 'AUD', 'HKD', 'SGD', 'NZD', 'MXN'];
const YUAN = ['TWD', 'CNY', 'HKD', 'MOP'];
const SHARED_SIGNS: readonly [names: string, sign: Sign][] = [
  ['$|dollars|dollar|bucks', { alone: DOLLARS, beside: DOLLARS }],
  ['元|圓|圆|塊錢|塊|块钱|块', { alone: YUAN, beside: [...YUAN, ...DOLLARS, 'EUR', 'JPY', 'KRW'] }],
  ['¥', { alone: ['JPY', 'CNY'], beside: ['JPY', 'CNY'] }],
  ['kr', { alone: ['SEK', 'NOK', 'DKK', 'ISK'], beside: ['SEK', 'NOK', 'DKK', 'ISK'] }],
];
/** Names beside the ISO codes and the signs that `formatMoney` writes. */
const NAMES: Readonly<Record<Currency, string>> = {
  TWD: 'ntd|nt|nt dollars|new taiwan dollars|新台幣|新臺幣|台幣|臺幣|新台币|台币',
  USD: 'us dollars|us dollar|美金|美元',
  HKD: '港幣|港元|港币',
  SGD: 'sg$|新加坡幣|新幣|坡幣',
  CAD: 'c$|加幣|加元',
  AUD: 'au$|澳幣|澳元',
  NZD: '紐幣|紐元',
  EUR: 'euros|euro|歐元|欧元',
  GBP: 'pounds|pound|英鎊|英镑',
  JPY: 'yen|日圓|日元|日幣|円',
  CNY: 'rmb|renminbi|yuan|人民幣|人民币',
  KRW: 'won|韓元|韓圜|韓幣',
  INR: 'rupees|rupee|盧比',
  THB: 'baht|泰銖',
  VND: '越南盾|越盾',
  IDR: 'rp|印尼盾',
  MYR: 'rm|馬幣|令吉',
  CHF: '瑞士法郎',
};
/** Codes that are English words too count only in capitals: "all 1200" is not in Albanian lek. */
const CODES_LIKE_WORDS = new Set('ALL ANG BAM BOB CUP GEL MAD MOP PEN SOS TOP TRY'.split(' '));

const only = (currency: Currency): Sign => ({ alone: [currency], beside: [currency] });
const named = (names: string, sign: Sign): [string, Sign][] => names.split('|').map((name) => [name, sign]);
const signs = new Map<string, Sign>([
  ...SHARED_SIGNS.flatMap(([names, sign]) => named(names, sign)),
  ...Object.entries(CURRENCY_SIGNS).map(([currency, sign]): [string, Sign] => [sign.toLowerCase(), only(currency)]),
  ...Object.entries(NAMES).flatMap(([currency, names]) => named(names, only(currency))),
]);
const signPattern = [...signs.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll('$', '\\$') + (/[a-z]$/.test(name) ? '(?![a-z])' : ''))
  .join('|');
const CURRENCY = new RegExp(`${signPattern}|[a-z]{3}(?![a-z])`, 'iuy');

function readSign(written: string): Sign | undefined {
  const known = signs.get(written.toLowerCase());
  if (known) return known;
  const code = written.toUpperCase();
  const isWord = CODES_LIKE_WORDS.has(code) && written !== code;
  return isCurrency(code) && !isWord ? only(code) : undefined;
}

const words = (pattern: string): RegExp => new RegExp(`(?:${pattern})`, 'iuy');
const PER = String.raw`(?:\/|(?:per|an?|each|every)\s)\s*`;
const COUNTED = '(?:users?|seats?|persons?|people|heads?|members?|employees?|licen[sc]es?)(?![a-z])';
/** Tried in this order at each place of the text, before numbers: "一年" holds a numeral, "一共" too. */
const WORDS: readonly [WordType, RegExp][] = [
  ['filler', words(String.raw`\s+|[.,](?!\d)|[;:!?。、]|(?:billed|paid)\s+(?:annually|yearly)(?![a-z])`)],
  ['monthly', words(String.raw`(?:${PER}|(?:1|one)\s*)(?:month|mo|mth)(?![a-z])|(?:billed |paid )?monthly(?![a-z])`)],
  ['monthly', words(String.raw`(?:每|\/\s*)(?:個|个)?月|(?:一|1\s*)(?:個|个)月|月費`)],
  ['yearly', words(String.raw`(?:${PER}|(?:1|one)\s*)?(?:year|yr|annum)(?![a-z])|\/\s*y(?![a-z])|p\.?a\b\.?`)],
  ['yearly', words(String.raw`yearly(?![a-z])|annual(?:ly)?(?![a-z])|(?:每|一\s*|1\s*|\/\s*)?年(?:費|繳|付)?`)],
  ['other-period', words(String.raw`\d{1,2}[\s-]*(?:years?|yrs?|months?|quarters?|weeks?|days?)(?![a-z])`)],
  [
    'other-period',
    words(String.raw`(?:\d{1,2}|[二兩两三四五六七八九十半]+)\s*(?:年|(?:個|个)?月|季|週|周|天|日(?![圓元幣]))`),
  ],
  [
    'other-period',
    words(String.raw`${PER}(?:quarter|week|wk|day|hour|hr|h|q)(?![a-z])|(?:每|\/\s*|一)(?:季|週|周|天|日)`),
  ],
  ['other-period', words('(?:quarterly|weekly|daily|hourly|one[- ]?time|one[- ]off|once)(?![a-z])|一次性?')],
  ['per-person', words(String.raw`${PER}${COUNTED}|(?:each|apiece)(?![a-z])|(?:每|\/\s*|一)(?:個|个)?(?:人|位|席)`)],
  ['count', words(`${COUNTED}|(?:個|个)?(?:人|位|席)|帳號`)],
  ['times', words('(?:x|times)(?![a-z])|[×*]|乘以?')],
  ['filler', words('(?:about|around|approximately|approx|roughly|circa|maybe|perhaps|probably)(?![a-z])|[≈=]')],
  ['filler', words('(?:say|estimated|est|or so|in total|total)(?![a-z])|差不多|左右|上下|可能|應該|大概是?|大約是?')],
  ['filler', words('約莫|約|约|將近|接近|近|估計|預估|預計|預算|費用|總共|一共|共|含稅|整|吧|是')],
  ['range', words('(?:to|or|until|between|from|starting at|up to|under|below|over|above|max|min)(?![a-z])')],
  ['range', words('(?:less than|more than|at most|at least)(?![a-z])|不到|低於|少於|不超過|最多|至多|至少|超過|上限')],
  ['range', words(String.raw`以上|以下|以內|到|至|或|起|多|幾|几|數(?=[十百千萬])|[<>≤≥]|(?<=\S)\+`)],
  ['dash', words('-|(?:minus|negative)(?![a-z])|負|负')],
  ['tilde', words('~')],
];
const FOREIGN = /[a-z]+|./iuy;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function wordAt(text: string, at: number): { word: AmountWord; length: number } {
  const written = matchAt(CURRENCY, text, at) ?? '';
  const sign = readSign(written);
  if (sign) return { word: { type: 'currency', sign }, length: written.length };
  for (const [type, pattern] of WORDS) {
    const length = matchAt(pattern, text, at)?.length;
    if (length) return { word: { type }, length };
  }
  const numeral = matchAt(NUMERAL, text, at);
  if (numeral) {
    const word = { type: 'number' as const, readings: numeralReadings(numeral), isSpread: isSpread(numeral) };
    return { word, length: numeral.length };
  }
  const foreign = matchAt(FOREIGN, text, at) ?? text.charAt(at);
  return {
    word: { type: 'foreign', looksLikeCurrency: /^(?:[A-Z]{3}|\p{Sc}|幣)$/u.test(foreign) },
    length: foreign.length,
  };
}

/** Splits normalised text into words, dropping those that change nothing. Never fails: the rest comes out as foreign. */
export function amountWords(text: string): AmountWord[] {
  const found: AmountWord[] = [];
  for (let at = 0; at < text.length; ) {
    const { word, length } = wordAt(text, at);
    if (word.type !== 'filler') found.push(word);
    at += length;
  }
  return found;
}
