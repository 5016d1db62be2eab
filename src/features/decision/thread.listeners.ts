import type { AllMiddlewareArgs, App } from '@slack/bolt';
import { whyNotDecider } from '#domain/guards.ts';
import type { Actor, ChannelId, TeamId, UserId } from '#domain/ids.ts';
import { TANDEM } from '#domain/outcome.ts';
import { isOpen, type PurchaseRequest, type ThreadLoss } from '#domain/purchase-request.ts';
import { actions, button, section } from '#slack/blocks.ts';
import { type ChannelGone, channelGone, type Deletion, deletion, type Reply, reply } from '#slack/payloads.ts';
import type { StoredRequest } from '#store/store.ts';
import { soundsLikeApproval } from './approval-words.ts';
import { DECISION } from './decision.actions.ts';
import { command, type DecisionDeps, settingFor } from './decision.deps.ts';

type Client = AllMiddlewareArgs['client'];

/** Events that say that a channel is gone: for public channels, and for private ones. */
const CHANNEL_GONE = ['channel_archive', 'group_archive', 'channel_deleted', 'group_deleted'] as const;

/** What people say in a decision thread, and what happens to the thread itself. */
export function registerThread(app: App, deps: DecisionDeps): void {
  app.message(async ({ body, context, client }) => {
    const team = String(context.teamId) as TeamId;
    const said = reply.safeParse(body);
    if (said.success && said.data.event.parent_user_id === context.botUserId) {
      return onReply(team, said.data, client, deps);
    }
    const gone = deletion.safeParse(body);
    if (gone.success) return onDeletion(team, gone.data, deps);
  });
  for (const event of CHANNEL_GONE) {
    app.event(event, async ({ body, context }) => {
      await onChannelGone(String(context.teamId) as TeamId, channelGone.parse(body), deps);
    });
  }
}

/** A reply of the engineer's is the first response. A yes in words decides nothing, but earns a button. */
async function onReply(team: TeamId, { event, event_id }: Reply, client: Client, deps: DecisionDeps): Promise<void> {
  const user = event.user as UserId;
  const stored = await deps.store.findByThread(team, { channel: event.channel as ChannelId, ts: event.thread_ts });
  if (!stored) return;
  const { request } = stored;
  if (!request.firstResponse) {
    await command(deps, team, request.id, { type: 'respond', by: user, at: deps.now() }, `event:${event_id}`);
  }
  if (soundsLikeApproval(event.text) && !whyNotDecider(request, user)) {
    await offerButton(request, { team, user }, event, client, deps);
  }
}

async function offerButton(
  request: PurchaseRequest,
  actor: Actor,
  { channel, thread_ts }: Reply['event'],
  client: Client,
  deps: DecisionDeps,
): Promise<void> {
  const { text } = await settingFor(actor, deps);
  const line = text.mrkdwn('words.make-it-count', { id: request.id });
  const approve = button(text.plain('action.approve'), DECISION.approve, request.id, { style: 'primary' });
  const offer = { channel, thread_ts, user: actor.user, text: line.mrkdwn };
  await client.chat.postEphemeral({ ...offer, blocks: [section(line), actions(approve)] });
}

/** A deleted card is a lost thread: the request goes on in a group DM. */
async function onDeletion(team: TeamId, { event, event_id }: Deletion, deps: DecisionDeps): Promise<void> {
  const ts = event.subtype === 'message_deleted' ? event.deleted_ts : event.message.ts;
  const stored = await deps.store.findByThread(team, { channel: event.channel as ChannelId, ts });
  if (stored) await lose(team, stored, 'deleted', event_id, deps);
}

async function onChannelGone(team: TeamId, { event, event_id }: ChannelGone, deps: DecisionDeps): Promise<void> {
  for (const stored of await deps.store.openInChannel(team, event.channel as ChannelId)) {
    await lose(team, stored, 'archived', event_id, deps);
  }
}

async function lose(
  team: TeamId,
  { request }: StoredRequest,
  loss: ThreadLoss,
  eventId: string,
  deps: DecisionDeps,
): Promise<void> {
  if (!isOpen(request)) return;
  const lost = { type: 'lose-thread', loss, by: TANDEM, at: deps.now() } as const;
  await command(deps, team, request.id, lost, `event:${eventId}:${request.id}`);
}
