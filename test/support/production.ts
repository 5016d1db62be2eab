import { cp, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'rolldown';
import config from '../../rolldown.config.ts';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Lays a production install out in this folder, as the Dockerfile does: the bundle, its migrations, and
 * `node_modules` beside it. Answers the path of its `dist`.
 */
export async function layOutProduction(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const dist = join(folder, 'dist');
  await build({ ...config, cwd: ROOT, logLevel: 'silent', output: { ...config.output, dir: dist } });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const path of ['migrations', 'package.json']) {
    await cp(join(ROOT, path), join(folder, path), { recursive: true });
  }
  return dist;
}
