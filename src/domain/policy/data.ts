import type { DataKind } from '#domain/vocabulary.ts';
import type { Condition } from './facts.ts';

/** Any of these kinds of data is touched. */
export const data: Condition<DataKind[]> = (kinds, { intake }) => {
  const touched = intake.data.filter((kind) => kinds.includes(kind));
  return touched.length > 0 ? { kind: 'data', data: touched } : undefined;
};
