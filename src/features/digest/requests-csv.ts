import { stringify } from 'csv-stringify/sync';
import { type Calendar, localDate } from '#domain/clocks.ts';
import type { Period } from '#domain/figures.ts';
import type { TeamId, UnitId } from '#domain/ids.ts';
import { major } from '#domain/money.ts';
import type { Progress, PurchaseRequest } from '#domain/purchase-request.ts';
import type { RequestStore } from '#store/store.ts';
import type { Text } from '#text/text.ts';

const COLUMNS = [
  ...(['id', 'submitted', 'tool', 'outcome', 'stage', 'track', 'state', 'decided'] as const),
  ...(['cost', 'currency', 'funding', 'users', 'data'] as const),
] as const;

type Row = Record<(typeof COLUMNS)[number], string | number>;

/** Requests of a unit that came or ended in the period, the oldest first; private ones and people are not in it. */
export async function requestsIn(
  team: TeamId,
  unit: UnitId,
  period: Period,
  store: Pick<RequestStore, 'requestsOfUnit'>,
): Promise<PurchaseRequest[]> {
  const isIn = (at: number) => period.from <= at && at < period.to;
  const all = await store.requestsOfUnit(team, unit, { since: period.from });
  return all
    .map(({ request }) => request)
    .filter(({ intake, submittedAt, progress }) => {
      const cameOrEnded = isIn(submittedAt) || ('at' in progress && isIn(progress.at));
      return !intake.restricted && cameOrEnded;
    })
    .toSorted((one, other) => one.submittedAt - other.submittedAt);
}

function stateOf(progress: Progress, text: Text): string {
  switch (progress.state) {
    case 'decided':
      return text.plain(`decision.${progress.decision}`);
    case 'withdrawn':
    case 'expired':
      return text.plain(`csv.state.${progress.state}`);
    default:
      return text.plain('csv.state.open');
  }
}

function rowOf({ id, submittedAt, intake, track, progress }: PurchaseRequest, calendar: Calendar, text: Text): Row {
  const { tool, outcome, stage, yearlyCost, funding, people, data } = intake;
  return {
    ...{ id, tool, outcome },
    submitted: localDate(calendar, submittedAt),
    stage: text.plain(`stage.${stage}`),
    track: text.plain(`track.${track}`),
    state: stateOf(progress, text),
    decided: progress.state === 'decided' ? localDate(calendar, progress.at) : '',
    cost: yearlyCost ? major(yearlyCost) : '',
    currency: yearlyCost?.currency ?? '',
    funding: text.plain(`funding.${funding}`),
    users: people ?? '',
    data: data.map((kind) => text.plain(`data.${kind}`)).join(text.plain('digest.and')),
  };
}

/**
 * As a table for Excel: UTF-8 with a byte order mark, by which it reads Chinese. A cell that Excel would take for a
 * formula begins with an apostrophe. Source: owasp.org/www-community/attacks/CSV_Injection
 */
export const csvOf = (requests: readonly PurchaseRequest[], calendar: Calendar, text: Text): string =>
  stringify(
    requests.map((request) => rowOf(request, calendar, text)),
    {
      bom: true,
      header: true,
      columns: COLUMNS.map((key) => ({ key, header: text.plain(`csv.${key}`) })),
      escape_formulas: true,
      record_delimiter: 'windows',
    },
  );
