/**
 * The digests of 5,000 leads over a million requests, while somebody types `/buy-tool`. Says on which port it listens;
 * told to by the parent it computes them all, or does bare GROUP BY passes over the same rows, and tells milliseconds.
 */
import { join } from 'node:path';
import process, { argv } from 'node:process';
import { setImmediate } from 'node:timers/promises';
import Client from 'better-sqlite3';
import type { Organisation } from '#domain/organisation.ts';
import { DAY_MS } from '#domain/wall-clock.ts';
import { mondayOfWeek, weekOf } from '#domain/weeks.ts';
import type { DigestDeps } from '#features/digest/digest.deps.ts';
import { digestContent } from '#features/digest/present.ts';
import { readCompany } from '#playground/start-playground.ts';
import { openLog } from '#server/log.ts';
import { textFor } from '#text/text.ts';
import { startTandem } from '../../src/tandem.ts';
import { leadAt, NOW, TEAM_OF_UNITS as team, UNITS, unitAt } from '../large-company.ts';
import { SIGNING_SECRET } from '../requests.ts';

/** Milliseconds, and megabytes (2^20 bytes) in RAM after it. */
export type DigestRound = { digests: number; residentMb: number };
export type PassRound = { pass: number; passByIndex: number };

const [folder = '', apiUrl = ''] = argv.slice(2);
const file = join(folder, 'digests.db');

const company = await readCompany();
const organisation: Organisation = {
  ...company,
  units: [
    ...company.units,
    ...Array.from({ length: UNITS }, (_, index) => ({
      id: unitAt(index),
      name: `Unit ${index}`,
      leads: [leadAt(index)],
    })),
  ],
};
const tandem = await startTandem({
  slack: { mode: 'http', apiUrl, botToken: 'xoxb-bench', signingSecret: SIGNING_SECRET },
  ...{ databaseFile: file, port: 0, log: openLog('error'), readOrganisation: async () => organisation, now: () => NOW },
});
const deps: DigestDeps = {
  store: tandem.store,
  org: () => organisation,
  people: { find: async (_, id) => ({ id, name: id, isDeactivated: false, isOutsider: false }), forget: () => {} },
  now: () => NOW,
  threadUrl: () => 'https://bench.slack.example/archives/C1/p1',
  textOf: async () => textFor('en'),
};
const reading = new Client(file, { readonly: true });
const passes = {
  table: reading.prepare('select unit, count(*), sum(cost_minor) from fact not indexed group by unit'),
  index: reading.prepare('select unit, count(*) from fact indexed by fact_unit group by unit'),
};

const timed = async (what: () => unknown): Promise<number> => {
  const startedAt = performance.now();
  await what();
  return performance.now() - startedAt;
};

const week = weekOf(mondayOfWeek(weekOf(Math.floor(NOW / DAY_MS))));

/** One after the other, and a look at what else waits after each, as where each is sent to Slack. */
async function allDigests(): Promise<void> {
  for (const to of [...organisation.it.leads, ...organisation.units.flatMap(({ leads }) => leads)]) {
    const message = { kind: 'digest', to, week, until: NOW, missed: 0, isFirst: false } as const;
    const content = await digestContent(team, message, deps);
    if (!content) throw new Error(`${to} has no digest`);
    await setImmediate();
  }
}

const rounds = {
  digests: async (): Promise<DigestRound> => ({
    digests: await timed(allDigests),
    residentMb: process.memoryUsage.rss() / 2 ** 20,
  }),
  passes: async (): Promise<PassRound> => ({
    pass: await timed(() => passes.table.all()),
    passByIndex: await timed(() => passes.index.all()),
  }),
};
process.on('message', async (what: keyof typeof rounds) => process.send?.(await rounds[what]()));
process.once('SIGTERM', () => void tandem.stop().then(() => process.exit(0)));
process.send?.({ port: tandem.port });
