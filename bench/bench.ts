/** `npm run bench`: one table, each figure measured in this run against something else in the same run. */
import { join } from 'node:path';
import { layOutProduction } from '#test/support/production.ts';
import { digestFigures } from './digest-figures.ts';
import { homeFigures } from './home-figures.ts';
import { intakeFigures } from './intake-figures.ts';
import { listeningFigures } from './listening-figures.ts';
import { canPin, takeLoadCore, temporaryFolder } from './processes.ts';
import { table } from './ratios.ts';
import { startFigures } from './start-figures.ts';
import { storeFigures } from './store-figures.ts';

const folder = temporaryFolder();
const main = join(await layOutProduction(join(folder, 'production')), 'main.js');
takeLoadCore();
const figures = [
  ...(await intakeFigures(main, folder)),
  ...(await storeFigures(folder)),
  ...(await homeFigures(folder)),
  ...(await digestFigures(folder)),
  ...(await listeningFigures()),
  ...(await startFigures(main, folder)),
];
console.log(table(figures));
console.log(
  canPin()
    ? '\nMedians of rounds in turns. What is measured has a core to itself; the load comes from another.'
    : '\nMedians of rounds in turns, not pinned to cores: load and what is measured share them.',
);
