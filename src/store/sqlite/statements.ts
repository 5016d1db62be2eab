import { getTableColumns, type InferSelectModel, sql } from 'drizzle-orm';
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
