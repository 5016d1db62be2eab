import { and, eq, lt, sql } from 'drizzle-orm';
import type { Instant, RequestId, TeamId } from '#domain/ids.ts';
import { seen } from '../schema/sqlite.ts';
import type { DeliveryKey, Store } from '../store.ts';
import type { Commits } from './commit.ts';
import type { Sqlite } from './connect.ts';
import { inserter } from './statements.ts';

/** Slack deliveries already handled. What `firstSight` saw is apart from what changed a request. */
export function deliveries(db: Sqlite, commits: Commits) {
  const insert = inserter(db, seen, true);
  const same = and(eq(seen.delivery, sql.placeholder('delivery')), eq(seen.scope, sql.placeholder('scope')));
  const find = db
    .select({ seenAt: seen.seenAt })
    .from(seen)
    .where(and(eq(seen.teamId, sql.placeholder('team')), same))
    .prepare();
  const forget = db
    .delete(seen)
    .where(lt(seen.seenAt, sql.placeholder('before')))
    .prepare();

  const port: Pick<Store, 'firstSight' | 'forgetDeliveries'> = {
    firstSight: (teamId, delivery, seenAt) => commits.run(() => insert({ teamId, delivery, scope: '', seenAt })),
    forgetDeliveries: (before) =>
      commits.run(() => {
        forget.run({ before });
      }),
  };

  return {
    port,
    /** Whether this delivery changed this request before. */
    hasChanged: (team: TeamId, scope: RequestId, delivery: DeliveryKey): boolean =>
      find.get({ team, delivery, scope }) !== undefined,
    rememberChange(teamId: TeamId, scope: RequestId, delivery: DeliveryKey, seenAt: Instant): void {
      insert({ teamId, delivery, scope, seenAt });
    },
  };
}

export type Deliveries = ReturnType<typeof deliveries>;
