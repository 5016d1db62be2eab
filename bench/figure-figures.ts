import { once } from 'node:events';
import type { FigureRound } from './children/figure-rounds.ts';
import { startTalking } from './processes.ts';
import { type Figure, median, medianRatio } from './ratios.ts';

/** Compilers are still at work, and pages on their way from the disk, in these. */
const WARM_UP_ROUNDS = 5;

/** The joint figures of 500 units over 200,000 requests. */
export async function figureFigures(folder: string): Promise<Figure[]> {
  const child = startTalking(['bench/children/figure-rounds.ts', folder], 'measured');
  const rounds: FigureRound[] = [];
  child.on('message', (round: FigureRound) => rounds.push(round));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`Computing figures broke off with ${code}`);
  const warm = rounds.slice(WARM_UP_ROUNDS);
  const times = (what: keyof FigureRound) => warm.map((round) => round[what]);
  const figure = (what: keyof FigureRound, name: string, pass: keyof FigureRound, against: string): Figure => ({
    what: name,
    against,
    value: medianRatio(times(what), times(pass)),
    from: `${median(times(what)).toFixed(1)} ms to ${median(times(pass)).toFixed(1)} ms`,
  });
  const goal = { bound: 'at most', value: 5 } as const;
  return [
    { ...figure('week', 'a week’s figures of all units: time', 'allPass', 'GROUP BY of all rows, by index'), goal },
    figure('week', 'the same', 'weekPass', 'GROUP BY of the week’s rows, by index'),
    {
      ...figure('trend', 'twelve weeks’ figures of all units: time', 'allPass', 'GROUP BY of all rows, by index'),
      goal,
    },
  ];
}
