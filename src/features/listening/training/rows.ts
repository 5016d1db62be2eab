import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUYING_STAGES, type BuyingStage } from '#domain/vocabulary.ts';

/** One labelled message. `why`: for messages without an intent, which rule of the labels it shows. */
export type Row = { stage: BuyingStage | undefined; why: string; tools: string[]; text: string; file: string };

/** Lines that the detector never sees: hard ones, and plain ones in the mixture of the sample. */
export const HELD_BACK = ['held-back', 'held-back-plain'] as const;

/** `training` is what the detector learns from. */
const DATA = join(import.meta.dirname, 'data');

function readRow(line: string, file: string): Row {
  const [label = '', tools = '', text = ''] = line.split('\t');
  const stage = BUYING_STAGES.find((known) => known === label);
  if (!stage && !label.startsWith('no/')) throw new Error(`${file}: "${label}" is no label`);
  return {
    ...{ stage, why: stage ? '' : label.slice('no/'.length), file },
    tools: tools === '' ? [] : tools.split('|'),
    text: text.replaceAll('\\n', '\n'),
  };
}

/** Reads `label<TAB>tools<TAB>text` from every .tsv in a folder beside this file, in the order of their names. */
export function readRows(folder: 'training' | (typeof HELD_BACK)[number]): Row[] {
  const files = readdirSync(join(DATA, folder)).filter((name) => name.endsWith('.tsv'));
  return files.toSorted().flatMap((file) =>
    readFileSync(join(DATA, folder, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => readRow(line, file)),
  );
}
