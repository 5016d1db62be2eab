import type { Intent } from '#domain/listening.ts';
import { BUYING_STAGES } from '#domain/vocabulary.ts';
import { emptyFeatures, featuresOf } from './features.ts';
import { kindIn } from './kind.ts';
import { namesIn } from './names.ts';
import { inPieces } from './pieces.ts';
import { openScorer, scoreOf, weightOf } from './scorer.ts';
import { spokenIn } from './spoken.ts';
import { emptyTokens, tokenise } from './tokens.ts';
import { vocabularyOf } from './vocabulary.ts';
import { openModel, type PackedWeights, scoresOf } from './weights.ts';

/** What was heard in a message, and the words that decided it. */
export type Hearing = Intent & { reason: string };

export type Detector = {
  /** The log-odds of its clearest piece that a message shows a purchase on its way; minus infinity without words. */
  score(message: string): number;
  /** What a message shows, whatever its score. */
  listen(message: string): Hearing;
};

/** Of a longer message only the beginning is read: what fills it is a log or a document, pasted. */
const READ_CHARS_MAX = 20_000;

/** A piece of a message: where the reading of its tokens began, and which tokens. */
type Piece = { score: number; begun: number; from: number; to: number };

const NOTHING: Piece = { score: Number.NEGATIVE_INFINITY, begun: 0, from: 0, to: 0 };

/** @param weights as `npm run train` writes them */
export function openDetector(weights: PackedWeights): Detector {
  const [intent, stage, names] = [openScorer(weights.intent), openModel(weights.stage), openModel(weights.names)];
  const vocabulary = vocabularyOf(weights.words);
  const tokens = emptyTokens();
  const features = emptyFeatures();

  function clearest(spoken: string): Piece {
    let best = NOTHING;
    for (let at = 0; at < spoken.length; ) {
      const begun = at;
      at = tokenise(spoken, begun, tokens, vocabulary);
      inPieces(spoken, tokens, (from, to) => {
        featuresOf(tokens, from, to, features);
        const score = scoreOf(intent, features.hash, features.count);
        if (score > best.score) best = { score, begun, from, to };
      });
    }
    return best;
  }

  return {
    score: (message) => clearest(spokenIn(message.slice(0, READ_CHARS_MAX))).score,
    listen(message) {
      const spoken = spokenIn(message.slice(0, READ_CHARS_MAX));
      const { begun, from, to } = clearest(spoken);
      tokenise(spoken, begun, tokens, vocabulary);
      featuresOf(tokens, from, to, features);
      const scores = [...scoresOf(stage, features.hash, features.count)].slice(0, BUYING_STAGES.length);
      const kind = kindIn(spoken, tokens, from, to);
      return {
        stage: BUYING_STAGES[scores.indexOf(Math.max(...scores))] ?? 'exploring',
        tools: namesIn(spoken, tokens, names),
        ...(kind && { kind }),
        reason: message.slice(...decidingSpan(from, to)).trim(),
      };
    },
  };

  /** From where to where in the text the words stand that together add most; the features of `from` to `to` are at hand. */
  function decidingSpan(from: number, to: number): [number, number] {
    const adds = new Float64Array(to - from);
    for (let one = 0; one < features.count; one++) {
      const at = (features.token[one] ?? from) - from;
      adds[at] = (adds[at] ?? 0) + weightOf(intent, features.hash[one] ?? 0);
    }
    let best = { sum: 0, first: 0, last: to - from - 1 };
    for (let first = 0, sum = 0, at = 0; at < adds.length; at++) {
      if (sum <= 0) [sum, first] = [0, at];
      sum += adds[at] ?? 0;
      if (sum > best.sum) best = { sum, first, last: at };
    }
    return [tokens.start[from + best.first] ?? 0, tokens.end[from + best.last] ?? 0];
  }
}
