/** What all acts of people share: how they are answered, and what a person may see. */
import type { AckOutcome, ActAnswer } from '../person-does.ts';
import { liveChannel } from './conversations.ts';
import { NO_ACK } from './events.ts';
import { escaped } from './message-shape.ts';
import { isFromOutside } from './people.ts';
import type { ChannelRecord, PersonRecord } from './state.ts';
import type { AppReply, World } from './world.ts';

type More = Partial<Omit<Extract<ActAnswer, { ok: true }>, 'ok' | 'ack'>>;

const outcomeOf = ({ result, status, ms, body }: AckOutcome): AckOutcome =>
  body === undefined ? { result, status, ms } : { result, status, ms, body };

export const done = (ack: AckOutcome = NO_ACK, more: More = {}): ActAnswer => ({
  ok: true,
  ack: outcomeOf(ack),
  ...more,
});

export const no = (why: string, ack?: AckOutcome): ActAnswer =>
  ack ? { ok: false, why, ack: outcomeOf(ack) } : { ok: false, why };

/** Undefined when the person may not know of it. */
export function channelSeenBy(world: World, me: PersonRecord, channelId: string): ChannelRecord | undefined {
  const channel = liveChannel(world, channelId);
  if (!channel) return undefined;
  const seesPublic = channel.kind === 'public' && !me.isGuest && !isFromOutside(world, me);
  return seesPublic || channel.memberIds.includes(me.id) ? channel : undefined;
}

/** Text as Slack stores what people type: entities, but mentions of people and channels that exist stay mentions. */
export function typed(world: World, text: string): string {
  return escaped(text).replace(/&lt;([@#])([A-Z0-9]+)(?:\|[^&]*)?&gt;/g, (whole, sign: string, id: string) => {
    const exists = sign === '@' ? world.state.people[id] : world.state.channels[id];
    return exists ? `<${sign}${id}>` : whole;
  });
}

/** What the person is told when the app failed to answer. */
export function failureText(world: World, reply: AppReply): string {
  const { name } = world.settings.app;
  if (reply.result === 'timed-out') return `${name} didn't respond in time (operation_timeout).`;
  return `${name} didn't respond: ${reply.status > 0 ? `HTTP ${reply.status}` : 'no connection'} (dispatch_failed).`;
}
