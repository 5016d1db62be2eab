import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';

/** Bolt loads every receiver that it has. These two are never made here, and they bring all of Express along. */
const UNUSED_RECEIVERS = /@slack\/bolt\/dist\/receivers\/(?:Express|AwsLambda)Receiver\.js$/;

const withoutUnusedReceivers: Plugin = {
  name: 'without-unused-receivers',
  load: { filter: { id: UNUSED_RECEIVERS }, handler: () => 'exports.default = undefined;' },
};

/** What listening learnt lies beside the bundle, as it lies beside the source that reads it. */
const withWeights: Plugin = {
  name: 'with-weights',
  generateBundle() {
    const source = readFileSync(join(import.meta.dirname, 'src/features/listening/detector/weights.bin'));
    this.emitFile({ type: 'asset', fileName: 'weights.bin', source });
  },
};

/** The production bundle: quicker to start and smaller at rest than the sources, without playground and tests. */
export default defineConfig({
  input: {
    main: 'src/production.ts',
    'audit-verify': 'src/audit-verify.ts',
    'listening-export': 'src/listening-export.ts',
    'requests-export': 'src/requests-export.ts',
  },
  platform: 'node',
  // better-sqlite3 has native code. The playground is development's: without tokens the bundle says which are missing.
  external: ['better-sqlite3', /^#playground\//],
  plugins: [withoutUnusedReceivers, withWeights],
  output: { dir: 'dist', cleanDir: true, chunkFileNames: '[name].js' },
});
