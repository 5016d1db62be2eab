import { and, eq, sql } from 'drizzle-orm';
import type { TeamId, UserId } from '#domain/ids.ts';
import { toJson } from '../canonical-json.ts';
import { preference } from '../schema/sqlite.ts';
import type { PeopleStore, Preferences } from '../store.ts';
import type { Commits } from './commit.ts';
import type { Sqlite } from './connect.ts';

/** The port, and reading at once inside somebody else's transaction. */
export type PeopleRows = { port: PeopleStore; preferences(team: TeamId, user: UserId): Preferences };

export function peopleRows(db: Sqlite, commits: Commits): PeopleRows {
  const find = db
    .select({ body: preference.body })
    .from(preference)
    .where(and(eq(preference.teamId, sql.placeholder('team')), eq(preference.userId, sql.placeholder('user'))))
    .prepare();
  const put = db
    .insert(preference)
    .values({ teamId: sql.placeholder('team'), userId: sql.placeholder('user'), body: sql.placeholder('body') })
    .onConflictDoUpdate({ target: [preference.teamId, preference.userId], set: { body: sql`excluded.body` } })
    .prepare();

  const preferences = (team: TeamId, user: UserId): Preferences => {
    const row = find.get({ team, user });
    return row ? JSON.parse(row.body) : {};
  };

  const port: PeopleStore = {
    preferences: async (team, user) => preferences(team, user),
    remember: async (team, user, what) => {
      const before = preferences(team, user);
      // Mostly it is what was known: then there is nothing to sync to disk.
      if (toJson({ ...before, ...what }) === toJson(before)) return;
      await commits.run(() => {
        // A key given as undefined replaces what was there, and JSON leaves it out.
        put.run({ team, user, body: toJson({ ...preferences(team, user), ...what }) });
      });
    },
  };
  return { port, preferences };
}
