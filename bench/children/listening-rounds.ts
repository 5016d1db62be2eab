import { CHINESE } from '#features/listening/detector/chinese.ts';
import { ENGLISH } from '#features/listening/detector/english.ts';
import type { Lexicon } from '#features/listening/detector/meanings.ts';
import { openHearing } from '#features/listening/hear.ts';
import { readRows } from '#features/listening/training/rows.ts';

/** Lines a second of one round, and the milliseconds that pastes of 40,000 characters take: of talk, and the worst. */
export type ListeningRound = { hear: number; expression: number; pasteMs: number; nastyMs: number };

const ROUNDS = 25;
const PASTE_CHARS = 40_000;

/** The words of buying of our own lexicon, in both languages, as one expression: some 400 alternatives. */
const WORDS_OF = ['buy', 'trial', 'price', 'renew', 'vendor', 'seat', 'paper', 'budget'] as const;
const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const wordsIn = (lexicon: Lexicon): string =>
  WORDS_OF.flatMap((meaning) => lexicon[meaning]?.split(' ') ?? [])
    .map(escaped)
    .join('|');
const EXPRESSION = new RegExp(`\\b(?:${wordsIn(ENGLISH)})\\b|${wordsIn(CHINESE)}`, 'i');

/** Ordinary talk, and one message in 200 on the way to a purchase, as in a company's real talk. */
const rows = readRows('training');
const ordinary = rows.filter(({ file }) => file.startsWith('ordinary'));
const purchases = rows.filter(({ stage }) => stage).slice(0, Math.round(ordinary.length / 200));
const lines = [...ordinary, ...purchases].map(({ text }) => text);
const paste = lines.join('\n').slice(0, PASTE_CHARS);
/** Texts that would make an expression that backtracks take minutes. */
const NASTY = [
  'a',
  '報價',
  '`',
  '```',
  '<',
  '>\n',
  'https://a.b/pricing ',
  "Figma's",
  '1,',
  ':a',
  '<a',
  '&gt;',
  '@',
  '$1',
].map((part) => part.repeat(PASTE_CHARS / part.length));
const hear = openHearing();

/** Lines a second. Somebody uses the answers, or the compiler would leave the work out. */
function rate(read: (line: string) => boolean): number {
  const begun = performance.now();
  const found = lines.reduce((count, line) => count + (read(line) ? 1 : 0), 0);
  if (found > lines.length) throw new Error('More lines were found than there are.');
  return (1_000 * lines.length) / (performance.now() - begun);
}

function timeOf(message: string): number {
  const begun = performance.now();
  const heard = hear(message);
  const tookMs = performance.now() - begun;
  if (heard instanceof Promise) throw new Error('Nobody else is asked here.');
  return tookMs;
}

for (let round = 0; round < ROUNDS; round++) {
  const measured: ListeningRound = {
    hear: rate((line) => hear(line) !== undefined),
    expression: rate((line) => EXPRESSION.test(line)),
    pasteMs: timeOf(paste),
    nastyMs: Math.max(...NASTY.map(timeOf)),
  };
  process.send?.(measured);
}
process.disconnect?.();
