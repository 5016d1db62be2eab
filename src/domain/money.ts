/** An ISO 4217 code in capitals. Text from outside becomes one through `isCurrency`. */
export type Currency = string;

/**
 * `minor` is a whole number of the smallest everyday unit (see `everydayDigits`): cents for USD,
 * whole dollars for TWD, although ISO 4217 gives TWD two decimals: nobody prices a tool in its cents.
 */
export type Money = { minor: number; currency: Currency };

/** What one unit of each currency is worth in the workspace currency, which is itself listed, at 1. */
export type Rates = Readonly<Record<Currency, number>>;

/**
 * Currencies with decimals in ISO 4217 that nobody uses. They are listed rather than asked of `Intl`, because
 * `Intl` follows ISO or CLDR depending on the Node version, and stored amounts must keep their meaning.
 */
const WHOLE_UNITS_ONLY = new Set('TWD AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR SLL SOS SYP YER'.split(' '));

/** Signs with only one meaning, so that US$ and NT$ side by side cannot be mixed up, in either language. */
export const CURRENCY_SIGNS: Readonly<Record<Currency, string>> = {
  USD: 'US$',
  TWD: 'NT$',
  HKD: 'HK$',
  SGD: 'S$',
  CAD: 'CA$',
  AUD: 'A$',
  NZD: 'NZ$',
  MXN: 'MX$',
  BRL: 'R$',
  EUR: '€',
  GBP: '£',
  JPY: 'JP¥',
  CNY: 'CN¥',
  KRW: '₩',
  INR: '₹',
  VND: '₫',
  PHP: '₱',
  THB: '฿',
  ILS: '₪',
};

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export const isCurrency = (text: string): text is Currency => currencies.has(text);

const digitsOf = new Map<Currency, number>();

/** How many decimals people write: none for TWD, JPY, KRW, HUF, IDR, VND and the like, three for KWD, else two. */
export function everydayDigits(currency: Currency): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  const digits = WHOLE_UNITS_ONLY.has(currency) ? 0 : maximumFractionDigits;
  digitsOf.set(currency, digits);
  return digits;
}

/** Moves the decimal point in the written number, so that 1.005 becomes 100.5 and not 100.49999. */
const shifted = (amount: number, digits: number): number => (amount < 1e-6 ? 0 : Number(`${amount}e${digits}`));

const rounded = (amountMajor: number, currency: Currency): number =>
  Math.sign(amountMajor) * Math.round(shifted(Math.abs(amountMajor), everydayDigits(currency))) + 0;

/**
 * Rounds halves away from zero.
 * @throws {RangeError} when the amount is no number, or its minor units pass Number.MAX_SAFE_INTEGER.
 */
export function money(amountMajor: number, currency: Currency): Money {
  const minor = rounded(amountMajor, currency);
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${amountMajor} ${currency} cannot be held exactly`);
  return { minor, currency };
}

/** The amount in whole units: 1200.5 for US$1,200.50. */
export const major = ({ minor, currency }: Money): number => minor / 10 ** everydayDigits(currency);

const rateOf = (currency: Currency, rates: Rates): number | undefined => {
  const rate = Object.hasOwn(rates, currency) ? rates[currency] : undefined;
  return rate !== undefined && Number.isFinite(rate) && rate > 0 ? rate : undefined;
};

/**
 * Refuses with the first currency that has no positive rate. Needs no rate when nothing changes.
 * A result too large to hold exactly stops at Number.MAX_SAFE_INTEGER: still above every threshold.
 */
export function convert(
  from: Money,
  to: Currency,
  rates: Rates,
): { ok: true; money: Money } | { ok: false; unknownRate: Currency } {
  if (from.currency === to) return { ok: true, money: from };
  const fromRate = rateOf(from.currency, rates);
  if (fromRate === undefined) return { ok: false, unknownRate: from.currency };
  const toRate = rateOf(to, rates);
  if (toRate === undefined) return { ok: false, unknownRate: to };
  const minor = rounded((major(from) * fromRate) / toRate, to);
  const held = Number.isSafeInteger(minor) ? minor : Math.sign(from.minor) * Number.MAX_SAFE_INTEGER;
  return { ok: true, money: { minor: held, currency: to } };
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay: 'stripIfInteger',
  });
  formats.set(key, format);
  return format;
}

/** US$1,200, US$1,200.50, NT$38,000, HUF 9,000 (with a space that does not break): decimals only when there are any. */
export function formatMoney(amount: Money, locale: 'en' | 'zh-TW'): string {
  const number = numberFormat(locale, everydayDigits(amount.currency)).format(Math.abs(major(amount)));
  const sign = CURRENCY_SIGNS[amount.currency] ?? `${amount.currency}\u00a0`;
  return `${amount.minor < 0 ? '-' : ''}${sign}${number}`;
}
