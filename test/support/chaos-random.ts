import { env } from 'node:process';

/** Dice that fall the same way for the same seed. */
export type Dice = {
  chance(probability: number): boolean;
  /** A whole number from `from` up to and including `to`. */
  between(from: number, to: number): number;
  pick<One>(list: readonly [One, ...One[]]): One;
  /** Other dice, for somebody who rolls at their own pace. */
  fork(): Dice;
};

/** xorshift32: small, seeded, good enough to scatter kills. */
export function dice(seed: number): Dice {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  const roll = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  const between = (from: number, to: number): number => from + Math.floor(roll() * (to - from + 1));
  return {
    chance: (probability) => roll() < probability,
    between,
    pick: (list) => list[between(0, list.length - 1)] ?? list[0],
    fork: () => dice(between(1, 2 ** 31)),
  };
}

const SEEDS = 1_000_000;

/** A new seed for each run; CHAOS_SEED throws the same dice once more. The machine's own timing cannot be repeated. */
export function chaosSeed(): number {
  const given = env.CHAOS_SEED;
  return given ? Number(given) : Date.now() % SEEDS;
}
