import { eq, sql } from 'drizzle-orm';
import type { TeamId } from '#domain/ids.ts';
import { installation } from '../schema/sqlite.ts';
import type { Sqlite } from './connect.ts';

/** Request numbers of a workspace, from 1. To be used within one transaction: look, then take. */
export function requestNumbers(db: Sqlite) {
  const find = db
    .select({ number: installation.nextRequestNumber })
    .from(installation)
    .where(eq(installation.teamId, sql.placeholder('team')))
    .prepare();
  const put = db
    .insert(installation)
    .values({ teamId: sql.placeholder('team'), nextRequestNumber: sql.placeholder('next') })
    .onConflictDoUpdate({ target: installation.teamId, set: { nextRequestNumber: sql`excluded.next_request_number` } })
    .prepare();
  return {
    next: (team: TeamId): number => find.get({ team })?.number ?? 1,
    take(team: TeamId, number: number): void {
      put.run({ team, next: number + 1 });
    },
  };
}
