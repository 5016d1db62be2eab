import { foldedCode } from './signs.ts';
import { KIND, type Tokens } from './tokens.ts';

/** Where a long text is read in pieces: a message of ordinary length is one piece. In Chinese characters; a Latin word counts for two. */
const PIECE_SIZE_MAX = 64;

const STOPS = new Set([...'.!?。！？；;…'].map((sign) => sign.charCodeAt(0)));

const sizeOf = (kind: number | undefined): number =>
  kind === KIND.word || kind === KIND.name || kind === KIND.unknown ? 2 : 1;

/** Calls `read` for each piece of the tokens: whole sentences, as many as fit; a longer sentence is cut. */
export function inPieces(text: string, tokens: Tokens, read: (from: number, to: number) => void): void {
  let from = 0;
  let size = 0;
  let sentence = 0;
  let sentenceSize = 0;
  for (let at = 0; at < tokens.count; at++) {
    const own = sizeOf(tokens.kind[at]);
    if (size + sentenceSize + own > PIECE_SIZE_MAX && at > from) {
      const end = sentence > from ? sentence : at;
      read(from, end);
      from = end;
      size = 0;
      sentenceSize = end === sentence ? sentenceSize : 0;
      sentence = end;
    }
    sentenceSize += own;
    if (endsSentence(text, tokens, at)) {
      size += sentenceSize;
      sentenceSize = 0;
      sentence = at + 1;
    }
  }
  if (from < tokens.count) read(from, tokens.count);
}

function endsSentence(text: string, { kind, start, end, count }: Tokens, at: number): boolean {
  if (kind[at] === KIND.mark && STOPS.has(foldedCode(text, start[at] ?? 0))) return true;
  return at + 1 < count && text.slice(end[at], start[at + 1]).includes('\n');
}
