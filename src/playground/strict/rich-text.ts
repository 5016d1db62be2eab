import { URL_CHARS_MAX } from '#slack/limits.ts';
import { boolean, byType, integer, listOf, object, oneOf, string } from './rules.ts';
import { anyUrl, blockId } from './texts.ts';

const style = {
  style: object({}, { bold: boolean, code: boolean, italic: boolean, strike: boolean, underline: boolean }),
};
const border = { border: oneOf(0, 1) };
const id = string({ min: 1 });
const link = object({ url: anyUrl(URL_CHARS_MAX) }, { text: string(), unsafe: boolean, ...style });
const text = object({ text: string({ min: 1 }) }, style);

const inline = byType(
  {
    text,
    link,
    user: object({ user_id: id }, style),
    usergroup: object({ usergroup_id: id }, style),
    channel: object({ channel_id: id }, style),
    team: object({ team_id: id }, style),
    broadcast: object({ range: oneOf('here', 'channel', 'everyone') }, style),
    emoji: object({ name: id }, { unicode: string(), url: string(), ...style }),
    color: object({ value: id }, style),
    date: object(
      { timestamp: integer({ min: 0 }), format: id },
      { url: anyUrl(URL_CHARS_MAX), fallback: string(), ...style },
    ),
  },
  'rich text',
);

const section = object({ elements: listOf(inline) });

const parts = byType(
  {
    rich_text_section: section,
    rich_text_quote: object({ elements: listOf(inline) }, border),
    rich_text_preformatted: object({ elements: listOf(byType({ text, link }, 'preformatted text')) }, border),
    rich_text_list: object(
      { elements: listOf(byType({ rich_text_section: section }, 'a list')), style: oneOf('bullet', 'ordered') },
      { indent: integer({ min: 0, max: 8 }), ...border },
    ),
  },
  'a rich_text block',
);

/** The fields of a rich_text block. No length is documented. */
export const richText = object({ elements: listOf(parts) }, blockId);

/** A rich_text object as the value of a field. */
export const richTextValue = byType({ rich_text: richText }, 'this field');
