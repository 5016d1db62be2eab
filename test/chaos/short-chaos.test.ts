import { expect, it } from 'vitest';
import { chaosSeed } from '#test/support/chaos-random.ts';
import { runChaos } from '#test/support/chaos-run.ts';

const SHORT = { kills: 3, submissions: 6, storiesAtOnce: 4, faultProbability: 0.02, movesThreads: false } as const;
const PATIENCE_MS = 90_000;
/**
 * Time passes 25 times as fast here, so on a machine that is busy with other things the local Slack may carry a call
 * out later than any wait allows for (a known limit: more than 15 s). A fault of ours shows again with another seed.
 */
const TRIES_AGAIN = 1;

it('after kills at random moments while Slack fails, all that was acknowledged is there, and every message once', {
  timeout: PATIENCE_MS,
  retry: TRIES_AGAIN,
}, async () => {
  const seed = chaosSeed();
  const { violations, summary } = await runChaos({ ...SHORT, seed, processes: 1 + (seed % 2) });
  expect(violations, `CHAOS_SEED=${seed}: ${summary}`).toEqual([]);
});
