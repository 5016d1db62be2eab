import { type Packed, pack } from '../detector/packing.ts';
import type { PackedModel } from '../detector/weights.ts';
import type { Learnt } from './learn.ts';

const BYTE_MAX = 127;

const byKey = ([one]: readonly [number, unknown], [other]: readonly [number, unknown]): number =>
  (one >>> 0) - (other >>> 0);

/** Rounds weights to a byte each; features whose every weight rounds to less than `least` are left out. */
export function packModel({ keys, weights, bias, classes }: Learnt, least: number): PackedModel {
  const top = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const unit = Number((top / BYTE_MAX).toPrecision(6));
  const bytesAt = (index: number) =>
    Array.from(weights.subarray(index * classes, (index + 1) * classes), (weight) => Math.round(weight / unit));
  const rows = [...keys]
    .map(([key, index]) => [key, bytesAt(index)] as const)
    .filter(([, bytes]) => bytes.some((byte) => Math.abs(byte) >= least))
    .toSorted(byKey);
  return {
    table: pack({
      keys: Int32Array.from(rows, ([key]) => key),
      values: Int8Array.from(rows.flatMap(([, bytes]) => bytes)),
      classes,
    }),
    unit,
    bias: Array.from(bias, (value) => Number(value.toPrecision(6))),
  };
}

/** Of two classes only the first one's lead over the second is kept. */
export const asOneScore = ({ keys, weights, bias }: Learnt): Learnt => ({
  keys,
  weights: Float64Array.from({ length: keys.size }, (_, at) => (weights[at * 2] ?? 0) - (weights[at * 2 + 1] ?? 0)),
  bias: Float64Array.of((bias[0] ?? 0) - (bias[1] ?? 0)),
  classes: 1,
});

export function packWords(words: ReadonlyMap<number, number>): Packed {
  const rows = [...words].toSorted(byKey);
  return pack({
    keys: Int32Array.from(rows, ([hash]) => hash),
    values: Int8Array.from(rows, ([, bits]) => bits),
    classes: 1,
  });
}
