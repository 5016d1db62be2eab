/** chat.*: the app says, changes and deletes messages. Source: docs.slack.dev/reference/methods/chat.postMessage and its neighbours. */
import { type ApiAnswer, type ApiMethod, flagArg, isRefused, type Refused, refuse, textArg } from './answers.ts';
import { type Content, contentOf } from './content.ts';
import { activeMembers, channelForPosting, channelKnownToApp, hasApp } from './conversations.ts';
import type { Json } from './json.ts';
import { messageObject } from './message-shape.ts';
import { changeMessage, deleteMessage, say } from './messages.ts';
import type { ChannelRecord, MessageRecord } from './state.ts';
import { findMessage, repliesTo } from './timeline.ts';
import { keepFew, nextTs, type World } from './world.ts';

/** A message of the app, not yet said. */
export function appMessage(world: World, content: Content, threadTs = ''): MessageRecord {
  return {
    ts: nextTs(world),
    userId: world.settings.app.botUserId,
    botId: world.settings.app.botId,
    ...content,
    text: content.text ?? '',
    ...(threadTs === '' ? {} : { threadTs }),
  };
}

/** The parent must be there, be no tombstone, and be no reply itself. */
export function refusalOfThread(world: World, channel: ChannelRecord, threadTs: string): Refused | undefined {
  if (threadTs === '') return undefined;
  const parent = findMessage(world, channel.id, threadTs);
  if (!parent) return refuse('thread_not_found', `There is no message ${threadTs} in ${channel.id}.`);
  if (parent.subtype === 'tombstone') return refuse('thread_not_found', 'The parent message was deleted.');
  if (parent.threadTs !== undefined)
    return refuse('thread_not_found', `${threadTs} is itself a reply; thread_ts must be the parent's ts.`);
  return undefined;
}

function postMessage(world: World, args: Json): ApiAnswer {
  const content = contentOf(world, args, 'chat.postMessage');
  if (isRefused(content)) return content;
  const channel = channelForPosting(world, textArg(args, 'channel'));
  if (isRefused(channel)) return channel;
  const threadTs = textArg(args, 'thread_ts');
  const refusal = refusalOfThread(world, channel, threadTs);
  if (refusal) return refusal;
  const message = appMessage(world, content, threadTs);
  if (threadTs !== '' && flagArg(args, 'reply_broadcast')) message.broadcast = true;
  void say(world, channel, message);
  const shape = messageObject(world, channel, message, { withMetadata: true });
  return { ok: true, channel: channel.id, ts: message.ts, message: shape };
}

/** The app's own message in a conversation it is still in. */
function ownMessage(
  world: World,
  args: Json,
  codes: { notOwn: string; archived: string },
): { channel: ChannelRecord; message: MessageRecord } | Refused {
  const channel = channelKnownToApp(world, textArg(args, 'channel'));
  if (isRefused(channel)) return channel;
  if (!hasApp(world, channel)) return refuse('not_in_channel', `The app is not a member of #${channel.name}.`);
  if (channel.archived) return refuse(codes.archived, `#${channel.name} is archived.`);
  const ts = textArg(args, 'ts');
  const message = findMessage(world, channel.id, ts);
  if (!message || message.subtype === 'tombstone') return refuse('message_not_found', whyNotFound(world, ts));
  if (message.botId !== world.settings.app.botId) return refuse(codes.notOwn, 'Somebody else wrote that message.');
  return { channel, message };
}

const whyNotFound = (world: World, ts: string): string =>
  world.ephemerals.some((one) => one.message.ts === ts)
    ? 'That is an ephemeral message: only its response_url can change it.'
    : `There is no message ${ts}.`;

/** `blocks` are removed when only text comes; metadata stays unless given, and {} takes it off. */
function applyContent(message: MessageRecord, content: Content): void {
  if (content.text !== undefined) message.text = content.text;
  if (content.text !== undefined || content.blocks) setList(message, 'blocks', content.blocks);
  if (content.text !== undefined || content.attachments) setList(message, 'attachments', content.attachments);
  if (content.metadata) {
    if (Object.keys(content.metadata).length > 0) message.metadata = content.metadata;
    else delete message.metadata;
  }
}

function setList(message: MessageRecord, member: 'blocks' | 'attachments', list: Json[] | undefined): void {
  if (list && list.length > 0) message[member] = list;
  else delete message[member];
}

function update(world: World, args: Json): ApiAnswer {
  const content = contentOf(world, args, 'chat.update');
  if (isRefused(content)) return content;
  const own = ownMessage(world, args, { notOwn: 'cant_update_message', archived: 'is_inactive' });
  if (isRefused(own)) return own;
  const { channel, message } = own;
  void changeMessage(world, channel, message, (record) => {
    applyContent(record, content);
    if (!content.blocks) record.edited = { user: record.userId, ts: nextTs(world) };
  });
  const shape = messageObject(world, channel, message, { withMetadata: true });
  return { ok: true, channel: channel.id, ts: message.ts, text: message.text, message: shape };
}

function remove(world: World, args: Json): ApiAnswer {
  const own = ownMessage(world, args, { notOwn: 'cant_delete_message', archived: 'cant_delete_message' });
  if (isRefused(own)) return own;
  void deleteMessage(world, own.channel, own.message);
  return { ok: true, channel: own.channel.id, ts: own.message.ts };
}

function postEphemeral(world: World, args: Json): ApiAnswer {
  const content = contentOf(world, args, 'chat.postEphemeral');
  if (isRefused(content)) return content;
  const channel = channelForPosting(world, textArg(args, 'channel'));
  if (isRefused(channel)) return channel;
  const userId = textArg(args, 'user');
  if (!world.state.people[userId]) return refuse('user_not_found', `There is no person ${userId}.`);
  if (!activeMembers(world, channel).includes(userId))
    return refuse('user_not_in_channel', `${userId} is no active member of #${channel.name}.`);
  const threadTs = textArg(args, 'thread_ts');
  const refusal = refusalOfThread(world, channel, threadTs);
  if (refusal) return refusal;
  const ts = sayPrivately(world, channel, userId, appMessage(world, content, threadTs));
  return { ok: true, message_ts: ts };
}

/**
 * Shows a message to one person only. In a thread without any reply nobody ever sees it: Slack answers ok all the
 * same, so we do too, and put it on the list of refusals as `ephemeral_not_shown`.
 */
export function sayPrivately(world: World, channel: ChannelRecord, toUserId: string, message: MessageRecord): string {
  const { threadTs } = message;
  if (threadTs !== undefined && repliesTo(world, channel.id, threadTs).length === 0) {
    const messages = [`The thread ${threadTs} has no replies yet: an ephemeral message in it is not shown.`];
    const request = { channel: channel.id, user: toUserId, text: message.text };
    world.traffic.recordRefusal({ method: 'chat.postEphemeral', error: 'ephemeral_not_shown', messages, request });
    return message.ts;
  }
  world.ephemerals.push({ channelId: channel.id, toUserId, message });
  keepFew(world.ephemerals);
  world.signals.changed();
  return message.ts;
}

function permalink(world: World, args: Json): ApiAnswer {
  const channel = channelKnownToApp(world, textArg(args, 'channel'));
  if (isRefused(channel)) return channel;
  const message = findMessage(world, channel.id, textArg(args, 'message_ts'));
  if (!message) return refuse('message_not_found', `There is no message ${textArg(args, 'message_ts')}.`);
  const query = message.threadTs === undefined ? '' : `?thread_ts=${message.threadTs}&cid=${channel.id}`;
  const link = `${world.origin()}/archives/${channel.id}/p${message.ts.replace('.', '')}${query}`;
  return { ok: true, channel: channel.id, permalink: link };
}

function addReaction(world: World, args: Json): ApiAnswer {
  const channel = channelKnownToApp(world, textArg(args, 'channel'));
  if (isRefused(channel)) return channel;
  const message = findMessage(world, channel.id, textArg(args, 'timestamp'));
  if (!message) return refuse('message_not_found', `There is no message ${textArg(args, 'timestamp')}.`);
  if (!hasApp(world, channel)) return refuse('not_in_channel', `The app is not a member of #${channel.name}.`);
  if (channel.archived) return refuse('is_archived', `#${channel.name} is archived.`);
  const name = textArg(args, 'name');
  if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name)) return refuse('invalid_name', `${name} is no emoji name.`);
  if (!react(message, name, world.settings.app.botUserId)) return refuse('already_reacted', `:${name}: is there.`);
  world.signals.changed();
  return { ok: true };
}

/** False when that person gave that emoji before. */
export function react(message: MessageRecord, name: string, userId: string): boolean {
  const reactions = message.reactions ?? [];
  const reaction = reactions.find((one) => one.name === name);
  if (reaction?.users.includes(userId)) return false;
  if (reaction) reaction.users.push(userId);
  else reactions.push({ name, users: [userId] });
  message.reactions = reactions;
  return true;
}

export const chatMethods: Record<string, ApiMethod> = {
  'chat.postMessage': { tier: 'post', token: 'bot', scope: 'chat:write', run: postMessage },
  'chat.update': { tier: 3, token: 'bot', scope: 'chat:write', run: update },
  'chat.delete': { tier: 3, token: 'bot', scope: 'chat:write', run: remove },
  'chat.postEphemeral': { tier: 4, token: 'bot', scope: 'chat:write', run: postEphemeral },
  'chat.getPermalink': { tier: 'special', token: 'bot', run: permalink },
  'reactions.add': { tier: 3, token: 'bot', scope: 'reactions:write', run: addReaction },
};
