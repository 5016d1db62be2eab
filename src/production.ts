import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** The start of the production bundle. What its first start compiled is kept beside it, so that later ones are quick. */
enableCompileCache(join(import.meta.dirname, 'compile-cache'));

// biome-ignore lint/style/noProcessEnv: the bundle has no playground, so it is production whatever the machine says.
process.env.NODE_ENV = 'production';

await import('./main.ts');
