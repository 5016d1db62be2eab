import { setTimeout } from 'node:timers/promises';
import type { Instant } from '#domain/ids.ts';
import type { OutboxRow, Room, Store, StoredRequest, Thread } from '#store/store.ts';
import { backoffMs } from './backoff.ts';
import type { Delivery, Fallbacks, Present } from './outbox.ts';
import { type Mishap, mishapOf } from './slack-errors.ts';
import type { Sender } from './slack-sender.ts';
import { startWorker, type Worker } from './worker.ts';

/** What the outbox tells the log. Ids and Slack's error codes only: never what people wrote. */
export type DeliveryLog = {
  sent(row: OutboxRow, tookMs: number): void;
  postponed(row: OutboxRow, until: Instant, why: string): void;
  abandoned(row: OutboxRow, error: string): void;
  crashed(row: OutboxRow, error: unknown): void;
};

export type Delivering = {
  store: Store;
  present: Present;
  sender: Sender;
  fallbacks: Fallbacks;
  log: DeliveryLog;
  now(): Instant;
  chance(): number;
  /** How long a row is ours, in milliseconds. Longer than three calls to Slack at their slowest. */
  leaseMs: number;
};

/** Rows sent at the same time, each of another request; beside them a few of those that come in their turn. */
const AT_ONCE: Room = { prompt: 32, bulk: 4 };

/**
 * The share of a lease that is left for the last call: what is not begun by then is not begun any more. More than the
 * call may take, for Slack may do late what we gave up waiting for.
 */
const LAST_CALL_SHARE = 1 / 2;

/** A message waits for its thread this often. A thread that is on its way goes first, so once is the rule. */
const OPENING_TRIES_MAX = 3;

/**
 * How long a round waits for answers of Slack to come in, in milliseconds: what they settle and what is claimed next
 * share one sync to disk. Slack itself takes a hundred times as long.
 */
const GATHER_MS = 2;

/** Stores what became of a row. */
type Settle = () => Promise<void>;

/** Keeps sending what the outbox holds: in order for each request, each message once. */
export function startDelivering(delivering: Delivering): Worker {
  const { store, now, leaseMs } = delivering;
  const sending = startSending(delivering);
  const worker = startWorker({
    async round() {
      await setTimeout(GATHER_MS);
      sending.settle();
      const room = sending.room();
      const leasedUntil = now() + leaseMs;
      const rows = room.prompt + room.bulk > 0 ? await store.claim(now(), leasedUntil, room).catch(() => []) : [];
      for (const row of rows) sending.take(row, leasedUntil);
      return rows.length > 0;
    },
    nextDue: () => store.nextDue(sending.room()),
    onNews(listener) {
      sending.onAnswer(listener);
      return store.onNews(listener);
    },
    now,
  });
  return {
    async stop() {
      await worker.stop();
      sending.onAnswer(sending.settle);
      sending.settle();
      await sending.done();
    },
  };
}

/** The rows that are being sent, and those that were and are not settled yet. */
function startSending(delivering: Delivering) {
  const paused = new Map<string, Instant>();
  const underWay = new Map<string, Promise<void>>();
  const atSlack: Room = { prompt: 0, bulk: 0 };
  const answered: (() => void)[] = [];
  let onAnswer = () => {};

  async function send(row: OutboxRow, leasedUntil: Instant): Promise<void> {
    const lane = row.bulk ? 'bulk' : 'prompt';
    try {
      atSlack[lane] += 1;
      const settle = await deliver(row, leasedUntil, delivering, paused).finally(() => {
        atSlack[lane] -= 1;
      });
      await new Promise<void>((resolve, reject) => {
        answered.push(() => settle().then(resolve, reject));
        onAnswer();
      });
    } catch (error) {
      // The store did not answer, or a view could not be made: the lease ends and the row comes back.
      delivering.log.crashed(row, error);
    } finally {
      underWay.delete(row.id);
    }
  }

  return {
    room: (): Room => ({ prompt: AT_ONCE.prompt - atSlack.prompt, bulk: AT_ONCE.bulk - atSlack.bulk }),
    take(row: OutboxRow, leasedUntil: Instant) {
      if (!underWay.has(row.id)) underWay.set(row.id, send(row, leasedUntil));
    },
    /** Stores what became of the rows that Slack has answered; begins with all of them at once. */
    settle() {
      for (const settle of answered.splice(0)) settle();
    },
    onAnswer(listener: () => void) {
      onAnswer = listener;
    },
    done: () => Promise.all(underWay.values()),
  };
}

type Paused = Map<string, Instant>;

/** One row being sent: what of, in which state of its request, and until when it is ours. */
type Sending = { row: OutboxRow; delivery: Delivery; stored: StoredRequest | undefined; leasedUntil: Instant };

async function deliver(row: OutboxRow, leasedUntil: Instant, delivering: Delivering, paused: Paused): Promise<Settle> {
  const { store, present, log, now } = delivering;
  const startedAt = now();
  const stored = row.request ? await store.find(row.team, row.request) : undefined;
  const delivery = await present(row.team, row.message, stored);
  if (!delivery) return () => store.delivered(row.id, now());
  const pausedUntil = paused.get(laneOf(row, delivery, stored?.thread)) ?? 0;
  if (pausedUntil > now()) return () => store.postpone(row.id, pausedUntil, { counts: false, unsure: row.unsure });
  const sending: Sending = { row, delivery, stored, leasedUntil };
  const receipt = await send(sending, delivering);
  if ('kind' in receipt) return () => handle(receipt, sending, delivering, paused);
  return async () => {
    await store.delivered(row.id, now(), receipt);
    log.sent(row, now() - startedAt);
  };
}

/** A process that stood still (a virtual machine that was moved) must not say what another has said meanwhile. */
const send = ({ row, delivery, stored, leasedUntil }: Sending, { sender, now, leaseMs }: Delivering) =>
  sender
    .send(row, delivery, stored?.thread, () => now() < leasedUntil - leaseMs * LAST_CALL_SHARE)
    .catch((error: unknown): Mishap => mishapOf(error));

/** What Slack counts together: posts by channel, updates together (slack-facts c). What comes in its turn waits as one. */
function laneOf({ bulk }: OutboxRow, delivery: Delivery, thread: Thread | undefined): string {
  if (bulk) return 'bulk';
  switch (delivery.to) {
    case 'card':
      return 'update';
    case 'person':
      return `post ${delivery.user}`;
    case 'new-thread':
      return `post ${delivery.channel}`;
    case 'new-group':
      return `post ${delivery.people.join()}`;
    case 'thread':
      return `post ${thread?.channel}`;
    case 'only':
      return `whisper ${delivery.channel}`;
  }
}

async function handle(mishap: Mishap, sending: Sending, delivering: Delivering, paused: Paused): Promise<void> {
  const { row, delivery, stored, leasedUntil } = sending;
  const { store, fallbacks, log, now, chance } = delivering;
  const giveUp = async (error: string) => {
    log.abandoned(row, error);
    await store.abandon(row.id, now(), error, fallbacks.instead(row, { kind: 'undeliverable', error }));
  };
  const postpone = async (waitMs: number, why: string, how: { counts: boolean; unsure: boolean }) => {
    log.postponed(row, now() + waitMs, why);
    await store.postpone(row.id, now() + waitMs, how);
  };
  // It may be somebody else's by now: left alone, it comes back by itself.
  if (now() >= leasedUntil) return log.postponed(row, leasedUntil, 'lease over');
  switch (mishap.kind) {
    case 'rate-limited':
      paused.set(laneOf(row, delivery, stored?.thread), now() + mishap.retryAfterMs);
      return postpone(mishap.retryAfterMs, 'rate limit', { counts: false, unsure: row.unsure });
    case 'try-again':
      return postpone(backoffMs(row.attempts, chance()), mishap.error, {
        counts: true,
        unsure: row.unsure || mishap.unsure,
      });
    case 'thread-lost':
      if (!row.request || delivery.to === 'person' || delivery.to === 'new-group') return giveUp(mishap.error);
      if (await hasChanged(sending, store)) return postpone(0, mishap.error, { counts: false, unsure: row.unsure });
      if (!(await fallbacks.loseThread(row, mishap.loss))) return giveUp(mishap.error);
      return postpone(0, mishap.loss, { counts: false, unsure: false });
    case 'not-open':
      if (row.attempts >= OPENING_TRIES_MAX) return giveUp(mishap.error);
      return postpone(backoffMs(row.attempts, chance()), mishap.error, { counts: true, unsure: row.unsure });
    case 'never':
      return giveUp(mishap.error);
  }
}

/** The request went on while its message was under way; perhaps it has a new thread already. */
async function hasChanged({ row, stored }: Sending, store: Store): Promise<boolean> {
  if (!row.request) return false;
  return (await store.find(row.team, row.request))?.version !== stored?.version;
}
