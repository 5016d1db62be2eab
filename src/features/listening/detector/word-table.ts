import { maskFor } from './slots.ts';

/** A map from hashes of words to numbers above 0, by open addressing; 0 is "not there". */
export type WordTable = { keys: Int32Array; values: Int32Array; mask: number };

/** @param words at most so many will be entered */
export function emptyTable(words: number): WordTable {
  const mask = maskFor(words);
  return { keys: new Int32Array(mask + 1), values: new Int32Array(mask + 1), mask };
}

/** Where a word is, or would be. */
function slotOf({ keys, values, mask }: WordTable, hash: number): number {
  let slot = (hash ^ (hash >>> 16)) & mask;
  while (values[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}

export const entryOf = (table: WordTable, hash: number): number => table.values[slotOf(table, hash)] ?? 0;

/** Adds `value` to a word's entry, unless something stands in that `field` of it already. */
export function enter(table: WordTable, hash: number, value: number, field: number): void {
  const slot = slotOf(table, hash);
  const before = table.values[slot] ?? 0;
  if ((before & field) !== 0) return;
  table.keys[slot] = hash;
  table.values[slot] = before | value;
}
