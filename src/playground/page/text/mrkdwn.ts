/// <reference lib="dom" />
import { type Child, h, type VNode } from '../ui/h.ts';
import { control, type Names, webLink } from './controls.ts';
import { emojiFor } from './emoji.ts';
import { decode } from './entities.ts';

/** Inside code nothing is formatted; a control form shows its label or address. */
const literal = (text: string): string =>
  decode(text.replace(/<([^<>|]+)(?:\|([^<>]*))?>/g, (_, to, label) => label ?? to));

/**
 * One alternative per inline form. A mark opens only after a space or punctuation and closes only before one, so
 * that `snake_case`, `2*3*4` and marks glued to Chinese characters stay as typed, as in Slack.
 */
const INLINE = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    '<(?<control>[^<>\\n]+)>',
    '(?<![\\p{L}\\p{N}*])\\*(?<bold>(?!\\s)[^*\\n]*?[^\\s*])\\*(?![\\p{L}\\p{N}*])',
    '(?<![\\p{L}\\p{N}_])_(?<italic>(?!\\s)[^_\\n]*?[^\\s_])_(?![\\p{L}\\p{N}_])',
    '(?<![\\p{L}\\p{N}~])~(?<strike>(?!\\s)[^~\\n]*?[^\\s~])~(?![\\p{L}\\p{N}~])',
    ":(?<emoji>[a-z0-9_+'-]+(?:::skin-tone-\\d)?):",
    '(?<url>https?://[^\\s<>|]+[^\\s<>|.,;:!?)\'"])',
    '(?<![\\p{L}\\p{N}&/])(?<plain>[#@][\\p{L}\\p{N}_-]+)',
  ].join('|'),
  'gu',
);

function plainMention(text: string, names: Names): Child {
  const name = text.slice(1);
  if (text.startsWith('@')) {
    return ['here', 'channel', 'everyone'].includes(name) ? h('span', { class: 'mention mention-all' }, text) : text;
  }
  const id = names.channelNamed(name);
  return id === undefined ? text : control(`#${id}`, names);
}

function inlineMatch(
  groups: Record<string, string | undefined>,
  whole: string,
  names: Names,
  verbatim: boolean,
): Child {
  const { code, bold, italic, strike, emoji, url, plain } = groups;
  if (code !== undefined) return h('code', {}, literal(code));
  if (groups.control !== undefined) return control(groups.control, names);
  if (bold !== undefined) return h('b', {}, inline(bold, names, verbatim));
  if (italic !== undefined) return h('i', {}, inline(italic, names, verbatim));
  if (strike !== undefined) return h('s', {}, inline(strike, names, verbatim));
  if (emoji !== undefined) return emojiFor(emoji) ?? decode(whole);
  if (url !== undefined && !verbatim) return webLink(decode(url), decode(url), names);
  if (plain !== undefined && !verbatim) return plainMention(plain, names);
  return decode(whole);
}

/** One line of mrkdwn as nodes. */
function inline(text: string, names: Names, verbatim: boolean): Child[] {
  const out: Child[] = [];
  let done = 0;
  for (const match of text.matchAll(INLINE)) {
    out.push(decode(text.slice(done, match.index)), inlineMatch(match.groups ?? {}, match[0], names, verbatim));
    done = match.index + match[0].length;
  }
  out.push(decode(text.slice(done)));
  return out;
}

const QUOTE = /^(?:&gt;|>) ?/;
const ITEM = /^(\s*)([•◦▪-]|\d{1,3}\.)\s+(.*)$/;

function line(text: string, names: Names, verbatim: boolean): VNode {
  const item = ITEM.exec(text);
  if (!item) return h('div', { class: 'line' }, inline(text, names, verbatim));
  const indent = Math.min(4, Math.floor((item[1] ?? '').length / 2));
  return h(
    'div',
    { class: `line item indent-${indent}` },
    h('span', { class: 'bullet' }, item[2] ?? ''),
    h('span', {}, inline(item[3] ?? '', names, verbatim)),
  );
}

function paragraphs(text: string, names: Names, verbatim: boolean): VNode[] {
  const out: VNode[] = [];
  for (const one of text.split('\n')) {
    const quoted = QUOTE.test(one);
    const node = line(one.replace(quoted ? QUOTE : /^$/, ''), names, verbatim);
    const last = out.at(-1);
    if (quoted && last?.tag === 'blockquote') last.children.push(node);
    else out.push(quoted ? h('blockquote', {}, node) : node);
  }
  return out;
}

/**
 * Slack's mrkdwn as nodes; whatever it holds, it can only become text, known marks and links to web addresses.
 * `verbatim`: leave bare addresses, #names and @here alone.
 */
export function mrkdwn(text: string, names: Names, verbatim = false): VNode[] {
  return text.split(/```\n?/).flatMap((part, index) => {
    if (index % 2 === 1) return [h('pre', {}, literal(part.replace(/\n$/, '')))];
    const trimmed = part.replace(index > 0 ? /^\n/ : /^$/, '').replace(/\n$/, '');
    return trimmed === '' ? [] : paragraphs(trimmed, names, verbatim);
  });
}
