import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { connect, sqlitePath } from '#store/sqlite/connect.ts';
import { aDatabaseUrl } from './a-database.ts';

describe('a connection', () => {
  it('syncs each commit to disk, checks references, and lets readers read while one writes', async () => {
    const { $client } = await connect(aDatabaseUrl());
    expect($client.pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect($client.pragma('synchronous')).toEqual([{ synchronous: 2 }]);
    expect($client.pragma('foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    expect($client.pragma('busy_timeout')).toEqual([{ timeout: 5_000 }]);
    $client.close();
  });

  it('waits for another process that is just making the same file', async () => {
    const url = aDatabaseUrl();
    const path = sqlitePath(url) ?? '';
    mkdirSync(dirname(path));
    const other = new Database(path);
    other.exec('create table made (id integer); begin immediate');
    const opening = connect(url); // Refused at once: SQLite does not wait when the journal's mode changes.
    other.exec('rollback');
    other.close();
    (await opening).$client.close();
  });

  it('keeps every table strict', async () => {
    const { $client } = await connect('file::memory:');
    const loose = $client.prepare("select name from pragma_table_list where type = 'table' and not strict").raw().all();
    expect(loose.flat().filter((name) => !String(name).match(/^(sqlite_|__drizzle)/))).toEqual([]);
    $client.close();
  });

  it('does not let REPLACE delete an audit row', async () => {
    const { $client } = await connect('file::memory:');
    $client.pragma('foreign_keys = off');
    const put = "replace into event values ('T', 'BUY-1', 1, 'asked', 'U', 1, '{}', '', 'h')";
    $client.exec(put);
    expect(() => $client.exec(put)).toThrow('append-only');
    $client.close();
  });

  it('reads file URLs from the working directory or from the root', () => {
    expect(sqlitePath('file:data/tandem.db')).toBe(`${process.cwd()}/data/tandem.db`);
    expect(sqlitePath('file:/var/tandem.db')).toBe('/var/tandem.db');
    expect(sqlitePath('file:///var/tandem%20a.db')).toBe('/var/tandem a.db');
    expect(sqlitePath('file::memory:')).toBeUndefined();
  });
});
