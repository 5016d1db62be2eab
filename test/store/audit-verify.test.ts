import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { sqlitePath } from '#store/sqlite/connect.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import { aStoredRequest } from '#test/support/builders.ts';
import { aDatabaseUrl } from './a-database.ts';

const SCRIPT = resolve(import.meta.dirname, '../../src/audit-verify.ts');

const verify = (url: string): Promise<{ code: unknown; stdout: string }> =>
  new Promise((done) => {
    execFile(process.execPath, [SCRIPT, url], (error, stdout) => done({ code: error?.code ?? 0, stdout }));
  });

describe('npm run audit:verify', () => {
  it('says how many rows are sound, or which is the first that is not', async () => {
    const url = aDatabaseUrl();
    const store = await openSqliteStore(url);
    await aStoredRequest(store);
    await store.close();
    expect(await verify(url)).toEqual({ code: 0, stdout: 'The audit trail is sound. Rows checked: 1.\n' });
    const db = new Database(sqlitePath(url) ?? '');
    db.exec("drop trigger event_no_update; update event set by = 'U0ELSE'");
    db.close();
    const broken = 'Broken at T0TANDEM BUY-1, row 1: the row or its hash is not as it was written.\n';
    expect(await verify(url)).toEqual({ code: 1, stdout: broken });
  });

  it('does not take a missing file for a sound one', async () => {
    const url = aDatabaseUrl();
    const { code, stdout } = await verify(url);
    expect([code, stdout]).toEqual([1, expect.stringContaining('There is no database')]);
    expect(existsSync(sqlitePath(url) ?? '')).toBe(false);
  });
});
