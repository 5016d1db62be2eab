import type { App, BlockAction, RespondFn } from '@slack/bolt';
import { type Actor, actorOf, type ChannelId } from '#domain/ids.ts';
import { type Hearing, heardAgainIn, notHeardIn } from '#domain/listening.ts';
import { press, senderOf } from '#slack/payloads.ts';
import { listeningStatus } from './channel.view.ts';
import { LISTENING } from './listening.actions.ts';
import type { ListeningDeps } from './listening.deps.ts';

/** Who asks for, or changes, how a channel is listened to. */
type Asker = Actor & { channel: ChannelId };

const WISHES: Record<string, (hearing: Hearing, channel: ChannelId) => Hearing> = {
  [LISTENING.notMeHere]: notHeardIn,
  [LISTENING.meHere]: heardAgainIn,
  [LISTENING.notMe]: (hearing) => ({ ...hearing, off: true }),
  [LISTENING.me]: (hearing, channel) => heardAgainIn({ ...hearing, off: false }, channel),
};

/** The buttons of `/buy-tool listening`. */
export function registerSettings(app: App, deps: ListeningDeps): void {
  const on = (actionId: string, change: (asker: Asker) => Promise<void>) =>
    app.action<BlockAction>(actionId, async ({ ack, body, context, respond }) => {
      await ack();
      const { container, ...sent } = press.parse(body);
      // Where the message stands, as Slack says: a channel that somebody wrote into a button is not asked.
      const channel = String(container?.channel_id) as ChannelId;
      const asker = { ...actorOf(senderOf(context, sent)), channel };
      await change(asker);
      await showListening(asker, respond, deps, true);
    });

  for (const [actionId, wish] of Object.entries(WISHES)) {
    on(actionId, async ({ team, user, channel }) => {
      const { hearing = {} } = await deps.store.preferences(team, user);
      await deps.store.remember(team, user, { hearing: wish(hearing, channel) });
    });
  }
  on(LISTENING.off, (asker) => switchChannel(asker, 'off', deps));
  on(LISTENING.on, (asker) => switchChannel(asker, 'on', deps));
}

/** Anybody in a channel may switch it, and everybody in it sees who did. */
async function switchChannel(
  { team, user, channel }: Asker,
  mode: 'on' | 'off',
  { store, now }: ListeningDeps,
): Promise<void> {
  const news = [{ kind: 'listening-changed', channel, mode, by: user } as const];
  const before = await store.channelListening(team, channel);
  if (before.mode === mode) return;
  await store.setChannelListening(team, channel, { mode, by: user, since: now() }, news);
}

/** `/buy-tool listening`, for the one who asks. */
export async function showListening(
  { team, user, channel }: Asker,
  respond: RespondFn,
  { store, org, textOf, asksModel }: ListeningDeps,
  isUpdate = false,
): Promise<void> {
  const [listening, { hearing = {} }, text] = await Promise.all([
    store.channelListening(team, channel),
    store.preferences(team, user),
    textOf({ team, user }),
  ]);
  const isOffByOrg = org().listening.offChannels.includes(channel);
  const state = { channel, listening, isOffByOrg, hearing, leads: org().it.leads, asksModel };
  const said = listeningStatus(state, text);
  await respond({ response_type: 'ephemeral', replace_original: isUpdate, ...said });
}
