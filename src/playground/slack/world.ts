/** The local Slack at work: what is remembered (state), what is forgotten on a restart, clock, ids, and the way out. */
import { createHash } from 'node:crypto';
import type { MovableClock } from '../clock.ts';
import type { AckOutcome } from '../person-does.ts';
import type { OptionView } from '../person-sees.ts';
import type { Json } from './json.ts';
import type { Manifest } from './manifest.ts';
import type { Signals } from './signals.ts';
import type { MessageRecord, State } from './state.ts';
import type { Traffic } from './traffic.ts';

export type AppIdentity = { id: string; botUserId: string; botId: string; name: string };

export type Settings = {
  app: AppIdentity;
  manifest: Manifest;
  signingSecret: string;
  botToken: string;
  appToken: string;
  /** How long the app has to acknowledge. Slack's law is 3000. */
  ackTimeoutMs: number;
  /** When an event that was not acknowledged is sent again; Slack: at once, 1 min, 5 min. */
  eventRetryDelaysMs: number[];
  /** Caps pages of history and replies, as for apps outside the Marketplace (15). */
  historyPageMax?: number;
  /** Which elements `view.state.values` covers: sources disagree on those outside input blocks. */
  stateCovers: 'all' | 'inputs';
};

export type Trigger = {
  userId: string;
  atMs: number;
  /** Real time, so that a clock that stands still in a test does not stop the 3 seconds. */
  atRealMs: number;
  used: boolean;
  /** The modal it came from, which views.push needs. */
  fromViewId?: string;
};

/** A file of the app on its way: announced, then with its bytes. */
type Upload = { name: string; lengthBytes: number; content?: string };

type EphemeralRecord = { channelId: string; toUserId: string; message: MessageRecord };

type ToastRecord = { id: number; userId: string; kind: 'error' | 'info'; text: string; atMs: number };

export type ResponseUrlRecord = {
  token: string;
  userId: string;
  channelId: string;
  atMs: number;
  uses: number;
  /** The message that the press came from. */
  source?: { ts: string; isEphemeral: boolean };
};

type DeliveryForm = 'event' | 'command' | 'interactive';
export type Retry = { num: number; reason: string };
/** `kind` is for the traffic panel: `event:message`, `command:/buy-tool`, `block_actions`… */
export type Delivery = { kind: string; form: DeliveryForm; payload: Json };
/** `text`: the body of the app's answer, "" when it was empty or never came. */
export type AppReply = AckOutcome & { text: string; reason?: string; noRetry: boolean };

/** How payloads reach the app, by socket when there is one, else by HTTP. */
export type Transport = {
  deliver(delivery: Delivery, retry?: Retry): Promise<AppReply>;
  isConnected(): boolean;
  /** A new single-use address for a Socket Mode connection. */
  socketUrl(): string;
  inFlight(): number;
};

export type World = {
  state: State;
  settings: Settings;
  signals: Signals;
  traffic: Traffic;
  transport: Transport;
  nowMs(): number;
  /** What `nowMs` goes by, when people may move it. */
  clock?: MovableClock;
  /** Files of the app on their way, by id; forgotten on a restart. */
  uploads: Map<string, Upload>;
  /** `http://127.0.0.1:<port>`, known once the server listens. */
  origin(): string;
  /** Timers that close() must stop. */
  timers: Set<NodeJS.Timeout>;
  isClosed: boolean;
  triggers: Map<string, Trigger>;
  responseUrls: Map<string, ResponseUrlRecord>;
  ephemerals: EphemeralRecord[];
  toasts: ToastRecord[];
  /** Options last offered by type-ahead, by place, block and action. */
  offered: Map<string, OptionView[]>;
  /** Replies by channel and parent, oldest first: an index over `state.messages`. */
  replies: Map<string, Map<string, MessageRecord[]>>;
  /** The newest event envelopes, for redelivery; oldest first. */
  sentEvents: Json[];
};

export function createWorld(
  parts: Pick<World, 'state' | 'settings' | 'signals' | 'traffic' | 'transport' | 'nowMs' | 'clock' | 'origin'>,
): World {
  const world: World = {
    ...parts,
    timers: new Set(),
    isClosed: false,
    triggers: new Map(),
    responseUrls: new Map(),
    ephemerals: [],
    toasts: [],
    offered: new Map(),
    replies: new Map(),
    sentEvents: [],
    uploads: new Map(),
  };
  return world;
}

/** Unique and growing over all channels, even when the clock stands still or goes back. */
export function nextTs(world: World): string {
  const { counters } = world.state;
  counters.tsMicros = Math.max(Math.floor(world.nowMs()) * 1000, counters.tsMicros + 1);
  const micros = String(counters.tsMicros % 1_000_000).padStart(6, '0');
  return `${Math.floor(counters.tsMicros / 1_000_000)}.${micros}`;
}

/** As Slack's look: the prefix, then capitals and digits. The same run gives the same ids. */
export function nextId(world: World, prefix: string): string {
  world.state.counters.id += 1;
  return `${prefix}0L${world.state.counters.id.toString(36).toUpperCase().padStart(8, '0')}`;
}

/** Hex that nobody outside can guess without the signing secret, yet the same in the same run. */
export function secretFor(world: World, purpose: string): string {
  world.state.counters.id += 1;
  const seed = `${world.settings.signingSecret}:${purpose}:${world.state.counters.id}`;
  return createHash('sha256').update(seed).digest('hex').slice(0, 24);
}

export const unixSeconds = (world: World): number => Math.floor(world.nowMs() / 1000);

/** Runs `work` later unless the local Slack closes before. */
export function later(world: World, delayMs: number, work: () => void): void {
  if (world.isClosed) return;
  const timer = setTimeout(() => {
    world.timers.delete(timer);
    work();
  }, delayMs);
  world.timers.add(timer);
}

/** What is only remembered while running must not grow for ever in a playground that runs for weeks. */
const KEPT_MAX = 5000;

/** Drops the oldest when there are more than `KEPT_MAX`. */
export function keepFew(kept: Map<string, unknown> | unknown[]): void {
  if (Array.isArray(kept)) {
    if (kept.length > KEPT_MAX) kept.splice(0, kept.length - KEPT_MAX);
    return;
  }
  const [oldest] = kept.keys();
  if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
}

export function toast(world: World, userId: string, kind: 'error' | 'info', text: string): void {
  world.state.counters.id += 1;
  world.toasts.push({ id: world.state.counters.id, userId, kind, text, atMs: world.nowMs() });
  keepFew(world.toasts);
  world.signals.changed();
}
