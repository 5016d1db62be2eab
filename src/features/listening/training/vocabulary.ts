import { hashOf } from '../detector/hash.ts';
import { PRODUCTS } from '../detector/products.ts';
import { ORDINARY, PRODUCT } from '../detector/vocabulary.ts';
import type { Row } from './rows.ts';

const LATIN_WORD = /[A-Za-z\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f]*(?:[.'’&+-][A-Za-z0-9\u00c0-\u024f]+)*/g;
/** A word that is written in lower case more often than this is no product's own. */
const COMMON_TIMES = 8;

/** Where the named tools stand in a text. */
export function spansOf({ text, tools }: Pick<Row, 'text' | 'tools'>): [from: number, to: number][] {
  return tools.flatMap((tool) => {
    const spans: [number, number][] = [];
    for (let at = text.indexOf(tool); at >= 0; at = text.indexOf(tool, at + tool.length))
      spans.push([at, at + tool.length]);
    return spans;
  });
}

function count(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}

/**
 * The Latin words of the rows by hash: those that people write in lower case, and those that tools are named by, in at
 * least `rowsMin` rows. A row is learnt from with what the other rows know (2), as if it were new; else it would teach
 * that every word is known.
 */
export function vocabularyIn(rows: readonly Row[], rowsMin: 1 | 2): Map<number, number> {
  const written = new Map<string, number>();
  const named = new Map<string, number>();
  for (const row of rows) {
    const spans = spansOf(row);
    const [namedHere, writtenHere] = [new Set<string>(), new Set<string>()];
    for (const { 0: found, index } of row.text.matchAll(LATIN_WORD)) {
      const plain = found.replaceAll('’', "'");
      const word = plain.toLowerCase();
      if (spans.some(([from, to]) => index >= from && index < to)) namedHere.add(word);
      else if (plain === word) writtenHere.add(word);
    }
    for (const word of namedHere) count(named, word);
    for (const word of writtenHere) count(written, word);
  }
  const bits = new Map<number, number>();
  const add = (word: string, bit: number) => bits.set(hashOf(word), (bits.get(hashOf(word)) ?? 0) | bit);
  for (const [word, times] of written) {
    if (times >= rowsMin && (times > (named.get(word) ?? 0) || times > 2)) add(word, ORDINARY);
  }
  for (const [word, times] of named) {
    if (times >= rowsMin && word.length > 1 && (written.get(word) ?? 0) <= COMMON_TIMES) add(word, PRODUCT);
  }
  for (const name of PRODUCTS.split(' ')) add(name, PRODUCT);
  return bits;
}
