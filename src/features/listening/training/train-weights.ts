import { LENGTH_POWER } from '../detector/scale.ts';
import { vocabularyOf } from '../detector/vocabulary.ts';
import type { PackedWeights } from '../detector/weights.ts';
import { learn } from './learn.ts';
import { intentLessons, nameLessons, stageLessons } from './lessons.ts';
import { asOneScore, packModel, packWords } from './pack.ts';
import type { Row } from './rows.ts';
import { vocabularyIn } from './vocabulary.ts';

/** Ordinary talk without an intent is what most messages are, though not most of the rows. */
const ORDINARY_WEIGHT = 20;

const INTENT = { classes: 2, epochs: 16, rate: 0.15, decay: 6e-3, seenMin: 2, lengthPower: LENGTH_POWER };
const STAGE = { classes: 7, epochs: 12, rate: 0.25, decay: 1e-3, seenMin: 9, lengthPower: LENGTH_POWER };
const NAMES = { classes: 3, epochs: 8, rate: 0.2, decay: 1e-4, seenMin: 4, lengthPower: 0 };
/** Features that are kept, so that the file stays below a megabyte; the others weigh next to nothing. */
const KEPT = { intent: 390_000, stage: 32_000, names: 48_000 };

/** Learns everything that the detector knows from these rows. The same rows always give the same weights. */
export function trainWeights(rows: readonly Row[]): PackedWeights {
  const known = vocabularyOf(packWords(vocabularyIn(rows, 1)));
  const others = vocabularyOf(packWords(vocabularyIn(rows, 2)));
  return {
    words: packWords(vocabularyIn(rows, 1)),
    intent: packModel(asOneScore(learn(intentLessons(rows, known, ORDINARY_WEIGHT), INTENT)), KEPT.intent),
    stage: packModel(learn(stageLessons(rows, known), STAGE), KEPT.stage),
    names: packModel(learn(nameLessons(rows, others), NAMES), KEPT.names),
  };
}
