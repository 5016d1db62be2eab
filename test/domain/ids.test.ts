import { describe, expect, it } from 'vitest';
import { readRequestId, requestId } from '#domain/ids.ts';

describe('the id of a request', () => {
  it.each(['BUY-17', 'buy-17', 'Buy-17', '17', '#17', '#BUY-17', '  buy-17\n'])(
    'is read as people type it: %j',
    (typed) => expect(readRequestId(typed)).toBe('BUY-17'),
  );

  it.each([
    ...['', ' ', '#', 'BUY-', 'BUY', '-17', 'BUY-0', '0', '017', 'BUY-017', '1.5', '1e3', '+17', 'BUY 17', 'BUY--17'],
    ...[
      'BUY-17x',
      'XBUY-17',
      'BUY-17 BUY-18',
      '##17',
      'BUY-1234567890',
      '1'.repeat(1000),
      'BUY-17\nBUY-18',
      '__proto__',
    ],
  ])('is not guessed from %j', (typed) => expect(readRequestId(typed)).toBeUndefined());

  it.each([1, 17, 999_999_999])('%d is read back as it was written', (sequence) =>
    expect(readRequestId(requestId(sequence))).toBe(`BUY-${sequence}`),
  );
});
