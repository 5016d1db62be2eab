/** conversations.history and conversations.replies. */
import { type ApiAnswer, type ApiMethod, flagArg, isRefused, type Refused, refuse, textArg } from './answers.ts';
import { channelReadByApp } from './conversations.ts';
import type { Json } from './json.ts';
import { messageObject } from './message-shape.ts';
import { cursorFor, limitOf, markIn } from './pages.ts';
import { missingScope, scopeFor } from './scopes.ts';
import type { ChannelRecord, MessageRecord } from './state.ts';
import { findMessage, messagesOf, positionOf, repliesTo } from './timeline.ts';
import type { World } from './world.ts';

type Window = { channel: ChannelRecord; limit: number; mark: string; isWithin(ts: string): boolean; oldest: string };

const TS = /^\d{1,10}(\.\d{1,6})?$/;
const wholeTs = (ts: string): string => {
  const [seconds = '', micros = ''] = ts.split('.');
  return `${seconds.padStart(10, '0')}.${micros.padEnd(6, '0')}`;
};

function badBound(args: Json): Refused | undefined {
  for (const bound of ['oldest', 'latest']) {
    const ts = textArg(args, bound);
    if (ts !== '' && !TS.test(ts)) return refuse(`invalid_ts_${bound}`, `${bound} is no timestamp: ${ts}.`);
  }
  return undefined;
}

/** Checks the right to read, the page and the bounds, which both methods share. */
function windowOf(world: World, args: Json, limitDefault: number): Window | Refused {
  const channel = channelReadByApp(world, textArg(args, 'channel'));
  if (isRefused(channel)) return channel;
  const missing = missingScope(world, scopeFor(channel.kind, 'history'));
  if (missing) return missing;
  const cap = world.settings.historyPageMax ?? 1000;
  const limit = limitOf(args, { limitDefault: Math.min(limitDefault, cap), limitMax: cap });
  if (limit === undefined) return refuse('invalid_limit', 'limit must be a whole number from 1 up.');
  const mark = markIn(args);
  if (mark === undefined) return refuse('invalid_cursor', 'The cursor is not one that was given out.');
  const bad = badBound(args);
  if (bad) return bad;
  const oldest = textArg(args, 'oldest') === '' ? '' : wholeTs(textArg(args, 'oldest'));
  const latest = textArg(args, 'latest') === '' ? '9' : wholeTs(textArg(args, 'latest'));
  const isInclusive = flagArg(args, 'inclusive');
  const isWithin = (ts: string) => (isInclusive ? ts >= oldest && ts <= latest : ts > oldest && ts < latest);
  return { channel, limit, mark, isWithin, oldest };
}

function answered(
  world: World,
  args: Json,
  channel: ChannelRecord,
  found: { messages: MessageRecord[]; next: string },
): ApiAnswer {
  const withMetadata = flagArg(args, 'include_all_metadata');
  return {
    ok: true,
    messages: found.messages.map((message) => messageObject(world, channel, message, { withMetadata })),
    has_more: found.next !== '',
    ...(found.next === '' ? {} : { response_metadata: { next_cursor: cursorFor(found.next) } }),
  };
}

/** Newest first, without replies that were not broadcast. Stops as soon as the page is full. */
function history(world: World, args: Json): ApiAnswer {
  const window = windowOf(world, args, 100);
  if (isRefused(window)) return window;
  const all = messagesOf(world, window.channel.id);
  const messages: MessageRecord[] = [];
  let next = '';
  const start = window.mark === '' ? all.length - 1 : positionOf(world, window.channel.id, window.mark) - 1;
  for (let at = start; at >= 0; at -= 1) {
    const message = all[at];
    if (!message || message.ts < window.oldest) break;
    const isTopLevel = message.threadTs === undefined || message.broadcast === true;
    if (!isTopLevel || !window.isWithin(message.ts)) continue;
    if (messages.length === window.limit) {
      next = messages.at(-1)?.ts ?? '';
      break;
    }
    messages.push(message);
  }
  return answered(world, args, window.channel, { messages, next });
}

/** The parent, then its replies, oldest first. */
function replies(world: World, args: Json): ApiAnswer {
  const window = windowOf(world, args, 1000);
  if (isRefused(window)) return window;
  const parent = findMessage(world, window.channel.id, textArg(args, 'ts'));
  if (!parent) return refuse('thread_not_found', `There is no message ${textArg(args, 'ts')}.`);
  const inThread = repliesTo(world, window.channel.id, parent.ts).filter((reply) => window.isWithin(reply.ts));
  const rest = [parent, ...inThread].filter((message) => message.ts > window.mark);
  const messages = rest.slice(0, window.limit);
  const next = rest.length > messages.length ? (messages.at(-1)?.ts ?? '') : '';
  return answered(world, args, window.channel, { messages, next });
}

export const historyMethods: Record<string, ApiMethod> = {
  'conversations.history': { tier: 3, token: 'bot', run: history },
  'conversations.replies': { tier: 3, token: 'bot', run: replies },
};
