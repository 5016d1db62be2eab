import { once } from 'node:events';
import type { ListeningRound } from './children/listening-rounds.ts';
import { startTalking } from './processes.ts';
import { type Figure, median, medianRatio } from './ratios.ts';

/** Compilers are still at work in these. */
const WARM_UP_ROUNDS = 5;

/** Every message in every channel is listened to: lines a second on one core, and the longest message there can be. */
export async function listeningFigures(): Promise<Figure[]> {
  const child = startTalking(['bench/children/listening-rounds.ts'], 'measured');
  const rounds: ListeningRound[] = [];
  child.on('message', (round: ListeningRound) => rounds.push(round));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`Listening broke off with ${code}`);
  const warm = rounds.slice(WARM_UP_ROUNDS);
  const rates = (kind: 'hear' | 'expression') => warm.map((round) => round[kind]);
  return [
    {
      what: 'messages listened to: rate',
      against: 'one large regular expression',
      value: medianRatio(rates('hear'), rates('expression')),
      goal: { bound: 'at least', value: 0.1 },
      from: `${median(rates('hear')).toFixed(0)}/s to ${median(rates('expression')).toFixed(0)}/s`,
    },
    {
      what: 'a paste of 40,000 characters',
      against: 'milliseconds',
      value: median(warm.map(({ pasteMs }) => pasteMs)),
      goal: { bound: 'at most', value: 5 },
    },
    {
      what: 'the worst of 14 pastes made to be slow',
      against: 'milliseconds',
      value: median(warm.map(({ nastyMs }) => nastyMs)),
      goal: { bound: 'at most', value: 5 },
    },
  ];
}
