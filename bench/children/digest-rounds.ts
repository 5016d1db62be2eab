/**
 * The digests of 5,000 leads over a million requests, while somebody types `/buy-tool`. Says on which port it listens;
 * told to by the parent it computes them all, or does bare GROUP BY passes over the same rows, and tells milliseconds.
 * The rows are written straight into the tables: four years of a company in which every unit asks once a week.
 */
import { join } from 'node:path';
import process, { argv } from 'node:process';
import { setImmediate } from 'node:timers/promises';
import Client from 'better-sqlite3';
import type { TeamId, UnitId, UserId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import { BUYING_STAGES, FUNDINGS } from '#domain/vocabulary.ts';
import { DAY_MS } from '#domain/wall-clock.ts';
import { mondayOfWeek, weekOf } from '#domain/weeks.ts';
import type { DigestDeps } from '#features/digest/digest.deps.ts';
import { digestContent } from '#features/digest/present.ts';
import { readCompany } from '#playground/start-playground.ts';
import { openLog } from '#server/log.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import { anIntake, aRequest, HOUR_MS, MONDAY } from '#test/support/builders.ts';
import { textFor } from '#text/text.ts';
import { startTandem } from '../../src/tandem.ts';
import { SIGNING_SECRET, TEAM } from '../requests.ts';

const ROWS = 1_000_000;
const UNITS = 5_000;
const WEEK_MS = 7 * DAY_MS;
const WEEKS = 200;
const NOW = MONDAY + WEEKS * WEEK_MS;
const ENDINGS = ['approved', 'approved', 'approved_with_conditions', 'pilot', 'reuse', 'declined', 'withdrawn'];
const TOOLS = ['Figma', 'Canva', 'Notion', 'Zoom', 'Typeform', 'Asana', 'Miro', 'Slido', 'Loom', 'Airtable'];
const COLUMNS = 19;

/** Milliseconds, and megabytes (2^20 bytes) in RAM after it. */
export type DigestRound = { digests: number; residentMb: number };
export type PassRound = { pass: number; passOfWeek: number };

const [folder = '', apiUrl = ''] = argv.slice(2);
const file = join(folder, 'digests.db');
const team = TEAM as TeamId;
const unitAt = (index: number) => `unit-${index}` as UnitId;
const leadAt = (index: number) => `ULEAD${index}` as UserId;

/** The same rows in each run. Source of the constants: Numerical Recipes. */
function dice(): (sides: number) => number {
  let state = 7;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

function fill(client: InstanceType<typeof Client>): void {
  const roll = dice();
  const fact = client.prepare(`insert into fact values (${Array.from({ length: COLUMNS }, () => '?').join()})`);
  const request = client.prepare(
    `insert into request (team_id, id, number, version, state, body, requester, engineer, unit, submitted_at, closed_at,
      delivery, event_count, last_hash) values (?, ?, ?, 1, 'deciding', ?, ?, ?, ?, ?, ?, ?, 0, '')`,
  );
  for (let number = 1; number <= ROWS; number += 1) {
    const submittedAt = MONDAY + roll(WEEKS * WEEK_MS);
    const respondedAt = submittedAt + roll(8 * HOUR_MS);
    const endedAt = respondedAt + roll(2 * WEEK_MS);
    const isOver = endedAt < NOW;
    const [unit, stage, ending] = [unitAt(roll(UNITS)), BUYING_STAGES[roll(7)], ENDINGS[roll(ENDINGS.length)]];
    const tool = TOOLS[roll(TOOLS.length)] ?? '';
    const asked = [team, `BUY-${number}`, unit, Number(roll(50) === 0), stage, FUNDINGS[roll(4)], submittedAt];
    const end = isOver
      ? [ending, endedAt, roll(40 * HOUR_MS), 27 * HOUR_MS, roll(1_000_000), 'USD']
      : [null, null, null, null, null, null];
    fact.run(...asked, respondedAt, roll(8 * HOUR_MS), 4 * HOUR_MS, ...end, tool, null, null);
    // Digests read the state of requests that are open or ended in the last week, and of no others.
    if (endedAt < NOW - WEEK_MS) continue;
    const id = `BUY-${number}` as ReturnType<typeof aRequest>['id'];
    const body = aRequest({ id, team, submittedAt, intake: anIntake({ unit, tool }) });
    const columns = [number, JSON.stringify(body), body.requester, body.pairing.engineer, unit, submittedAt];
    request.run(team, id, ...columns, isOver ? endedAt : null, `d${number}`);
  }
}

async function prepare(): Promise<void> {
  await (await openSqliteStore(`file:${file}`)).close();
  const client = new Client(file);
  client.pragma('foreign_keys = OFF');
  client.transaction(() => fill(client)).immediate();
  client.pragma('wal_checkpoint(truncate)');
  client.close();
}

await prepare();
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
  all: reading.prepare('select unit, count(*), sum(cost_minor) from fact group by unit'),
  week: reading.prepare(
    'select unit, count(*), sum(cost_minor) from fact where team_id = ? and ended_at >= ? group by unit',
  ),
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
    pass: await timed(() => passes.all.all()),
    passOfWeek: await timed(() => passes.week.all(team, NOW - WEEK_MS)),
  }),
};
process.on('message', async (what: keyof typeof rounds) => process.send?.(await rounds[what]()));
process.once('SIGTERM', () => void tandem.stop().then(() => process.exit(0)));
process.send?.({ port: tandem.port });
