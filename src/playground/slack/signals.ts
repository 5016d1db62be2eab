/** Waiting for things to happen without asking again and again. */

/** What is left of T once it was found truthy. */
export type Truthy<T> = Exclude<T, false | null | undefined | '' | 0>;

export type Signals = {
  /** Something that a person can see changed. */
  changed(): void;
  /** The app called, or was called: not visible by itself. */
  stirred(): void;
  /** Grows with each `changed`. */
  version(): number;
  /** Runs after each `changed` or `stirred`; answers how to stop. */
  listen(listener: () => void): () => void;
  /**
   * Resolves with the first truthy answer of `ask`, asked now and after each change.
   * @throws {Error} naming `what` after `timeoutMs`, and at once when the local Slack closes.
   */
  waitFor<T>(ask: () => T, timeoutMs: number, what: () => string): Promise<Truthy<T>>;
  /** Resolves when nothing has changed or stirred for `quietMs` and `isBusy` says no. */
  quiet(quietMs: number, isBusy: () => boolean): Promise<void>;
  close(): void;
};

export function createSignals(): Signals {
  const listeners = new Set<() => void>();
  const closers = new Set<() => void>();
  let version = 1;
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const listen = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    changed: () => {
      version += 1;
      tell();
    },
    stirred: tell,
    version: () => version,
    listen,
    waitFor: (ask, timeoutMs, what) => waitFor(listen, closers, ask, timeoutMs, what),
    quiet: (quietMs, isBusy) => quiet(listen, closers, quietMs, isBusy),
    close: () => {
      for (const closer of [...closers]) closer();
      listeners.clear();
    },
  };
}

type Listen = Signals['listen'];

function waitFor<T>(
  listen: Listen,
  closers: Set<() => void>,
  ask: () => T,
  timeoutMs: number,
  what: () => string,
): Promise<Truthy<T>> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      stop();
      closers.delete(closed);
      settle();
    };
    const look = () => {
      try {
        const found = ask();
        if (found) finish(() => resolve(found as Truthy<T>));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const closed = () => finish(() => reject(new Error(`The local Slack closed while waiting. ${what()}`)));
    const late = () => finish(() => reject(new Error(`Waited ${timeoutMs} ms in vain. ${what()}`)));
    const timer = setTimeout(late, timeoutMs);
    const stop = listen(look);
    closers.add(closed);
    look();
  });
}

function quiet(listen: Listen, closers: Set<() => void>, quietMs: number, isBusy: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      stop();
      closers.delete(finish);
      resolve();
    };
    const due = () => (isBusy() ? again() : finish());
    let timer = setTimeout(due, quietMs);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(due, quietMs);
    };
    const stop = listen(again);
    closers.add(finish);
  });
}
