import type { Detector } from '#features/listening/detector/detect.ts';
import { openHearing } from '#features/listening/hear.ts';

/** A detector that finds every message as clear as this, and hears in it that somebody explores something nameless. */
export const aDetector = (score: number): Detector => ({
  score: () => score,
  listen: () => ({ stage: 'exploring', tools: [], reason: 'planted-reason' }),
});

const LIKELY = 20;
const UNLIKELY = -20;
const STEP = 0.1;

/** How clear messages such as this one are to the detector when they are a purchase, none, or doubtful. */
export type Clearness = { clear: number; doubtful: number; nothing: number };

/** Finds out from which scores on hearing doubts, so that tests need not know what was chosen by measuring. */
export function clearnessOf(message: string): Clearness {
  for (let score = LIKELY; score > UNLIKELY; score -= STEP) {
    const heard = openHearing(async () => undefined, aDetector(score))(message);
    if (heard instanceof Promise) return { clear: LIKELY, doubtful: score - STEP, nothing: UNLIKELY };
  }
  throw new Error(`Nothing about "${message}" is ever doubtful.`);
}
