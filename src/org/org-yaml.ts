import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Path } from './org-checks.ts';
import { type Problem, problem } from './problem.ts';

/** `whereIs` names the file and line of a value, or of the nearest thing around it that exists. */
type ReadYaml = { data: unknown; whereIs: (path: Path) => string; problems: Problem[] };

/**
 * Reads YAML 1.2 and remembers the lines. Dates and times stay text (core schema), an empty value (`listening:`)
 * counts as left out, and aliases are refused: they could make a small file enormous. Never throws.
 * `data` is undefined when the text could not be understood.
 */
export function readYaml(text: string, name: string): ReadYaml {
  try {
    return read(text, name);
  } catch {
    // The parser calls itself for each level of nesting, and gives up on thousands of open brackets.
    const mend = 'Compare it with org.example.yml, and start again from there.';
    return { data: undefined, whereIs: () => name, problems: [problem(name, 'this is too tangled to read', mend)] };
  }
}

type WhereAt = (offset: number) => string;

function read(text: string, name: string): ReadYaml {
  const lines = new LineCounter();
  const options = {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    stringKeys: true,
    logLevel: 'error',
  } as const;
  const document = parseDocument(text, options);
  const whereAt: WhereAt = (offset) => `${name}:${Math.max(1, lines.linePos(offset).line)}`;
  const aliases = refuseAliases(document, whereAt);
  const isReadable = aliases.length === 0 && document.errors.every(({ code }) => code === 'DUPLICATE_KEY');
  return {
    data: isReadable ? withoutEmpty(document.toJS()) : undefined,
    whereIs: (path) => whereAt(offsetOf(document.contents, path, 0)),
    problems: [...mistakes(document, whereAt), ...aliases],
  };
}

/** What to do about the parser's commoner complaints. Keys: the yaml package's error codes, eemeli.org/yaml/#errors */
const MENDS: Partial<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of the two.',
  TAB_AS_INDENT: 'Indent with spaces, not with tabs.',
  MULTIPLE_DOCS: 'Leave out the lines of three dashes: the file describes one organisation.',
};
const USUAL_MEND =
  'Check the spaces at the start, the brackets, the quotes and the colons in and just above this line.';

/** One problem a line: a slip makes the parser stumble several times over. */
function mistakes(document: Document, whereAt: WhereAt): Problem[] {
  const told = document.errors.map(({ code, message, pos }) =>
    problem(whereAt(pos[0]), message, MENDS[code] ?? USUAL_MEND),
  );
  return told.filter(({ where }, index) => told.findIndex((other) => other.where === where) === index);
}

function refuseAliases(document: Document, whereAt: WhereAt): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Alias: (_, { source, range }) => {
      const mend = 'Write the value itself here.';
      problems.push(problem(whereAt(range?.[0] ?? 0), `the alias *${source} stands for another value`, mend));
    },
  });
  return problems;
}

/** Left out, an empty condition would widen its rule without a word, and an empty rate would be forgotten. */
const KEPT_AS_WRITTEN = new Set(['when', 'exchange_rates']);

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const filled = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(
    filled.map(([key, inner]) => [key, KEPT_AS_WRITTEN.has(key) ? inner : withoutEmpty(inner)]),
  );
}

/** Where the value starts, or its key; for what is not there, where the nearest thing around it starts. */
function offsetOf(node: unknown, [key, ...rest]: Path, around: number): number {
  const here = (isNode(node) && node.range?.[0]) || around;
  if (key === undefined) return here;
  if (isSeq(node)) return offsetOf(node.items[Number(key)], rest, offsetOf(node.items[Number(key)], [], here));
  const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
  if (!pair) return around;
  const atKey = offsetOf(pair.key, [], here);
  return rest.length === 0 ? atKey : offsetOf(pair.value, rest, atKey);
}
