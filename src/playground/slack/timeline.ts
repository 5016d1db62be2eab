/** Messages of a channel, kept in order; looking one up or adding one never scans the others. */
import type { MessageRecord } from './state.ts';
import type { World } from './world.ts';

export const messagesOf = (world: World, channelId: string): readonly MessageRecord[] =>
  world.state.messages[channelId] ?? [];

function indexOf(list: readonly MessageRecord[], ts: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.ts ?? '') < ts) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function findMessage(world: World, channelId: string, ts: string): MessageRecord | undefined {
  const list = messagesOf(world, channelId);
  const message = list[indexOf(list, ts)];
  return message?.ts === ts ? message : undefined;
}

/** Position of the first message at or after `ts`. */
export const positionOf = (world: World, channelId: string, ts: string): number =>
  indexOf(messagesOf(world, channelId), ts);

function indexReply(world: World, channelId: string, message: MessageRecord): void {
  if (message.threadTs === undefined) return;
  const threads = world.replies.get(channelId) ?? new Map<string, MessageRecord[]>();
  world.replies.set(channelId, threads);
  const replies = threads.get(message.threadTs);
  if (replies) replies.push(message);
  else threads.set(message.threadTs, [message]);
}

/** To be called once, for a state that was read from a file. */
export function indexReplies(world: World): void {
  for (const [channelId, list] of Object.entries(world.state.messages))
    for (const message of list) indexReply(world, channelId, message);
}

export const repliesTo = (world: World, channelId: string, ts: string): readonly MessageRecord[] =>
  world.replies.get(channelId)?.get(ts) ?? [];

/** The message must be newer than every other of the channel. */
export function addMessage(world: World, channelId: string, message: MessageRecord): void {
  const list = world.state.messages[channelId] ?? [];
  world.state.messages[channelId] = list;
  list.push(message);
  indexReply(world, channelId, message);
  world.signals.changed();
}

export function takeMessageOut(world: World, channelId: string, message: MessageRecord): void {
  const list = world.state.messages[channelId] ?? [];
  list.splice(indexOf(list, message.ts), 1);
  if (message.threadTs !== undefined) {
    const replies = world.replies.get(channelId)?.get(message.threadTs);
    replies?.splice(indexOf(replies, message.ts), 1);
  }
  world.signals.changed();
}
