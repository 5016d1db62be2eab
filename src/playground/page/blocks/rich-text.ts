import type { Page } from '../page.ts';
import { channelMention, personMention, webLink } from '../text/controls.ts';
import { emojiFor } from '../text/emoji.ts';
import { slackDate } from '../text/slack-date.ts';
import { type Child, h, type VNode } from '../ui/h.ts';
import { type Json, json, jsons, number, string } from '../ui/json.ts';

function styled(element: Json, child: Child): Child {
  const style = json(element.style);
  const marks = [
    style.code === true && 'code',
    style.strike === true && 's',
    style.italic === true && 'i',
    style.bold === true && 'b',
  ].filter((mark) => mark !== false);
  return marks.reduce<Child>((inner, mark) => h(mark, {}, inner), child);
}

function leaf(page: Page, element: Json): Child {
  const { names } = page;
  switch (element.type) {
    case 'text':
      return string(element.text);
    case 'link':
      return webLink(string(element.url), string(element.text) || string(element.url), names);
    case 'user':
      return personMention(string(element.user_id), names);
    case 'channel':
      return channelMention(string(element.channel_id), '', names);
    case 'broadcast':
      return h('span', { class: 'mention mention-all' }, `@${string(element.range)}`);
    case 'emoji':
      return emojiFor(string(element.name)) ?? `:${string(element.name)}:`;
    case 'date':
      return slackDate(number(element.timestamp) ?? 0, string(element.format), names.clock);
    case 'color':
      return h('span', {}, string(element.value));
    default:
      return string(element.text) || string(element.fallback);
  }
}

const leaves = (page: Page, block: Json): Child[] =>
  jsons(block.elements).map((element) => styled(element, leaf(page, element)));

function part(page: Page, block: Json): VNode {
  if (block.type === 'rich_text_list') {
    const indent = Math.min(4, number(block.indent) ?? 0);
    const items = jsons(block.elements).map((item) => h('li', {}, leaves(page, item)));
    const start = (number(block.offset) ?? 0) + 1;
    return h(
      block.style === 'ordered' ? 'ol' : 'ul',
      { class: `indent-${indent}`, start: start > 1 ? start : undefined },
      items,
    );
  }
  if (block.type === 'rich_text_preformatted') return h('pre', {}, leaves(page, block));
  return h(block.type === 'rich_text_quote' ? 'blockquote' : 'div', { class: 'line' }, leaves(page, block));
}

export const richText = (page: Page, block: Json): VNode =>
  h(
    'div',
    { class: 'rich-text' },
    jsons(block.elements).map((one) => part(page, one)),
  );
