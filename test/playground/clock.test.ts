import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { movableClock } from '#playground/clock.ts';

const HOUR_MS = 60 * 60 * 1_000;
const TEN_YEARS_MS = 10 * 366 * 24 * HOUR_MS;
/** The computer's clock in these tests: it stands still. */
const REAL_MS = Date.UTC(2026, 10, 2, 1);
const realTime = () => REAL_MS;
const backwards = { ok: false, why: expect.stringContaining('only moves forward') };

async function aFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clock-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'clock.json');
}

describe('the movable clock', () => {
  it('goes on from where it was moved to', () => {
    let real = REAL_MS;
    const clock = movableClock(undefined, () => real);
    expect(clock.aheadMs()).toBe(0);
    expect(clock.moveTo(REAL_MS + 3 * HOUR_MS)).toEqual({ ok: true });
    expect(clock.moveBy(HOUR_MS)).toEqual({ ok: true });
    real += 5;
    expect(clock.now()).toBe(REAL_MS + 4 * HOUR_MS + 5);
    expect(clock.aheadMs()).toBe(4 * HOUR_MS);
  });

  it('never goes back, and says so', () => {
    const clock = movableClock(undefined, realTime);
    clock.moveBy(HOUR_MS);
    for (const ms of [-1, 0, 0.4, Number.NaN]) expect(clock.moveBy(ms)).toEqual(backwards);
    expect(clock.moveTo(REAL_MS)).toEqual(backwards);
    expect(clock.moveTo(Number.NaN)).toEqual(backwards);
    expect(clock.now()).toBe(REAL_MS + HOUR_MS);
  });

  it('stays within ten years, however often it is moved', () => {
    const clock = movableClock(undefined, realTime);
    expect(clock.moveBy(TEN_YEARS_MS)).toEqual({ ok: true });
    expect(clock.moveBy(1)).toEqual({ ok: false, why: expect.stringContaining('ten years') });
    expect(clock.moveBy(Number.POSITIVE_INFINITY)).toMatchObject({ ok: false });
    expect(clock.aheadMs()).toBe(TEN_YEARS_MS);
  });

  it('is as far ahead after a restart', async () => {
    const file = await aFile();
    movableClock(file, realTime).moveBy(HOUR_MS);
    const again = movableClock(file, realTime);
    expect(again.now()).toBe(REAL_MS + HOUR_MS);
    again.moveBy(HOUR_MS);
    expect(movableClock(file, realTime).aheadMs()).toBe(2 * HOUR_MS);
  });

  it.each(['not ours', '', '{"aheadMs":-5}', '{"aheadMs":1e9}', `{"aheadMs":${TEN_YEARS_MS + 1}}`])(
    'refuses a file that holds something else, and leaves it: %j',
    async (text) => {
      const file = await aFile();
      await writeFile(file, text);
      expect(() => movableClock(file, realTime)).toThrow('does not hold how far');
      expect(await readFile(file, 'utf8')).toBe(text);
    },
  );
});
