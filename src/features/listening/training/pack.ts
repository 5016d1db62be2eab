import type { PackedModel, PackedWords } from '../detector/weights.ts';
import type { Learnt } from './learn.ts';

const BYTE_MAX = 127;

const packInts = (values: readonly number[]): string => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeInt32LE(value, at * 4);
  return bytes.toString('base64');
};

const packBytes = (values: readonly number[]): string => Buffer.from(Int8Array.from(values).buffer).toString('base64');

/** Rounds weights to a byte each; features whose every weight rounds to less than `least` are left out. */
export function packModel({ keys, weights, bias, classes }: Learnt, least: number): PackedModel {
  const top = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const unit = Number((top / BYTE_MAX).toPrecision(6));
  const rows = [...keys]
    .map(([key, index]) => ({
      key,
      bytes: Array.from(weights.subarray(index * classes, (index + 1) * classes), (weight) =>
        Math.round(weight / unit),
      ),
    }))
    .filter(({ bytes }) => bytes.some((byte) => Math.abs(byte) >= least))
    .toSorted((one, other) => one.key - other.key);
  return {
    keys: packInts(rows.map(({ key }) => key)),
    values: packBytes(rows.flatMap(({ bytes }) => bytes)),
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

export function packWords(words: ReadonlyMap<number, number>): PackedWords {
  const sorted = [...words].toSorted(([one], [other]) => one - other);
  return { keys: packInts(sorted.map(([hash]) => hash)), values: packBytes(sorted.map(([, bits]) => bits)) };
}
