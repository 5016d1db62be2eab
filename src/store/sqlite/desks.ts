import { eq, sql } from 'drizzle-orm';
import type { Instant, TeamId, UserId } from '#domain/ids.ts';
import type { Workload } from '#domain/pairing.ts';
import { isOpen, type PurchaseRequest } from '#domain/purchase-request.ts';
import { desk } from '../schema/sqlite.ts';
import type { Sqlite } from './connect.ts';

const openCount = (request: PurchaseRequest): number => (isOpen(request) ? 1 : 0);

/** What each engineer has on the desk, kept up in the transaction that changes a request. */
export function desks(db: Sqlite) {
  const ofTeam = db
    .select()
    .from(desk)
    .where(eq(desk.teamId, sql.placeholder('team')))
    .prepare();
  const add = db
    .insert(desk)
    .values({
      teamId: sql.placeholder('team'),
      engineer: sql.placeholder('engineer'),
      openRequests: sql.placeholder('count'),
      lastAssignedAt: sql.placeholder('assignedAt'),
    })
    .onConflictDoUpdate({
      target: [desk.teamId, desk.engineer],
      set: {
        openRequests: sql`${desk.openRequests} + excluded.open_requests`,
        lastAssignedAt: sql`max(${desk.lastAssignedAt}, excluded.last_assigned_at)`,
      },
    })
    .prepare();

  return {
    /** Every engineer who ever had a request. */
    workloads: (team: TeamId): ReadonlyMap<UserId, Workload> =>
      new Map(
        ofTeam
          .all({ team })
          .map(({ engineer, openRequests, lastAssignedAt }) => [engineer, { openRequests, lastAssignedAt }]),
      ),

    /** Counts a request that was opened, closed, reopened or handed over. */
    move(team: TeamId, before: PurchaseRequest | undefined, after: PurchaseRequest, at: Instant): void {
      const [from, to] = [before?.pairing.engineer, after.pairing.engineer];
      const hadOpen = before ? openCount(before) : 0;
      if (from === to && hadOpen === openCount(after)) return;
      if (from) add.run({ team, engineer: from, count: -hadOpen, assignedAt: 0 });
      add.run({ team, engineer: to, count: openCount(after), assignedAt: from === to ? 0 : at });
    },
  };
}
