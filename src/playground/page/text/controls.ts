/// <reference lib="dom" />
import { type Child, h, type VNode } from '../ui/h.ts';
import { decode } from './entities.ts';
import { type Clock, slackDate } from './slack-date.ts';

/** What text needs to know of the workspace to name people, channels and dates. */
export type Names = {
  me: string;
  person(id: string): string | undefined;
  channel(id: string): string | undefined;
  channelNamed(name: string): string | undefined;
  clock: Clock;
  openChannel(id: string): void;
  openPerson(id: string): void;
  /** Follows a link to a message of this workspace; false when it is none. */
  openPermalink(url: string): boolean;
};

/** Only addresses of the web and mail become links: `javascript:` and friends stay text. */
export const isSafeAddress = (url: string): boolean => /^(https?:\/\/|mailto:)/i.test(url);

/** A link that opens in a new tab, or, for a message of this workspace, on this page. */
export function webLink(url: string, label: string, names: Names): Child {
  if (!isSafeAddress(url)) return label;
  const onclick = (event: MouseEvent) => {
    if (names.openPermalink(url)) event.preventDefault();
  };
  return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer', title: url, onclick }, label);
}

export function personMention(id: string, names: Names): VNode {
  const mine = id === names.me;
  const onclick = () => names.openPerson(id);
  return h(
    'button',
    { type: 'button', class: mine ? 'mention mention-me' : 'mention', onclick },
    `@${names.person(id) ?? id}`,
  );
}

export function channelMention(id: string, label: string, names: Names): VNode {
  const name = names.channel(id) ?? label;
  return h('button', { type: 'button', class: 'mention', onclick: () => names.openChannel(id) }, `#${name || id}`);
}

function dateControl(body: string, label: string, names: Names): Child {
  const [, seconds = '', format = '', link] = body.split('^');
  const at = Number(seconds);
  const text = Number.isSafeInteger(at) && at > 0 ? slackDate(at, decode(format), names.clock) : label;
  const shown = h('time', { title: label }, text);
  return link === undefined ? shown : webLink(decode(link), text, names);
}

function special(body: string, label: string, names: Names): Child {
  if (body.startsWith('date^')) return dateControl(body, label, names);
  if (body.startsWith('subteam^')) return h('span', { class: 'mention' }, label || '@group');
  return h('span', { class: 'mention mention-all' }, `@${label || body}`);
}

/** What stands between `<` and `>` in mrkdwn: a mention, a channel, a date or a link. */
export function control(body: string, names: Names): Child {
  const bar = body.indexOf('|');
  const target = bar < 0 ? body : body.slice(0, bar);
  const label = decode(bar < 0 ? '' : body.slice(bar + 1));
  if (target.startsWith('@')) return personMention(target.slice(1), names);
  if (target.startsWith('#')) return channelMention(target.slice(1), label, names);
  if (target.startsWith('!')) return special(target.slice(1), label, names);
  const url = decode(target);
  return isSafeAddress(url) ? webLink(url, label || url.replace(/^mailto:/i, ''), names) : `<${decode(body)}>`;
}
