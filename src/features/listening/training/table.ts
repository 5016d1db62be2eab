import type { Hearing } from '../detector/detect.ts';
import type { Hear } from '../hear.ts';
import type { Row } from './rows.ts';

export const LANGUAGES = ['en', 'zh', 'mixed'] as const;
export type Spoken = (typeof LANGUAGES)[number];

const HAN = /[\u3400-\u9fff]/g;
const HAN_MIN = 2;
/** Latin words in lower case: other than names of products. */
const LATIN_WORD = /(?<![A-Za-z0-9])[a-z]{2,}(?![A-Za-z0-9])/g;

/** English, Chinese, or Chinese with English words other than names. */
function spokenOf({ text, tools }: Pick<Row, 'text' | 'tools'>): Spoken {
  if ((text.match(HAN) ?? []).length < HAN_MIN) return 'en';
  const named = tools.join(' ').toLowerCase();
  return (text.match(LATIN_WORD) ?? []).some((word) => !named.includes(word)) ? 'mixed' : 'zh';
}

/** A file that is named by a language holds that one. */
const languageOf = (row: Row): Spoken => LANGUAGES.find((language) => row.file === `${language}.tsv`) ?? spokenOf(row);

type Judged = { row: Row; heard: Hearing | undefined };

export type Score = {
  lines: number;
  precision: number;
  recall: number;
  /** Of the intents that were heard: the right stage; of their named tools: how many were found. */
  stage: number;
  tools: number;
};

const share = (part: number, whole: number): number => (whole === 0 ? Number.NaN : part / whole);
const plain = (names: readonly string[]): Set<string> => new Set(names.map((name) => name.toLowerCase()));

export function scoreOf(judged: readonly Judged[]): Score {
  const heard = judged.filter((one) => one.heard);
  const hits = heard.filter(({ row }) => row.stage);
  const named = hits.flatMap(({ row, heard: one }) =>
    [...plain(row.tools)].map((name) => plain(one?.tools ?? []).has(name)),
  );
  return {
    lines: judged.length,
    precision: share(hits.length, heard.length),
    recall: share(hits.length, judged.filter(({ row }) => row.stage).length),
    stage: share(hits.filter(({ row, heard: one }) => one?.stage === row.stage).length, hits.length),
    tools: share(named.filter((isFound) => isFound).length, named.length),
  };
}

export const judge = (rows: readonly Row[], hear: Hear): Promise<Judged[]> =>
  Promise.all(rows.map(async (row) => ({ row, heard: await hear(row.text) })));

const number = (value: number): string => (Number.isNaN(value) ? '-' : value.toFixed(3)).padStart(10);

/** One row a set and language. */
export async function tableOf(sets: Record<string, Row[]>, hear: Hear): Promise<string> {
  const lines = [`${'set'.padEnd(17)}${'language'.padEnd(10)}     lines precision    recall     stage     tools`];
  for (const [name, rows] of Object.entries(sets)) {
    const judged = await judge(rows, hear);
    for (const language of LANGUAGES) {
      const score = scoreOf(judged.filter(({ row }) => languageOf(row) === language));
      const figures = [score.precision, score.recall, score.stage, score.tools].map(number).join('');
      lines.push(`${name.padEnd(17)}${language.padEnd(10)}${String(score.lines).padStart(10)}${figures}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
