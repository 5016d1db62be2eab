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
import type { FigureStore } from '../store.ts';
import type { Sqlite } from './connect.ts';

type Asked = Period & { team: TeamId; currency: Currency; unit: UnitId | null };

const listOf = (words: readonly string[]): string => `(${words.map((word) => `'${word}'`).join()})`;

/** Whose rows are asked. The index is named: without statistics SQLite would look for a unit among all of them. */
type Rows = { index: 'fact_ended' | 'fact_unit'; isOfUnit: string };
const ALL_UNITS: Rows = { index: 'fact_ended', isOfUnit: '' };
const ONE_UNIT: Rows = { index: 'fact_unit', isOfUnit: 'and unit = @unit' };

/** Every column would make SQLite read the table beside the index. */
const COLUMNS = `unit, restricted, stage, funding, submitted_at, ending, ended_at, decision_ms, decision_promised_ms,
  cost_minor, cost_currency, responded_at, response_ms, response_promised_ms`;

const rowsOf = ({ index, isOfUnit }: Rows): string => `
  select ${COLUMNS} from fact indexed by ${index} where team_id = @team and submitted_at < @to ${isOfUnit}`;

/** Open at some time in the period: still open, or ended since it began. Two ranges of the same index. */
const lived = (rows: Rows): string => `
  ${rowsOf(rows)} and ended_at is null
  union all
  ${rowsOf(rows)} and ended_at >= @from`;

const decidedIn = (rows: Rows): string => `
  ${rowsOf(rows)} and ended_at >= @from and ended_at < @to and restricted = 0 and ending in ${listOf(DECISIONS)}`;

/** Lengths with their promises, as the text `1 2,3 4`; null when none is known. Read by `tooksIn`. */
type Lengths = string | null;

type CountRow = { unit: UnitId; responses: Lengths } & Record<
  'restricted' | 'new' | 'early' | 'found' | 'open' | 'askedFirst' | 'responded',
  number
>;

const RESPONDED = 'restricted = 0 and responded_at >= @from and responded_at < @to';

const counts = (rows: Rows): string => `
  select unit,
    count(*) filter (where restricted = 1) as restricted,
    count(*) filter (where restricted = 0 and submitted_at >= @from) as new,
    count(*) filter (where restricted = 0 and submitted_at >= @from and stage in ${listOf(EARLY_STAGES)}) as early,
    count(*) filter (
      where restricted = 0 and submitted_at >= @from and stage = 'bought' and ending is not 'withdrawn'
    ) as found,
    count(*) filter (where restricted = 0 and (ended_at is null or ended_at >= @to)) as open,
    count(*) filter (
      where restricted = 0 and ended_at < @to and ending in ${listOf(PURCHASES)} and stage <> 'bought'
    ) as askedFirst,
    count(*) filter (where ${RESPONDED}) as responded,
    group_concat(response_ms || ' ' || response_promised_ms) filter (where ${RESPONDED}) as responses
  from (${lived(rows)}) group by unit`;

type EndingRow = { unit: UnitId; ending: Decision; funding: Funding; count: number; known: number; minor: number } & {
  lengths: Lengths;
};

/** `total` never overflows, and is exact as far as JavaScript is. */
const endings = (rows: Rows): string => `
  select unit, ending, funding, count(*) as count,
    count(*) filter (where cost_currency = @currency) as known,
    min(total(cost_minor) filter (where cost_currency = @currency), ${Number.MAX_SAFE_INTEGER}) as minor,
    group_concat(decision_ms || ' ' || decision_promised_ms) as lengths
  from (${decidedIn(rows)}) group by unit, ending, funding`;

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

function reading(db: Sqlite, rows: Rows) {
  const client = db.$client;
  const read = { counts: client.prepare(counts(rows)), endings: client.prepare(endings(rows)) };
  return client.transaction((asked: Asked): Map<UnitId, Figures> => {
    const ended = new Map<UnitId, EndingRow[]>();
    for (const row of read.endings.all(asked) as EndingRow[]) {
      const others = ended.get(row.unit);
      if (others) others.push(row);
      else ended.set(row.unit, [row]);
    }
    const counted = read.counts.all(asked) as CountRow[];
    return new Map(counted.map((row) => [row.unit, figuresIn(row, ended.get(row.unit) ?? [])]));
  });
}

/** The figures, computed from the table `fact` alone: no request's state is read. */
export function figureStore(db: Sqlite): FigureStore {
  const ofAll = reading(db, ALL_UNITS);
  const ofOne = reading(db, ONE_UNIT);
  return {
    figuresOfUnits: async (team, period, currency) => ofAll({ team, ...period, currency, unit: null }),
    figuresOfUnit: async (team, unit, period, currency) =>
      ofOne({ team, ...period, currency, unit }).get(unit) ?? figuresOf([], period, currency),
  };
}
