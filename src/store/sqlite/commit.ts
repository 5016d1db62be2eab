import type { Database } from 'better-sqlite3';

/** Runs work in transactions, and says when there is news for the workers. */
export type Commits = {
  /**
   * Runs `work` in a transaction that it shares with all work of the same turn of the event loop: one sync to disk
   * for all. Resolves when that is on disk. Work that throws is undone alone, and rejects alone.
   */
  run<Result>(work: () => Result): Promise<Result>;
  /** To be called inside `work` when it put rows into the outbox or timers. */
  noteNews(): void;
  onNews(listener: () => void): () => void;
  /** Commits what is waiting, at once. */
  flush(): void;
};

type Result = { ok: true; value: unknown } | { ok: false; error: unknown };
type Waiting = { work: () => unknown; settle: (result: Result) => void };

export function groupCommit(client: Database): Commits {
  const listeners = new Set<() => void>();
  let waiting: Waiting[] = [];
  let hasNews = false;

  const savepoint = client.transaction((work: () => unknown) => work());
  const transaction = client.transaction((batch: Waiting[]) => batch.map(({ work }) => attempt(work)));

  function attempt(work: () => unknown): Result {
    const hadNews = hasNews;
    try {
      return { ok: true, value: savepoint(work) };
    } catch (error) {
      // A full disk or an I/O error ends the whole transaction: the work before is gone too.
      if (!client.inTransaction) throw error;
      hasNews = hadNews;
      return { ok: false, error };
    }
  }

  function commit(batch: Waiting[]): Result[] {
    hasNews = false;
    try {
      return transaction.immediate(batch);
    } catch (error) {
      hasNews = false;
      return batch.map(() => ({ ok: false, error }));
    }
  }

  function flush(): void {
    const batch = waiting;
    if (batch.length === 0) return;
    waiting = [];
    const results = commit(batch);
    for (const [index, result] of results.entries()) batch[index]?.settle(result);
    if (hasNews) for (const listener of [...listeners]) listener();
  }

  return {
    run: <Value>(work: () => Value) =>
      new Promise<Value>((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ work, settle: (result) => (result.ok ? resolve(result.value as Value) : reject(result.error)) });
      }),
    noteNews: () => {
      hasNews = true;
    },
    onNews: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush,
  };
}
