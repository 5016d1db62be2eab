/** Messages as the app gets them: in answers, in history, in payloads. */
import { isShared } from './conversations.ts';
import { fileObject } from './files.ts';
import { defined, isObject, type Json } from './json.ts';
import type { ChannelRecord, MessageRecord } from './state.ts';
import { findMessage, repliesTo } from './timeline.ts';
import type { World } from './world.ts';

/** What Slack does to text that people type. Source: slack-facts d4. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Plain text of a message's blocks comes back with entities (slackapi/bolt-python issue 513). */
export function withPlainTextEscaped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPlainTextEscaped);
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, item]) => [key, withPlainTextEscaped(item)]);
  const copy: Json = Object.fromEntries(members);
  if (copy.type === 'plain_text' && typeof copy.text === 'string') copy.text = escaped(copy.text);
  return copy;
}

function threadFields(world: World, channel: ChannelRecord, message: MessageRecord): Json {
  if (message.threadTs !== undefined) {
    const parent = findMessage(world, channel.id, message.threadTs);
    return defined({ thread_ts: message.threadTs, parent_user_id: parent?.userId });
  }
  const replies = repliesTo(world, channel.id, message.ts);
  const last = replies.at(-1);
  if (!last) return {};
  const users = [...new Set(replies.map((reply) => reply.userId))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: last.ts,
    reply_users: users.slice(0, 5),
    is_locked: false,
    subscribed: false,
  };
}

function botFields(world: World, message: MessageRecord): Json {
  const { app } = world.settings;
  if (message.botId === undefined) return {};
  const profile = { id: app.botId, app_id: app.id, user_id: app.botUserId, name: app.name, deleted: false };
  return { bot_id: message.botId, app_id: app.id, bot_profile: { ...profile, team_id: world.state.team.id } };
}

function metadataFields(message: MessageRecord, isWhole: boolean): Json {
  if (!message.metadata) return {};
  return { metadata: isWhole ? message.metadata : { event_type: message.metadata.event_type } };
}

export type ShapeOptions = {
  /** The whole metadata; else, as in Slack, only its event type. */
  withMetadata?: boolean;
  /** Reply counts and such; events about the message itself have none. */
  withThread?: boolean;
};

/** Slack's message object. */
export function messageObject(
  world: World,
  channel: ChannelRecord,
  message: MessageRecord,
  { withMetadata = false, withThread = true }: ShapeOptions = {},
): Json {
  const files = (message.fileIds ?? []).map((id) => fileObject(world, id));
  const thread = withThread || message.threadTs !== undefined ? threadFields(world, channel, message) : {};
  return {
    type: 'message',
    ...defined({
      subtype: message.subtype,
      user: message.subtype === 'tombstone' ? 'USLACKBOT' : message.userId,
      hidden: message.subtype === 'tombstone' ? true : undefined,
      client_msg_id: message.clientMsgId,
      ts: message.ts,
      text: message.text,
      team: isShared(world, channel) ? world.state.people[message.userId]?.teamId : world.state.team.id,
      blocks: message.blocks && withPlainTextEscaped(message.blocks),
      attachments: message.attachments,
      edited: message.edited,
      files: files.length > 0 ? files : undefined,
      reactions: message.reactions?.map(({ name, users }) => ({ name, users, count: users.length })),
    }),
    ...botFields(world, message),
    ...thread,
    ...metadataFields(message, withMetadata),
  };
}
