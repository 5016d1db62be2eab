/** What one person sees, for the page. */
import type {
  AnyBlock,
  ConversationView,
  HomeView,
  MessageView,
  ModalView,
  Person,
  WorkspaceView,
} from '../person-sees.ts';
import { channelSeenBy } from './acting.ts';
import { activeMembers, hasApp } from './conversations.ts';
import { stateOf } from './elements.ts';
import { defined, type Json } from './json.ts';
import { isFromOutside } from './people.ts';
import type { ChannelRecord, MessageRecord, PersonRecord, ViewRecord } from './state.ts';
import { messagesOf, repliesTo } from './timeline.ts';
import { homeOf, modalsOf } from './views.ts';
import type { World } from './world.ts';

/** The newest ones; the page does not page. */
const MESSAGES_SHOWN_MAX = 1000;
const TOASTS_SHOWN_MAX = 10;

/** Blocks were held to Slack's rules when they came in. */
const asBlocks = (blocks: Json[]): AnyBlock[] => blocks as unknown as AnyBlock[];

const personView = (world: World, person: PersonRecord): Person => ({
  id: person.id,
  name: person.name,
  title: person.title,
  locale: person.locale,
  tz: person.tz,
  ...(person.email === '' ? {} : { email: person.email }),
  status: person.status,
  isGuest: person.isGuest,
  isStranger: isFromOutside(world, person),
  isBot: person.isBot,
  deleted: person.deleted,
  isAdmin: person.isAdmin,
});

function filesOf(world: World, message: MessageRecord): MessageView['files'] {
  const files = (message.fileIds ?? []).flatMap((id) => world.state.files[id] ?? []);
  if (files.length === 0) return undefined;
  return files.map(({ id, name, sizeBytes, mimetype }) => ({ id, name, sizeBytes, mimetype }));
}

/** Only subtypes that the page shows in another way than a plain message. */
function shownSubtype({ subtype }: MessageRecord): MessageView['subtype'] {
  return subtype === 'tombstone' || subtype === 'channel_unarchive' ? undefined : subtype;
}

export function messageView(world: World, channelId: string, message: MessageRecord, onlyYou: boolean): MessageView {
  const replies = message.threadTs === undefined && !onlyYou ? repliesTo(world, channelId, message.ts) : [];
  const hasReplies = replies.length > 0;
  return {
    ts: message.ts,
    userId: message.userId,
    text: message.text,
    edited: message.edited !== undefined,
    deleted: message.subtype === 'tombstone',
    onlyYou,
    ...defined({
      botId: message.botId,
      blocks: message.blocks && asBlocks(message.blocks),
      threadTs: message.threadTs ?? (hasReplies ? message.ts : undefined),
      replyCount: hasReplies ? replies.length : undefined,
      replyUserIds: hasReplies ? [...new Set(replies.map((reply) => reply.userId))] : undefined,
      subtype: shownSubtype(message),
      files: filesOf(world, message),
      reactions: message.reactions && Object.fromEntries(message.reactions.map(({ name, users }) => [name, users])),
    }),
  };
}

function shownMessages(world: World, me: PersonRecord, channelId: string): MessageView[] {
  const public_ = messagesOf(world, channelId).slice(-MESSAGES_SHOWN_MAX);
  const own = world.ephemerals.filter((one) => one.channelId === channelId && one.toUserId === me.id);
  return [
    ...public_.map((message) => messageView(world, channelId, message, false)),
    ...own.map(({ message }) => messageView(world, channelId, message, true)),
  ].sort((a, b) => (a.ts < b.ts ? -1 : 1));
}

function nameFor(world: World, me: PersonRecord, channel: ChannelRecord): string {
  if (channel.kind === 'public' || channel.kind === 'private') return channel.name;
  const others = channel.memberIds.filter((id) => id !== me.id);
  return others.map((id) => world.state.people[id]?.name ?? id).join(', ');
}

function conversationView(world: World, me: PersonRecord, channel: ChannelRecord): ConversationView {
  const messages = shownMessages(world, me, channel.id);
  const read = world.state.reads[me.id]?.[channel.id] ?? '';
  const isMember = channel.memberIds.includes(me.id);
  const unread = messages.filter((message) => message.ts > read && message.userId !== me.id && !message.deleted);
  return {
    id: channel.id,
    name: nameFor(world, me, channel),
    kind: channel.kind,
    isAppDm: channel.kind === 'dm' && hasApp(world, channel),
    archived: channel.archived,
    topic: channel.topic,
    memberIds: activeMembers(world, channel),
    isMember,
    hasApp: hasApp(world, channel),
    unreadCount: isMember ? unread.length : 0,
    messages,
  };
}

export function modalView(view: ViewRecord): ModalView {
  return {
    id: view.id,
    hash: view.hash,
    type: 'modal',
    callbackId: view.callbackId,
    title: view.title ?? { type: 'plain_text', text: '' },
    ...defined({ submit: view.submit, close: view.close }),
    submitDisabled: view.submitDisabled,
    blocks: asBlocks(view.blocks),
    state: stateOf(view.blocks, view.values, 'all'),
    errors: view.errors,
    failure: view.failure,
    busy: view.busy,
  };
}

export const homeView = (view: ViewRecord): HomeView => ({
  id: view.id,
  hash: view.hash,
  blocks: asBlocks(view.blocks),
  state: stateOf(view.blocks, view.values, 'all'),
});

function appView(world: World): WorkspaceView['app'] {
  const { app, manifest } = world.settings;
  return {
    id: app.id,
    name: app.name,
    botUserId: app.botUserId,
    hasHome: manifest.hasHome,
    isConnected: world.transport.isConnected(),
  };
}

/** Commands and shortcuts are not for people of other companies. */
function offers(
  world: World,
  me: PersonRecord,
): Pick<WorkspaceView, 'commands' | 'globalShortcuts' | 'messageShortcuts'> {
  if (isFromOutside(world, me)) return { commands: [], globalShortcuts: [], messageShortcuts: [] };
  const { commands, globalShortcuts, messageShortcuts } = world.settings.manifest;
  const listed = commands.map(({ name, description, usageHint }) => ({ name, description, usageHint }));
  return { commands: listed, globalShortcuts, messageShortcuts };
}

/** Undefined for somebody who is not there. */
export function workspaceView(world: World, userId: string): WorkspaceView | undefined {
  const me = world.state.people[userId];
  if (!me || me.isBot) return undefined;
  const { team } = world.state;
  const home = homeOf(world, me.id);
  const channels = Object.keys(world.state.channels).flatMap((id) => channelSeenBy(world, me, id) ?? []);
  const toasts = world.toasts.filter((one) => one.userId === me.id).slice(-TOASTS_SHOWN_MAX);
  return {
    version: world.signals.version(),
    now: new Date(world.nowMs()).toISOString(),
    aheadMs: world.clock?.aheadMs() ?? 0,
    team: { id: team.id, name: team.name, tz: team.tz },
    app: appView(world),
    me: personView(world, me),
    people: Object.values(world.state.people).map((person) => personView(world, person)),
    conversations: channels.map((channel) => conversationView(world, me, channel)),
    modals: modalsOf(world, me.id).map(modalView),
    ...(home ? { home: homeView(home) } : {}),
    ...offers(world, me),
    toasts: toasts.map(({ id, kind, text, atMs }) => ({ id, kind, text, at: new Date(atMs).toISOString() })),
  };
}
