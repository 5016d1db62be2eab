/** Parts of a message that nobody says: code, quotes, links. As long as what it replaces, so that places stay true. */
const BLANK = ' ';

const blank = (part: string): string => BLANK.repeat(part.length);

const FENCE = /```[\s\S]*?(?:```|$)/g;
const INLINE_CODE = /`[^`\n]*`/g;
/** Slack sends `>` as an entity; people paste it as it is. */
const QUOTE = /^[ \t]*(?:>|&gt;).*$/gm;
/** `<https://…|label>`, `<mailto:…>`, `<!date^…>`: Slack's control forms, but for people and channels. */
const CONTROL = /<(?![@#])[^<>\n]*>/g;
const BARE_LINK = /\b(?:https?:\/\/|www\.)[^\s<>|，。、）)]+/g;
const PERSON = /<@[UW][A-Z0-9]*(?:\|[^<>]*)?>/g;
const CHANNEL = /<#[A-Z0-9]*(?:\|[^<>]*)?>/g;
const EMOJI = /:[a-z0-9_+-]{2,}:/g;
const ENTITY = /&(?:amp|lt|gt);/g;
const ENTITIES: Record<string, string> = { '&amp;': '&    ', '&lt;': '<   ', '&gt;': '>   ' };

/** Somebody, of the same length. */
const someone = (part: string): string => `@u${BLANK.repeat(part.length - 2)}`;

/** What a person wrote themselves in a message as Slack sends it, links included: code and quotes are blanked out. */
export function writtenIn(message: string): string {
  let text = message;
  if (text.includes('`')) text = text.replace(FENCE, blank).replace(INLINE_CODE, blank);
  if (text.includes('>') || text.includes('&gt;')) text = text.replace(QUOTE, blank);
  return text;
}

/**
 * What a person says in a message as Slack sends it: code, quotes and links are blanked out, entities are read. It has
 * the length of the message, so what is found in it stands at the same place there.
 */
export function spokenIn(message: string): string {
  let text = writtenIn(message);
  if (text.includes('<')) text = text.replace(CONTROL, blank).replace(PERSON, someone).replace(CHANNEL, blank);
  if (text.includes('://') || text.includes('www.')) text = text.replace(BARE_LINK, blank);
  if (text.includes(':')) text = text.replace(EMOJI, blank);
  if (text.includes('&')) text = text.replace(ENTITY, (entity) => ENTITIES[entity] ?? entity);
  return text;
}
