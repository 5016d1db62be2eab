import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalSlack } from '#playground/slack/start-local-slack.ts';
import type { People } from './chaos-people.ts';
import type { ChaosProcess } from './chaos-process.ts';
import type { Dice } from './chaos-random.ts';

export type Killing = {
  apps: readonly [ChaosProcess, ...ChaosProcess[]];
  slack: LocalSlack;
  people: People;
  dice: Dice;
  /** A frozen process outlives its lease when this is longer than that. */
  freezeMs: number;
};

type Moment = (killing: Killing, app: ChaosProcess) => Promise<unknown>;

const READY_PATIENCE_MS = 15_000;
const ready = (app: ChaosProcess) => Promise.race([app.ready(), sleep(READY_PATIENCE_MS)]);

const CALLS_PATIENCE_MS = 3_000;
const moreCalls = ({ slack, dice }: Killing, from: number, to: number) => {
  const calls = slack.calls.length + dice.between(from, to);
  return slack.waitFor(() => slack.calls.length >= calls, CALLS_PATIENCE_MS).catch(() => undefined);
};

/** The first time it is making the tables meanwhile. */
const whileItStarts: Moment = ({ dice }, app) => sleep(dice.between(0, Math.round(app.startMs() * 1.1)));

/** When to kill, each with the windows that only it can hit. */
const MOMENTS: readonly [Moment, ...Moment[]] = [
  /** While a deed is taken in: before, in and after the commit, before and after the acknowledgement. */
  async ({ people, dice }, app) => {
    await ready(app);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => resolve(), 2_000);
      const stop = people.onAct(() => {
        clearTimeout(timer);
        stop();
        resolve();
      });
    });
    await sleep(dice.between(0, 150));
  },
  /** Right after Slack took a call, so that its answer is lost or not yet noted down. */
  async (killing, app) => {
    const { dice } = killing;
    await ready(app);
    await moreCalls(killing, 1, 8);
    if (dice.chance(0.5)) await sleep(dice.between(0, 12));
  },
  whileItStarts,
  /** Whenever. */
  async ({ dice }, app) => {
    await ready(app);
    await sleep(dice.between(0, 1_500));
  },
];

const FREEZES = 0.06;
/** How often it may run for a while, so that the work goes on. */
const RESTS = 0.6;

/** Kills this many times; each time the process starts anew at once. Answers how often it froze one. */
export async function killAgainAndAgain(killing: Killing, kills: number): Promise<number> {
  const { apps, dice, freezeMs } = killing;
  let freezes = 0;
  for (let killed = 0; killed < kills; killed += 1) {
    const app = dice.pick(apps);
    const moment = killed === 0 ? whileItStarts : dice.pick(MOMENTS);
    await moment(killing, app);
    if (dice.chance(FREEZES)) {
      freezes += 1;
      await app.freeze(freezeMs);
    }
    await app.killAndRestart();
    if (killed === kills - 1 || !dice.chance(RESTS)) continue;
    await ready(app);
    await moreCalls(killing, 10, 60);
  }
  return freezes;
}
