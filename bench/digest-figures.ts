import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DigestRound, PassRound } from './children/digest-rounds.ts';
import { startFakeSlack } from './fake-slack.ts';
import { startTalking, stop } from './processes.ts';
import { type Figure, median, medianRatio, quantile } from './ratios.ts';
import { commandBody, slackFor } from './requests.ts';

const ROUNDS = 4;
/** Compilers are still at work, and pages on their way from the disk, in these. */
const WARM_UP_ROUNDS = 1;
const COMMANDS_EVERY_MS = 20;
const AT_ONCE = 16;

const SECONDS_MAX = 10;
const MEGABYTES_MAX = 400;
const ACK_MS_MAX = 250;
const MS_PER_SECOND = 1_000;

/** The digests of 5,000 leads over a million requests, and how `/buy-tool` is answered meanwhile. */
export async function digestFigures(folder: string): Promise<Figure[]> {
  const slack = await startFakeSlack();
  // In a process of its own: what filling leaves in memory is not what is measured.
  const filling = startTalking(['bench/children/fill-digests.ts', join(folder, 'digests.db')], 'load');
  const [code] = await once(filling, 'exit');
  if (code !== 0) throw new Error(`Filling the database broke off with ${code}`);
  const child = startTalking(['bench/children/digest-rounds.ts', folder, slack.apiUrl], 'measured');
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const toTandem = slackFor(port, AT_ONCE);
  const asked = async <Round>(what: 'digests' | 'passes'): Promise<Round> => {
    const told = once(child, 'message');
    child.send(what);
    return (await told)[0] as Round;
  };
  const rounds: (DigestRound & PassRound)[] = [];
  const acks: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP_ROUNDS; round += 1) {
    let isOver = false;
    const digests = asked<DigestRound>('digests').finally(() => {
      isOver = true;
    });
    const typed: Promise<number>[] = [];
    for (; !isOver; await sleep(COMMANDS_EVERY_MS)) typed.push(toTandem.post(commandBody()));
    const [measured, took] = await Promise.all([digests, Promise.all(typed)]);
    const passes = await asked<PassRound>('passes');
    if (round < WARM_UP_ROUNDS) continue;
    rounds.push({ ...measured, ...passes });
    acks.push(...took);
  }
  toTandem.close();
  await Promise.all([stop(child), slack.close()]);
  return figuresOf(rounds, acks);
}

function figuresOf(rounds: (DigestRound & PassRound)[], acks: number[]): Figure[] {
  const times = (what: keyof (DigestRound & PassRound)) => rounds.map((round) => round[what]);
  const most = (what: keyof DigestRound) => Math.max(...times(what));
  const from = (pass: 'pass' | 'passByIndex') =>
    `${median(times('digests')).toFixed(0)} ms to ${median(times(pass)).toFixed(0)} ms`;
  const within = (bound: number) => ({ bound: 'at most', value: bound }) as const;
  return [
    {
      what: 'digests of 5,000 leads, a million requests: time',
      against: 'GROUP BY of all rows, from the table',
      value: medianRatio(times('digests'), times('pass')),
      goal: within(5),
      from: from('pass'),
    },
    {
      what: 'the same',
      against: 'GROUP BY of all rows, by the smallest index',
      value: medianRatio(times('digests'), times('passByIndex')),
      from: from('passByIndex'),
    },
    {
      what: 'the same, in seconds',
      against: 'the clock',
      value: most('digests') / MS_PER_SECOND,
      goal: within(SECONDS_MAX),
      from: 'the slowest round',
    },
    {
      what: 'memory meanwhile, in MB',
      against: 'what is in RAM',
      value: most('residentMb'),
      goal: within(MEGABYTES_MAX),
      from: 'the largest round',
    },
    {
      what: 'p99 of /buy-tool meanwhile, in ms',
      against: 'the clock',
      value: quantile(acks, 0.99),
      goal: within(ACK_MS_MAX),
      from: `${acks.length} commands`,
    },
  ];
}
