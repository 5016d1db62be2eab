import { type Packed, unpack } from './packing.ts';
import { scaleOf } from './scale.ts';
import { firstSlot, maskFor } from './slots.ts';

/** What was learnt: `unit` is what a byte of 1 weighs, `bias` what each class begins with. */
export type PackedModel = { table: Packed; unit: number; bias: number[] };

/** What `npm run train` writes to weights.bin. */
export type PackedWeights = { intent: PackedModel; stage: PackedModel; names: PackedModel; words: Packed };

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

export function openModel({ table, unit, bias }: PackedModel): Model {
  const { keys: hashes, values: bytes, classes } = unpack(table);
  const mask = maskFor(hashes.length);
  const keys = new Int32Array(mask + 1);
  const counted = new Int32Array(mask + 1);
  const values = new Int8Array((mask + 1) * classes);
  for (const [index, key] of hashes.entries()) {
    let slot = firstSlot(key, mask);
    while (counted[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = key;
    counted[slot] = 1;
    values.set(bytes.subarray(index * classes, (index + 1) * classes), slot * classes);
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
  const classes = bias.length;
  const sum = ++model.sums;
  scores.fill(0);
  let known = 0;
  for (let one = 0; one < count; one++) {
    const slot = slotOf(model, features[one] ?? 0);
    if (slot < 0 || counted[slot] === sum) continue;
    counted[slot] = sum;
    known++;
    for (let of = 0; of < classes; of++) scores[of] = (scores[of] ?? 0) + (values[slot * classes + of] ?? 0);
  }
  const scale = unit * scaleOf(known, lengthPower);
  for (let of = 0; of < classes; of++) scores[of] = (scores[of] ?? 0) * scale + (bias[of] ?? 0);
  return scores;
}
