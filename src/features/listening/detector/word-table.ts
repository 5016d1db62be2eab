/** A map from hashes to small numbers above 0, by open addressing; 0 is "not there". */
export type WordTable = { keys: Int32Array; values: Int32Array; mask: number };

const SLOTS_PER_WORD = 3;

const emptyTable = (words: number): WordTable => {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, words * SLOTS_PER_WORD)));
  return { keys: new Int32Array(size), values: new Int32Array(size), mask: size - 1 };
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

export function tableOf(entries: ReadonlyMap<number, number>): WordTable {
  const table = emptyTable(entries.size);
  for (const [hash, value] of entries) put(table, hash, value);
  return table;
}
