import { once } from 'node:events';
import type { HomeRound } from './children/home-rounds.ts';
import { startTalking } from './processes.ts';
import { type Figure, median, medianRatio } from './ratios.ts';

/** Compilers are still at work in these. */
const WARM_UP_ROUNDS = 10;

/** App Home for somebody with 500 requests, from the store to the view. */
export async function homeFigures(folder: string): Promise<Figure[]> {
  const child = startTalking(['bench/children/home-rounds.ts', folder], 'measured');
  const rounds: HomeRound[] = [];
  child.on('message', (round: HomeRound) => rounds.push(round));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`Building Homes broke off with ${code}`);
  const warm = rounds.slice(WARM_UP_ROUNDS);
  const builds = warm.map(({ build }) => build);
  const reads = warm.map(({ rows }) => rows);
  const from = `${median(builds).toFixed(1)} ms to ${median(reads).toFixed(1)} ms`;
  return [
    {
      what: 'App Home of 500 requests: time',
      against: 'reading the same rows',
      value: medianRatio(builds, reads),
      from,
    },
    {
      what: 'App Home of 500 requests',
      against: 'milliseconds',
      value: median(builds),
      goal: { bound: 'at most', value: 20 },
    },
  ];
}
