import process from 'node:process';
import { parseArgs } from 'node:util';
import { chaosSeed } from '#test/support/chaos-random.ts';
import { runChaos } from '#test/support/chaos-run.ts';

// The long run: two hundred kills in two hundred submissions and their decisions. Prints a line, and what was broken.
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(chaosSeed()) },
    kills: { type: 'string', default: '200' },
    submissions: { type: 'string', default: '200' },
    processes: { type: 'string', default: '1' },
    faults: { type: 'string', default: '0.03' },
    stay: { type: 'boolean', default: false },
  },
});
const { violations, summary } = await runChaos({
  seed: Number(values.seed),
  kills: Number(values.kills),
  submissions: Number(values.submissions),
  processes: Number(values.processes),
  storiesAtOnce: 6,
  faultProbability: Number(values.faults),
  movesThreads: !values.stay,
});
for (const violation of violations) process.stdout.write(`BROKEN ${violation}\n`);
process.stdout.write(`${summary}\n`);
process.exitCode = violations.length > 0 ? 1 : 0;
