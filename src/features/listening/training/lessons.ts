import { BUYING_STAGES } from '#domain/vocabulary.ts';
import { emptyFeatures, featuresOf } from '../detector/features.ts';
import { nameFeatures, nameFeaturesOf, TAG } from '../detector/names.ts';
import { inPieces } from '../detector/pieces.ts';
import { spokenIn } from '../detector/spoken.ts';
import { emptyTokens, type Tokens, tokenise } from '../detector/tokens.ts';
import type { Vocabulary } from '../detector/vocabulary.ts';
import type { Lesson } from './learn.ts';
import type { Row } from './rows.ts';
import { spansOf } from './vocabulary.ts';

const tokens = emptyTokens();
const features = emptyFeatures();

const featuresIn = (from: number, to: number): Int32Array => {
  featuresOf(tokens, from, to, features);
  return features.hash.slice(0, features.count);
};

const isOrdinary = ({ file }: Row): boolean => file.startsWith('ordinary');

/** A message as a whole; one without an intent also piece by piece, as it will be read. Class 0 is an intent. */
export function intentLessons(rows: readonly Row[], vocabulary: Vocabulary, ordinaryWeight: number): Lesson[] {
  return rows.flatMap((row, at) => {
    const spoken = spokenIn(row.text);
    tokenise(spoken, 0, tokens, vocabulary);
    const lesson = { row: at, class: row.stage ? 0 : 1, weight: isOrdinary(row) ? ordinaryWeight : 1 };
    const lessons: Lesson[] = [{ ...lesson, features: featuresIn(0, tokens.count) }];
    if (!row.stage) inPieces(spoken, tokens, (from, to) => lessons.push({ ...lesson, features: featuresIn(from, to) }));
    return lessons.length === 2 ? lessons.slice(1) : lessons;
  });
}

export function stageLessons(rows: readonly Row[], vocabulary: Vocabulary): Lesson[] {
  return rows.flatMap(({ stage, text }, row) => {
    if (!stage) return [];
    tokenise(spokenIn(text), 0, tokens, vocabulary);
    return [{ row, class: BUYING_STAGES.indexOf(stage), features: featuresIn(0, tokens.count) }];
  });
}

/** Each token of the messages with an intent, with its tag. */
export function nameLessons(rows: readonly Row[], vocabulary: Vocabulary): Lesson[] {
  return rows.flatMap((row, index) => {
    if (!row.stage) return [];
    tokenise(spokenIn(row.text), 0, tokens, vocabulary);
    const tags = tagsOf(tokens, spansOf(row));
    return tags.map((tag, at) => {
      nameFeaturesOf(tokens, at, tags[at - 1] ?? TAG.outside);
      return { row: index, class: tag, features: nameFeatures.hash.slice(0, nameFeatures.count) };
    });
  });
}

function tagsOf({ start, end, count }: Tokens, spans: [number, number][]): number[] {
  const spanAt = (at: number) => spans.find(([from, to]) => (start[at] ?? 0) < to && (end[at] ?? 0) > from);
  return Array.from({ length: count }, (_, at) => {
    const span = spanAt(at);
    if (!span) return TAG.outside;
    return at > 0 && spanAt(at - 1) === span ? TAG.goesOn : TAG.begins;
  });
}
