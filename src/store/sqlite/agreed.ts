import { and, asc, eq, gte, isNotNull, isNull, lte } from 'drizzle-orm';
import type { AgreedAction } from '#domain/agreed.ts';
import { agreedAction } from '../schema/sqlite.ts';
import type { AgreedStore } from '../summary-stores.ts';
import type { Commits } from './commit.ts';
import type { Sqlite } from './connect.ts';
import type { MessageQueue } from './queue.ts';

type Row = typeof agreedAction.$inferSelect;

const asAction = ({ teamId, remindedAt: _, doneAt, loggedAt, ...row }: Row): AgreedAction => ({
  ...row,
  team: teamId,
  loggedAt: loggedAt ?? 0,
  ...(doneAt !== null && { doneAt }),
});

/** What units and IT agreed on; a few a quarter, so that nothing here is prepared. */
export function agreedStore(db: Sqlite, commits: Commits, queue: MessageQueue): AgreedStore {
  const { teamId, id, unit, due, doneAt, remindedAt } = agreedAction;
  const rows = () => db.select().from(agreedAction);
  return {
    agree: ({ team, ...action }, news) =>
      commits.run(() => {
        db.insert(agreedAction)
          .values({ doneAt: null, remindedAt: null, ...action, teamId: team })
          .run();
        for (const message of news) queue.say(team, message, action.loggedAt);
      }),
    agreedBy: async (team, of, since) => {
      const theirs = and(eq(teamId, team), eq(unit, of));
      const open = rows()
        .where(and(theirs, isNull(doneAt)))
        .orderBy(asc(due), asc(id));
      const done = rows()
        .where(and(theirs, isNotNull(doneAt), gte(doneAt, since ?? Number.MAX_SAFE_INTEGER)))
        .orderBy(asc(doneAt), asc(id));
      return [...open.all(), ...done.all()].map(asAction);
    },
    findAgreed: async (team, wanted) => {
      const row = rows()
        .where(and(eq(teamId, team), eq(id, wanted)))
        .get();
      return row && asAction(row);
    },
    finishAgreed: (team, wanted, at) =>
      commits.run(() => {
        const open = and(eq(teamId, team), eq(id, wanted), isNull(doneAt));
        return db.update(agreedAction).set({ doneAt: at }).where(open).run().changes === 1;
      }),
    async remindAgreed(team, today, at, message) {
      const open = and(eq(teamId, team), lte(due, today), isNull(doneAt), isNull(remindedAt));
      const read = () => rows().where(open).orderBy(asc(due), asc(id)).all();
      // Asked once a second, and nearly always for nothing: no transaction for that.
      if (read().length === 0) return 0;
      return commits.run(() => {
        const theirs = read();
        for (const row of theirs) {
          db.update(agreedAction)
            .set({ remindedAt: at })
            .where(and(eq(teamId, team), eq(id, row.id)))
            .run();
          queue.say(team, message(asAction(row)), at);
        }
        return theirs.length;
      });
    },
  };
}
