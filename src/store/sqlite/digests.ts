import { and, asc, eq, isNull, lt, lte, max, min, or, sql } from 'drizzle-orm';
import type { Instant, TeamId } from '#domain/ids.ts';
import { digestRun, installation, outbox } from '../schema/sqlite.ts';
import type { DigestReader, DigestStore, ReaderId } from '../summary-stores.ts';
import type { Commits } from './commit.ts';
import type { Sqlite } from './connect.ts';
import type { MessageQueue } from './queue.ts';
import { inserter, unplanned, unplannedLimit } from './statements.ts';

type Row = typeof digestRun.$inferSelect;

const asReader = ({ reader, lastWeek, nextAt, hadOne, zone, zoneAt }: Row): DigestReader => ({
  reader,
  last: lastWeek,
  nextAt: nextAt ?? 0,
  hadOne,
  ...(zone !== null && { zone }),
  ...(zoneAt !== null && { zoneAt }),
});

function statements(db: Sqlite) {
  const ofTeam = eq(digestRun.teamId, unplanned('team'));
  const byKey = and(eq(digestRun.teamId, sql.placeholder('team')), eq(digestRun.reader, sql.placeholder('reader')));
  return {
    insert: inserter(db, digestRun, true),
    all: db.select().from(digestRun).where(ofTeam).prepare(),
    find: db.select().from(digestRun).where(byKey).prepare(),
    remove: db.delete(digestRun).where(byKey).prepare(),
    due: db
      .select()
      .from(digestRun)
      .where(and(ofTeam, lte(digestRun.nextAt, unplanned('now'))))
      .orderBy(asc(digestRun.nextAt), asc(digestRun.reader))
      .limit(unplannedLimit('limit'))
      .prepare(),
    stale: db
      .select()
      .from(digestRun)
      .where(and(ofTeam, or(isNull(digestRun.zoneAt), lt(digestRun.zoneAt, unplanned('since')))))
      .orderBy(asc(digestRun.zoneAt))
      .limit(1)
      .prepare(),
    firstDue: db
      .select({ at: min(digestRun.nextAt) })
      .from(digestRun)
      .where(ofTeam)
      .prepare(),
    lastInTurn: db
      .select({ at: max(outbox.dueAt) })
      .from(outbox)
      .where(and(eq(outbox.bulk, true), sql`${outbox.dueAt} is not null`))
      .prepare(),
    refusedAt: db
      .select({ at: installation.chartsRefusedAt })
      .from(installation)
      .where(eq(installation.teamId, sql.placeholder('team')))
      .prepare(),
  };
}

/** Who gets a digest, and when. */
export function digestStore(db: Sqlite, commits: Commits, queue: MessageQueue): DigestStore {
  const rows = statements(db);
  const change = (team: TeamId, reader: ReaderId, what: Partial<Row>) =>
    db
      .update(digestRun)
      .set(what)
      .where(and(eq(digestRun.teamId, team), eq(digestRun.reader, reader)))
      .run();

  return {
    digestReaders: async (team) => rows.all.all({ team }).map(asReader),
    findDigestReader: async (team, reader) => {
      const row = rows.find.get({ team, reader });
      return row && asReader(row);
    },
    addDigestReader: (team, { reader, last, nextAt }) =>
      commits.run(() => {
        const row = { teamId: team, reader, lastWeek: last, nextAt, hadOne: false, zone: null, zoneAt: null };
        rows.insert(row);
      }),
    removeDigestReader: (team, reader) =>
      commits.run(() => {
        rows.remove.run({ team, reader });
      }),
    moveDigestReader: (team, reader, { last, nextAt }) =>
      commits.run(() => {
        change(team, reader, { lastWeek: last, nextAt });
      }),
    setZone: (team, reader, zoneAt, zone) =>
      commits.run(() => {
        change(team, reader, { zoneAt, ...(zone !== undefined && { zone }) });
      }),
    staleZone: async (team, since) => {
      const row = rows.stale.get({ team, since });
      return row && asReader(row);
    },
    dueDigests: async (team, now, limit) => rows.due.all({ team, now, limit }).map(asReader),
    nextDigestDue: async (team) => rows.firstDue.get({ team })?.at ?? undefined,
    runDigest: (team, before, next, said) =>
      commits.run(() => {
        const row = rows.find.get({ team, reader: before.reader });
        // Another process was faster, or they chose another time meanwhile.
        if (row?.lastWeek !== before.last || row.nextAt !== before.nextAt) return false;
        change(team, before.reader, { lastWeek: next.last, nextAt: next.nextAt, ...(said && { hadOne: true }) });
        if (said) {
          for (const message of said.messages) {
            const last = rows.lastInTurn.get()?.at ?? 0;
            queue.say(team, message, said.at, Math.max(said.at, last + said.everyMs));
          }
        }
        return true;
      }),
    chartsRefusedAt: async (team) => rows.refusedAt.get({ team })?.at ?? undefined,
    refuseCharts: (team: TeamId, at: Instant) =>
      commits.run(() => {
        db.insert(installation)
          .values({ teamId: team, nextRequestNumber: 1, chartsRefusedAt: at })
          .onConflictDoUpdate({ target: installation.teamId, set: { chartsRefusedAt: at } })
          .run();
      }),
  };
}
