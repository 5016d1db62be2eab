/** Saying, changing and deleting messages, and telling the app of it: the same for people and for the app. */
import type { AckOutcome } from '../person-does.ts';
import { isShared } from './conversations.ts';
import { sendEvent } from './events.ts';
import { type Json, objectsIn } from './json.ts';
import { messageObject } from './message-shape.ts';
import type { ChannelRecord, MessageRecord } from './state.ts';
import { addMessage, repliesTo, takeMessageOut } from './timeline.ts';
import { nextTs, type World } from './world.ts';

const CHANNEL_TYPE = { public: 'channel', private: 'group', dm: 'im', 'group-dm': 'mpim' } as const;

function sendMessageEvent(world: World, channel: ChannelRecord, event: Json): Promise<AckOutcome> {
  const channelType = CHANNEL_TYPE[channel.kind];
  return sendEvent(world, {
    event: { type: 'message', ...event, channel: channel.id, channel_type: channelType },
    subscription:
      channel.kind === 'public' ? 'message.channels' : `message.${channelType}${channel.kind === 'private' ? 's' : ''}`,
    channel,
    isExternal: isShared(world, channel),
  });
}

/** Adds the message and sends its event; the promise is that of the app's acknowledgement. */
export function say(world: World, channel: ChannelRecord, message: MessageRecord): Promise<AckOutcome> {
  addMessage(world, channel.id, message);
  const shape = messageObject(world, channel, message, { withThread: false });
  return sendMessageEvent(world, channel, { ...shape, event_ts: message.ts });
}

/** `change` replaces members of the record; undefined takes one off. */
export function changeMessage(
  world: World,
  channel: ChannelRecord,
  message: MessageRecord,
  change: (message: MessageRecord) => void,
): Promise<AckOutcome> {
  const before = messageObject(world, channel, message);
  change(message);
  const ts = nextTs(world);
  world.signals.changed();
  return sendMessageEvent(world, channel, {
    subtype: 'message_changed',
    message: messageObject(world, channel, message),
    previous_message: before,
    hidden: true,
    ts,
    event_ts: ts,
  });
}

/** Leaves a tombstone when there are replies; that is a `message_changed` to subtype `tombstone`, as in Slack. */
export function deleteMessage(world: World, channel: ChannelRecord, message: MessageRecord): Promise<AckOutcome> {
  if (repliesTo(world, channel.id, message.ts).length > 0) {
    return changeMessage(world, channel, message, (record) => {
      for (const member of ['blocks', 'attachments', 'metadata', 'botId', 'edited', 'reactions', 'fileIds'] as const)
        delete record[member];
      record.subtype = 'tombstone';
      record.text = 'This message was deleted.';
    });
  }
  const before = messageObject(world, channel, message);
  takeMessageOut(world, channel.id, message);
  const ts = nextTs(world);
  const event = { subtype: 'message_deleted', previous_message: before, hidden: true, deleted_ts: message.ts };
  return sendMessageEvent(world, channel, { ...event, ts, event_ts: ts });
}

/** Rich text as Slack's own composer makes it: text and mentions of people and channels. */
export function composedBlocks(text: string, blockId: string): Json[] {
  const parts = text.split(/(<[@#][A-Z0-9]+(?:\|[^>]*)?>)/).filter((part) => part !== '');
  const elements = parts.map((part): Json => {
    const [, sign, id] = /^<([@#])([A-Z0-9]+)/.exec(part) ?? [];
    if (sign === '@') return { type: 'user', user_id: id };
    return sign === '#' ? { type: 'channel', channel_id: id } : { type: 'text', text: part };
  });
  return objectsIn([{ type: 'rich_text', block_id: blockId, elements: [{ type: 'rich_text_section', elements }] }]);
}
