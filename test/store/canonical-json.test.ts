import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, toJson } from '#store/canonical-json.ts';

describe('JSON for the store', () => {
  it('refuses numbers that JSON has no word for, wherever they are', () => {
    for (const number of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => toJson({ deep: [{ number }] })).toThrow(TypeError);
      expect(() => canonicalJson({ deep: [{ number }] })).toThrow(TypeError);
    }
    expect(toJson({ text: 'null', nothing: null, gone: undefined })).toBe('{"text":"null","nothing":null}');
  });

  it('is the same text in canonical form, in whatever order the keys were set', () => {
    expect(canonicalJson({ b: [{ d: 1, c: '為' }], a: null })).toBe('{"a":null,"b":[{"c":"為","d":1}]}');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
