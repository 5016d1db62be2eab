import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { writeWeights } from '#features/listening/detector/weights-file.ts';
import { openHearing } from '#features/listening/hear.ts';
import { HELD_BACK, readRows } from '#features/listening/training/rows.ts';
import { judge, LANGUAGES, scoreOf } from '#features/listening/training/table.ts';
import { trainWeights } from '#features/listening/training/train-weights.ts';

const root = join(import.meta.dirname, '../../..');
const file = join(root, 'src/features/listening/detector/weights.bin');
const WEIGHTS_BYTES_MAX = 1_000_000;

/** Somewhat below what docs/listening.md tells, so that a change for the worse is seen. */
const FLOORS = {
  'held-back': {
    en: { precision: 0.95, recall: 0.7, stage: 0.88, tools: 0.85 },
    zh: { precision: 0.96, recall: 0.8, stage: 0.87, tools: 0.85 },
    mixed: { precision: 0.95, recall: 0.76, stage: 0.86, tools: 0.92 },
  },
  'held-back-plain': {
    en: { precision: 0.97, recall: 0.78, stage: 0.96, tools: 0.92 },
    zh: { precision: 0.96, recall: 0.85, stage: 0.94, tools: 0.88 },
    mixed: { precision: 0.98, recall: 0.76, stage: 0.92, tools: 0.95 },
  },
};

describe('the weights', () => {
  it('are what the training lines give, bit for bit', () => {
    expect(writeWeights(trainWeights(readRows('training'))).equals(readFileSync(file))).toBe(true);
  });

  it('take at most a megabyte', () => {
    expect(readFileSync(file).length).toBeLessThanOrEqual(WEIGHTS_BYTES_MAX);
  });

  describe.each(HELD_BACK)('%s', (folder) => {
    it.each(LANGUAGES)('are heard as told, though they never saw them: %s', async (language) => {
      const rows = readRows(folder).filter((row) => row.file === `${language}.tsv`);
      const score = scoreOf(await judge(rows, openHearing()));
      for (const [figure, floor] of Object.entries(FLOORS[folder][language])) {
        expect(score[figure as keyof typeof score], figure).toBeGreaterThanOrEqual(floor);
      }
    });

    it('has no line of the training', () => {
      const seen = new Set(readRows('training').map(({ text }) => text));
      expect(readRows(folder).filter(({ text }) => seen.has(text))).toEqual([]);
    });
  });
});

describe('npm run eval:listening', () => {
  const run = async (input: string) => {
    const running = promisify(execFile)(process.execPath, ['src/features/listening/training/evaluate.ts'], {
      cwd: root,
    });
    running.child.stdin?.end(input);
    return running;
  };

  it('answers each line of JSON with what was heard', async () => {
    const lines = [
      { id: 'a', text: 'HubSpot sent us a quote, 900 a month for the paid plan. Who can negotiate?' },
      { id: 7, text: 'Lunch?' },
    ];
    const { stdout } = await run(lines.map((line) => JSON.stringify(line)).join('\n'));
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers).toEqual([
      { id: 'a', intent: true, stage: 'quote', tools: ['HubSpot'], reason: expect.stringContaining('quote') },
      { id: 7, intent: false, stage: null, tools: [], reason: null },
    ]);
  });

  it('says which line is none that it can read', async () => {
    await expect(run('{"id": 1}\n')).rejects.toThrow(/Each line is \{"id"/);
  });
});
