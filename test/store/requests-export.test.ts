import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sqlitePath } from '#store/sqlite/connect.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import { anIntake, aStoredRequest, OTHER_TEAM } from '#test/support/builders.ts';
import { aDatabaseUrl } from './a-database.ts';

const SCRIPT = resolve(import.meta.dirname, '../../src/requests-export.ts');
const COMPANY = resolve(import.meta.dirname, '../../src/playground/company/org.yml');

type Ran = { code: unknown; stdout: string; stderr: string };
const run = (url: string, ...args: string[]): Promise<Ran> =>
  new Promise((done) => {
    const env = { DATABASE_URL: url, ORG_FILE: COMPANY };
    execFile(process.execPath, [SCRIPT, ...args], { env }, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, stdout, stderr }),
    );
  });

describe('npm run export', () => {
  it('writes the requests of a unit and quarter, of every workspace, and of no other unit', async () => {
    const url = aDatabaseUrl();
    const store = await openSqliteStore(url);
    await aStoredRequest(store, { request: { intake: anIntake({ tool: '問卷工具' }) } });
    await aStoredRequest(store, { team: OTHER_TEAM, request: { intake: anIntake({ tool: 'Figma' }) } });
    await aStoredRequest(store, { request: { intake: anIntake({ unit: 'sales' as never, tool: 'CRM' }) } });
    await store.close();
    const { code, stdout, stderr } = await run(url, '--unit', 'marketing', '--quarter', '2026Q1');
    expect([code, stderr]).toEqual([0, '']);
    const [header = '', ...rows] = stdout.split('\r\n').filter(Boolean);
    expect(header).toMatch(/^\uFEFFRequest,Submitted,Tool,/);
    expect(rows.map((row) => row.split(',')[2]).toSorted()).toEqual(['Figma', '問卷工具']);
    expect((await run(url, '--unit', 'marketing', '--quarter', '2025Q4')).stdout).toBe(`${header}\r\n`);
  });

  it.each([
    [[], 'Write it like this: npm run export -- --unit marketing --quarter 2026Q4'],
    [['--unit', 'marketing', '--quarter', '4/2026'], '"4/2026" is no quarter.'],
    [['--unit', 'nowhere', '--quarter', '2026Q4'], 'The org file has no unit "nowhere", but these: marketing, sales'],
  ])('says how to mend %s', async (args, mend) => {
    const { code, stdout, stderr } = await run(aDatabaseUrl(), ...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(mend);
  });

  it('makes no database where there is none', async () => {
    const url = aDatabaseUrl();
    const { code, stderr } = await run(url, '--unit', 'marketing', '--quarter', '2026Q4');
    expect(code).toBe(1);
    expect(stderr).toContain(`There is no database at ${sqlitePath(url)}.`);
    expect(existsSync(sqlitePath(url) ?? '')).toBe(false);
  });
});
