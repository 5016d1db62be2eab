import { BLOCK_ID_CHARS_MAX, TEXT_CHARS_MAX } from '#slack/limits.ts';
import { boolean, byType, object, type Rule, string, stringThat } from './rules.ts';

const plain = (max: number) => object({ text: string({ min: 1, max }) }, { emoji: boolean });
const markup = (max: number) => object({ text: string({ min: 1, max }) }, { verbatim: boolean });

const textOf = (max: number, place: string, allowed?: string[]): Rule =>
  byType({ plain_text: plain(max), mrkdwn: markup(max) }, place, allowed);

/** A text object where Slack wants plain_text. Never empty. */
export const plainText = (charsMax: number): Rule => textOf(charsMax, 'this field', ['plain_text']);

/** A text object of either kind. Never empty. */
export const anyText = (charsMax: number = TEXT_CHARS_MAX): Rule => textOf(charsMax, 'this field');

/** The two text objects by type, for places where they stand beside elements. */
export const textRules = { plain_text: plain(TEXT_CHARS_MAX), mrkdwn: markup(TEXT_CHARS_MAX) };

/** An absolute http or https address. */
export const webUrl = (charsMax: number): Rule =>
  stringThat('a web address', (text) => hasScheme(text, /^https?:$/), { max: charsMax });

/** An absolute https address. */
export const secureUrl: Rule = stringThat('an https address', (text) => hasScheme(text, /^https:$/));

/** Any absolute address: buttons may open `mailto:` and `slack:` too. */
export const anyUrl = (charsMax: number): Rule =>
  stringThat('an absolute address', (text) => hasScheme(text, /./), { max: charsMax });

const hasScheme = (text: string, scheme: RegExp) => URL.canParse(text) && scheme.test(new URL(text).protocol);

/** The field every block may have. */
export const blockId = { block_id: string({ min: 1, max: BLOCK_ID_CHARS_MAX }) };
