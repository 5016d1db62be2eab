import { hash } from 'node:crypto';
import type { RequestId, TeamId } from '#domain/ids.ts';
import type { RequestEvent } from '#domain/outcome.ts';
import { canonicalJson, toJson } from './canonical-json.ts';

/** One row of the audit. `sequence` counts from 1 within a request. */
export type AuditRow = Omit<RequestEvent, 'detail'> & {
  teamId: TeamId;
  requestId: RequestId;
  sequence: number;
  /** Canonical JSON. */
  detail: string;
  /** Empty for the first row. */
  previousHash: string;
  hash: string;
};

/** Where the chain of a request ends: kept on the request, so that a missing last row is noticed. */
export type ChainEnd = { eventCount: number; lastHash: string };
export const NO_EVENTS: ChainEnd = { eventCount: 0, lastHash: '' };

/** Covers where the row stands, all that it says, and the row before. Canonical JSON: the keys are in order as they stand. */
const hashOf = ({ previousHash, teamId, requestId, sequence, type, by, at, detail }: Omit<AuditRow, 'hash'>): string =>
  hash('sha256', toJson([previousHash, teamId, requestId, sequence, { at, by, detail, type }]));

/** The rows that these events become, after those that are there. */
export function chain(teamId: TeamId, requestId: RequestId, end: ChainEnd, events: RequestEvent[]): AuditRow[] {
  const rows: AuditRow[] = [];
  let previousHash = end.lastHash;
  for (const [index, { type, by, at, detail }] of events.entries()) {
    const sequence = end.eventCount + index + 1;
    const row = { teamId, requestId, sequence, type, by, at, detail: canonicalJson(detail), previousHash };
    previousHash = hashOf(row);
    rows.push({ ...row, hash: previousHash });
  }
  return rows;
}

export const endOf = (end: ChainEnd, rows: AuditRow[]): ChainEnd => {
  const last = rows.at(-1);
  return last ? { eventCount: last.sequence, lastHash: last.hash } : end;
};

export type Break = { sequence: number; why: 'hash' | 'missing' | 'order' };

/**
 * The first row of a request that is not as it was written. `hash`: the row says something else now. `missing`: it is
 * gone. `order`: sound in itself, but not what followed the row before, or there are more rows than were written.
 */
export function firstBreak(rows: AuditRow[], end: ChainEnd): Break | undefined {
  let previousHash = '';
  for (const [index, row] of rows.entries()) {
    const sequence = index + 1;
    if (row.sequence !== sequence) return { sequence, why: 'missing' };
    if (row.hash !== hashOf(row)) return { sequence, why: 'hash' };
    if (row.previousHash !== previousHash || sequence > end.eventCount) return { sequence, why: 'order' };
    previousHash = row.hash;
  }
  if (rows.length < end.eventCount) return { sequence: rows.length + 1, why: 'missing' };
  return previousHash === end.lastHash ? undefined : { sequence: rows.length, why: 'hash' };
}
