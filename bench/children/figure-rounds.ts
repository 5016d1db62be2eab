/**
 * The joint figures of all units, and bare GROUP BY passes, in turns. Tells the parent milliseconds. The rows are written
 * straight into the table `fact`, without their requests: two years of a company with 500 units.
 */
import { join } from 'node:path';
import { argv } from 'node:process';
import Client from 'better-sqlite3';
import type { Period } from '#domain/figures.ts';
import { BUYING_STAGES, FUNDINGS } from '#domain/vocabulary.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import { HOUR_MS, MONDAY, TEAM } from '#test/support/builders.ts';

const ROUNDS = 30;
const ROWS = 200_000;
const UNITS = 500;
const WEEK_MS = 7 * 24 * HOUR_MS;
const WEEKS = 104;
const TREND_WEEKS = 12;
const NOW = MONDAY + WEEKS * WEEK_MS;
const ENDINGS = ['approved', 'approved', 'approved_with_conditions', 'pilot', 'reuse', 'declined', 'withdrawn'];

/**
 * `week`: the last one, from the store. `weekPass`: its rows alone, counted by unit from the same index. `trend`: twelve
 * weeks from the store. `allPass`: all rows counted by unit from the smallest index, which is faster than from the table.
 */
export type FigureRound = Record<'week' | 'weekPass' | 'trend' | 'allPass', number>;

const file = join(String(argv[2]), 'figures.db');
const store = await openSqliteStore(`file:${file}`);
const client = new Client(file);
client.pragma('foreign_keys = OFF');

/** The same rows in each run. Source of the constants: Numerical Recipes. */
function dice(): (sides: number) => number {
  let state = 7;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

function fill(): void {
  const roll = dice();
  const insert = client.prepare(`insert into fact values (${Array.from({ length: 16 }, () => '?').join()})`);
  for (let number = 1; number <= ROWS; number += 1) {
    const submittedAt = MONDAY + roll(WEEKS * WEEK_MS);
    const respondedAt = submittedAt + roll(8 * HOUR_MS);
    const endedAt = respondedAt + roll(2 * WEEK_MS);
    const asked = [TEAM, `BUY-${number}`, `unit-${roll(UNITS)}`, Number(roll(50) === 0), BUYING_STAGES[roll(7)]];
    const response = [respondedAt, roll(8 * HOUR_MS), 4 * HOUR_MS];
    const end =
      endedAt < NOW
        ? [ENDINGS[roll(ENDINGS.length)], endedAt, roll(40 * HOUR_MS), 27 * HOUR_MS, roll(1_000_000), 'USD']
        : [null, null, null, null, null, null];
    insert.run(...asked, FUNDINGS[roll(4)], submittedAt, ...response, ...end);
  }
}
client.transaction(fill).immediate();
client.pragma('wal_checkpoint(truncate)');

const week = (ago: number): Period => ({ from: NOW - (ago + 1) * WEEK_MS, to: NOW - ago * WEEK_MS });
const counted = (from: string) => client.prepare(`select unit, count(*) from ${from} group by unit`);
const passes = {
  week: counted(`(select unit from fact indexed by fact_ended where team_id = @team and ended_at is null
    union all select unit from fact indexed by fact_ended where team_id = @team and ended_at >= @from)`),
  all: counted('fact indexed by fact_unit'),
};

const timed = async (what: () => unknown): Promise<number> => {
  const startedAt = performance.now();
  await what();
  return performance.now() - startedAt;
};
const figuresOf = (period: Period) => store.figuresOfUnits(TEAM, period, 'USD');

async function trend(): Promise<void> {
  for (let ago = 0; ago < TREND_WEEKS; ago += 1) await figuresOf(week(ago));
}

for (let round = 0; round < ROUNDS; round += 1) {
  const measured: FigureRound = {
    week: await timed(() => figuresOf(week(0))),
    weekPass: await timed(() => passes.week.all({ team: TEAM, from: week(0).from })),
    trend: await timed(trend),
    allPass: await timed(() => passes.all.all()),
  };
  process.send?.(measured);
}
client.close();
await store.close();
