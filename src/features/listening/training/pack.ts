import { type Packed, pack } from '../detector/packing.ts';
import type { PackedModel } from '../detector/weights.ts';
import type { Learnt } from './learn.ts';

/** A weight is a whole number of steps, at most so many. */
const STEPS_MAX = 26;

const byKey = ([one]: readonly [number, unknown], [other]: readonly [number, unknown]): number =>
  (one >>> 0) - (other >>> 0);

/** Rounds weights to whole steps. Of the features only `kept` are kept: those whose largest weight is largest. */
export function packModel({ keys, weights, bias, classes }: Learnt, kept: number): PackedModel {
  const largest = (index: number) =>
    weights.subarray(index * classes, (index + 1) * classes).reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const ranked = [...keys]
    .map(([key, index]) => ({ key, index, size: largest(index) }))
    .toSorted((one, other) => other.size - one.size || (one.key >>> 0) - (other.key >>> 0));
  const unit = Number(((ranked[0]?.size ?? 1) / STEPS_MAX).toPrecision(6));
  const rows = ranked.slice(0, kept).toSorted((one, other) => (one.key >>> 0) - (other.key >>> 0));
  const steps = rows.flatMap(({ index }) =>
    Array.from(weights.subarray(index * classes, (index + 1) * classes), (weight) => Math.round(weight / unit)),
  );
  return {
    table: pack({ keys: Int32Array.from(rows, ({ key }) => key), values: Int8Array.from(steps), classes }),
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
