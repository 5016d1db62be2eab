import { PURCHASES } from '#domain/figures.ts';
import type { UnitId } from '#domain/ids.ts';
import type { ToolBought } from '#domain/tools-bought.ts';
import type { Ahead, FigureStore } from '../summary-stores.ts';
import type { Sqlite } from './connect.ts';

const OF_SCOPE = '(@units is null or unit in (select value from json_each(@units)))';
const RUNNING_OUT = `from fact where team_id = @team and runs_out_on between @from and @to and ${OF_SCOPE}`;

/** Names are the same however they are written; one of the writings is shown. */
const OVERLAPS = `
  select min(trim(tool)) as tool, json_group_array(distinct unit) as units,
    total(case when cost_currency = @currency then cost_minor end) as yearlyMinor
  from fact indexed by fact_bought
  where team_id = @team and ended_at >= @from and ended_at < @to and tool <> ''
    and restricted = 0 and ending in (${PURCHASES.map((ending) => `'${ending}'`).join()})
  group by lower(trim(tool)) having count(distinct unit) > 1 order by yearlyMinor desc, tool limit @limit`;

const BOUGHT = `
  select min(trim(tool)) as tool, count(*) as times,
    total(case when cost_currency = @currency then cost_minor end) as yearlyMinor
  from fact indexed by fact_unit
  where team_id = @team and unit = @unit and ended_at >= @from and ended_at < @to and tool <> ''
    and restricted = 0 and ending in (${PURCHASES.map((ending) => `'${ending}'`).join()})
  group by lower(trim(tool)) order by yearlyMinor desc, tool limit @limit`;

type AheadRow = Ahead & { restricted: number };
type OverlapRow = { tool: string; units: string; yearlyMinor: number };

/** What lies ahead, and what several units have: asked of the table `fact`. */
export function aheadStore(db: Sqlite): Pick<FigureStore, 'ahead' | 'overlaps' | 'bought'> {
  const client = db.$client;
  const ahead = client.prepare(`
    select request_id as request, unit, tool, runs_out as what, runs_out_on as "on", restricted
    ${RUNNING_OUT} order by restricted, runs_out_on, request_id limit @limit`);
  const counted = client.prepare(`select count(*) as "all", total(restricted) as hidden ${RUNNING_OUT}`);
  const overlapping = client.prepare(OVERLAPS);
  const bought = client.prepare(BOUGHT);
  return {
    async ahead(team, scope, days, limit) {
      const asked = { team, units: scope === 'all' ? null : JSON.stringify(scope), ...days };
      const rows = ahead.all({ ...asked, limit }) as AheadRow[];
      const shown = rows.flatMap(({ restricted, ...one }) => (restricted ? [] : one));
      if (rows.length < limit) return { shown, more: 0, hidden: rows.length - shown.length };
      const { all, hidden } = counted.get(asked) as { all: number; hidden: number };
      return { shown, more: all - hidden - shown.length, hidden };
    },
    overlaps: async (team, { from, to }, currency, limit) =>
      (overlapping.all({ team, from, to, currency, limit }) as OverlapRow[]).map(({ tool, units, yearlyMinor }) => ({
        tool,
        units: (JSON.parse(units) as UnitId[]).toSorted(),
        yearlyMinor: Math.min(yearlyMinor, Number.MAX_SAFE_INTEGER),
      })),
    bought: async (team, unit, { from, to }, currency, limit) =>
      (bought.all({ team, unit, from, to, currency, limit }) as ToolBought[]).map((one) => ({
        ...one,
        yearlyMinor: Math.min(one.yearlyMinor, Number.MAX_SAFE_INTEGER),
      })),
  };
}
