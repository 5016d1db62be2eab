import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** One forbidden arrow a line: where the violation is planted, what it imports. */
const FORBIDDEN = [
  ['src/domain/planted.ts', '#store/store.ts'],
  ['src/domain/planted.ts', '#text/text.ts'],
  ['src/domain/planted.ts', '@slack/types'],
  ['src/domain/planted.ts', 'node:fs'],
  ['src/slack/planted.ts', '#domain/ids.ts'],
  ['src/slack/planted.ts', '@slack/web-api'],
  ['src/text/planted.ts', '#domain/ids.ts'],
  ['src/store/planted.ts', '#slack/blocks.ts'],
  ['src/store/planted.ts', '#features/intake/intake.form.ts'],
  ['src/outbox/planted.ts', '#features/decision/present.ts'],
  ['src/outbox/planted.ts', '#store/sqlite-store.ts'],
  ['src/outbox/planted.ts', '#text/text.ts'],
  ['src/features/intake/planted.ts', '#features/decision/words.ts'],
  ['src/features/intake/planted.ts', '../decision/words.ts'],
  ['src/features/intake/planted.ts', '#store/sqlite-store.ts'],
  ['src/features/intake/planted.ts', '@slack/web-api'],
  ['src/features/intake/planted.ts', '#server/log.ts'],
  ['src/org/planted.ts', '#store/store.ts'],
  ['src/server/planted.ts', '#domain/ids.ts'],
  ['src/playground/planted.ts', '../main.ts'],
  ['src/main.ts', 'better-sqlite3'],
  ['src/tandem.ts', 'drizzle-orm'],
] as const;

const ALLOWED = [
  ['src/domain/planted.ts', './ids.ts'],
  ['src/text/planted.ts', '#slack/mrkdwn.ts'],
  ['src/store/planted.ts', '#domain/ids.ts'],
  ['src/outbox/planted.ts', '#store/store.ts'],
  ['src/features/intake/planted.ts', '#domain/ids.ts'],
  ['src/features/intake/planted.ts', '#outbox/outbox.ts'],
  ['src/org/planted.ts', '#domain/ids.ts'],
  ['src/playground/planted.ts', '#domain/ids.ts'],
] as const;

const run = promisify(execFile);
const findings = new Map<string, string[]>();
let folder = '';

const planted = ([path, imported]: readonly [string, string], index: number) =>
  [path.replace(/(?:planted)?\.ts$/, `${index}.ts`).replace(/(main|tandem)\d+/, '$1'), imported] as const;

/** Which rules Biome names for each planted file. */
async function lint(cases: readonly (readonly [string, string])[]): Promise<void> {
  for (const [path, imported] of cases) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `import * as planted from '${imported}';\n\nexport const kept = planted;\n`);
  }
  const biome = join(import.meta.dirname, '../node_modules/.bin/biome');
  const args = ['lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none', '.'];
  const { stdout } = await run(biome, args, { cwd: folder }).catch((failed: { stdout: string }) => failed);
  for (const line of stdout.split('\n')) {
    const [, rule, file] = /title=([\w/]+).*?file=([^,]+)/.exec(line) ?? [];
    const path = relative(folder, file ?? '');
    if (rule && file) findings.set(path, [...(findings.get(path) ?? []), rule]);
  }
}

describe('the arrows between layers', () => {
  const forbidden = FORBIDDEN.map(planted);
  const allowed = ALLOWED.map((one, index) => planted(one, index + FORBIDDEN.length));

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'layers-')));
    await cp(join(import.meta.dirname, '../biome.json'), join(folder, 'biome.json'));
    await lint([...forbidden, ...allowed]);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(forbidden)('%s may not import %s', (path) => {
    expect(findings.get(path)).toContain('lint/style/noRestrictedImports');
  });

  it.each(allowed)('%s may import %s', (path) => {
    expect(findings.get(path) ?? []).not.toContain('lint/style/noRestrictedImports');
  });
});
