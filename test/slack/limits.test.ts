import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, clipPrivate, EPHEMERAL_TEXT_BYTES_MAX } from '#slack/limits.ts';

const family = '👨‍👩‍👧';

describe('clip', () => {
  it.each([
    ['fits', 'keyboard', 8, 'keyboard'],
    ['one too long', 'keyboards', 8, 'keyboar…'],
    ['ends in a space', 'new keyboard', 5, 'new…'],
    ['pair at the edge', 'ab😀cd', 4, 'ab…'],
    ['pair inside the edge', 'ab😀cd', 5, 'ab😀…'],
    ['family at the edge', `a${family}b`, family.length + 1, 'a…'],
    ['only a family', family, 3, '…'],
    ['Chinese', '採購申請單', 4, '採購申…'],
    ['no room', 'abc', 0, ''],
  ])('%s', (_name, text, charsMax, expected) => {
    expect(clip(text, charsMax)).toBe(expected);
  });

  it('never exceeds its bound and never leaves half a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 0, max: 40 }), (text, charsMax) => {
        const clipped = clip(text, charsMax);
        expect(clipped.length).toBeLessThanOrEqual(charsMax);
        expect(clipped.isWellFormed()).toBe(true);
      }),
    );
  });

  it('keeps whole graphemes only', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'é', '😀', family, '🇹🇼', '採'), { maxLength: 20 }),
        fc.nat(30),
        (parts, max) => {
          const kept = clip(parts.join(''), max).replace(/…$/, '');
          const prefixes = parts.map((_, index) => parts.slice(0, index + 1).join(''));
          expect(['', ...prefixes]).toContain(kept);
        },
      ),
    );
  });
});

it('a text for one person’s eyes fits in bytes, whatever it is written in', () => {
  for (const text of ['摘'.repeat(3_000), 'a'.repeat(5_000), '👩‍👩‍👧‍👦'.repeat(900), 'short'])
    expect(Buffer.byteLength(clipPrivate(text))).toBeLessThanOrEqual(EPHEMERAL_TEXT_BYTES_MAX);
  expect(clipPrivate('short')).toBe('short');
});
