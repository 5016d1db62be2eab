/// <reference lib="dom" />
import { type Child, h, type VNode } from '../ui/h.ts';
import type { Names } from './controls.ts';
import { webLink } from './controls.ts';
import { withEmoji } from './emoji.ts';

const INLINE =
  /`(?<code>[^`]+)`|\[(?<label>[^\]]+)\]\((?<to>[^)\s]+)\)|\*\*(?<bold>[^*]+)\*\*|(?<![\w*])[*_](?<italic>[^*_]+)[*_](?![\w*])|~~(?<strike>[^~]+)~~/gu;

function spans(text: string, names: Names): Child[] {
  const out: Child[] = [];
  let done = 0;
  for (const match of text.matchAll(INLINE)) {
    const { code, label, to, bold, italic, strike } = match.groups ?? {};
    out.push(withEmoji(text.slice(done, match.index)));
    if (code !== undefined) out.push(h('code', {}, code));
    else if (label !== undefined) out.push(webLink(to ?? '', label, names));
    else if (bold !== undefined) out.push(h('b', {}, spans(bold, names)));
    else if (italic !== undefined) out.push(h('i', {}, spans(italic, names)));
    else out.push(h('s', {}, spans(strike ?? '', names)));
    done = match.index + match[0].length;
  }
  return [...out, withEmoji(text.slice(done))];
}

function line(text: string, names: Names): VNode {
  const heading = /^(#{1,6})\s+(.*)$/.exec(text);
  if (heading) return h('div', { class: `md-heading md-${heading[1]?.length ?? 1}` }, spans(heading[2] ?? '', names));
  if (/^\s*(---+|\*\*\*+)\s*$/.test(text)) return h('hr');
  const item = /^(\s*)([-*+]|\d+\.)\s+(.*)$/.exec(text);
  if (!item) return h('div', { class: 'line' }, spans(text, names));
  const marker = /\d/.test(item[2] ?? '') ? (item[2] ?? '') : '•';
  const indent = Math.min(4, Math.floor((item[1] ?? '').length / 2));
  return h(
    'div',
    { class: `line item indent-${indent}` },
    h('span', { class: 'bullet' }, marker),
    h('span', {}, spans(item[3] ?? '', names)),
  );
}

/** The ordinary Markdown of a `markdown` block: headings, lists, quotes, code, links and marks; tables stay as typed. */
export function markdown(text: string, names: Names): VNode[] {
  return text.split(/^```.*\n?/m).flatMap((part, index) => {
    if (index % 2 === 1) return [h('pre', {}, part.replace(/\n$/, ''))];
    return part
      .split('\n')
      .filter((one) => one.trim() !== '')
      .map((one) => (/^>/.test(one) ? h('blockquote', {}, line(one.replace(/^>\s?/, ''), names)) : line(one, names)));
  });
}
