/** One thing in the configuration to mend before Tandem can use it. Carries no secret: `problem` masks them. */
export type Problem = {
  /** A variable's name (`SLACK_BOT_TOKEN`), or a file with its line, counted from 1 (`org.yml:12`). */
  where: string;
  found: string;
  mend: string;
};

const SHOWN_CHARS_MAX = 60;
const SECRET_CHARS_SHOWN_MAX = 5;
/** Below this length, five characters would give too much of a secret away. */
const SECRET_OUTLINE_CHARS_MIN = 12;
/** Longer words are no typing slip of a word we know; comparing them would only cost time. */
const GUESSED_CHARS_MAX = 40;

/**
 * Slack's tokens, its signing secrets (32 hexadecimal digits), keys of language models, and a name and password inside
 * a URL. None finds anything in a text that is masked already.
 */
const SECRETS = [
  /\b(?:sk-|gsk_|xai-|hf_|AIza)[\w-]{8,}/g,
  /(?:xox[a-z]?|xapp|xwfp)[-.][\w%+/=.-]{2,}/gi,
  /[0-9a-f]{32,}/gi,
  /(?<=:\/\/)\S+(?=@)/g,
];

/** What may be said of a secret: its first 5 characters and its length. */
export function outlineOf(secret: string): string {
  const start = secret.length < SECRET_OUTLINE_CHARS_MIN ? '' : secret.slice(0, SECRET_CHARS_SHOWN_MAX);
  return `${start}… (${secret.length} characters)`;
}

const masked = (text: string): string =>
  SECRETS.reduce((rest, pattern) => rest.replace(pattern, outlineOf), text).replace(/\p{Cc}/gu, ' ');

/** A value as it can be shown on one line: quoted, masked, and then cut to 60 characters. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a map of keys';
  const text = masked(typeof value === 'string' ? JSON.stringify(value) : String(value));
  return text.length > SHOWN_CHARS_MAX ? `${text.slice(0, SHOWN_CHARS_MAX)}…` : text;
}

export const problem = (where: string, found: string, mend: string): Problem => ({
  where: masked(where),
  found: masked(found),
  mend: masked(mend),
});

/** One paragraph per problem, for a terminal. */
export function describeProblems(problems: readonly Problem[]): string {
  const count = problems.length === 1 ? 'One thing' : `${problems.length} things`;
  const paragraphs = problems.map(({ where, found, mend }) => `${where}: ${found}.\n  ${mend}`);
  return [`${count} to mend in the configuration.`, ...paragraphs].join('\n\n');
}

/** `Did you mean "language"? ` with the known word nearest to what was typed, or nothing when none is near. */
export function didYouMean(typed: unknown, known: Iterable<string>): string {
  if (typeof typed !== 'string' || typed.length > GUESSED_CHARS_MAX) return '';
  const slipsMax = Math.max(1, Math.floor(typed.length / 3));
  const [nearest] = [...known]
    .map((word) => ({ word, slips: slipsBetween(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(({ slips }) => slips <= slipsMax)
    .toSorted((one, other) => one.slips - other.slips);
  return nearest ? `Did you mean "${nearest.word}"? ` : '';
}

/** Letters to add, drop, change or swap with their neighbour to get from one word to the other. */
function slipsBetween(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  const slips = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= other.length; column++) {
      const change = one[row - 1] === other[column - 1] ? 0 : 1;
      const swaps = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current.push(
        Math.min(
          slips(row - 1, column) + 1,
          slips(row, column - 1) + 1,
          slips(row - 1, column - 1) + change,
          swaps ? slips(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return slips(one.length, other.length);
}
