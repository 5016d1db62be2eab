import type { Database } from 'better-sqlite3';

/** Runs work in transactions, and says when there is news for the workers. */
export type Commits = {
  /**
   * Runs `work` in a transaction that it shares with all work of the same turn of the event loop: one sync to disk
   * for all. Resolves when that is on disk. Work that throws is undone alone, and rejects alone; the work beside it
   * then runs twice, so it does nothing but read and write this database.
   */
  run<Result>(work: () => Result): Promise<Result>;
  /** To be called inside `work` when it put rows into the outbox or timers. */
  noteNews(): void;
  onNews(listener: () => void): () => void;
  /** Commits what is waiting, at once. */
  flush(): void;
};

type Result = { ok: true; value: unknown } | { ok: false; error: unknown };
const done = (value: unknown): Result => ({ ok: true, value });

type Waiting = { work: () => unknown; settle: (result: Result) => void };

export function groupCommit(client: Database): Commits {
  const listeners = new Set<() => void>();
  let waiting: Waiting[] = [];
  let hasNews = false;

  const savepoint = client.transaction((work: () => unknown) => work());
  const transaction = client.transaction((batch: Waiting[], run: (work: () => unknown) => Result) =>
    batch.map(({ work }) => run(work)),
  );

  function attempt(work: () => unknown): Result {
    const hadNews = hasNews;
    try {
      return done(savepoint(work));
    } catch (error) {
      // A full disk or an I/O error ends the whole transaction: the work before is gone too.
      if (!client.inTransaction) throw error;
      hasNews = hadNews;
      return { ok: false, error };
    }
  }

  /** All or none: a savepoint for each piece of work would cost as much as the work itself. */
  function commit(batch: Waiting[]): Result[] {
    let hasBegun = false;
    const together = (work: () => unknown): Result => {
      hasBegun = true;
      return done(work());
    };
    hasNews = false;
    try {
      return transaction.immediate(batch, together);
    } catch (error) {
      return hasBegun && batch.length > 1 ? commitApart(batch) : none(batch, error);
    }
  }

  /** Some of it throws: once more, each piece by itself, so that only that one is undone. */
  function commitApart(batch: Waiting[]): Result[] {
    hasNews = false;
    try {
      return transaction.immediate(batch, attempt);
    } catch (error) {
      return none(batch, error);
    }
  }

  function none(batch: Waiting[], error: unknown): Result[] {
    hasNews = false;
    return batch.map(() => ({ ok: false, error }));
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
