import { getTableColumns, type InferSelectModel, type Placeholder, sql } from 'drizzle-orm';
import type { SQLiteInsertValue, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Sqlite } from './connect.ts';

/**
 * A prepared insert of whole rows. Drizzle writes the statement, once; the driver gets the values without drizzle
 * looking each of them up by name, which costs as much as the insert itself. With `ifNew`, a row that is there
 * already stays, and the answer is false.
 */
export function inserter<Table extends SQLiteTable>(db: Sqlite, table: Table, ifNew = false) {
  const columns = Object.entries(getTableColumns(table));
  const named = Object.fromEntries(columns.map(([name]) => [name, sql.placeholder(name)]));
  const insert = db.insert(table).values(named as SQLiteInsertValue<Table>);
  const statement = db.$client.prepare((ifNew ? insert.onConflictDoNothing() : insert).toSQL().sql);
  return (row: InferSelectModel<Table>): boolean => {
    const values = columns.map(([name, column]) => {
      const value = row[name as keyof typeof row];
      return value === null ? null : column.mapToDriverValue(value);
    });
    return statement.run(values).changes === 1;
  };
}

/** A value given at each run, for `set`, which takes no bare placeholder. */
export const given = (name: string) => sql`${sql.placeholder(name)}`;

/**
 * A value given at each run that SQLite need not know to plan with. After a bare parameter is bound anew, a query that
 * sorts or has a limit is planned anew as well, which takes ten times as long as running it; behind a plus, which
 * changes nothing, SQLite does not look at it (sqlite.org/c3ref/prepare.html, on statements that are recompiled).
 */
export const unplanned = (name: string) => sql`+${sql.placeholder(name)}`;

/** A limit given at each run; drizzle's types know numbers and bare placeholders only. */
export const unplannedLimit = (name: string) => unplanned(name) as unknown as Placeholder<string>;
