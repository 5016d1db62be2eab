import { getTableColumns, type InferSelectModel, sql } from 'drizzle-orm';
import type { SQLiteInsertValue, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Sqlite } from './connect.ts';

/**
 * A prepared insert of whole rows. Prepared once, drizzle is as fast as hand-written statements; built at each
 * call, half as fast. With `ifNew`, a row that is there already stays, and the answer is false.
 */
export function inserter<Table extends SQLiteTable>(db: Sqlite, table: Table, ifNew = false) {
  const columns = Object.keys(getTableColumns(table)).map((name) => [name, sql.placeholder(name)]);
  const insert = db.insert(table).values(Object.fromEntries(columns) as SQLiteInsertValue<Table>);
  const prepared = (ifNew ? insert.onConflictDoNothing() : insert).prepare();
  return (row: InferSelectModel<Table>): boolean => prepared.run(row).changes === 1;
}

/** A value given at each run, for `set`, which takes no bare placeholder. */
export const given = (name: string) => sql`${sql.placeholder(name)}`;
