import { scaleOf } from './scale.ts';

/** What was learnt, as weights.json keeps it: numbers in base64, so that the file is small. */
export type PackedModel = {
  /** Hashes of features: 32-bit, little-endian, ascending. */
  keys: string;
  /** For each key one signed byte a class. */
  values: string;
  /** What a byte of 1 weighs. */
  unit: number;
  bias: number[];
};

export type PackedWords = { keys: string; values: string };

export type PackedWeights = { intent: PackedModel; stage: PackedModel; names: PackedModel; words: PackedWords };

/** Weights by the hash of a feature, in an open-addressed table. `values` holds one byte a class and slot. */
export type Model = {
  keys: Int32Array;
  /** The last sum in which a slot was counted, 0 for an empty slot: a feature counts once however often it stands there. */
  counted: Int32Array;
  values: Int8Array;
  mask: number;
  unit: number;
  bias: number[];
  sums: number;
};

const SLOTS_PER_KEY = 2;

const bytesIn = (base64: string): Buffer => Buffer.from(base64, 'base64');

export function keysIn(base64: string): Int32Array {
  const bytes = bytesIn(base64);
  return Int32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readInt32LE(at * 4));
}

export const valuesIn = (base64: string): Uint8Array => Uint8Array.from(bytesIn(base64));

const firstSlot = (key: number, mask: number): number => (key ^ (key >>> 15)) & mask;

export function unpack({ keys: packedKeys, values: packedValues, unit, bias }: PackedModel): Model {
  const hashes = keysIn(packedKeys);
  const bytes = Int8Array.from(valuesIn(packedValues));
  const size = 2 ** Math.ceil(Math.log2(hashes.length * SLOTS_PER_KEY + 1));
  const mask = size - 1;
  const keys = new Int32Array(size);
  const counted = new Int32Array(size);
  const values = new Int8Array(size * bias.length);
  for (const [index, key] of hashes.entries()) {
    let slot = firstSlot(key, mask);
    while (counted[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = key;
    counted[slot] = 1;
    values.set(bytes.subarray(index * bias.length, (index + 1) * bias.length), slot * bias.length);
  }
  return { keys, counted, values, mask, unit, bias, sums: 1 };
}

/** The slot of a feature, or -1 when it was never learnt. */
function slotOf({ keys, counted, mask }: Model, key: number): number {
  for (let slot = firstSlot(key, mask); counted[slot] !== 0; slot = (slot + 1) & mask)
    if (keys[slot] === key) return slot;
  return -1;
}

/** Room for the answer of `scoresOf`; as many as any model has classes. */
const scores = new Float64Array(8);

/** One score a class, in an array that is used again: the features that are there, each once, and the bias. */
export function scoresOf(model: Model, features: Int32Array, count: number, lengthPower?: number): Float64Array {
  const { bias, counted, values, unit } = model;
  const sum = ++model.sums;
  scores.fill(0);
  let known = 0;
  for (let one = 0; one < count; one++) {
    const slot = slotOf(model, features[one] ?? 0);
    if (slot < 0 || counted[slot] === sum) continue;
    counted[slot] = sum;
    known++;
    for (let of = 0; of < bias.length; of++) scores[of] = (scores[of] ?? 0) + (values[slot * bias.length + of] ?? 0);
  }
  const scale = unit * scaleOf(known, lengthPower);
  for (let of = 0; of < bias.length; of++) scores[of] = (scores[of] ?? 0) * scale + (bias[of] ?? 0);
  return scores;
}

/** What one feature adds to a class, before scaling; 0 when it was never learnt. */
export function weightOf(model: Model, key: number, of: number): number {
  const slot = slotOf(model, key);
  return slot < 0 ? 0 : (model.values[slot * model.bias.length + of] ?? 0);
}
