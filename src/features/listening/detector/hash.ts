/** 32-bit hashes of words and of pairs of hashes. Everything the detector knows is kept by hash, so that it makes no strings. */

const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

export const EMPTY_HASH = FNV_OFFSET;

/** FNV-1a, one character at a time. Source: datatracker.ietf.org/doc/html/draft-eastlake-fnv */
export const addCode = (hash: number, code: number): number => Math.imul(hash ^ code, FNV_PRIME);

/** Hash of a word as the reader of messages sees it: lower case, half width. */
export function hashOf(word: string): number {
  let hash = EMPTY_HASH;
  for (let at = 0; at < word.length; at++) hash = addCode(hash, word.charCodeAt(at));
  return hash;
}

/** Mixes two hashes; order counts. */
export function pairOf(first: number, second: number): number {
  let mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  mixed ^= mixed >>> 15;
  return Math.imul(mixed, 0xc2b2ae35);
}
