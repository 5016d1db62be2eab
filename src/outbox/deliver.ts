import type { Instant } from '#domain/ids.ts';
import type { OutboxRow, Store, StoredRequest, Thread } from '#store/store.ts';
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
  /** Longer than the slowest send with its look-ups, or a message could be taken up twice. */
  leaseMs: number;
};

/** Rows sent at the same time, each of another request. */
const ROWS_AT_ONCE = 16;

/** Keeps sending what the outbox holds: in order for each request, each message once. */
export function startDelivering(delivering: Delivering): Worker {
  const { store, now, leaseMs } = delivering;
  const paused = new Map<string, Instant>();
  const underWay = new Map<string, Promise<void>>();
  let oneIsDone = () => {};

  const take = (row: OutboxRow) => {
    const sending = deliver(row, delivering, paused).finally(() => {
      underWay.delete(row.id);
      oneIsDone();
    });
    underWay.set(row.id, sending);
  };

  const worker = startWorker({
    async round() {
      const room = ROWS_AT_ONCE - underWay.size;
      const rows = room > 0 ? await store.claim(now(), now() + leaseMs, room).catch(() => []) : [];
      for (const row of rows) if (!underWay.has(row.id)) take(row);
      if (room > 0) return rows.length > 0;
      await Promise.race(underWay.values());
      return true;
    },
    nextDue: () => store.nextDue(),
    onNews(listener) {
      oneIsDone = listener;
      return store.onNews(listener);
    },
    now,
  });
  return {
    async stop() {
      await worker.stop();
      await Promise.all(underWay.values());
    },
  };
}

type Paused = Map<string, Instant>;

async function deliver(row: OutboxRow, delivering: Delivering, paused: Paused): Promise<void> {
  const { store, present, sender, log, now } = delivering;
  const startedAt = now();
  try {
    const stored = row.request ? await store.find(row.team, row.request) : undefined;
    const delivery = await present(row.team, row.message, stored);
    if (!delivery) return await store.delivered(row.id, now());
    const pausedUntil = paused.get(laneOf(delivery, stored?.thread)) ?? 0;
    if (pausedUntil > now()) return await store.postpone(row.id, pausedUntil, { counts: false, unsure: row.unsure });
    const receipt = await send(row, delivery, stored, sender);
    if ('kind' in receipt) return await handle(receipt, row, delivery, stored, delivering, paused);
    await store.delivered(row.id, now(), receipt);
    log.sent(row, now() - startedAt);
  } catch (error) {
    // The store did not answer, or a view could not be made: the lease ends and the row comes back.
    log.crashed(row, error);
  }
}

const send = (row: OutboxRow, delivery: Delivery, stored: StoredRequest | undefined, sender: Sender) =>
  sender.send(row, delivery, stored?.thread).catch((error: unknown): Mishap => mishapOf(error));

/** What Slack counts together: posts by channel, updates together (slack-facts c). */
function laneOf(delivery: Delivery, thread: Thread | undefined): string {
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
  }
}

async function handle(
  mishap: Mishap,
  row: OutboxRow,
  delivery: Delivery,
  stored: StoredRequest | undefined,
  { store, fallbacks, log, now, chance }: Delivering,
  paused: Paused,
): Promise<void> {
  const giveUp = async (error: string) => {
    log.abandoned(row, error);
    await store.abandon(row.id, now(), error, fallbacks.instead(row, { kind: 'undeliverable', error }));
  };
  const postpone = async (waitMs: number, why: string, how: { counts: boolean; unsure: boolean }) => {
    log.postponed(row, now() + waitMs, why);
    await store.postpone(row.id, now() + waitMs, how);
  };
  switch (mishap.kind) {
    case 'rate-limited':
      paused.set(laneOf(delivery, stored?.thread), now() + mishap.retryAfterMs);
      return postpone(mishap.retryAfterMs, 'rate limit', { counts: false, unsure: row.unsure });
    case 'try-again':
      return postpone(backoffMs(row.attempts, chance()), mishap.error, {
        counts: true,
        unsure: row.unsure || mishap.unsure,
      });
    case 'thread-lost':
      if (delivery.to === 'person' || delivery.to === 'new-group') return giveUp(mishap.error);
      if (!(await fallbacks.loseThread(row, mishap.loss))) return giveUp(mishap.error);
      return postpone(0, mishap.loss, { counts: false, unsure: false });
    case 'never':
      return giveUp(mishap.error);
  }
}
