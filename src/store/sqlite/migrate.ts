import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';

/**
 * Brings the tables up to date in one exclusive transaction, so that processes that start together wait for the
 * first. Not drizzle's own migrator: that one looks before it locks, and skips a migration older than the newest.
 * @throws {Error} when the database was written by a newer Tandem.
 */
export function migrateSqlite(client: Database): void {
  const migrations = readMigrationFiles({ migrationsFolder: migrationsFolder() });
  const migrate = client.transaction(() => {
    client.exec('create table if not exists __drizzle_migrations (hash text not null, created_at integer not null)');
    const applied = client.prepare('select created_at from __drizzle_migrations').raw().all().flat();
    const known = new Set<unknown>(migrations.map(({ folderMillis }) => folderMillis));
    if (applied.some((moment) => !known.has(moment))) throw new Error('The database is from a newer Tandem than this');
    for (const { folderMillis, hash, sql } of migrations.filter((one) => !applied.includes(one.folderMillis))) {
      client.exec(sql.join('\n'));
      client.prepare('insert into __drizzle_migrations values (?, ?)').run(hash, folderMillis);
    }
  });
  migrate.immediate();
}

/** Beside `src/`; a bundle may lie elsewhere under the same root. */
function migrationsFolder(from = import.meta.dirname): string {
  const folder = join(from, 'migrations/sqlite');
  if (existsSync(folder)) return folder;
  if (dirname(from) === from) throw new Error('The folder migrations/sqlite is missing');
  return migrationsFolder(dirname(from));
}
