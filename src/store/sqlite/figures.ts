import {
  DECISIONS,
  EARLY_STAGES,
  type Figures,
  figuresOf,
  type Lengths,
  type Period,
  PURCHASES,
} from '#domain/figures.ts';
import type { TeamId, UnitId } from '#domain/ids.ts';
import type { Currency } from '#domain/money.ts';
import type { Decision } from '#domain/purchase-request.ts';
import type { Funding } from '#domain/vocabulary.ts';
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

type CountRow = Record<'restricted' | 'new' | 'early' | 'found' | 'open' | 'askedFirst', number> & { unit: UnitId };

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
    ) as askedFirst
  from (${lived(rows)}) group by unit`;

type EndingRow = { unit: UnitId; ending: Decision; funding: Funding; count: number; known: number; minor: number };

/** `total` never overflows, and is exact as far as JavaScript is. */
const endings = (rows: Rows): string => `
  select unit, ending, funding, count(*) as count,
    count(*) filter (where cost_currency = @currency) as known,
    min(total(cost_minor) filter (where cost_currency = @currency), ${Number.MAX_SAFE_INTEGER}) as minor
  from (${decidedIn(rows)}) group by unit, ending, funding`;

type LengthRow = { unit: UnitId; known: number; unknown: number; kept: number } & {
  [Name in 'median' | 'p90' | 'promised']: number | null;
};

/** The nearest rank, in whole numbers: the rounding of a fraction cannot move it. */
const rank = (percent: number): string => `(known * ${percent} + 99) / 100`;

/** Exact percentiles: each length has a rank in its unit, the unknown ones behind all. */
const lengths = (answers: string): string => `
  select unit, known, count(*) - known as unknown, count(*) filter (where ms <= promised_ms) as kept,
    max(ms) filter (where place = ${rank(50)}) as median,
    max(ms) filter (where place = ${rank(90)}) as p90,
    max(promised_ms) filter (where promised_place = ${rank(50)}) as promised
  from (
    select unit, ms, promised_ms, count(ms) over (partition by unit) as known,
      row_number() over (partition by unit order by ms nulls last) as place,
      row_number() over (partition by unit order by promised_ms nulls last) as promised_place
    from (${answers})
  ) group by unit, known`;

const responses = (rows: Rows): string => `
  select unit, response_ms as ms, response_promised_ms as promised_ms from (${lived(rows)})
  where restricted = 0 and responded_at >= @from and responded_at < @to`;

const decisions = (rows: Rows): string => `
  select unit, decision_ms as ms, decision_promised_ms as promised_ms from (${decidedIn(rows)})`;

function lengthsIn({ known, unknown, kept, median, p90, promised }: LengthRow): Lengths {
  const isKnown = median !== null && p90 !== null && promised !== null;
  return { ...(isKnown && { spread: { median, p90, promised } }), kept: { count: kept, of: known }, unknown };
}

function putEnding(figures: Figures, { ending, funding, count, known, minor }: EndingRow): void {
  figures.decided[ending] += count;
  const isPurchase = PURCHASES.includes(ending);
  if (!isPurchase && ending !== 'reuse') return;
  const sum = isPurchase ? figures.committed[funding] : figures.reuse;
  sum.minor = Math.min(sum.minor + minor, Number.MAX_SAFE_INTEGER);
  sum.known += known;
  sum.unknown += count - known;
}

function reading(db: Sqlite, rows: Rows) {
  const client = db.$client;
  const read = {
    counts: client.prepare(counts(rows)),
    endings: client.prepare(endings(rows)),
    responses: client.prepare(lengths(responses(rows))),
    decisions: client.prepare(lengths(decisions(rows))),
  };
  return client.transaction((asked: Asked): Map<UnitId, Figures> => {
    const units = new Map<UnitId, Figures>();
    for (const row of read.counts.all(asked) as CountRow[]) units.set(row.unit, counted(row, asked));
    const each = <Row extends { unit: UnitId }>(rows: unknown[], put: (figures: Figures, row: Row) => void): void => {
      for (const row of rows as Row[]) {
        const figures = units.get(row.unit);
        if (figures) put(figures, row);
      }
    };
    each(read.endings.all(asked), putEnding);
    each<LengthRow>(read.responses.all(asked), (figures, row) => {
      figures.answer = lengthsIn(row);
    });
    each<LengthRow>(read.decisions.all(asked), (figures, row) => {
      figures.decision = lengthsIn(row);
    });
    return units;
  });
}

const nothing = ({ from, to, currency }: Asked): Figures => figuresOf([], { from, to }, currency);

function counted(row: CountRow, asked: Asked): Figures {
  return {
    ...nothing(asked),
    new: row.new,
    open: row.open,
    restricted: row.restricted,
    early: { count: row.early, of: row.new },
    bypass: { count: row.found, of: row.found + row.askedFirst },
  };
}

/** The figures, computed where the rows are. Nothing is computed of a request's state: see the table `fact`. */
export function figureStore(db: Sqlite): FigureStore {
  const ofAll = reading(db, ALL_UNITS);
  const ofOne = reading(db, ONE_UNIT);
  return {
    figuresOfUnits: async (team, period, currency) => ofAll({ team, ...period, currency, unit: null }),
    figuresOfUnit: async (team, unit, period, currency) => {
      const asked = { team, ...period, currency, unit };
      return ofOne(asked).get(unit) ?? nothing(asked);
    },
  };
}
