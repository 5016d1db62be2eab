import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, everydayDigits, formatMoney, isCurrency, major, money } from '#domain/money.ts';

const ALL = Intl.supportedValuesOf('currency');

describe('currencies', () => {
  it.each(['USD', 'TWD', 'EUR', 'JPY'])('knows %s', (code) => expect(isCurrency(code)).toBe(true));
  it.each(['usd', 'NTD', '', 'US', 'constructor', 'US$'])('does not take %j for a code', (code) =>
    expect(isCurrency(code)).toBe(false),
  );

  it('keeps the decimals that stored amounts rely on, whatever Node ships', () => {
    const withDigits = (digits: number) => ALL.filter((code) => everydayDigits(code) === digits).join(' ');
    for (const code of ['TWD', 'JPY', 'KRW', 'HUF', 'IDR', 'VND']) expect(everydayDigits(code)).toBe(0);
    expect(withDigits(0)).toBe(
      'AFN ALL BIF CLP COP DJF GNF HUF IDR IQD IRR ISK JPY KMF KPW KRW LAK LBP MGA MMK PKR PYG RWF SLL SOS SYP TWD UGX VND VUV XAF XOF XPF YER',
    );
    expect(withDigits(3)).toBe('BHD JOD KWD LYD OMR TND');
  });
});

describe('money', () => {
  it.each([
    [1.005, 'USD', 101],
    [1200.5, 'USD', 120_050],
    [1200.5, 'TWD', 1201],
    [-1200.5, 'TWD', -1201],
    [0.1 + 0.2, 'EUR', 30],
    [1e-7, 'USD', 0],
    [-0, 'USD', 0],
    [1.0005, 'KWD', 1001],
    [1e12, 'KWD', 1e15],
  ])('holds %d %s as %d', (amount, currency, minor) => expect(money(amount, currency)).toEqual({ minor, currency }));

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e15, -1e15, 1e21, 1e300])('refuses to hold %d dollars', (amount) =>
    expect(() => money(amount, 'USD')).toThrow(RangeError),
  );

  it('gives back the amount it was made from', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), fc.constantFrom(...ALL), (minor, currency) => {
        expect(money(major({ minor, currency }), currency)).toEqual({ minor, currency });
      }),
    );
  });
});

describe('convert', () => {
  const rates = { USD: 1, TWD: 0.03, EUR: 1.08, BAD: 0, WORSE: Number.NaN };

  it('goes into, out of and between foreign currencies', () => {
    expect(convert(money(38_000, 'TWD'), 'USD', rates)).toEqual({ ok: true, money: money(1140, 'USD') });
    expect(convert(money(1140, 'USD'), 'TWD', rates)).toEqual({ ok: true, money: money(38_000, 'TWD') });
    expect(convert(money(100, 'EUR'), 'TWD', rates)).toEqual({ ok: true, money: money(3600, 'TWD') });
  });

  it('names the currency it has no rate for', () => {
    expect(convert(money(1, 'GBP'), 'USD', rates)).toEqual({ ok: false, unknownRate: 'GBP' });
    expect(convert(money(1, 'USD'), 'GBP', rates)).toEqual({ ok: false, unknownRate: 'GBP' });
  });

  it.each(['BAD', 'WORSE', 'constructor'])('takes no worthless rate (%s)', (to) =>
    expect(convert(money(1, 'USD'), to, rates)).toEqual({ ok: false, unknownRate: to }),
  );

  it('needs no rate to stay where it is', () =>
    expect(convert(money(5, 'GBP'), 'GBP', {})).toEqual({ ok: true, money: money(5, 'GBP') }));

  it('never leaves the safe integers', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (minor, rate) => {
        const result = convert({ minor, currency: 'USD' }, 'IDR', { USD: rate, IDR: 1 / rate });
        expect(result.ok && Number.isSafeInteger(result.money.minor)).toBe(true);
      }),
    );
  });
});

describe('formatMoney', () => {
  it.each([
    [1200, 'USD', 'US$1,200'],
    [1200.5, 'USD', 'US$1,200.50'],
    [38_000, 'TWD', 'NT$38,000'],
    [1200, 'EUR', '€1,200'],
    [1200, 'JPY', 'JP¥1,200'],
    [1200, 'CNY', 'CN¥1,200'],
    [9000, 'HUF', 'HUF\u00a09,000'],
    [1.25, 'KWD', 'KWD\u00a01.250'],
    [-1200, 'USD', '-US$1,200'],
    [0, 'TWD', 'NT$0'],
    [999_999_999_999.99, 'USD', 'US$999,999,999,999.99'],
  ])('writes %d %s as %s in both languages', (amount, currency, written) => {
    expect(formatMoney(money(amount, currency), 'en')).toBe(written);
    expect(formatMoney(money(amount, currency), 'zh-TW')).toBe(written);
  });

  it('never writes two currencies alike', () => {
    const written = ALL.map((currency) =>
      formatMoney({ minor: 1000 * 10 ** everydayDigits(currency), currency }, 'en'),
    );
    expect(new Set(written).size).toBe(ALL.length);
  });
});
