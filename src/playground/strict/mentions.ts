import { isRecord, itemsOf } from './rules.ts';

/** A text that Slack reads for markup. `parsed` names why plain words in it become links; without it they stay plain. */
type Markup = { text: string; parsed?: string };

/** Forms that notify or link whatever the settings are. */
const controlForms = /<(?:!(?:channel|here|everyone)(?:\|[^>]*)?|!subteam\^[^>]+|[@#][^>]+)>/g;

const plainNames = /(?<![\p{L}\p{N}_/])(?:@(?:here|channel|everyone)\b|#[\p{L}\p{N}][\p{L}\p{N}_-]*)/giu;
const bareLinks = /(?:https?:\/\/|www\.)[^\s<>]+|(?<![\w-])(?:[a-z0-9-]+\.)+(?:com|net|org|io|ai|dev|app|co|tw|eu)\b/gi;

const anyAngled = /<[^>]*>/g;
const links = /<(?:https?:\/\/|mailto:|slack:\/\/)[^>]+>/g;

/**
 * What a message would notify or link by itself if it were shown, in order, each once. Control forms (`<!here>`,
 * `<@U1>`, `<#C1>`, `<!subteam^S1>`) always count; plain `@here`, `#channel` and bare addresses count in mrkdwn without
 * `verbatim: true`, in markdown, and in top-level text without `parse: 'none'` (chat.update parses more by default than
 * chat.postMessage does). So `#1` counts as well: a channel may have that name.
 * Source: docs.slack.dev/messaging/formatting-message-text#automatic-parsing
 */
export function mentionsOf(message: unknown): string[] {
  const inMarkup = markupsOf(message).flatMap(({ text, parsed }) => [
    ...(text.match(controlForms) ?? []),
    ...(parsed === undefined ? [] : plainForms(text).map((form) => `${form} (${parsed})`)),
  ]);
  return [...new Set([...inMarkup, ...richParts(message).flatMap(richMention)])];
}

/** The links a message shows, as `<https://…|label>`: in mrkdwn, in top-level text, and of rich text. */
export function linksOf(message: unknown): string[] {
  const inMarkup = markupsOf(message).flatMap(({ text }) => text.match(links) ?? []);
  const inRichText = richParts(message).flatMap(({ type, url, text }) =>
    type === 'link' && typeof url === 'string' ? [`<${url}${typeof text === 'string' ? `|${text}` : ''}>`] : [],
  );
  return [...new Set([...inMarkup, ...inRichText])];
}

function plainForms(text: string): string[] {
  const shown = text.replace(anyAngled, ' ');
  return [...(shown.match(plainNames) ?? []), ...(shown.match(bareLinks) ?? [])];
}

function markupsOf(message: unknown): Markup[] {
  if (!isRecord(message)) return [];
  const parsed = message.parse === 'none' && !message.link_names ? {} : { parsed: 'text without parse none' };
  const attached = itemsOf(message.attachments).filter(isRecord);
  const top = [message.text, message.markdown_text, ...attached.flatMap(attachmentTexts)];
  return [
    ...top.flatMap((text) => (typeof text === 'string' ? [{ text, ...parsed }] : [])),
    ...objectsIn([message.blocks, ...attached.map(({ blocks }) => blocks)]).flatMap(markupOf),
  ];
}

const attachmentTexts = ({ text, pretext, title, fields }: Record<string, unknown>) => [
  pretext,
  title,
  text,
  ...itemsOf(fields).flatMap((field) => (isRecord(field) ? [field.value] : [])),
];

function markupOf({ type, text, verbatim }: Record<string, unknown>): Markup[] {
  if (typeof text !== 'string') return [];
  if (type === 'markdown') return [{ text, parsed: 'markdown' }];
  if (type !== 'mrkdwn') return [];
  return verbatim === true ? [{ text }] : [{ text, parsed: 'not verbatim' }];
}

/** The objects of all blocks, rich text parts among them. */
const richParts = (message: unknown) => (isRecord(message) ? objectsIn([message.blocks, message.attachments]) : []);

function richMention({ type, range, user_id, usergroup_id, channel_id }: Record<string, unknown>): string[] {
  if (type === 'broadcast') return [`<!${range}>`];
  if (type === 'user') return [`<@${user_id}>`];
  if (type === 'usergroup') return [`<!subteam^${usergroup_id}>`];
  return type === 'channel' ? [`<#${channel_id}>`] : [];
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return isRecord(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}
