import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startPlayground } from '#playground/start-playground.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

it('keeps the moved clock over a restart, and forgets it on a reset', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const inPlayground = async (reset: boolean, moveMs = 0): Promise<number> => {
    const { slack, clock } = await startPlayground({ port: 0, folder, reset, language: 'en' });
    if (moveMs > 0) await slack.person('U0MIA').act({ type: 'moveClock', by: moveMs });
    await slack.close();
    return clock.aheadMs();
  };
  expect(await inPlayground(false, DAY_MS)).toBe(DAY_MS);
  expect(await inPlayground(false)).toBe(DAY_MS);
  expect(await inPlayground(true)).toBe(0);
});
