/** Events API: who gets an event, its envelope, and sending it again when nobody acknowledged. Source: slack-facts b4. */
import type { AckOutcome } from '../person-does.ts';
import { hasApp } from './conversations.ts';
import { isObject, type Json, stringIn } from './json.ts';
import { hasScope } from './scopes.ts';
import type { ChannelRecord } from './state.ts';
import { type AppReply, later, nextId, type Retry, unixSeconds, type World } from './world.ts';

export type OutgoingEvent = {
  event: Json;
  /** The name in the manifest, `message.channels`; the event's own type unless given. */
  subscription?: string;
  /** The app must be in it. */
  channel?: ChannelRecord;
  isExternal?: boolean;
};

/** Envelopes kept for `redeliver`. */
const ENVELOPES_KEPT_MAX = 200;

export const NO_ACK: AckOutcome = { result: 'none', status: 0, ms: 0 };

/** What each subscription needs; those not listed need nothing. Source: slack-facts e. */
const EVENT_SCOPES: Record<string, string> = {
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
  app_mention: 'app_mentions:read',
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
  channel_archive: 'channels:read',
  channel_unarchive: 'channels:read',
  channel_created: 'channels:read',
  channel_deleted: 'channels:read',
  channel_left: 'channels:read',
  group_archive: 'groups:read',
  group_unarchive: 'groups:read',
  group_deleted: 'groups:read',
  group_left: 'groups:read',
  user_change: 'users:read',
  user_status_changed: 'users:read',
  team_join: 'users:read',
  file_shared: 'files:read',
};

const scopeOfEvent = (name: string, channel?: ChannelRecord): string | undefined => {
  if (name === 'member_joined_channel' || name === 'member_left_channel')
    return channel?.kind === 'private' ? 'groups:read' : 'channels:read';
  return EVENT_SCOPES[name];
};

function isWanted(world: World, { event, subscription, channel }: OutgoingEvent): boolean {
  const name = subscription ?? stringIn(event.type);
  const scope = scopeOfEvent(name, channel);
  if (!world.settings.manifest.events.has(name)) return false;
  if (scope !== undefined && !hasScope(world, scope)) return false;
  return channel === undefined || hasApp(world, channel);
}

function envelopeOf(world: World, { event, isExternal = false }: OutgoingEvent): Json {
  const teamId = world.state.team.id;
  const { app } = world.settings;
  return {
    token: 'local-verification-token',
    team_id: teamId,
    context_team_id: teamId,
    context_enterprise_id: null,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: nextId(world, 'Ev'),
    event_time: unixSeconds(world),
    authorizations: [
      {
        enterprise_id: null,
        team_id: teamId,
        user_id: app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: isExternal,
    event_context: `4-${stringIn(event.type)}`,
  };
}

const kindOf = (envelope: Json): string => {
  const event = isObject(envelope.event) ? envelope.event : {};
  return `event:${stringIn(event.subtype) || stringIn(event.type)}`;
};

/** Resolves with the outcome of the first try. `none` when the app does not get such events. */
export async function sendEvent(world: World, outgoing: OutgoingEvent): Promise<AckOutcome> {
  if (!isWanted(world, outgoing)) return NO_ACK;
  const envelope = envelopeOf(world, outgoing);
  world.sentEvents.push(envelope);
  if (world.sentEvents.length > ENVELOPES_KEPT_MAX) world.sentEvents.shift();
  return deliver(world, envelope);
}

async function deliver(world: World, envelope: Json, retry?: Retry): Promise<AckOutcome> {
  const reply = await world.transport.deliver({ kind: kindOf(envelope), form: 'event', payload: envelope }, retry);
  if (reply.result !== 'accepted' && !reply.noRetry) retryLater(world, envelope, reply, retry);
  return reply;
}

function retryLater(world: World, envelope: Json, reply: AppReply, last?: Retry): void {
  const num = (last?.num ?? 0) + 1;
  const delayMs = world.settings.eventRetryDelaysMs[num - 1];
  if (delayMs === undefined) return;
  later(world, delayMs, () => void deliver(world, envelope, { num, reason: reply.reason ?? 'unknown_error' }));
}

/**
 * Sends an event that was sent before once more, as a retry, whether or not the first try is still running.
 * @throws {Error} when there is no such event.
 */
export async function redeliver(world: World, which: string, retry: Retry): Promise<AckOutcome> {
  const envelope =
    which === 'last' ? world.sentEvents.at(-1) : world.sentEvents.find((sent) => sent.event_id === which);
  if (!envelope) throw new Error(`No event ${which} was sent.`);
  return world.transport.deliver({ kind: kindOf(envelope), form: 'event', payload: envelope }, retry);
}
