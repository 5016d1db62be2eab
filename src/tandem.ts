import { setTimeout } from 'node:timers/promises';
import { App, type Receiver } from '@slack/bolt';
import type { FetchFunction, WebClient, WebClientOptions } from '@slack/web-api';
import type { TeamId, UserId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import type { DecisionDeps } from '#features/decision/decision.deps.ts';
import { registerDecision } from '#features/decision/decision.listeners.ts';
import { asksForBrief, showBrief } from '#features/digest/brief.listeners.ts';
import type { BriefDeps } from '#features/digest/digest.deps.ts';
import { registerDigest, showDigest } from '#features/digest/digest.listeners.ts';
import { type DigestSchedule, digestSchedule } from '#features/digest/digest.schedule.ts';
import { registerAvailability } from '#features/follow-up/availability.listeners.ts';
import type { FollowUpDeps } from '#features/follow-up/follow-up.deps.ts';
import type { HomeDeps } from '#features/home/home.deps.ts';
import { registerHome } from '#features/home/home.listeners.ts';
import type { Asked, IntakeDeps } from '#features/intake/intake.deps.ts';
import { registerIntake } from '#features/intake/intake.listeners.ts';
import type { Hear, SecondOpinion } from '#features/listening/hear.ts';
import type { ListeningDeps } from '#features/listening/listening.deps.ts';
import { registerListening } from '#features/listening/listening.listeners.ts';
import { showListening } from '#features/listening/settings.listeners.ts';

import { rememberPeople, type SlackUser } from '#slack/people.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import type { Store } from '#store/store.ts';
import { whoIsHere } from './availability.ts';
import { type Parts, type SlackAccess, type TandemOptions, threadUrlIn, type Us, whyNot } from './parts.ts';
import { readers } from './reader.ts';
import { beginOnce } from './server/begin-once.ts';
import { eventsWhenDone } from './server/events-when-done.ts';
import { listen } from './server/http-server.ts';
import { type KeepAliveFetch, keepAliveFetch } from './server/keep-alive-fetch.ts';
import { type LeanOptions, LeanWebClient } from './server/lean-web-client.ts';
import { type Logger, sdkLogger } from './server/log.ts';
import { overHttp, overSocket, type SlackConnection } from './server/slack-connection.ts';
import { untilSlackAnswers } from './server/until-slack-answers.ts';
import { uploader } from './upload.ts';
import { startWorkers } from './workers.ts';

export type Tandem = {
  port: number;
  store: Store;
  /** Reads the org file again; requests keep their policy and people. Rejects, and changes nothing, when it is wrong. */
  reload(): Promise<void>;
  /** Finishes what is under way, at most ten seconds; the outbox keeps the rest. */
  stop(): Promise<void>;
};

const LEASE_MS = 30_000;
const CALL_TIMEOUT_MS = 8_000;
const STOP_PATIENCE_MS = 10_000;

/** Starts the whole product against one Slack workspace: the composition root. */
export async function startTandem(options: TandemOptions): Promise<Tandem> {
  const { slack, log, now = Date.now, leaseMs = LEASE_MS } = options;
  const fetch = keepAliveFetch();
  const clientOptions = clientOptionsFor(options, fetch);
  const client = new LeanWebClient(slack.botToken, clientOptions);
  const connection = connect(slack, fetch, log);
  const store = await openSqliteStore(`file:${options.databaseFile}`, { now });
  const office: { org?: Organisation } = {};
  const readiness = async (): Promise<string[]> => {
    await store.ping();
    return [office.org ? [] : 'Slack has not answered yet', connection.whyNot() ?? []].flat();
  };
  const front = await listen(options.port, {
    readiness,
    onSlack: connection.onRequest,
    isOpen: () => office.org !== undefined,
  });
  const us = await untilSlackAnswers(() => whoWeAre(client), log);
  const readOrganisation = () =>
    options.readOrganisation((email) => untilSlackAnswers(() => userByEmail(client, email), log));
  const first = await readOrganisation();
  const people = rememberPeople((id) => askSlack(client, id), now);
  const org = () => office.org ?? first;
  const here = whoIsHere({ store, people, org, now });
  const reader = readers({ store, people, org });
  const digests = digestSchedule(us.team, { store, org, people, now }, options.digestEveryMs);
  const parts: Parts = { ...options, us, client, store, people, here, reader, org, now, leaseMs, digests, fetch };
  openApp(parts, eventsWhenDone(connection.receiver), clientOptions);
  office.org = first;
  const workers = startWorkers(parts);
  await connection.start();
  here.catchUp(us.team).catch(whyNot(log, 'who is away was not looked up'));
  log.info({ port: front.port, mode: slack.mode, team: us.team }, 'ready');
  return {
    port: front.port,
    store,
    async reload() {
      office.org = await readOrganisation();
    },
    async stop() {
      const closing = [front.close(), connection.stop(), ...workers.map((worker) => worker.stop())];
      await Promise.race([Promise.allSettled(closing), setTimeout(STOP_PATIENCE_MS, undefined, { ref: false })]);
      await store.close();
      fetch.close();
    },
  };
}

function clientOptionsFor(
  { slack, log, callTimeoutMs }: TandemOptions,
  fetch: KeepAliveFetch,
): LeanOptions & WebClientOptions {
  return {
    slackApiUrl: slack.apiUrl,
    fetch,
    // The outbox tries again by itself, and looks first: an SDK that repeats a call by itself says things twice.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: callTimeoutMs ?? CALL_TIMEOUT_MS,
    logger: sdkLogger(log),
  };
}

const connect = (slack: SlackAccess, fetch: FetchFunction, log: Logger): SlackConnection =>
  slack.mode === 'http' ? overHttp(slack.signingSecret, log) : overSocket(slack.appToken, slack.apiUrl, fetch, log);

async function whoWeAre(client: WebClient): Promise<Us> {
  const { team_id, bot_id, user_id, url } = await client.auth.test();
  return {
    team: String(team_id) as TeamId,
    botId: String(bot_id),
    botUserId: String(user_id),
    workspaceUrl: String(url),
  };
}

async function userByEmail(client: WebClient, email: string): Promise<UserId | undefined> {
  try {
    const { user } = await client.users.lookupByEmail({ email });
    return user?.id as UserId | undefined;
  } catch (error) {
    if (error instanceof Error && error.message.includes('users_not_found')) return undefined;
    throw error;
  }
}

const askSlack = async (client: WebClient, user: string): Promise<SlackUser | undefined> =>
  (await client.users.info({ user, include_locale: true })).user as SlackUser | undefined;

function openApp(parts: Parts, receiver: Receiver, clientOptions: WebClientOptions): void {
  const { us, client, store, people, here, reader, org, now, log } = parts;
  const app = new App({
    receiver,
    clientOptions,
    logger: sdkLogger(log),
    convoStore: false,
    // Without a token here Bolt makes no client of its own for each workspace, and listeners get the one below.
    authorize: async () => ({ botId: us.botId, botUserId: us.botUserId, teamId: us.team }),
  });
  app.client = client;
  app.use(beginOnce(now));
  const office = { team: us.team, store, people, org, now, threadUrl: threadUrlIn(us) };
  const hear = hearing(parts.secondOpinion);
  registerFeatures(app, {
    ...office,
    ...here,
    ...reader,
    hear,
    digests: parts.digests,
    upload: uploader(client, parts.fetch),
    asksModel: parts.secondOpinion !== undefined,
    settingsSaved: ({ user }) => parts.digests.replan(user),
    onTrouble: whyNot(log, 'a Home was not published'),
  });
  app.error(async (error) => log.error({ err: error.original ?? error }, 'a listener failed'));
}

/** The detector and all it has learnt are loaded with the first message that is said: a start need not wait for it. */
function hearing(ask: SecondOpinion | undefined): Hear {
  let opened: Hear | undefined;
  let opening: Promise<Hear> | undefined;
  const open = async (): Promise<Hear> => {
    const { openHearing } = await import('#features/listening/hear.ts');
    opened = openHearing(ask);
    return opened;
  };
  return (message, whenDoubtful) => {
    if (opened) return opened(message, whenDoubtful);
    opening ??= open();
    return opening.then((hear) => hear(message, whenDoubtful));
  };
}

/** What the features are made from. */
type FeatureParts = Omit<IntakeDeps, 'verbs'> &
  DecisionDeps &
  FollowUpDeps &
  HomeDeps &
  ListeningDeps &
  BriefDeps & { digests: DigestSchedule };

/** Every feature with what it listens to. A new feature is one line here. */
export function registerFeatures(app: App, parts: FeatureParts): void {
  const verbs = {
    listening: ({ respond, words, ...asker }: Asked) =>
      words.length > 0 ? undefined : showListening(asker, respond, parts),
    digest: ({ respond, words, ...actor }: Asked) => (words.length > 0 ? undefined : showDigest(actor, respond, parts)),
    brief: ({ respond, words, ...actor }: Asked) =>
      asksForBrief(words, parts.org()) ? showBrief(actor, words, respond, parts) : undefined,
  };
  registerIntake(app, { ...parts, verbs });
  registerDecision(app, parts);
  registerListening(app, parts);
  registerAvailability(app, parts);
  registerHome(app, parts);
  registerDigest(app, parts, parts.digests);
}
