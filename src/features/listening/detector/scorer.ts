import { SPARE_BITS } from './features.ts';
import { unpack } from './packing.ts';
import { scaleOf } from './scale.ts';
import { firstSlot, maskFor } from './slots.ts';
import type { PackedModel } from './weights.ts';

/**
 * A model with one score, laid out for speed: every message in every channel is asked by it. A slot is one number, the
 * upper 24 bits of the key with its weight in a byte below, so that the whole table stays near the processor.
 */
export type Scorer = { slots: Int32Array; mask: number; unit: number; bias: number };

const WEIGHT_BITS = 8;
const WEIGHT_MASK = 0xff;

const upperOf = (key: number): number => (key << SPARE_BITS) & ~WEIGHT_MASK;
const weightIn = (slot: number): number => (slot << (32 - WEIGHT_BITS)) >> (32 - WEIGHT_BITS);

export function openScorer({ table, unit, bias: [bias = 0] }: PackedModel): Scorer {
  const { keys, values } = unpack(table);
  const mask = maskFor(keys.length);
  const slots = new Int32Array(mask + 1);
  for (const [index, key] of keys.entries()) {
    const weight = values[index] ?? 0;
    if (weight === 0) continue;
    let slot = firstSlot(key, mask);
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = upperOf(key) | (weight & WEIGHT_MASK);
  }
  return { slots, mask, unit, bias };
}

/** What one feature adds, before scaling; 0 when it was never learnt. */
export function weightOf({ slots, mask }: Scorer, key: number): number {
  const wanted = upperOf(key);
  for (let at = firstSlot(key, mask); ; at = (at + 1) & mask) {
    const slot = slots[at] ?? 0;
    if (slot === 0) return 0;
    if ((slot & ~WEIGHT_MASK) === wanted) return weightIn(slot);
  }
}

/** Features of the piece at hand that were counted: a small table that is begun anew by a new number. */
const SEEN_SLOTS = 4096;
const seenKey = new Int32Array(SEEN_SLOTS);
const seenIn = new Int32Array(SEEN_SLOTS);
let piece = 0;

/** True the first time that a feature is seen in a piece. */
function isNew(key: number): boolean {
  for (let at = key & (SEEN_SLOTS - 1); ; at = (at + 1) & (SEEN_SLOTS - 1)) {
    if (seenIn[at] !== piece) {
      seenIn[at] = piece;
      seenKey[at] = key;
      return true;
    }
    if (seenKey[at] === key) return false;
  }
}

/** The log-odds of the features that are there, each counted once. */
export function scoreOf(scorer: Scorer, features: Int32Array, count: number): number {
  piece++;
  let known = 0;
  let total = 0;
  for (let one = 0; one < count; one++) {
    const key = features[one] ?? 0;
    const weight = weightOf(scorer, key);
    if (weight === 0 || !isNew(key)) continue;
    known++;
    total += weight;
  }
  return total * scorer.unit * scaleOf(known) + scorer.bias;
}
