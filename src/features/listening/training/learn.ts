/** Logistic regression over features that are there or not, by AdaGrad. The same rows always give the same weights. */
import { scaleOf } from '../detector/scale.ts';

/** Features by their hash, with one weight a class. */
export type Learnt = { keys: Map<number, number>; weights: Float64Array; bias: Float64Array; classes: number };

/** `row`: the message that it is taken from; lessons of one message show a feature once between them. */
export type Lesson = { row: number; features: Int32Array; class: number; weight?: number };

export type Learning = {
  classes: number;
  epochs: number;
  rate: number;
  /** Pull towards nothing at each step. */
  decay: number;
  /** Features in fewer lessons than this are not learnt: they would be noise in text of another kind. */
  seenMin: number;
  /** Lessons with many features count each of them for less: by their number to this power. */
  lengthPower: number;
};

const MULTIPLIER = 1_664_525;
const INCREMENT = 1_013_904_223;

/** Numerical Recipes' linear congruential generator: the same numbers everywhere, from 0 up to 1. */
function numbersFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (Math.imul(state, MULTIPLIER) + INCREMENT) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

function shuffled<Item>(items: readonly Item[], next: () => number): Item[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other] as Item, order[at] as Item];
  }
  return order;
}

function keysOf(lessons: readonly Lesson[], seenMin: number): Map<number, number> {
  const seen = new Map<number, { times: number; row: number }>();
  for (const { features, row } of lessons) {
    for (const key of features) {
      const known = seen.get(key);
      if (!known) seen.set(key, { times: 1, row });
      else if (known.row !== row) Object.assign(known, { times: known.times + 1, row });
    }
  }
  const kept = [...seen].filter(([, { times }]) => times >= seenMin).map(([key]) => key);
  return new Map(kept.map((key, index) => [key, index]));
}

/** Weights are averaged over the epochs from this one on: what the last lessons taught by chance evens out. */
const AVERAGED_FROM = 2;

export function learn(lessons: readonly Lesson[], learning: Learning): Learnt {
  const { classes, epochs, seenMin } = learning;
  const keys = keysOf(lessons, seenMin);
  const known = lessons.map((lesson) => ({
    ...lesson,
    features: Int32Array.from(new Set(lesson.features), (key) => keys.get(key) ?? -1).filter((index) => index >= 0),
  }));
  const learnt: Learnt = {
    keys,
    weights: new Float64Array(keys.size * classes),
    bias: new Float64Array(classes),
    classes,
  };
  const steps = {
    weights: new Float64Array(learnt.weights.length).fill(1e-6),
    bias: new Float64Array(classes).fill(1e-6),
  };
  const next = numbersFrom(7);
  const mean = { weights: new Float64Array(learnt.weights.length), bias: new Float64Array(classes) };
  const share = 1 / (epochs - AVERAGED_FROM);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const lesson of shuffled(known, next)) take(lesson, learnt, steps, learning);
    if (epoch < AVERAGED_FROM) continue;
    for (const [index, weight] of learnt.weights.entries())
      mean.weights[index] = at(mean.weights, index) + weight * share;
    for (const [index, value] of learnt.bias.entries()) mean.bias[index] = at(mean.bias, index) + value * share;
  }
  return { ...learnt, ...mean };
}

function take(
  lesson: Lesson,
  { weights, bias, classes }: Learnt,
  steps: { weights: Float64Array; bias: Float64Array },
  learning: Learning,
): void {
  const { features, weight = 1 } = lesson;
  const scale = scaleOf(features.length, learning.lengthPower);
  const scores = Float64Array.from(bias);
  for (const feature of features)
    for (let one = 0; one < classes; one++)
      scores[one] = at(scores, one) + at(weights, feature * classes + one) * scale;
  const shares = softmax(scores);
  for (let one = 0; one < classes; one++) {
    const error = (at(shares, one) - (lesson.class === one ? 1 : 0)) * weight;
    if (Math.abs(error) < 1e-4) continue;
    move(bias, steps.bias, one, error, learning.rate);
    for (const feature of features) {
      const index = feature * classes + one;
      move(weights, steps.weights, index, error * scale + learning.decay * at(weights, index), learning.rate);
    }
  }
}

const at = (values: Float64Array, index: number): number => values[index] ?? 0;

function move(values: Float64Array, steps: Float64Array, index: number, slope: number, rate: number): void {
  const step = at(steps, index) + slope * slope;
  steps[index] = step;
  values[index] = at(values, index) - (rate * slope) / Math.sqrt(step);
}

function softmax(scores: Float64Array): Float64Array {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
