import { MEANINGS } from './meanings.ts';
import { KIND, SHAPE, type Tokens } from './tokens.ts';

const THINGS = new Set((['software', 'hardware', 'cloud'] as const).map((meaning) => MEANINGS.indexOf(meaning) + 1));

/** Words that could stand for anything: they tell nobody which kind of tool is meant. */
const ANYTHING = new Set(
  'tool tools software platform platforms app apps system systems solution solutions product products suite package service api apis new numbers number line lines reader readers terminal drive drives token tokens internet hardware assistant generator module editor 系統 平台 工具 軟體 服務 設備 機器 雲 網路 語音 設計 模型 模組 語音 翻譯 視訊 資安 監控 硬體 空間 掃描 模擬'.split(
    ' ',
  ),
);

/** The kind of tool that is meant, in the author's own word, such as CRM or 筆電; the first that is named in these tokens. */
export function kindIn(text: string, tokens: Tokens, from: number, to: number): string | undefined {
  for (let at = from; at < to; at++) {
    if (!THINGS.has(tokens.meaning[at] ?? 0)) continue;
    const word = text.slice(tokens.start[at], wordEnd(tokens, at));
    if (!ANYTHING.has(word.toLowerCase())) return word;
  }
  return undefined;
}

/** A Chinese word is as many tokens as it has characters. */
function wordEnd({ kind, shape, end, count }: Tokens, from: number): number {
  let at = from;
  if (kind[from] === KIND.han) while (at + 1 < count && (shape[at + 1] ?? 0) & SHAPE.inWord) at++;
  return end[at] ?? 0;
}
