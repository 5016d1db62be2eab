/** People join, leave, invite, archive, create and delete channels. */
import type { AckOutcome, Act, ActAnswer } from '../person-does.ts';
import { channelSeenBy, done, no } from './acting.ts';
import { directAmong, hasApp, isDirect, isShared } from './conversations.ts';
import { NO_ACK, sendEvent } from './events.ts';
import { say } from './messages.ts';
import { isFromOutside } from './people.ts';
import type { ChannelRecord, MessageSubtype, PersonRecord } from './state.ts';
import { nextId, nextTs, unixSeconds, type World } from './world.ts';

type ActOf<T extends Act['type']> = Extract<Act, { type: T }>;

const letter = (channel: ChannelRecord) => (channel.kind === 'private' ? 'G' : 'C');
const family = (channel: ChannelRecord) => (channel.kind === 'private' ? 'group' : 'channel');

function note(world: World, channel: ChannelRecord, userId: string, subtype: MessageSubtype, text: string) {
  return say(world, channel, { ts: nextTs(world), userId, text, subtype });
}

/** The event tells whether it was the app that came: it then gets its own joining first of all. */
async function addMember(
  world: World,
  channel: ChannelRecord,
  userId: string,
  inviterId?: string,
): Promise<AckOutcome> {
  channel.memberIds.push(userId);
  world.signals.changed();
  const inviter = inviterId === undefined ? {} : { inviter: inviterId };
  const member = { user: userId, channel: channel.id, channel_type: letter(channel), team: world.state.team.id };
  const joined = sendEvent(world, {
    event: { type: 'member_joined_channel', ...member, ...inviter, event_ts: nextTs(world) },
    channel,
    isExternal: isShared(world, channel),
  });
  const noted = note(world, channel, userId, 'channel_join', `<@${userId}> has joined the channel`);
  const [ack] = await Promise.all([joined, noted]);
  return ack;
}

async function takeMember(world: World, channel: ChannelRecord, userId: string, byId: string): Promise<AckOutcome> {
  const isApp = userId === world.settings.app.botUserId;
  channel.memberIds = channel.memberIds.filter((id) => id !== userId);
  world.signals.changed();
  const noted = note(world, channel, userId, 'channel_leave', `<@${userId}> has left the channel`);
  const eventTs = nextTs(world);
  const left = isApp
    ? sendEvent(world, {
        event: { type: `${family(channel)}_left`, channel: channel.id, actor_id: byId, event_ts: eventTs },
      })
    : sendEvent(world, {
        event: {
          type: 'member_left_channel',
          user: userId,
          channel: channel.id,
          channel_type: letter(channel),
          team: world.state.team.id,
          event_ts: eventTs,
        },
        channel,
      });
  const [ack] = await Promise.all([left, noted]);
  return ack;
}

export async function joinChannelAct(world: World, me: PersonRecord, act: ActOf<'joinChannel'>): Promise<ActAnswer> {
  const channel = channelSeenBy(world, me, act.channelId);
  if (channel?.kind !== 'public' || channel.archived) return no('That channel cannot be joined.');
  if (channel.memberIds.includes(me.id)) return no(`You are in #${channel.name} already.`);
  return done(await addMember(world, channel, me.id));
}

/** A channel that the person is in and that is no direct message. */
function ownChannel(world: World, me: PersonRecord, channelId: string): ChannelRecord | undefined {
  const channel = channelSeenBy(world, me, channelId);
  return channel && !isDirect(channel) && channel.memberIds.includes(me.id) ? channel : undefined;
}

export async function leaveChannelAct(world: World, me: PersonRecord, act: ActOf<'leaveChannel'>): Promise<ActAnswer> {
  const channel = ownChannel(world, me, act.channelId);
  return channel ? done(await takeMember(world, channel, me.id, me.id)) : no('You are not in that channel.');
}

export async function invitePersonAct(
  world: World,
  me: PersonRecord,
  act: { channelId: string; userId: string },
): Promise<ActAnswer> {
  const channel = ownChannel(world, me, act.channelId);
  const person = world.state.people[act.userId];
  if (!channel || channel.archived) return no('You are not in that channel, or it is archived.');
  if (!person || person.deleted) return no('There is no such person.');
  if (channel.memberIds.includes(person.id)) return no(`${person.name} is in #${channel.name} already.`);
  return done(await addMember(world, channel, person.id, me.id));
}

export async function removeAppAct(world: World, me: PersonRecord, act: ActOf<'removeApp'>): Promise<ActAnswer> {
  const channel = ownChannel(world, me, act.channelId);
  if (!channel || !hasApp(world, channel)) return no('The app is not in that channel.');
  return done(await takeMember(world, channel, world.settings.app.botUserId, me.id));
}

/** Public channels tell every app; private ones only those that are in. */
function channelEvent(world: World, channel: ChannelRecord, name: string, more: object): Promise<AckOutcome> {
  const event = { type: `${family(channel)}_${name}`, channel: channel.id, ...more, event_ts: nextTs(world) };
  return sendEvent(world, channel.kind === 'private' ? { event, channel } : { event });
}

export async function archiveChannelAct(world: World, me: PersonRecord, act: { channelId: string }, archived: boolean) {
  const channel = ownChannel(world, me, act.channelId);
  if (!channel || channel.archived === archived) return no('You are not in that channel, or it is so already.');
  const name = archived ? 'archive' : 'unarchive';
  const noted = note(world, channel, me.id, `channel_${name}`, `<@${me.id}> ${name}d the channel`);
  channel.archived = archived;
  world.signals.changed();
  const [ack] = await Promise.all([channelEvent(world, channel, name, { user: me.id, is_moved: 0 }), noted]);
  return done(ack);
}

export async function deleteChannelAct(
  world: World,
  me: PersonRecord,
  act: ActOf<'deleteChannel'>,
): Promise<ActAnswer> {
  const channel = ownChannel(world, me, act.channelId);
  if (!channel) return no('You are not in that channel.');
  channel.deleted = true;
  world.state.messages[channel.id] = [];
  world.replies.delete(channel.id);
  world.signals.changed();
  return done(await channelEvent(world, channel, 'deleted', { actor_id: me.id }));
}

/** Source: docs.slack.dev/reference/methods/conversations.create */
const CHANNEL_NAME = /^[\p{Ll}\p{Lo}\p{N}_-]{1,80}$/u;

export async function createChannelAct(
  world: World,
  me: PersonRecord,
  act: ActOf<'createChannel'>,
): Promise<ActAnswer> {
  if (me.isGuest || isFromOutside(world, me)) return no('Guests cannot create channels.');
  if (!CHANNEL_NAME.test(act.name)) return no('Use small letters, numbers, - and _, at most 80 of them.');
  const isTaken = Object.values(world.state.channels).some((one) => one.name === act.name && !one.deleted);
  if (isTaken) return no(`There is a channel #${act.name} already.`);
  const channel: ChannelRecord = {
    id: nextId(world, 'C'),
    kind: act.isPrivate ? 'private' : 'public',
    name: act.name,
    topic: '',
    archived: false,
    deleted: false,
    memberIds: [me.id],
    createdAt: unixSeconds(world),
    creatorId: me.id,
  };
  world.state.channels[channel.id] = channel;
  world.state.messages[channel.id] = [];
  world.signals.changed();
  const event = { id: channel.id, name: channel.name, created: channel.createdAt, creator: me.id };
  const told = { event: { type: 'channel_created', channel: event, event_ts: nextTs(world) } };
  return done(act.isPrivate ? NO_ACK : await sendEvent(world, told), { channelId: channel.id });
}

export function openDmAct(world: World, me: PersonRecord, act: ActOf<'openDm'>): ActAnswer {
  const others = [...new Set(act.userIds)].filter((id) => id !== me.id);
  if (others.length === 0 || others.length > 8) return no('Choose between one and eight people.');
  if (others.some((id) => !world.state.people[id])) return no('There is no such person.');
  return done(NO_ACK, { channelId: directAmong(world, [me.id, ...others]).id });
}
