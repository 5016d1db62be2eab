import type { Page } from '../page.ts';
import { withEmoji } from '../text/emoji.ts';
import { mrkdwn } from '../text/mrkdwn.ts';
import type { VNode } from '../ui/h.ts';
import { h } from '../ui/h.ts';
import { json, words } from '../ui/json.ts';

/** A text object: mrkdwn formatted, plain text as it is but for `:codes:` of emoji. */
export function textObject(page: Page, value: unknown): VNode {
  const { type, verbatim, emoji } = json(value);
  if (type === 'mrkdwn') return h('span', { class: 'text' }, mrkdwn(words(value), page.names, verbatim === true));
  return h('span', { class: 'text plain' }, emoji === false ? words(value) : withEmoji(words(value)));
}
