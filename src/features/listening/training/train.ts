import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWeights } from '../detector/weights-file.ts';
import { readRows } from './rows.ts';
import { trainWeights } from './train-weights.ts';

/** `npm run train`: learns from the training lines, and writes what the detector knows. */
const weights = trainWeights(readRows('training'));
writeFileSync(join(import.meta.dirname, '../detector/weights.bin'), writeWeights(weights));
