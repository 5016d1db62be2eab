import { hashOf } from './hash.ts';

/** A map from hashes to small numbers above 0, by open addressing; 0 is "not there". */
export type WordTable = { keys: Int32Array; values: Uint8Array; mask: number };

const SLOTS_PER_WORD = 3;

const emptyTable = (words: number): WordTable => {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, words * SLOTS_PER_WORD)));
  return { keys: new Int32Array(size), values: new Uint8Array(size), mask: size - 1 };
};

export function entryOf({ keys, values, mask }: WordTable, hash: number): number {
  let slot = (hash ^ (hash >>> 16)) & mask;
  while (values[slot] !== 0) {
    if (keys[slot] === hash) return values[slot] ?? 0;
    slot = (slot + 1) & mask;
  }
  return 0;
}

function put({ keys, values, mask }: WordTable, hash: number, value: number): void {
  let slot = (hash ^ (hash >>> 16)) & mask;
  while (values[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
  keys[slot] = hash;
  values[slot] = value;
}

/** Earlier entries win where a word is given twice. */
export function tableOf(entries: Iterable<readonly [string | number, number]>): WordTable {
  const known = new Map<number, number>();
  for (const [word, value] of entries) {
    const hash = typeof word === 'number' ? word : hashOf(word);
    if (!known.has(hash)) known.set(hash, value);
  }
  const table = emptyTable(known.size);
  for (const [hash, value] of known) put(table, hash, value);
  return table;
}
