import { and, asc, eq, sql } from 'drizzle-orm';
import type { TeamId } from '#domain/ids.ts';
import { toJson } from '../canonical-json.ts';
import { catalogueEntry } from '../schema/sqlite.ts';
import type { CatalogueEntry, CatalogueStore } from '../store.ts';
import type { Commits } from './commit.ts';
import type { Sqlite } from './connect.ts';
import { inserter, unplannedLimit } from './statements.ts';

type Row = typeof catalogueEntry.$inferSelect;

const asEntry = (row: Row): CatalogueEntry => ({
  id: row.id,
  name: row.name,
  vendor: row.vendor,
  aliases: JSON.parse(row.aliases),
  category: row.category,
  status: row.status,
  ...(row.businessOwner !== null && { businessOwner: row.businessOwner }),
  ...(row.itOwner !== null && { itOwner: row.itOwner }),
  ...(row.seats !== null && { seats: row.seats }),
  ...(row.freeSeats !== null && { freeSeats: row.freeSeats }),
});

/** As words are compared: full-width letters are ordinary ones, case and runs of spaces don't matter. */
const searchable = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

const asRow = (teamId: TeamId, entry: CatalogueEntry): Row => ({
  teamId,
  id: entry.id,
  name: entry.name,
  vendor: entry.vendor,
  aliases: toJson(entry.aliases),
  category: entry.category,
  status: entry.status,
  businessOwner: entry.businessOwner ?? null,
  itOwner: entry.itOwner ?? null,
  seats: entry.seats ?? null,
  freeSeats: entry.freeSeats ?? null,
  searched: [entry.name, ...entry.aliases, entry.vendor].map((term) => `\n${searchable(term)}`).join(''),
});

const ofTeam = eq(catalogueEntry.teamId, sql.placeholder('team'));
const byId = and(ofTeam, eq(catalogueEntry.id, sql.placeholder('id')));

function searching(db: Sqlite) {
  const words = sql.placeholder('words');
  const { searched, id } = catalogueEntry;
  // Each term stands after a line feed, the name first: so the name begins with the words, or another term does.
  const beginsAt = sql`instr(${searched}, char(10) || ${words})`;
  const rank = sql`case ${beginsAt} when 1 then 0 when 0 then 2 else 1 end`;
  const holds = and(ofTeam, sql`instr(${searched}, ${words}) > 0`);
  return {
    any: db.select({ id }).from(catalogueEntry).where(holds).prepare(),
    best: db
      .select()
      .from(catalogueEntry)
      .where(holds)
      .orderBy(rank, asc(searched), asc(id))
      .limit(unplannedLimit('limit'))
      .prepare(),
  };
}

export function catalogueStore(db: Sqlite, commits: Commits): CatalogueStore {
  const insert = inserter(db, catalogueEntry);
  const remove = db.delete(catalogueEntry).where(byId).prepare();
  const find = db.select().from(catalogueEntry).where(byId).prepare();
  const search = searching(db);

  return {
    putTool: (team, entry) =>
      commits.run(() => {
        remove.run({ team, id: entry.id });
        insert(asRow(team, entry));
      }),
    findTool: async (team, id) => {
      const row = find.get({ team, id });
      return row && asEntry(row);
    },
    /** No words: the whole catalogue, by name. */
    searchTools: async (team, typed, limit) => {
      const words = searchable(typed);
      // Most words that people type name nothing that we have, and even an empty sort costs more than a look.
      if (!search.any.get({ team, words })) return [];
      return search.best.all({ team, words, limit }).map(asEntry);
    },
  };
}
