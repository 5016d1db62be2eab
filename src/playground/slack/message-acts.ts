/** People say, edit and delete messages, react, and read. */
import type { Act, ActAnswer } from '../person-does.ts';
import { channelSeenBy, done, no, typed } from './acting.ts';
import { react, refusalOfThread } from './chat.ts';
import { isShared } from './conversations.ts';
import { sendEvent } from './events.ts';
import { unescaped } from './message-shape.ts';
import { changeMessage, composedBlocks, deleteMessage, say } from './messages.ts';
import { dropEphemeral } from './response-urls.ts';
import type { ChannelRecord, MessageRecord, PersonRecord } from './state.ts';
import { findMessage, messagesOf } from './timeline.ts';
import { nextId, nextTs, secretFor, type World } from './world.ts';

type ActOf<T extends Act['type']> = Extract<Act, { type: T }>;

function whyNotSpeak(world: World, me: PersonRecord, channel: ChannelRecord | undefined): string | undefined {
  if (!channel) return 'There is no such conversation for you.';
  if (!channel.memberIds.includes(me.id)) return `Join #${channel.name} first.`;
  if (channel.archived) return `#${channel.name} is archived.`;
  const isAppDm = channel.kind === 'dm' && channel.memberIds.includes(world.settings.app.botUserId);
  return isAppDm && !world.settings.manifest.canTypeToApp
    ? 'Sending messages to this app has been turned off.'
    : undefined;
}

function newMessage(world: World, me: PersonRecord, text: string, act: ActOf<'say'>): MessageRecord {
  const fileIds = act.fileIds ?? [];
  return {
    ts: nextTs(world),
    userId: me.id,
    text,
    ...(text === '' ? {} : { blocks: composedBlocks(unescaped(text), nextId(world, 'b')) }),
    ...(act.threadTs === undefined ? {} : { threadTs: act.threadTs }),
    ...(fileIds.length > 0 ? { fileIds, subtype: 'file_share' as const } : {}),
    clientMsgId: secretFor(world, 'client_msg_id'),
  };
}

export async function sayAct(world: World, me: PersonRecord, act: ActOf<'say'>): Promise<ActAnswer> {
  const channel = channelSeenBy(world, me, act.channelId);
  const why = whyNotSpeak(world, me, channel);
  if (!channel || why !== undefined) return no(why ?? '');
  const text = typed(world, act.text.trim());
  if (text === '' && !act.fileIds?.length) return no('Type something first.');
  if (act.fileIds?.some((id) => !world.state.files[id])) return no('One of the files is not there.');
  const refusal = refusalOfThread(world, channel, act.threadTs ?? '');
  if (refusal) return no('That thread is gone.');
  const message = newMessage(world, me, text, act);
  const heard = say(world, channel, message);
  markReadUpTo(world, me, channel.id, message.ts);
  const mention = mentionEvent(world, channel, message);
  const [ack] = await Promise.all([heard, mention]);
  return done(ack, { ts: message.ts });
}

/** app_mention comes besides the message event. */
async function mentionEvent(world: World, channel: ChannelRecord, message: MessageRecord): Promise<void> {
  if (channel.kind === 'dm' || !message.text.includes(`<@${world.settings.app.botUserId}>`)) return;
  const { ts, userId, text, threadTs } = message;
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const event = { type: 'app_mention', user: userId, text, ts, ...thread, channel: channel.id, event_ts: ts };
  await sendEvent(world, { event, channel, isExternal: isShared(world, channel) });
}

/** The person's own message, where it still can be changed. */
function ownMessage(world: World, me: PersonRecord, act: { channelId: string; ts: string }) {
  const channel = channelSeenBy(world, me, act.channelId);
  const message = channel && findMessage(world, channel.id, act.ts);
  const isOwn = message?.userId === me.id && message.subtype !== 'tombstone';
  return channel && isOwn && !channel.archived ? { channel, message } : undefined;
}

export async function editMessageAct(world: World, me: PersonRecord, act: ActOf<'editMessage'>): Promise<ActAnswer> {
  const own = ownMessage(world, me, act);
  if (!own) return no('You can only edit your own messages.');
  const text = typed(world, act.text.trim());
  if (text === '') return no('Delete the message instead.');
  const ack = await changeMessage(world, own.channel, own.message, (message) => {
    message.text = text;
    message.blocks = composedBlocks(unescaped(text), nextId(world, 'b'));
    message.edited = { user: me.id, ts: nextTs(world) };
  });
  return done(ack);
}

/** Admins may delete what others wrote, the app too. */
export async function deleteMessageAct(
  world: World,
  me: PersonRecord,
  act: ActOf<'deleteMessage'>,
): Promise<ActAnswer> {
  const channel = channelSeenBy(world, me, act.channelId);
  const message = channel && findMessage(world, channel.id, act.ts);
  if (!channel || !message || message.subtype === 'tombstone') return no('The message is gone.');
  if (message.userId !== me.id && !me.isAdmin) return no('You can only delete your own messages.');
  return done(await deleteMessage(world, channel, message));
}

export async function reactAct(world: World, me: PersonRecord, act: ActOf<'react'>): Promise<ActAnswer> {
  const channel = channelSeenBy(world, me, act.channelId);
  const message = channel && findMessage(world, channel.id, act.ts);
  if (!channel || !message) return no('The message is gone.');
  if (!react(message, act.name, me.id)) return no('You reacted with that already.');
  world.signals.changed();
  const item = { type: 'message', channel: channel.id, ts: act.ts };
  const event = { type: 'reaction_added', user: me.id, reaction: act.name, item, item_user: message.userId };
  return done(await sendEvent(world, { event: { ...event, event_ts: nextTs(world) }, channel }));
}

function markReadUpTo(world: World, me: PersonRecord, channelId: string, ts: string): void {
  world.state.reads[me.id] = { ...world.state.reads[me.id], [channelId]: ts };
}

/** Ts of the newest message there that this person sees, those that only they see too; "" when there is none. */
function newestFor(world: World, me: PersonRecord, channelId: string): string {
  const own = world.ephemerals.findLast((one) => one.channelId === channelId && one.toUserId === me.id);
  const [last = '', lastOwn = ''] = [messagesOf(world, channelId).at(-1)?.ts, own?.message.ts];
  return last > lastOwn ? last : lastOwn;
}

export function markReadAct(world: World, me: PersonRecord, act: ActOf<'markRead'>): ActAnswer {
  const last = newestFor(world, me, act.channelId);
  if (last === '' || world.state.reads[me.id]?.[act.channelId] === last) return done();
  markReadUpTo(world, me, act.channelId, last);
  world.signals.changed();
  return done();
}

export function dismissMessageAct(world: World, me: PersonRecord, act: ActOf<'dismissMessage'>): ActAnswer {
  const isMine = world.ephemerals.some((one) => one.toUserId === me.id && one.message.ts === act.ts);
  if (!isMine) return no('Only messages that only you see can be dismissed.');
  dropEphemeral(world, act.ts);
  return done();
}
