/** Starts a local Slack: the same for the playground and for tests. */
import { type MovableClock, movableClock } from '../clock.ts';
import type { AckOutcome } from '../person-does.ts';
import type { HomeView, MessageView, ModalView } from '../person-sees.ts';
import { createFaults, type Faults } from './faults.ts';
import { createHttpDelivery } from './http-delivery.ts';
import { createFront, type ServePage } from './http-front.ts';
import { readManifest } from './manifest.ts';
import { createKeeper, readSnapshot } from './persistence.ts';
import type { PersonActs } from './person.ts';
import { createRateLimits } from './rate-limits.ts';
import { createSignals, type Truthy } from './signals.ts';
import { createSocketMode, type SocketMode } from './socket-mode.ts';
import { type Company, type CompanyPerson, firstState, type State } from './state.ts';
import { indexReplies } from './timeline.ts';
import { type Call, createTraffic, type Refusal } from './traffic.ts';
import { createTransport } from './transport.ts';
import { watchOver } from './watching.ts';
import { createService } from './web-api.ts';
import { type AppIdentity, createWorld, type Retry, type Settings, type World } from './world.ts';

export type LocalSlackOptions = {
  company: Company;
  teamId: string;
  app: AppIdentity;
  /** manifest.yml, parsed. */
  manifest: unknown;
  signingSecret: string;
  botToken: string;
  appToken: string;
  /** 0 or absent: any free port. */
  port?: number;
  /** People can move it by act `moveClock`; a function (milliseconds since 1970) only its owner can. Default: movable. */
  clock?: MovableClock | (() => number);
  /** Keeps the state over restarts: written within 250 ms of a change, and on close. */
  dataFile?: string;
  /** Where the app listens; payloads go to `${appUrl}/slack/events` unless it is connected by Socket Mode. */
  appUrl?: string;
  /** Answers GET requests for anything that is not the local Slack's own. */
  servePage?: ServePage;
  /** Hold the app to Slack's rate limits (429). Default off. */
  rateLimits?: boolean;
  /** Caps pages of history and replies; 15 is Slack's for apps outside the Marketplace. */
  historyPageMax?: number;
  /** Default `all`; see Settings. */
  stateCovers?: Settings['stateCovers'];
  /** Default 3000, which is Slack's; only tests of lateness itself should shorten it. Real time. */
  ackTimeoutMs?: number;
  /** Default [0, 60000, 300000], Slack's. Real time. */
  eventRetryDelaysMs?: number[];
};

export type LocalSlack = {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  url: string;
  /** For the SDK's `slackApiUrl`; ends in `/api/`. */
  apiUrl: string;
  setAppUrl(appUrl: string | undefined): void;
  /** To be called when the clock was moved: pages fetch anew, and waits look again. */
  clockMoved(): void;
  person(userId: string): PersonActs;
  /** Joins the company now; sends `team_join`. */
  addPerson(person: CompanyPerson): Promise<AckOutcome>;
  /** Oldest first, replies too, ephemerals not. */
  messagesIn(channelId: string): MessageView[];
  /** The parent and its replies, oldest first. */
  thread(channelId: string, ts: string): MessageView[];
  /** The DM between the app and that person; empty when there is none. */
  dmWith(userId: string): MessageView[];
  /** Id of that DM, opened when need be. */
  dmIdWith(userId: string): string;
  /** Shown to that person only, oldest first. */
  ephemeralsTo(userId: string): (MessageView & { channelId: string })[];
  /** Bottom first. */
  modalsOf(userId: string): ModalView[];
  homeOf(userId: string): HomeView | undefined;
  /** The whole metadata of a message, as the app gave it. */
  metadataOf(channelId: string, ts: string): Record<string, unknown> | undefined;
  /** What the app uploaded, by file id; undefined when it is none of these. */
  uploaded(fileId: string): string | undefined;
  /** What Slack would not have taken from the app, oldest first. Injected faults and 429 are not among them. */
  refusals: Refusal[];
  /** Every call of the app, response urls too, in order of arrival. */
  calls: Call[];
  faults: Faults;
  sockets: Pick<SocketMode, 'count' | 'disconnect' | 'cut'> & { rateLimited(): void };
  /**
   * Resolves with the first truthy answer, asked now and on each change. Default timeout 5000 ms.
   * @throws {Error} listing the last calls and refusals when nothing truthy comes in time.
   */
  waitFor<T>(ask: () => T, timeoutMs?: number): Promise<Truthy<T>>;
  /** Resolves when the app has neither called nor been called for this long. Default 50 ms. */
  quiet(quietMs?: number): Promise<void>;
  /** Sends an event once more, as Slack's retries do, without waiting for the first. Default: the last, retry 1. */
  redeliver(which?: string, retry?: Retry): Promise<AckOutcome>;
  /** Payloads on their way to the app. */
  inFlight(): number;
  close(): Promise<void>;
};

function settingsOf(options: LocalSlackOptions): Settings {
  const { app, signingSecret, botToken, appToken, historyPageMax } = options;
  return {
    app,
    signingSecret,
    botToken,
    appToken,
    manifest: readManifest(options.manifest),
    ackTimeoutMs: options.ackTimeoutMs ?? 3000,
    eventRetryDelaysMs: options.eventRetryDelaysMs ?? [0, 60_000, 300_000],
    stateCovers: options.stateCovers ?? 'all',
    ...(historyPageMax === undefined ? {} : { historyPageMax }),
  };
}

/** What was kept, with people and channels that the company has since got; else a fresh workspace. */
function stateToStartFrom(options: LocalSlackOptions, nowMs: number): State {
  const fresh = firstState(options.company, options.teamId, options.app, nowMs);
  const kept = options.dataFile === undefined ? undefined : (readSnapshot(options.dataFile) as State | undefined);
  if (!kept) return fresh;
  return {
    ...kept,
    team: { ...fresh.team, ...kept.team },
    people: { ...fresh.people, ...kept.people },
    channels: { ...fresh.channels, ...kept.channels },
    messages: { ...fresh.messages, ...kept.messages },
  };
}

/** The parts that need no state, and what they share. */
function outerParts(options: LocalSlackOptions, settings: Settings) {
  const { clock = movableClock() } = options;
  const time = typeof clock === 'function' ? { nowMs: clock } : { nowMs: clock.now, clock };
  const { nowMs } = time;
  const { signingSecret, ackTimeoutMs, botToken, appToken } = settings;
  const signals = createSignals();
  const traffic = createTraffic(signals, [botToken, appToken, signingSecret]);
  const sockets = createSocketMode({ appId: settings.app.id, ackTimeoutMs, onChange: signals.changed });
  const http = createHttpDelivery({ signingSecret, ackTimeoutMs, appUrl: options.appUrl });
  const place = { origin: '' };
  const origin = () => place.origin;
  const transport = createTransport({ http, sockets, traffic, nowMs, origin });
  return { ...time, signals, traffic, sockets, http, place, origin, transport, settings };
}

export async function startLocalSlack(options: LocalSlackOptions): Promise<LocalSlack> {
  const outer = outerParts(options, settingsOf(options));
  const made: World[] = [];
  const service = await createService(stateToStartFrom(options, outer.nowMs()), (state) => {
    const world = createWorld({ ...outer, state });
    indexReplies(world);
    made.push(world);
    return world;
  });
  const [world] = made;
  if (!world) throw new Error('The emulator did not set the service up.');
  const faults = createFaults();
  const limits = options.rateLimits ? createRateLimits(outer.nowMs) : undefined;
  const parts = { world, service, faults, limits };
  const front = createFront(() => parts, outer.sockets, options.servePage);
  const port = await front.listen(options.port ?? 0);
  outer.place.origin = `http://127.0.0.1:${port}`;
  const keeper = options.dataFile === undefined ? undefined : createKeeper(options.dataFile, service.snapshot);
  if (keeper) outer.signals.listen(keeper.touch);

  const close = async () => {
    world.isClosed = true;
    for (const timer of world.timers) clearTimeout(timer);
    outer.signals.close();
    await outer.sockets.close();
    outer.http.close();
    await front.close();
    keeper?.close();
    await service.close();
  };
  const { count, disconnect, cut, rateLimited } = outer.sockets;
  return {
    url: outer.place.origin,
    apiUrl: `${outer.place.origin}/api/`,
    clockMoved: outer.signals.changed,
    setAppUrl: (appUrl) => {
      outer.http.setAppUrl(appUrl);
      outer.signals.changed();
    },
    faults,
    sockets: { count, disconnect, cut, rateLimited: () => rateLimited(options.teamId) },
    ...watchOver(world),
    close,
  };
}
