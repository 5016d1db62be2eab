import { setImmediate } from 'node:timers/promises';
import {
  byKey,
  DECISIONS,
  EARLY_STAGES,
  type Figures,
  figuresOf,
  lengthsOf,
  type Period,
  PURCHASES,
  type Sum,
} from '#domain/figures.ts';
import type { TeamId, UnitId } from '#domain/ids.ts';
import type { Currency } from '#domain/money.ts';
import type { Took } from '#domain/promises.ts';
import type { Decision } from '#domain/purchase-request.ts';
import { FUNDINGS, type Funding } from '#domain/vocabulary.ts';
import type { FigureStore } from '../summary-stores.ts';
import { aheadStore } from './ahead.ts';
import type { Sqlite } from './connect.ts';

const listOf = (words: readonly string[]): string => `(${words.map((word) => `'${word}'`).join()})`;

/** Whose rows are asked. The index is named: without statistics SQLite would look for a unit among all of them. */
type Rows = { index: 'fact_ended' | 'fact_unit'; isOfUnit: string };
const ALL_UNITS: Rows = { index: 'fact_ended', isOfUnit: '' };
const SOME_UNITS: Rows = { index: 'fact_unit', isOfUnit: 'and unit in (select value from json_each(@units))' };

/** Every column would make SQLite read the table beside the index. */
const COLUMNS = `restricted, stage, funding, submitted_at, ending, ended_at, decision_ms, decision_promised_ms,
  cost_minor, cost_currency, responded_at, response_ms, response_promised_ms`;

const rowsOf = ({ index, isOfUnit }: Rows): string => `
  select ${COLUMNS} from fact indexed by ${index} where team_id = @team and submitted_at < @to ${isOfUnit}`;

/**
 * What lived at some time in one of the periods, which lie between `@from` and `@to`: still open, or ended since. Two
 * ranges of the same index, read once for all periods.
 */
const lived = (rows: Rows): string => `
  with period(n, since, until) as materialized (select key, value ->> 'from', value ->> 'to' from json_each(@periods)),
  lived as materialized (
    ${rowsOf(rows)} and ended_at is null
    union all
    ${rowsOf(rows)} and ended_at >= @from
  )`;

/** Lengths with their promises, as the text `1 2,3 4`; null when none is known. Read by `tooksIn`. */
type Lengths = string | null;

type CountRow = { responses: Lengths } & Record<
  'n' | 'restricted' | 'new' | 'early' | 'found' | 'open' | 'askedFirst' | 'responded',
  number
>;

const RESPONDED = 'restricted = 0 and responded_at >= since and responded_at < until';

const counts = (rows: Rows): string => `
  ${lived(rows)}
  select n,
    count(*) filter (where restricted = 1) as restricted,
    count(*) filter (where restricted = 0 and submitted_at >= since) as new,
    count(*) filter (where restricted = 0 and submitted_at >= since and stage in ${listOf(EARLY_STAGES)}) as early,
    count(*) filter (
      where restricted = 0 and submitted_at >= since and stage = 'bought' and ending is not 'withdrawn'
    ) as found,
    count(*) filter (where restricted = 0 and (ended_at is null or ended_at >= until)) as open,
    count(*) filter (
      where restricted = 0 and ended_at < until and ending in ${listOf(PURCHASES)} and stage <> 'bought'
    ) as askedFirst,
    count(*) filter (where ${RESPONDED}) as responded,
    group_concat(response_ms || ' ' || response_promised_ms) filter (where ${RESPONDED}) as responses
  from period join lived on submitted_at < until and (ended_at is null or ended_at >= since) group by n`;

type EndingRow = { n: number; ending: Decision; funding: Funding; count: number; known: number; minor: number } & {
  lengths: Lengths;
};

/** `total` never overflows, and is exact as far as JavaScript is. */
const endings = (rows: Rows): string => `
  ${lived(rows)}
  select n, ending, funding, count(*) as count,
    count(*) filter (where cost_currency = @currency) as known,
    min(total(cost_minor) filter (where cost_currency = @currency), ${Number.MAX_SAFE_INTEGER}) as minor,
    group_concat(decision_ms || ' ' || decision_promised_ms) as lengths
  from period join lived on submitted_at < until and ended_at >= since and ended_at < until
  where restricted = 0 and ending in ${listOf(DECISIONS)} group by n, ending, funding`;

/**
 * SQLite collects the lengths of a unit and the domain ranks them: window functions, which could do it here, take longer.
 */
const tooksIn = (lengths: Lengths): Took[] =>
  (lengths?.split(',') ?? []).map((one) => {
    const [ms = 0, promisedMs = 0] = one.split(' ').map(Number);
    return { ms, promisedMs };
  });

const countOf = (rows: readonly EndingRow[]): number => rows.reduce((sofar, { count }) => sofar + count, 0);

function sumOf(rows: readonly EndingRow[]): Sum {
  const known = rows.reduce((sofar, row) => sofar + row.known, 0);
  const minor = rows.reduce((sofar, row) => sofar + row.minor, 0);
  return { minor: Math.min(minor, Number.MAX_SAFE_INTEGER), known, unknown: countOf(rows) - known };
}

function figuresIn(row: CountRow, ended: readonly EndingRow[]): Figures {
  const responses = tooksIn(row.responses);
  const decisions = ended.flatMap(({ lengths }) => tooksIn(lengths));
  const purchases = ended.filter(({ ending }) => PURCHASES.includes(ending));
  return {
    new: row.new,
    decided: byKey(DECISIONS, (decision) => countOf(ended.filter(({ ending }) => ending === decision))),
    open: row.open,
    restricted: row.restricted,
    early: { count: row.early, of: row.new },
    answer: lengthsOf(responses, row.responded - responses.length),
    decision: lengthsOf(decisions, countOf(ended) - decisions.length),
    committed: byKey(FUNDINGS, (payer) => sumOf(purchases.filter(({ funding }) => funding === payer))),
    reuse: sumOf(ended.filter(({ ending }) => ending === 'reuse')),
    bypass: { count: row.found, of: row.found + row.askedFirst },
  };
}

type Asked = { team: TeamId; units: string; currency: Currency; periods: string } & Period;

function reading(db: Sqlite, rows: Rows) {
  const client = db.$client;
  const read = { counts: client.prepare(counts(rows)), endings: client.prepare(endings(rows)) };
  const both = client.transaction((asked: Asked) => ({
    counted: read.counts.all(asked) as CountRow[],
    ended: read.endings.all(asked) as EndingRow[],
  }));
  return (team: TeamId, units: UnitId[], periods: Period[], currency: Currency): Figures[] => {
    const span = {
      from: Math.min(...periods.map(({ from }) => from)),
      to: Math.max(...periods.map(({ to }) => to)),
    };
    const lists = { units: JSON.stringify(units), periods: JSON.stringify(periods) };
    const { counted, ended } = both({ team, currency, ...span, ...lists });
    const ofPeriod = Map.groupBy(ended, ({ n }) => n);
    const figures = new Map(counted.map((row) => [row.n, figuresIn(row, ofPeriod.get(row.n) ?? [])]));
    return periods.map((period, n) => figures.get(n) ?? figuresOf([], period, currency));
  };
}

/** The figures, computed from the table `fact` alone: no request's state is read. */
export function figureStore(db: Sqlite): FigureStore {
  const ofAll = reading(db, ALL_UNITS);
  const ofSome = reading(db, SOME_UNITS);
  return {
    async figures(team, scope, periods, currency) {
      if (scope !== 'all') return ofSome(team, scope, periods, currency);
      const figures: Figures[] = [];
      // A period of a whole company is some ten thousand rows: what waits meanwhile goes first.
      for (const period of periods) {
        await setImmediate();
        figures.push(...ofAll(team, [], [period], currency));
      }
      return figures;
    },
    ...aheadStore(db),
  };
}
