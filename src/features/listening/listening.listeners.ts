import type { App } from '@slack/bolt';
import type { ChannelId, TeamId, UserId } from '#domain/ids.ts';
import { decideNudge, type Heard, rehear } from '#domain/listening.ts';
import { type Edited, edited, joinedChannel, type Said, said, type Unsaid, unsaid } from '#slack/payloads.ts';
import type { Hearing } from './detector/detect.ts';
import { intentOf, type ListeningDeps } from './listening.deps.ts';
import { registerNudge } from './nudge.listeners.ts';
import { registerSettings } from './settings.listeners.ts';

/**
 * Hears purchases on their way, in the channels that Tandem was invited to. For all other messages this costs what
 * `hear` costs: nothing is read from the database or from Slack.
 */
export function registerListening(app: App, deps: ListeningDeps): void {
  app.message(async ({ body, context }) => {
    const team = String(context.teamId) as TeamId;
    const news = said.safeParse(body);
    if (news.success) return onSaid(team, news.data.event, deps);
    const edit = edited.safeParse(body);
    if (edit.success) return onEdited(team, edit.data.event, deps);
    const gone = unsaid.safeParse(body);
    if (gone.success) return onGone(team, gone.data.event, deps);
  });

  app.event('member_joined_channel', async ({ body, context }) => {
    const { user, channel, inviter, event_ts } = joinedChannel.parse(body).event;
    if (user !== context.botUserId) return;
    const message = {
      kind: 'introduced',
      channel: channel as ChannelId,
      ...(inviter && { by: inviter as UserId }),
    } as const;
    const once = `introduced:${channel}:${event_ts}`;
    await deps.store.enqueue(String(context.teamId) as TeamId, message, deps.now(), once);
  });

  registerNudge(app, deps);
  registerSettings(app, deps);
}

const isOffByOrg = (channel: string, { org }: ListeningDeps): boolean =>
  org().listening.offChannels.some((off) => off === channel);

type Spoken = Pick<Said, 'channel' | 'user' | 'ts' | 'text' | 'thread_ts'>;

async function onSaid(team: TeamId, spoken: Spoken, deps: ListeningDeps): Promise<void> {
  if (isOffByOrg(spoken.channel, deps)) return;
  const heard = deps.hear(spoken.text, () => mayBeShown(team, spoken, deps));
  const intent = heard instanceof Promise ? await heard : heard;
  if (intent) await ask(team, spoken, intent, deps);
}

/** Whether another reader may see what this person says here: not when they wish not to be heard, or are of another company. */
async function mayBeShown(
  team: TeamId,
  { channel, user }: Pick<Spoken, 'channel' | 'user'>,
  { people, store }: ListeningDeps,
): Promise<boolean> {
  const author = await people.find(team, user);
  if (author.isOutsider || author.isBot) return false;
  const [{ mode }, { hearing }] = await Promise.all([
    store.channelListening(team, channel as ChannelId),
    store.preferences(team, user as UserId),
  ]);
  return mode !== 'off' && !hearing?.off && !hearing?.offIn?.some((off) => off === channel);
}

async function ask(
  team: TeamId,
  { channel, user, ts, thread_ts }: Spoken,
  intent: Hearing,
  deps: ListeningDeps,
): Promise<void> {
  const author = await deps.people.find(team, user);
  if (author.isOutsider || author.isBot) return;
  const heard: Heard = {
    ...intentOf(intent),
    ...{ team, channel: channel as ChannelId, ts, author: user as UserId, at: deps.now() },
    ...(thread_ts !== undefined && thread_ts !== ts && { threadTs: thread_ts }),
  };
  await deps.store.hear(heard, (known) => decideNudge(heard, { ...known, isOffByOrg: isOffByOrg(channel, deps) }));
}

/** Only an edit that adds or takes away a purchase touches the store. */
async function onEdited(
  team: TeamId,
  { channel, message, previous_message }: Edited,
  deps: ListeningDeps,
): Promise<void> {
  if (previous_message?.text === message.text || isOffByOrg(channel, deps)) return;
  const before = deps.hear(previous_message?.text ?? '', 'heard');
  const now = await deps.hear(message.text, () => mayBeShown(team, { ...message, channel }, deps));
  if (!before && !now) return;
  const at = { channel: channel as ChannelId, ts: message.ts };
  const known = await deps.store.changeNudge(team, at, (nudge) => rehear(nudge, now && intentOf(now)));
  if (!known && now) await ask(team, { ...message, channel }, now, deps);
}

async function onGone(team: TeamId, gone: Unsaid, deps: ListeningDeps): Promise<void> {
  if (!deps.hear(gone.previous_message?.text ?? '', 'heard')) return;
  const ts = gone.subtype === 'message_deleted' ? gone.deleted_ts : gone.message.ts;
  await deps.store.changeNudge(team, { channel: gone.channel as ChannelId, ts }, (nudge) => rehear(nudge, undefined));
}
