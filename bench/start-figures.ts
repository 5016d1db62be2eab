import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTandem } from './apps.ts';
import { startFakeSlack } from './fake-slack.ts';
import { ROOT, residentMb, stop } from './processes.ts';
import { type Figure, median, medianRatio } from './ratios.ts';

const ROUNDS = 5;
/** What is allocated at start has settled by then. */
const REST_MS = 1_500;

type Start = { readyMs: number; restMb: number };

async function start(main: string, apiUrl: string, folder: string): Promise<Start> {
  const startedAt = performance.now();
  const { child } = await startTandem(main, apiUrl, folder);
  const readyMs = performance.now() - startedAt;
  await sleep(REST_MS);
  const restMb = residentMb(child);
  await stop(child);
  return { readyMs, restMb };
}

/** From the start of the process to its first `ready`, and memory at rest, of the bundle and of the sources. */
export async function startFigures(bundle: string, folder: string): Promise<Figure[]> {
  const slack = await startFakeSlack();
  const sources = join(ROOT, 'src/main.ts');
  // The first start fills the compile cache, as building the image does.
  await start(bundle, slack.apiUrl, folder);
  const bundled: Start[] = [];
  const unbundled: Start[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bundled.push(await start(bundle, slack.apiUrl, folder));
    unbundled.push(await start(sources, slack.apiUrl, folder));
  }
  await slack.close();
  return figuresOf(bundled, unbundled);
}

function figuresOf(bundled: Start[], unbundled: Start[]): Figure[] {
  const ready = (starts: Start[]) => starts.map(({ readyMs }) => readyMs);
  const rest = (starts: Start[]) => starts.map(({ restMb }) => restMb);
  const [readyMs, restMb] = [median(ready(bundled)), median(rest(bundled))];
  return [
    {
      what: 'bundle, start to ready',
      against: 'seconds',
      value: readyMs / 1_000,
      goal: { bound: 'at most', value: 0.6 },
    },
    {
      what: 'bundle, start to ready',
      against: 'the sources',
      value: medianRatio(ready(bundled), ready(unbundled)),
      from: `${readyMs.toFixed(0)} ms to ${median(ready(unbundled)).toFixed(0)} ms`,
    },
    { what: 'bundle, memory at rest', against: 'MB', value: restMb, goal: { bound: 'at most', value: 110 } },
    {
      what: 'bundle, memory at rest',
      against: 'the sources',
      value: medianRatio(rest(bundled), rest(unbundled)),
      from: `${restMb.toFixed(0)} MB to ${median(rest(unbundled)).toFixed(0)} MB`,
    },
  ];
}
