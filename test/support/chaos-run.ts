import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { APP, COMPANY, CREDENTIALS, TEAM_ID } from '#playground/company/company.ts';
import { type LocalSlack, startLocalSlack } from '#playground/slack/start-local-slack.ts';
import { readManifestFile } from '#playground/start-playground.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import { judge } from './chaos-checks.ts';
import { type ChaosDatabase, lookInto } from './chaos-database.ts';
import { killAgainAndAgain } from './chaos-killer.ts';
import { patientPeople } from './chaos-people.ts';
import { type ChaosProcess, runApp } from './chaos-process.ts';
import { dice as diceFor } from './chaos-random.ts';
import { playStory, type Story } from './chaos-story.ts';
import { type LossyWire, openLossyWire } from './chaos-wire.ts';

export type ChaosOptions = {
  seed: number;
  kills: number;
  /** At least; more are played while there are kills left. */
  submissions: number;
  /** Processes on the one database file. */
  processes: number;
  /** Stories at the same time. */
  storiesAtOnce: number;
  /** Of each kind of fault, for each call to Slack, 0 to 1. */
  faultProbability: number;
  /** Channels are archived and brought back meanwhile. */
  movesThreads: boolean;
};

export type ChaosReport = { violations: string[]; summary: string };

const LEASE_MS = 3_000;
const CALL_TIMEOUT_MS = 800;
/** Longer than a lease: somebody else takes over meanwhile. */
const FREEZE_MS = LEASE_MS * 1.4;
/** Longer than our patience with a call, shorter than the wait until it is tried again and than half a lease. */
const SLOW_MS = 1_100;
const FAULTS = ['status500', 'rateLimited', 'resetBefore', 'loseReply', 'fatalError', 'slow'] as const;
const EVENT_RETRY_DELAYS_MS = [0, 300, 600, 1_000, 1_500, 2_000, 3_000, 4_000];
const SETTLING_MS_MAX = 60_000;

/** Kills the app over and over while people work with it and Slack fails; then judges what is left. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const startedAt = Date.now();
  const folder = await mkdtemp(join(tmpdir(), 'chaos-'));
  const databaseFile = join(folder, 'tandem.db');
  const slack = await openSlack();
  const db = lookInto(databaseFile);
  const wire = await openLossyWire(diceFor(options.seed + 1), options.faultProbability * 2);
  slack.setAppUrl(wire.url);
  const apps = startApps(options.processes, slack, wire, databaseFile);
  try {
    const faults = injectFaults(slack, options);
    const { stories, people, freezes } = await playWhileKilling(options, { slack, db, apps });
    slack.faults.clear();
    wire.mend();
    const unsettled = await settle(apps, db);
    const exits = await Promise.all(apps.map((app) => app.stop()));
    const store = await openSqliteStore(`file:${databaseFile}`);
    const verdict = await judge({ slack, db, store, stories });
    await store.close();
    const violations = [
      ...unsettled,
      ...exits.filter((code) => code !== 0).map((code) => `a stop ended with ${code}`),
      ...apps.flatMap(({ crashes }) => crashes.map((crash) => `the app died by itself: ${crash}`)),
      ...unexpectedRefusals(slack),
      ...verdict.violations.map((violation) => violation + evidence(violation, slack, apps)),
    ];
    const acknowledged = stories.filter(({ submitted }) => submitted === 'acknowledged').length;
    const summary = [
      `seed ${options.seed}`,
      `${verdict.requests} requests of ${stories.length} submissions (${acknowledged} acknowledged)`,
      `${verdict.deeds} decisions and other deeds in ${people.acts()} tries`,
      `${options.kills} kills and ${freezes} freezes of ${apps.length} process${apps.length > 1 ? 'es' : ''}`,
      `${faults()} faults in ${slack.calls.length} calls and ${wire.lost()} lost acknowledgements`,
      `${verdict.messages} messages checked`,
      `${Math.round((Date.now() - startedAt) / 1_000)} s`,
      `${violations.length} violations`,
    ].join(', ');
    return { violations, summary };
  } finally {
    await Promise.all(apps.map((app) => app.end()));
    wire.close();
    db.close();
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const openSlack = async (): Promise<LocalSlack> =>
  startLocalSlack({
    ...{ company: COMPANY, teamId: TEAM_ID, app: APP, ...CREDENTIALS },
    manifest: await readManifestFile(),
    historyPageMax: 15,
    eventRetryDelaysMs: EVENT_RETRY_DELAYS_MS,
  });

type Apps = [ChaosProcess, ...ChaosProcess[]];

function startApps(count: number, { apiUrl }: LocalSlack, wire: LossyWire, databaseFile: string): Apps {
  const given = { apiUrl, databaseFile, leaseMs: LEASE_MS, callTimeoutMs: CALL_TIMEOUT_MS };
  const start = () => runApp(given, wire.leadTo);
  return [start(), ...Array.from({ length: count - 1 }, start)];
}

/** Answers how many faults there were. */
function injectFaults({ faults }: LocalSlack, { seed, faultProbability: probability }: ChaosOptions): () => number {
  for (const [index, kind] of FAULTS.entries()) {
    faults.sometimes('*', kind, { probability, seed: seed * 10 + index, delayMs: SLOW_MS, retryAfterSeconds: 1 });
  }
  faults.sometimes('chat.postMessage', 'loseReply', { probability: probability * 2, seed });
  const take = faults.take;
  let taken = 0;
  faults.take = (method) => {
    const fault = take(method);
    if (fault) taken += 1;
    return fault;
  };
  return () => taken;
}

type Scenery = { slack: LocalSlack; db: ChaosDatabase; apps: Apps };

async function playWhileKilling(options: ChaosOptions, { slack, db, apps }: Scenery) {
  const dice = diceFor(options.seed);
  const people = patientPeople(slack, dice.fork());
  const killing = { apps, slack, people, dice: dice.fork(), freezeMs: FREEZE_MS };
  let isKilling = true;
  const killer = killAgainAndAgain(killing, options.kills).finally(() => {
    isKilling = false;
  });
  const stories: Story[] = [];
  let begun = 0;
  const play = async (): Promise<void> => {
    while (isKilling || begun < options.submissions) {
      begun += 1;
      stories.push(await playStory({ slack, db, people, dice: dice.fork() }, begun));
    }
  };
  const meanwhile = interfere(options, { slack, db, apps }, () => isKilling);
  await Promise.all([...Array.from({ length: options.storiesAtOnce }, play), meanwhile]);
  return { stories, people, freezes: await killer };
}

const INTERFERE_EVERY_MS = 1_000;
/** Rounds of which the channel is archived for the last few. */
const ARCHIVING_ROUNDS = 25;
const ARCHIVED_FROM_ROUND = 18;
const MOVED_CHANNEL = 'C0MKTDEC';

/** The clock strikes for some requests, and a channel comes and goes. */
async function interfere(options: ChaosOptions, { slack, db }: Scenery, isKilling: () => boolean): Promise<void> {
  const lena = slack.person('U0LENA');
  for (let round = 0; isKilling(); round += 1) {
    await sleep(INTERFERE_EVERY_MS);
    db.hurryTimers(1);
    if (!options.movesThreads) continue;
    const phase = round % ARCHIVING_ROUNDS;
    if (phase === ARCHIVED_FROM_ROUND) await lena.act({ type: 'archiveChannel', channelId: MOVED_CHANNEL });
    if (phase === 0) await lena.act({ type: 'unarchiveChannel', channelId: MOVED_CHANNEL });
  }
  if (options.movesThreads) await lena.act({ type: 'unarchiveChannel', channelId: MOVED_CHANNEL });
}

/** Waits until all is said and no timer is due; answers what is left when it is not. */
async function settle(apps: Apps, db: ChaosDatabase): Promise<string[]> {
  await Promise.all(apps.map((app) => app.ready()));
  const isSettled = () => db.waiting() === 0 && db.timersDue() === 0;
  for (const end = Date.now() + SETTLING_MS_MAX; Date.now() < end && !isSettled(); await sleep(50)) db.endWaits();
  if (isSettled()) return [];
  const log = apps.flatMap((app) => app.log.slice(-20)).join('\n');
  return [`${db.waiting()} messages and ${db.timersDue()} timers are left over:\n${log}`];
}

const OUTBOX_ID = /[0-9a-f]{8}-[0-9a-f-]{27}/;

/** What Slack and the app noted about the message that a violation names. */
function evidence(violation: string, { calls }: LocalSlack, apps: Apps): string {
  const [id] = OUTBOX_ID.exec(violation) ?? [];
  if (!id) return '';
  const asked = calls
    .filter(({ args }) => JSON.stringify(args.metadata ?? '').includes(id))
    .map(({ method, atMs, status, error }) => `${atMs} ${method} ${status} ${error ?? 'ok'}`);
  const logged = apps.flatMap(({ log }) => log.filter((line) => line.includes(id)));
  return ['', ...asked, ...logged].join('\n    ');
}

/** What the app may ask of a Slack that fails: a form that took too long, or that is gone. */
const EXPECTED_REFUSALS = new Set(['expired_trigger_id', 'exchanged_trigger_id', 'is_archived', 'is_inactive']);
const EXPECTED_OF_LOST_CARDS = new Set(['message_not_found', 'thread_not_found']);

const unexpectedRefusals = ({ refusals }: LocalSlack): string[] =>
  refusals
    .filter(({ error }) => !EXPECTED_REFUSALS.has(error) && !EXPECTED_OF_LOST_CARDS.has(error))
    .map(({ method, error, messages }) => `Slack refused ${method}: ${error} ${messages.join(' ')}`);
