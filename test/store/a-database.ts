import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Where a database may be made for this test; its folder is not there yet, and goes with the test. */
export function aDatabaseUrl(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return `file:${join(folder, 'data', 'tandem.db')}`;
}
