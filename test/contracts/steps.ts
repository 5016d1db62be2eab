import type { OutboxRow, Store, Thread } from '#store/store.ts';
import { MONDAY } from '#test/support/builders.ts';

/** A time at which everything stored by the builders is due, and leases that outlast any test's clock. */
export const NOW = MONDAY + 1_000;
export const LEASED_UNTIL = NOW + 60_000;

export const claimAll = (store: Store, now = NOW): Promise<OutboxRow[]> =>
  store.claim(now, now + 60_000, { prompt: 1_000, bulk: 1_000 });

/** What a row says, short enough to compare. */
export const said = ({ message }: OutboxRow): string => (message.kind === 'asked' ? message.question : message.kind);

/** Delivers until nothing is due, and answers what was said, in order. */
export async function deliverAll(store: Store, receipt?: (row: OutboxRow) => Thread): Promise<string[]> {
  const heard: string[] = [];
  for (;;) {
    const rows = await claimAll(store);
    if (rows.length === 0) return heard;
    for (const row of rows) {
      heard.push(said(row));
      await store.delivered(row.id, NOW, row.message.kind === 'thread-opened' ? receipt?.(row) : undefined);
    }
  }
}

/** Delivers everything; cards go to this thread. */
export const openThread = (store: Store, thread: Thread): Promise<string[]> => deliverAll(store, () => thread);
