import type { Instant } from '#domain/ids.ts';

/** Longest sleep, in milliseconds: other processes put work into the store without telling us. */
const POLL_MS = 1_000;

export type Worker = {
  /** Takes no new work and waits for what is under way. */
  stop(): Promise<void>;
};

export type Work = {
  /** Does one round of what is due; true when there may be more right away. Never rejects. */
  round(): Promise<boolean>;
  nextDue(): Promise<Instant | undefined>;
  onNews(listener: () => void): () => void;
  now(): Instant;
};

/** Runs rounds for as long as there is something due, and sleeps until the next thing is or news comes. */
export function startWorker({ round, nextDue, onNews, now }: Work): Worker {
  let stopping = false;
  let wake = () => {};
  let hasNews = false;
  const forget = onNews(() => {
    hasNews = true;
    wake();
  });
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async () => {
    while (!stopping) {
      hasNews = false;
      if (await round()) continue;
      const due = await nextDue().catch(() => undefined);
      const waitMs = Math.min(POLL_MS, Math.max(0, (due ?? Number.POSITIVE_INFINITY) - now()));
      if (!hasNews && !stopping) await sleep(waitMs);
    }
  };
  const running = run();
  return {
    async stop() {
      stopping = true;
      forget();
      wake();
      await running;
    },
  };
}
