import { existsSync } from 'node:fs';
import { sqlitePath } from '#store/sqlite/connect.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';

/** Checks the audit trail: `npm run audit:verify -- [DATABASE_URL]`. Exits 1 when a row is not as it was written. */
async function verify(url: string): Promise<{ text: string; isSound: boolean }> {
  const path = sqlitePath(url);
  // Opening would make an empty database, and nothing is wrong with that one.
  if (path && !existsSync(path)) return { text: `There is no database at ${path}.`, isSound: false };
  const store = await openSqliteStore(url);
  try {
    const report = await store.verifyAudit();
    if (report.sound) return { text: `The audit trail is sound. Rows checked: ${report.rows}.`, isSound: true };
    const { team, request, sequence, why } = report;
    return { text: `Broken at ${team} ${request}, row ${sequence}: ${WHAT_IS_WRONG[why]}.`, isSound: false };
  } finally {
    await store.close();
  }
}

const WHAT_IS_WRONG = {
  hash: 'the row or its hash is not as it was written',
  missing: 'the row is gone',
  order: 'the row does not follow from the one before',
};

const { text, isSound } = await verify(process.argv[2] ?? 'file:data/tandem.db');
process.stdout.write(`${text}\n`);
process.exitCode = isSound ? 0 : 1;
