import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Client from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrateSqlite } from './migrate.ts';

export type Sqlite = BetterSQLite3Database & { $client: Client };

/** How long a writer waits for another process's transaction. Ours take milliseconds; a backup may take seconds. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * The file that a `file:` URL names: `file:data/tandem.db` (from the working directory), `file:///var/lib/tandem.db`.
 * Undefined for `file::memory:`.
 * @throws {Error} when it is no `file:` URL.
 */
export function sqlitePath(url: string): string | undefined {
  if (!url.startsWith('file:')) throw new Error(`Not a SQLite database: "${url}" does not begin with "file:"`);
  if (url === 'file::memory:') return undefined;
  return url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
}

/** Opens the database with the newest tables. Makes the file and its folder when they are not there. */
export async function connect(url: string): Promise<Sqlite> {
  const path = sqlitePath(url);
  if (path) mkdirSync(dirname(path), { recursive: true });
  const client = new Client(path ?? ':memory:', { timeout: BUSY_TIMEOUT_MS });
  try {
    await useWriteAheadLog(client);
    client.pragma('synchronous = FULL'); // What a person was told is done survives power loss, not only a crash.
    client.pragma('foreign_keys = ON');
    client.pragma('recursive_triggers = ON'); // Else REPLACE would delete audit rows without their trigger.
    migrateSqlite(client);
    return drizzle(client);
  } catch (error) {
    client.close();
    throw error;
  }
}

/** SQLite does not wait on this pragma: two processes that start on a new file at once would meet SQLITE_BUSY. */
async function useWriteAheadLog(client: Client): Promise<void> {
  const giveUpAt = Date.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    try {
      client.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > giveUpAt) throw error;
      await sleep(10);
    }
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
