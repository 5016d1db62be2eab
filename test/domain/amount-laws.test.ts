import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount } from '#domain/amount.ts';
import { everydayDigits, formatMoney, money } from '#domain/money.ts';

describe('laws of reading', () => {
  const anyCurrency = fc.constantFrom(...Intl.supportedValuesOf('currency'));
  const anyLocale = fc.constantFrom<'en' | 'zh-TW'>('en', 'zh-TW');

  it('what Tandem writes, it reads back, whatever the fallback', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        anyCurrency,
        anyLocale,
        anyCurrency,
        (minor, currency, locale, fallback) => {
          const amount = { minor, currency };
          const read = readAmount(formatMoney(amount, locale), fallback);
          // Three decimals below one thousand look like a group of thousands: KWD 1.250.
          if (read.kind === 'ambiguous' && everydayDigits(currency) === 3) expect(read.readings).toContainEqual(amount);
          else expect(read).toEqual({ kind: 'amount', money: amount });
        },
      ),
      { numRuns: 500 },
    );
  });

  const chineseNumber = (value: number): string => {
    const digits = '零一二三四五六七八九';
    const small = (below: number): string => {
      const text = [...String(below).padStart(4, '0')]
        .map((digit, place) => (digit === '0' ? '零' : `${digits[Number(digit)]}${['千', '百', '十', ''][place]}`))
        .join('');
      return text.replace(/零+$/, '').replace(/零+/g, '零');
    };
    const groups = [Math.floor(value / 1e8), Math.floor(value / 1e4) % 1e4, value % 1e4];
    const text = groups.map((group, place) => (group ? `${small(group)}${['億', '萬', ''][place]}` : '零')).join('');
    return text.replace(/零+$/, '').replace(/零+/g, '零').replace(/^零/, '');
  };

  it('every number written out in Chinese is read back', () => {
    expect(chineseNumber(12_050_300)).toBe('一千二百零五萬零三百');
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 1, max: 1e12 - 1 }), fc.integer({ min: 1, max: 99_999 })), (value) => {
        expect(readAmount(chineseNumber(value), 'TWD')).toEqual({ kind: 'amount', money: money(value, 'TWD') });
      }),
      { numRuns: 500 },
    );
  });

  const pieces = [
    '1',
    '20',
    '300',
    '5000',
    '.',
    ',',
    ' ',
    '-',
    '~',
    '$',
    'NT$',
    '元',
    '萬',
    '千',
    '億',
    '三',
    '兩',
    '零',
    'k',
    'm',
  ];
  const words = [
    '/',
    'per',
    'month',
    'year',
    '年',
    '月',
    'usd',
    'x',
    '(',
    ')',
    'about',
    '約',
    '\n',
    'to',
    '人',
    '9'.repeat(30),
  ];
  const anyTyped = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ maxLength: 250 }),
    fc.array(fc.constantFrom(...pieces, ...words), { maxLength: 8 }).map((parts) => parts.join('')),
  );

  it('whatever is typed, the answer is a sane amount or a reason', () => {
    fc.assert(
      fc.property(anyTyped, anyCurrency, (typed, fallback) => {
        const read = readAmount(typed, fallback);
        const readings = read.kind === 'amount' ? [read.money] : read.kind === 'ambiguous' ? read.readings : [];
        if (read.kind === 'ambiguous')
          expect(new Set(readings.map((one) => JSON.stringify(one))).size).toBeGreaterThan(1);
        for (const { minor } of readings) {
          expect(Number.isSafeInteger(minor)).toBe(true);
          expect(minor).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
