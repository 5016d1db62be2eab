/** response_url: at most 5 uses within 30 minutes, bound to one person and one conversation. Source: slack-facts b2. */
import { flagArg, isRefused, type Refused, refuse, textArg } from './answers.ts';
import { appMessage, refusalOfThread, sayPrivately } from './chat.ts';
import { type Content, contentOf } from './content.ts';
import { liveChannel } from './conversations.ts';
import type { Json } from './json.ts';
import { changeMessage, deleteMessage, say } from './messages.ts';
import type { ChannelRecord, MessageRecord } from './state.ts';
import { findMessage } from './timeline.ts';
import { keepFew, type ResponseUrlRecord, secretFor, type World } from './world.ts';

/** Source: docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const USES_MAX = 5;
const LIFE_MS = 30 * 60 * 1000;

export const RESPONSE_PATH = '/response/';

export function giveResponseUrl(world: World, about: Omit<ResponseUrlRecord, 'token' | 'atMs' | 'uses'>): string {
  const token = secretFor(world, 'response_url');
  world.responseUrls.set(token, { ...about, token, atMs: world.nowMs(), uses: 0 });
  keepFew(world.responseUrls);
  return `${world.origin()}${RESPONSE_PATH}${token}`;
}

export type UrlAnswer = { status: number; body: { ok: true } | Refused };

const gone = (error: string, why: string): UrlAnswer => ({ status: 404, body: refuse(error, why) });

/** What a POST to a response_url does. A message that Slack would refuse is answered 400 and still counts as a use. */
export function respond(world: World, token: string, args: Json): UrlAnswer {
  const record = world.responseUrls.get(token);
  if (!record) return gone('invalid_url', 'Slack gave out no such response_url.');
  if (world.nowMs() - record.atMs > LIFE_MS) return gone('expired_url', 'The response_url is older than 30 minutes.');
  if (record.uses >= USES_MAX) return gone('used_url', `The response_url was used ${USES_MAX} times.`);
  record.uses += 1;
  const channel = liveChannel(world, record.channelId);
  if (!channel) return gone('channel_not_found', 'The conversation is gone.');
  const answer = flagArg(args, 'delete_original')
    ? removeSource(world, channel, record)
    : speak(world, channel, record, args);
  return answer.ok ? { status: 200, body: answer } : { status: 400, body: answer };
}

type Answer = { ok: true } | Refused;
const OK: Answer = { ok: true };

/** The message of the press, when it is the app's own and still there. */
function sourceOf(world: World, record: ResponseUrlRecord): MessageRecord | undefined {
  const { source } = record;
  if (!source) return undefined;
  if (source.isEphemeral) return world.ephemerals.find(({ message }) => message.ts === source.ts)?.message;
  const message = findMessage(world, record.channelId, source.ts);
  return message?.botId === world.settings.app.botId ? message : undefined;
}

function removeSource(world: World, channel: ChannelRecord, record: ResponseUrlRecord): Answer {
  const message = sourceOf(world, record);
  if (!message) return refuse('message_not_found', 'delete_original has no message of the app to delete.');
  if (record.source?.isEphemeral) dropEphemeral(world, message.ts);
  else void deleteMessage(world, channel, message);
  return OK;
}

export function dropEphemeral(world: World, ts: string): void {
  world.ephemerals = world.ephemerals.filter(({ message }) => message.ts !== ts);
  world.signals.changed();
}

function speak(world: World, channel: ChannelRecord, record: ResponseUrlRecord, args: Json): Answer {
  const content = contentOf(world, args, 'chat.postMessage');
  if (isRefused(content)) return content;
  const message = flagArg(args, 'replace_original') ? sourceOf(world, record) : undefined;
  if (message) return replaceSource(world, channel, message, content, record.source?.isEphemeral === true);
  const threadTs = textArg(args, 'thread_ts');
  const refusal = refusalOfThread(world, channel, threadTs);
  if (refusal) return refusal;
  answerIn(world, channel, record.userId, appMessage(world, content, threadTs), args.response_type === 'in_channel');
  return OK;
}

/** Replaces the whole message; who sees it never changes. */
function replaceSource(
  world: World,
  channel: ChannelRecord,
  message: MessageRecord,
  content: Content,
  isEphemeral: boolean,
): Answer {
  const change = (record: MessageRecord) => {
    delete record.blocks;
    delete record.attachments;
    Object.assign(record, content, { text: content.text ?? '' });
  };
  if (!isEphemeral) {
    void changeMessage(world, channel, message, change);
    return OK;
  }
  change(message);
  world.signals.changed();
  return OK;
}

/** An answer to a command or press: for all, or (the default) only for the one who did it. */
export function answerIn(
  world: World,
  channel: ChannelRecord,
  userId: string,
  message: MessageRecord,
  isForAll: boolean,
): void {
  if (isForAll) void say(world, channel, message);
  else sayPrivately(world, channel, userId, message);
}
