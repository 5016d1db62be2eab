/// <reference lib="dom" />

import type { ConversationView, MessageView } from '../../person-sees.ts';
import { blocks } from '../blocks/blocks.ts';
import type { Form } from '../blocks/form.ts';
import { isApp, type Page } from '../page.ts';
import { emojiFor } from '../text/emoji.ts';
import { mrkdwn } from '../text/mrkdwn.ts';
import { shortTime, slackDate } from '../text/slack-date.ts';
import { fill } from '../text/words.ts';
import { type Child, h, type VNode } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';
import { avatar } from './avatar.ts';
import { hoverActions } from './message-menu.ts';

/** Where a message is drawn: in the channel, or in the thread pane. */
export type Spot = { conversation: ConversationView; inThread: boolean };

export const seconds = (message: MessageView): number => Number(message.ts.split('.')[0]);

/** Blocks and buttons of a message fill in a form of their own. */
const messageForm = (spot: Spot, message: MessageView): Form => ({
  key: `message ${spot.conversation.id} ${message.ts} ${spot.inThread ? 'thread' : ''}`,
  place: { in: 'message', channelId: spot.conversation.id, ts: message.ts },
  blocks: message.blocks ?? [],
  saved: {},
  errors: {},
  isBusy: false,
});

function editor(page: Page, text: string): VNode {
  const stop = () => page.change((ui) => (ui.editing = undefined));
  const save = () => {
    const { editing } = page.ui;
    if (editing) void page.act({ type: 'editMessage', ...editing });
    stop();
  };
  const oninput = (event: Event) => {
    if (!(event.target instanceof HTMLTextAreaElement) || !page.ui.editing) return;
    page.ui.editing.text = event.target.value;
  };
  const onkeydown = (event: KeyboardEvent) => {
    if (event.isComposing || (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey))) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') save();
    else stop();
  };
  const props = { class: 'text-input', rows: 3, value: text, oninput, onkeydown, 'aria-label': page.words.editMessage };
  return h(
    'div',
    { class: 'editor', key: 'editor' },
    h('textarea', { ...props, 'data-focus-on-load': true }),
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', class: 'button', onclick: stop }, page.words.cancel),
      h('button', { type: 'button', class: 'button button-primary', onclick: save }, page.words.save),
    ),
  );
}

function body(page: Page, spot: Spot, message: MessageView): Child {
  const { editing } = page.ui;
  if (editing?.ts === message.ts && editing.channelId === spot.conversation.id) return editor(page, editing.text);
  if (message.deleted) return h('div', { class: 'deleted' }, page.words.deleted);
  // People's own messages carry one rich text block; their text holds the same with its marks.
  const drawn =
    message.botId !== undefined && message.blocks?.length
      ? blocks(page, messageForm(spot, message), message.blocks)
      : mrkdwn(message.text, page.names);
  const edited = message.edited && h('span', { class: 'edited' }, page.words.edited);
  const files = message.files?.map((file) =>
    h('div', { class: 'file-chip', key: file.id }, icon('file'), h('span', {}, file.name)),
  );
  return h('div', { class: 'message-body', key: 'body' }, drawn, edited, files);
}

function reactions(page: Page, spot: Spot, message: MessageView): Child {
  const all = Object.entries(message.reactions ?? {});
  if (all.length === 0) return undefined;
  const one = ([name, ids]: [string, string[]]) => {
    const mine = ids.includes(page.world.me.id);
    const title = ids.map((id) => page.names.person(id) ?? id).join(', ');
    const onclick = () => void page.act({ type: 'react', channelId: spot.conversation.id, ts: message.ts, name });
    const props = {
      type: 'button',
      class: mine ? 'reaction mine' : 'reaction',
      title,
      'aria-pressed': String(mine),
      onclick,
    };
    return h('button', { ...props, key: name }, emojiFor(name) ?? `:${name}:`, h('span', {}, ids.length));
  };
  return h('div', { class: 'reactions' }, all.map(one));
}

function threadLink(page: Page, spot: Spot, message: MessageView): Child {
  const count = message.replyCount ?? 0;
  if (spot.inThread || count === 0) return undefined;
  const people = (message.replyUserIds ?? []).slice(0, 4).map((id) => avatar(page, id, 'small'));
  const text = count === 1 ? page.words.oneReply : fill(page.words.replies, { count });
  const onclick = () => page.goTo(spot.conversation.id, message.ts);
  return h('button', { type: 'button', class: 'thread-link', onclick }, people, h('span', {}, text));
}

function onlyYou(page: Page, spot: Spot, message: MessageView): Child {
  if (!message.onlyYou) return undefined;
  const onclick = () => void page.act({ type: 'dismissMessage', channelId: spot.conversation.id, ts: message.ts });
  return h(
    'div',
    { class: 'only-you' },
    icon('eye'),
    h('span', {}, `${page.words.onlyYou} · `),
    h('button', { type: 'button', class: 'link-button', onclick }, page.words.dismiss),
  );
}

function author(page: Page, message: MessageView): VNode {
  const onclick = () => page.names.openPerson(message.userId);
  return h('button', { type: 'button', class: 'author', onclick }, page.names.person(message.userId) ?? message.userId);
}

function heading(page: Page, message: MessageView): VNode {
  const { clock } = page.names;
  const at = seconds(message);
  return h(
    'div',
    { class: 'message-head' },
    author(page, message),
    isApp(page, message.userId) && h('span', { class: 'app-tag' }, page.words.appTag),
    h('time', { title: slackDate(at, '{date_long} {time_secs}', clock) }, shortTime(at, clock)),
  );
}

const SYSTEM_LINES = { channel_join: 'joined', channel_leave: 'left', channel_archive: 'archivedBy' } as const;

function systemLine(page: Page, spot: Spot, message: MessageView): string | undefined {
  if (message.subtype === undefined || message.subtype === 'file_share') return undefined;
  return fill(page.words[SYSTEM_LINES[message.subtype]], { name: spot.conversation.name });
}

/** One message, or a grey line for somebody's coming and going. `follows`: same author as above, so no name again. */
export function messageRow(page: Page, spot: Spot, message: MessageView, follows: boolean): VNode {
  const system = systemLine(page, spot, message);
  const looks = [
    'message',
    message.onlyYou && 'message-only-you',
    follows && 'follows',
    system !== undefined && 'system',
    page.ui.highlight === message.ts && !(spot.inThread && message.threadTs === message.ts) && 'highlight',
  ];
  const small = h('time', { class: 'gutter-time' }, shortTime(seconds(message), page.names.clock));
  return h(
    'article',
    {
      key: message.ts,
      class: looks.filter(Boolean).join(' '),
      'data-testid': `message-${message.ts}`,
      'data-ts': message.ts,
    },
    onlyYou(page, spot, message),
    h('div', { class: 'gutter' }, follows ? small : avatar(page, message.userId)),
    h(
      'div',
      { class: 'message-main' },
      !follows && heading(page, message),
      system === undefined ? body(page, spot, message) : h('div', { class: 'system-text' }, system),
      reactions(page, spot, message),
      threadLink(page, spot, message),
    ),
    system === undefined && hoverActions(page, spot, message),
  );
}
