import { setTimeout as sleep } from 'node:timers/promises';
import type { ModalView } from '@slack/types';
import { startBareBolt, startTandem } from './apps.ts';
import { type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { stop } from './processes.ts';
import { type Figure, median, medianRatio, quantile } from './ratios.ts';
import { commandBody, type SlackOut, slackFor, submissionBody } from './requests.ts';

const ROUNDS = 7;
const COMMANDS_A_ROUND = 500;
const INTAKES_A_ROUND = 150;
/** People at the same time. */
const AT_ONCE = 16;
const MESSAGES_AN_INTAKE = 4;

const STEADY_PER_SECOND = 200;
const STEADY_COMMANDS = 400;

const MS_PER_SECOND = 1_000;

/** Runs it `count` times, `AT_ONCE` at a time. */
async function many(count: number, once: () => Promise<unknown>): Promise<void> {
  let left = count;
  const one = async () => {
    while (left-- > 0) await once();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** How many a second, until the last call has reached Slack. */
async function rate(count: number, once: () => Promise<unknown>, arrived: Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await Promise.all([many(count, once), arrived]);
  return (count / (performance.now() - startedAt)) * MS_PER_SECOND;
}

const formsOpened = (app: SlackOut, slack: FakeSlack, count = COMMANDS_A_ROUND): Promise<number> =>
  rate(count, () => app.post(commandBody()), slack.calls('views.open', count));

function intakes(app: SlackOut, slack: FakeSlack, view: ModalView, count = INTAKES_A_ROUND): Promise<number> {
  const once = async () => {
    await app.post(commandBody());
    await app.post(submissionBody(view));
  };
  return rate(count, once, slack.calls('chat.postMessage', count * MESSAGES_AN_INTAKE));
}

/** The slowest of a hundred acknowledgements, in milliseconds, when commands come at a steady pace. */
async function slowestAcks(app: SlackOut, slack: FakeSlack): Promise<number> {
  const arrived = slack.calls('views.open', STEADY_COMMANDS);
  const startedAt = performance.now();
  const acks: Promise<number>[] = [];
  while (acks.length < STEADY_COMMANDS) {
    const due = startedAt + (acks.length / STEADY_PER_SECOND) * MS_PER_SECOND;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    else acks.push(app.post(commandBody()));
  }
  const took = await Promise.all(acks);
  await arrived;
  return quantile(took, 0.99);
}

type Rounds = Record<'bare' | 'tandem' | 'intake' | 'bareP99' | 'tandemP99', number[]>;

/** Requests of people, from the command to the form and on to the four messages, against a bare Bolt app. */
export async function intakeFigures(bundle: string, folder: string): Promise<Figure[]> {
  const slack = await startFakeSlack();
  const tandem = await startTandem(bundle, slack.apiUrl, folder);
  const toTandem = slackFor(tandem.port, AT_ONCE);
  await formsOpened(toTandem, slack);
  const view = await slack.latestView();
  const bare = await startBareBolt(view, slack.apiUrl, folder);
  const toBare = slackFor(bare.port, AT_ONCE);
  await formsOpened(toBare, slack);
  await intakes(toTandem, slack, view);
  const rounds: Rounds = { bare: [], tandem: [], intake: [], bareP99: [], tandemP99: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rounds.bare.push(await formsOpened(toBare, slack));
    rounds.tandem.push(await formsOpened(toTandem, slack));
    rounds.intake.push(await intakes(toTandem, slack, view));
    rounds.bareP99.push(await slowestAcks(toBare, slack));
    rounds.tandemP99.push(await slowestAcks(toTandem, slack));
  }
  for (const to of [toTandem, toBare]) to.close();
  await Promise.all([stop(tandem.child), stop(bare.child), slack.close()]);
  return figuresOf(rounds);
}

const perSecond = (rates: number[]): string => `${median(rates).toFixed(0)}/s`;
const ms = (times: number[]): string => `${median(times).toFixed(1)} ms`;

const figuresOf = ({ bare, tandem, intake, bareP99, tandemP99 }: Rounds): Figure[] => [
  {
    what: '/buy-tool acknowledged, form opened: rate',
    against: 'bare Bolt app',
    value: medianRatio(tandem, bare),
    goal: { bound: 'at least', value: 1.3 },
    from: `${perSecond(tandem)} to ${perSecond(bare)}`,
  },
  {
    what: `p99 of acknowledgement at ${STEADY_PER_SECOND}/s`,
    against: 'bare Bolt app',
    value: medianRatio(tandemP99, bareP99),
    goal: { bound: 'at most', value: 1 },
    from: `${ms(tandemP99)} to ${ms(bareP99)}`,
  },
  {
    what: 'whole intake, command to four messages: rate',
    against: 'bare app opening forms',
    value: medianRatio(intake, bare),
    goal: { bound: 'at least', value: 0.35 },
    from: `${perSecond(intake)} to ${perSecond(bare)}`,
  },
];
