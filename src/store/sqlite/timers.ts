import { randomUUID } from 'node:crypto';
import { and, asc, eq, lte, min, sql } from 'drizzle-orm';
import type { RequestId, TeamId } from '#domain/ids.ts';
import type { Timer } from '#domain/timers.ts';
import { timer } from '../schema/sqlite.ts';
import type { DueTimer, TimerStore } from '../store.ts';
import type { Commits } from './commit.ts';
import type { Sqlite } from './connect.ts';
import { given, inserter, unplanned, unplannedLimit } from './statements.ts';

const byId = eq(timer.id, sql.placeholder('id'));

const isSame = (one: Timer, other: Timer): boolean => one.kind === other.kind && one.dueAt === other.dueAt;

function statements(db: Sqlite) {
  return {
    insert: inserter(db, timer),
    ofRequest: db
      .select()
      .from(timer)
      .where(and(eq(timer.teamId, sql.placeholder('team')), eq(timer.requestId, sql.placeholder('request'))))
      .prepare(),
    due: db
      .select()
      .from(timer)
      .where(lte(timer.availableAt, unplanned('now')))
      .orderBy(asc(timer.availableAt), asc(sql`rowid`))
      .limit(unplannedLimit('limit'))
      .prepare(),
    lease: db
      .update(timer)
      .set({ availableAt: given('until') })
      .where(byId)
      .prepare(),
    remove: db.delete(timer).where(byId).prepare(),
    firstDue: db
      .select({ at: min(timer.availableAt) })
      .from(timer)
      .prepare(),
  };
}

/** Timers of requests. They are claimed by their own id, which is unique across workspaces. */
export function timerStore(db: Sqlite, commits: Commits) {
  const rows = statements(db);

  const port: TimerStore = {
    claimTimers: (now, leaseUntil, limit) =>
      commits.run(() => {
        const due = rows.due.all({ now, limit });
        for (const { id } of due) rows.lease.run({ id, until: leaseUntil });
        return due.map(
          ({ id, teamId, requestId, kind, dueAt }): DueTimer => ({ id, team: teamId, request: requestId, kind, dueAt }),
        );
      }),
    finishTimer: (id) =>
      commits.run(() => {
        rows.remove.run({ id });
      }),
    nextTimerDue: async () => rows.firstDue.get()?.at ?? undefined,
  };

  function add(team: TeamId, request: RequestId, timers: Timer[]): void {
    for (const { kind, dueAt } of timers) {
      rows.insert({ id: randomUUID(), teamId: team, requestId: request, kind, dueAt, availableAt: dueAt });
      commits.noteNews();
    }
  }

  return {
    port,
    /** For a request that has none yet. */
    add,

    /** From now on the request has these timers. One that it had already keeps its lease: it must not run twice. */
    replace(team: TeamId, request: RequestId, timers: Timer[]): void {
      const before = rows.ofRequest.all({ team, request });
      const has = (list: Timer[], one: Timer) => list.some((other) => isSame(one, other));
      for (const old of before) if (!has(timers, old)) rows.remove.run({ id: old.id });
      add(
        team,
        request,
        timers.filter((timer) => !has(before, timer)),
      );
    },
  };
}

export type TimerRows = ReturnType<typeof timerStore>;
