import type { ChannelId, UserId } from '#domain/ids.ts';
import type { ChannelListening, Hearing } from '#domain/listening.ts';
import type { Content } from '#outbox/outbox.ts';
import { actions, button, messageOf } from '#slack/blocks.ts';
import { joined, type Mrkdwn, mention } from '#slack/mrkdwn.ts';
import type { Text } from '#text/text.ts';
import { LISTENING } from './listening.actions.ts';

/** Two lines when Tandem comes into a channel: who brought it, what it does; what it keeps, how it is switched off. */
export function introduction(
  by: UserId | undefined,
  { isOff, asksModel }: { isOff: boolean; asksModel: boolean },
  text: Text,
): Content {
  if (isOff) {
    const who = by && { who: mention(by) };
    return messageOf(
      who ? text.mrkdwn('listening.introduced.off', who) : text.mrkdwn('listening.introduced.off.nobody'),
    );
  }
  const first = by
    ? text.mrkdwn('listening.introduced', { who: mention(by) })
    : text.mrkdwn('listening.introduced.nobody');
  const model = asksModel ? [text.mrkdwn('listening.model')] : [];
  return messageOf(joined([first, text.mrkdwn('listening.introduced.stores'), ...model], '\n'));
}

export const switched = (mode: 'on' | 'off', by: UserId, text: Text): Content =>
  messageOf(text.mrkdwn(`listening.switched.${mode}`, { who: mention(by) }));

export type ListeningState = {
  channel: ChannelId;
  listening: ChannelListening;
  isOffByOrg: boolean;
  hearing: Hearing;
  leads: UserId[];
  asksModel: boolean;
};

/** `/buy-tool listening`: how it is here and for the person who asks, and what they can change. */
export function listeningStatus(state: ListeningState, text: Text): Content {
  const lines = joined(
    [
      text.mrkdwn('listening.title'),
      hereLine(state, text),
      text.mrkdwn(`listening.me.${mineOf(state)}`),
      text.mrkdwn('listening.what'),
      ...(state.asksModel ? [text.mrkdwn('listening.model')] : []),
    ],
    '\n',
  );
  return messageOf(lines, actions(...choices(state, text)));
}

const mineOf = ({ hearing, channel }: ListeningState): 'on' | 'off' | 'off-here' => {
  if (hearing.off) return 'off';
  return hearing.offIn?.includes(channel) ? 'off-here' : 'on';
};

function hereLine({ listening, isOffByOrg, leads }: ListeningState, text: Text): Mrkdwn {
  if (isOffByOrg) {
    return text.mrkdwn('listening.here.org', { leads: joined(leads.map(mention), text.plain('list.comma')) });
  }
  if (listening.mode === 'off' && listening.by)
    return text.mrkdwn('listening.here.off', { who: mention(listening.by) });
  return text.mrkdwn(listening.mode === 'quiet' ? 'listening.here.quiet' : 'listening.here.on');
}

function choices(state: ListeningState, text: Text) {
  const { channel, listening, isOffByOrg } = state;
  const mine = mineOf(state);
  const choice = (key: 'off' | 'on' | 'not-me-here' | 'me-here' | 'not-me' | 'me', id: string) =>
    button(text.plain(`action.listening.${key}`), id, channel);
  return [
    ...(isOffByOrg ? [] : [listening.mode === 'on' ? choice('off', LISTENING.off) : choice('on', LISTENING.on)]),
    ...(mine === 'on' ? [choice('not-me-here', LISTENING.notMeHere), choice('not-me', LISTENING.notMe)] : []),
    ...(mine === 'off-here' ? [choice('me-here', LISTENING.meHere), choice('not-me', LISTENING.notMe)] : []),
    ...(mine === 'off' ? [choice('me', LISTENING.me)] : []),
  ];
}
