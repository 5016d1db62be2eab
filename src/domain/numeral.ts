/** Digits with what may stand between them; a space only before exactly three digits. */
const DIGITS = String.raw`(?:\d+(?:[.,']\d+| \d{3}(?!\d))*|(?<![.,])\.\d+)`;
const MULTIPLIER = String.raw`\s*(?:k|thousand|m|mio|million|b|bn|billion|hundred)(?![a-z])`;
const VARIANTS = '〇零两二兩二万萬亿億壹一貳二贰二參三叁三肆四伍五陸六陆六柒七捌八玖九拾十佰百仟千';
/** Chinese numerals, but not the one in "a year" or "a month". */
const CHINESE = String.raw`(?!一\s*(?:年|個月|个月))[零〇一二兩两三四五六七八九十百千萬万億亿壹貳贰參叁肆伍陸陆柒捌玖拾佰仟]`;
const TAIL = String.raw`(?:(?!1\s*(?:年|個月|个月))${DIGITS}|\s+${DIGITS}(?=\s*[十百千萬万]))`;

/** One number as people write it: 1,200.50, 12k, 3.5 萬, 3萬5, 一萬二. Sticky: set `lastIndex` before use. */
export const NUMERAL = new RegExp(
  `${DIGITS}${MULTIPLIER}|(?:${DIGITS}|(?:${CHINESE})+)(?:\\s*(?:${CHINESE})+${TAIL}?)*`,
  'iuy',
);

const MULTIPLIERS: readonly [RegExp, number][] = [
  [/\s*(?:k|thousand)$/i, 1e3],
  [/\s*(?:m|mio|million)$/i, 1e6],
  [/\s*(?:b|bn|billion)$/i, 1e9],
  [/\s*hundred$/i, 100],
];
const CHINESE_UNITS: readonly [sign: string, size: number][] = [
  ['億', 1e8],
  ['萬', 1e4],
  ['千', 1000],
  ['百', 100],
  ['十', 10],
];
const CHINESE_DIGITS = '零一二三四五六七八九';

/** The ways to write groups of thousands and decimals, each sure of itself: what fits two of them is ambiguous. */
const GROUPED = /^[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\.\d{3})+|(?: \d{3})+|(?:'\d{3})+)$/;
const GROUPED_THEN_POINT = /^[1-9]\d{0,2}(?:(?:,\d{3})+\.\d+|(?:[ ']\d{3})+\.(?:\d\d?|\d{4,}))$/;
const GROUPED_THEN_COMMA = /^[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:[ ']\d{3})+,(?:\d\d?|\d{4,}))$/;
const POINT = /^\d*\.\d+$/;
const COMMA = /^\d+,\d+$/;

const withoutMarks = (digits: string): number => Number(digits.replace(/[., ']/g, ''));
const decimalPoint = (digits: string): number => Number(digits.replace(/[, ']/g, ''));
const decimalComma = (digits: string): number => Number(digits.replace(/[. ']/g, '').replace(',', '.'));

/** 1,200 is one thousand two hundred; but 1.200 and 12,5 could each be two things. */
function digitReadings(digits: string): number[] {
  if (/^\d+$/.test(digits) || (GROUPED.test(digits) && !POINT.test(digits))) return [withoutMarks(digits)];
  if (GROUPED.test(digits)) return [withoutMarks(digits), decimalPoint(digits)];
  if (POINT.test(digits) || GROUPED_THEN_POINT.test(digits)) return [decimalPoint(digits)];
  if (COMMA.test(digits)) return [decimalComma(digits), withoutMarks(digits)];
  return GROUPED_THEN_COMMA.test(digits) ? [decimalComma(digits)] : [];
}

function plainReadings(text: string): number[] {
  const digit = text.length === 1 ? CHINESE_DIGITS.indexOf(text) : -1;
  return digit >= 0 ? [digit] : digitReadings(text);
}

/**
 * What follows a unit. One digit alone stands for the next lower unit, as in 三千五 (3,500), unless more follows
 * the whole; after 零 it stands for itself, as in 一萬零二 (10,002).
 */
function tailReadings(text: string, size: number, isLast: boolean): number[] {
  if (text === '') return [0];
  if (text.startsWith('零')) return chineseReadings(text.slice(1), false).filter((value) => value < size / 10);
  if (size > 10 && /^[1-9一二三四五六七八九]$/.test(text)) {
    return isLast ? plainReadings(text).map((digit) => (digit * size) / 10) : [];
  }
  const isTooShort = /^\d+$/.test(text) && text.length < Math.log10(size) - 1;
  if (isTooShort || /[.,' ]/.test(text)) return [];
  return chineseReadings(text, isLast).filter((value) => value < size);
}

function coefficientReadings(text: string, size: number): number[] {
  if (size >= 1e4) return text === '' ? [] : chineseReadings(text, false);
  return text === '' ? [1] : plainReadings(text);
}

function chineseReadings(text: string, isLast: boolean): number[] {
  const unit = CHINESE_UNITS.find(([sign]) => text.includes(sign));
  if (!unit) return plainReadings(text);
  const [sign, size] = unit;
  const cut = text.indexOf(sign);
  const tails = tailReadings(text.slice(cut + 1), size, isLast);
  return coefficientReadings(text.slice(0, cut), size).flatMap((coefficient) =>
    tails.filter((tail) => tail === 0 || Number.isInteger(coefficient)).map((tail) => coefficient * size + tail),
  );
}

const standardChinese = (text: string): string =>
  text.replace(/\s+(?=[^\d])|(?<=[^\d.,'])\s+/gu, '').replace(/\p{Script=Han}|〇/gu, (sign) => {
    const variant = VARIANTS.indexOf(sign);
    return variant >= 0 && variant % 2 === 0 ? VARIANTS.charAt(variant + 1) : sign;
  });

/** Every value that a written number may have: none when it follows no custom, several when it fits more than one. */
export function numeralReadings(written: string): number[] {
  const multiplier = MULTIPLIERS.find(([pattern]) => pattern.test(written));
  if (multiplier) {
    const [pattern, size] = multiplier;
    return digitReadings(written.replace(pattern, '')).map((value) => value * size);
  }
  return [...new Set(chineseReadings(standardChinese(written), true))];
}

/** 三四萬 and 三五萬 are ranges, not numbers. */
export const isSpread = (written: string): boolean =>
  /[一二三四五六七八九]{2}[十百千萬億]/.test(standardChinese(written));
