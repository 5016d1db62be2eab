import { setImmediate as turn } from 'node:timers/promises';
import { and, asc, eq, sql } from 'drizzle-orm';
import { type RequestId, requestId, type TeamId } from '#domain/ids.ts';
import type { RequestEvent } from '#domain/outcome.ts';
import { type AuditRow, firstBreak } from '../audit-chain.ts';
import { event, installation, request } from '../schema/sqlite.ts';
import type { AuditReport } from '../store.ts';
import type { Sqlite } from './connect.ts';
import { inserter } from './statements.ts';

/** Requests looked at before other work gets a turn. */
const REQUESTS_A_TURN = 200;

/** The audit trail of every request. Append-only: the database itself refuses to change or delete a row. */
export function auditTrail(db: Sqlite) {
  const insert = inserter(db, event);
  const ofRequest = and(eq(event.teamId, sql.placeholder('team')), eq(event.requestId, sql.placeholder('id')));
  const rowsOf = db.select().from(event).where(ofRequest).orderBy(asc(event.sequence)).prepare();
  const endOf = db
    .select({ eventCount: request.eventCount, lastHash: request.lastHash })
    .from(request)
    .where(and(eq(request.teamId, sql.placeholder('team')), eq(request.id, sql.placeholder('id'))))
    .prepare();
  const teams = db.select().from(installation).orderBy(asc(installation.teamId)).prepare();

  function inspect(team: TeamId, id: RequestId) {
    const end = endOf.get({ team, id });
    // Numbers have no gaps: a number that was given out and has no request was removed.
    if (!end) return { rows: 0, broken: { sequence: 1, why: 'missing' as const } };
    const rows = rowsOf.all({ team, id });
    return { rows: rows.length, broken: firstBreak(rows, end) };
  }

  return {
    teams: (): TeamId[] => teams.all().map(({ teamId }) => teamId),

    append(rows: AuditRow[]): void {
      for (const row of rows) insert(row);
    },

    async eventsOf(team: TeamId, id: RequestId): Promise<RequestEvent[]> {
      return rowsOf.all({ team, id }).map(({ type, by, at, detail }) => ({ type, by, at, detail: JSON.parse(detail) }));
    },

    async verifyAudit(): Promise<AuditReport> {
      let sound = 0;
      for (const { teamId: team, nextRequestNumber } of teams.all()) {
        for (let number = 1; number < nextRequestNumber; number++) {
          const { rows, broken } = inspect(team, requestId(number));
          if (broken) return { sound: false, team, request: requestId(number), ...broken };
          sound += rows;
          if (number % REQUESTS_A_TURN === 0) await turn();
        }
      }
      return { sound: true, rows: sound };
    },
  };
}

export type AuditTrail = ReturnType<typeof auditTrail>;
