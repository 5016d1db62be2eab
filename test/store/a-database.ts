import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { onTestFinished } from 'vitest';
import { sqlitePath } from '#store/sqlite/connect.ts';

/** Where a database may be made for this test; its folder is not there yet, and goes with the test. */
export function aDatabaseUrl(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return `file:${join(folder, 'data', 'tandem.db')}`;
}

const MIGRATIONS = join(import.meta.dirname, '../../migrations/sqlite');

/** A database as an older version left it: with so many of the migrations, and what `fill` puts into it. */
export function aDatabaseBefore(migrations: number, fill: (db: InstanceType<typeof Database>) => void): string {
  const url = aDatabaseUrl();
  const path = sqlitePath(url) ?? '';
  mkdirSync(dirname(path), { recursive: true });
  const db = new Database(path);
  db.exec('create table __drizzle_migrations (hash text not null, created_at integer not null)');
  const applied = readMigrationFiles({ migrationsFolder: MIGRATIONS }).slice(0, migrations);
  for (const { folderMillis, hash, sql } of applied) {
    db.exec(sql.join('\n'));
    db.prepare('insert into __drizzle_migrations values (?, ?)').run(hash, folderMillis);
  }
  fill(db);
  db.close();
  return url;
}
