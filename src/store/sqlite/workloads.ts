import { sql } from 'drizzle-orm';
import type { Instant, TeamId, UserId } from '#domain/ids.ts';
import type { Workload } from '#domain/pairing.ts';
import type { Sqlite } from './connect.ts';

const team = sql.placeholder('team');

/**
 * Each engineer's desk. Goes from one engineer to the next in the index and looks up two numbers for each, so that
 * a submission costs the same after ten thousand requests as after ten; `group by` would read them all.
 */
const DESKS = sql`(
  with recursive colleague(engineer) as (
    select min(engineer) from request where team_id = ${team}
    union all
    select (select min(engineer) from request where team_id = ${team} and engineer > colleague.engineer)
    from colleague where colleague.engineer is not null
  )
  select engineer,
    (select count(*) from request where team_id = ${team} and engineer = colleague.engineer
      and state in ('deciding', 'waiting')) as open_requests,
    (select max(assigned_at) from request where team_id = ${team} and engineer = colleague.engineer) as assigned_at
  from colleague where engineer is not null
)`;

/** What every engineer who ever had a request has on the desk. */
export function workloads(db: Sqlite): (team: TeamId) => ReadonlyMap<UserId, Workload> {
  const desks = db
    .select({
      engineer: sql<UserId>`engineer`,
      openRequests: sql<number>`open_requests`,
      lastAssignedAt: sql<Instant>`assigned_at`,
    })
    .from(DESKS)
    .prepare();
  return (team) => new Map(desks.all({ team }).map(({ engineer, ...workload }) => [engineer, workload]));
}
