import { SPARE_BITS } from './features.ts';
import { addCode, EMPTY_HASH, pairOf } from './hash.ts';
import { SHAPE, type Tokens } from './tokens.ts';
import { type Model, scoresOf } from './weights.ts';

/** Whether a token is outside of a name, begins one, or goes on with one. */
export const TAG = { outside: 0, begins: 1, goesOn: 2 } as const;

const FEATURES_MAX = 40;
const EDGE = 0x27d4eb2f;

/** Features of one token for finding names. Used again for each. */
export const nameFeatures = { count: 0, hash: new Int32Array(FEATURES_MAX) };

function emit(madeOf: number, hash: number): void {
  nameFeatures.hash[nameFeatures.count++] = pairOf(madeOf, hash) >>> SPARE_BITS;
}

const looksOf = ({ kind, shape }: Tokens, at: number): number =>
  (kind[at] ?? 0) * 256 + ((shape[at] ?? 0) & ~SHAPE.spaced);

const meaningAt = ({ meaning, kind }: Tokens, at: number): number => (meaning[at] ?? 0) + 100 * (kind[at] ?? 0);

/** Words and meanings up to two places around a token, what it looks like, and whether a name was going on. */
export function nameFeaturesOf(tokens: Tokens, at: number, before: number): void {
  const { count, hash, spelled, shape } = tokens;
  nameFeatures.count = 0;
  const word = (place: number) => (place < 0 || place >= count ? EDGE : (hash[place] ?? 0));
  const meant = (place: number) => (place < 0 || place >= count ? EDGE : meaningAt(tokens, place));
  const looks = looksOf(tokens, at);
  emit(1, looks);
  emit(2, pairOf(looks, before));
  emit(3, pairOf(word(at), before));
  emit(4, addCode(EMPTY_HASH, spelled[at] ?? 0));
  for (let away = -3; away <= 3; away++) {
    if (away === 0) continue;
    emit(10 + away, pairOf(word(at + away), before));
    emit(20 + away, pairOf(pairOf(meant(at + away), looks), before));
  }
  emit(30, pairOf(word(at - 1), word(at)));
  emit(31, pairOf(word(at), word(at + 1)));
  emit(32, pairOf(pairOf(word(at - 2), word(at - 1)), looks));
  emit(33, pairOf(pairOf(word(at + 1), word(at + 2)), looks));
  emit(34, pairOf(pairOf(meant(at - 1), meant(at + 1)), looks));
  emit(35, pairOf(at + 1 < count ? looksOf(tokens, at + 1) : EDGE, pairOf(looks, before)));
  emit(36, pairOf(at > 0 ? looksOf(tokens, at - 1) : EDGE, pairOf(looks, (shape[at] ?? 0) & SHAPE.spaced)));
  emit(37, pairOf(before, (shape[at] ?? 0) & SHAPE.spaced));
}

function tagOf(model: Model, tokens: Tokens, at: number, before: number): number {
  nameFeaturesOf(tokens, at, before);
  const scores = scoresOf(model, nameFeatures.hash, nameFeatures.count, 0);
  const [outside = 0, begins = 0, goesOn = 0] = scores;
  // A name cannot go on where none was.
  if (before !== TAG.outside && goesOn > outside && goesOn >= begins) return TAG.goesOn;
  return begins > outside ? TAG.begins : TAG.outside;
}

/** Tools and vendors under consideration, spelled as in the text, each once. */
export function namesIn(text: string, tokens: Tokens, model: Model): string[] {
  const spans: { start: number; end: number }[] = [];
  let before: number = TAG.outside;
  for (let at = 0; at < tokens.count; at++) {
    before = tagOf(model, tokens, at, before);
    if (before === TAG.outside) continue;
    const [start, end] = [tokens.start[at] ?? 0, tokens.end[at] ?? 0];
    const last = spans.at(-1);
    // Two words that stand further apart than a space had a link, code or a line's end between them.
    if (before === TAG.goesOn && last && start - last.end <= 1) last.end = end;
    else spans.push({ start, end });
  }
  const names = spans.map(({ start, end }) => text.slice(start, end).trim());
  const first = new Map(
    names
      .filter(isName)
      .map((name) => [name.toLowerCase(), name] as const)
      .toReversed(),
  );
  return [...first.values()].toReversed();
}

const isName = (name: string): boolean => /[\p{L}]/u.test(name) && name.length > 1;
