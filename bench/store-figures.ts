import { once } from 'node:events';
import type { StoreRound } from './children/store-rounds.ts';
import { startTalking } from './processes.ts';
import { type Figure, median, medianRatio } from './ratios.ts';

/** Compilers are still at work in these. */
const WARM_UP_ROUNDS = 5;

/** A submission stored durably with its event, messages and timers, against the same rows by hand. */
export async function storeFigures(folder: string): Promise<Figure[]> {
  const child = startTalking(['bench/children/store-rounds.ts', folder], 'measured');
  const rounds: StoreRound[] = [];
  child.on('message', (round: StoreRound) => rounds.push(round));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`Storing broke off with ${code}`);
  const warm = rounds.slice(WARM_UP_ROUNDS);
  const rates = (kind: keyof StoreRound) => warm.map((round) => round[kind]);
  const perSecond = (kind: keyof StoreRound) => `${median(rates(kind)).toFixed(0)}/s`;
  const figure = (kind: keyof StoreRound, what: string, goal: number): Figure => ({
    what,
    against: 'the same rows by hand',
    value: medianRatio(rates(kind), rates('hand')),
    goal: { bound: 'at least', value: goal },
    from: `${perSecond(kind)} to ${perSecond('hand')}`,
  });
  return [
    figure('one', 'submission stored, one at a time: rate', 0.9),
    figure('many', 'submissions stored, 16 at a time: rate', 2),
  ];
}
