/** Channels and direct messages: who is in, what the app may see of them, and Slack's conversation object. */
import type { ConversationKind } from '../person-sees.ts';
import { type Refused, refuse } from './answers.ts';
import type { Json } from './json.ts';
import { isFromOutside } from './people.ts';
import { hasScope } from './scopes.ts';
import type { ChannelRecord } from './state.ts';
import { nextId, unixSeconds, type World } from './world.ts';

/** Slack's limit of people in a group DM besides the one who opens it. Source: docs.slack.dev/reference/methods/conversations.open */
const GROUP_DM_OTHERS_MAX = 8;

export const hasApp = (world: World, channel: ChannelRecord): boolean =>
  channel.memberIds.includes(world.settings.app.botUserId);

export const isDirect = (channel: ChannelRecord): boolean => channel.kind === 'dm' || channel.kind === 'group-dm';

export function liveChannel(world: World, channelId: string): ChannelRecord | undefined {
  const channel = world.state.channels[channelId];
  return channel && !channel.deleted ? channel : undefined;
}

/** Deactivated accounts stay in the record, as in Slack, but are members of nothing. */
export const activeMembers = (world: World, channel: ChannelRecord): string[] =>
  channel.memberIds.filter((id) => world.state.people[id]?.deleted === false);

export const isShared = (world: World, channel: ChannelRecord): boolean =>
  channel.memberIds.some((id) => {
    const person = world.state.people[id];
    return person !== undefined && isFromOutside(world, person);
  });

/** What the app may know: public channels, and others it is in. */
export function channelKnownToApp(world: World, channelId: string): ChannelRecord | Refused {
  const channel = liveChannel(world, channelId);
  if (channel && (channel.kind === 'public' || hasApp(world, channel))) return channel;
  return refuse('channel_not_found', `The app knows no conversation ${channelId}.`);
}

/** Where the app may read messages: only where it is a member. */
export function channelReadByApp(world: World, channelId: string): ChannelRecord | Refused {
  const channel = channelKnownToApp(world, channelId);
  if ('error' in channel || hasApp(world, channel)) return channel;
  return refuse('not_in_channel', `The app is not a member of #${channel.name}.`);
}

/** Where the app may post. A person's id means the DM with that person, which is opened when need be. */
export function channelForPosting(world: World, id: string): ChannelRecord | Refused {
  const channel = /^[UW]/.test(id) ? directWith(world, [id]) : channelKnownToApp(world, id);
  if ('error' in channel) return channel;
  if (channel.archived) return refuse('is_archived', `#${channel.name} is archived.`);
  if (!hasApp(world, channel) && !hasScope(world, 'chat:write.public'))
    return refuse('not_in_channel', `The app is not a member of #${channel.name}.`);
  if (channel.kind === 'dm' && !world.settings.manifest.hasMessagesTab)
    return refuse('messages_tab_disabled', 'The manifest switches the messages tab off.');
  return channel;
}

const kindOf = (memberIds: string[]): ConversationKind => (memberIds.length > 2 ? 'group-dm' : 'dm');

function findDirect(world: World, memberIds: string[]): ChannelRecord | undefined {
  const wanted = [...memberIds].sort().join();
  const kind = kindOf(memberIds);
  return Object.values(world.state.channels).find(
    (channel) => channel.kind === kind && [...channel.memberIds].sort().join() === wanted,
  );
}

/** Finds or opens the conversation among exactly these. */
export function directAmong(world: World, memberIds: string[]): ChannelRecord {
  const found = findDirect(world, memberIds);
  if (found) return found;
  const kind = kindOf(memberIds);
  const names = memberIds.map((id) => world.state.people[id]?.name.toLowerCase() ?? id);
  const channel: ChannelRecord = {
    id: nextId(world, kind === 'dm' ? 'D' : 'G'),
    kind,
    name: kind === 'dm' ? 'directmessage' : `mpdm-${names.join('--')}-1`,
    topic: '',
    archived: false,
    deleted: false,
    memberIds,
    createdAt: unixSeconds(world),
    creatorId: memberIds[0] ?? '',
  };
  world.state.channels[channel.id] = channel;
  world.state.messages[channel.id] = [];
  world.signals.changed();
  return channel;
}

function refusalOfPartner(world: World, userId: string, isNew: boolean): Refused | undefined {
  const person = world.state.people[userId];
  if (!person) return refuse('user_not_found', `There is no person ${userId}.`);
  if (person.isBot) return refuse('cannot_dm_bot', `${person.name} is a bot.`);
  if (person.deleted && isNew) return refuse('user_disabled', `${person.name} is deactivated.`);
  if (isFromOutside(world, person) && isNew && !sharesChannel(world, userId))
    return refuse('user_not_visible', `${person.name} belongs to another company and shares no channel with the app.`);
  return undefined;
}

const sharesChannel = (world: World, userId: string): boolean =>
  Object.values(world.state.channels).some((channel) => hasApp(world, channel) && channel.memberIds.includes(userId));

/**
 * The app's DM or group DM with these people. A DM that exists already stays open when the person is deactivated:
 * posting there succeeds in real Slack too, though nobody reads it (slackapi/python-slack-sdk issue 1156).
 */
export function directWith(world: World, userIds: string[]): ChannelRecord | Refused {
  const others = [...new Set(userIds)];
  if (others.length > GROUP_DM_OTHERS_MAX)
    return refuse('too_many_users', `A group DM takes at most ${GROUP_DM_OTHERS_MAX} people.`);
  const memberIds = [...others, world.settings.app.botUserId];
  const isNew = findDirect(world, memberIds) === undefined;
  for (const userId of others) {
    const refusal = refusalOfPartner(world, userId, isNew);
    if (refusal) return refusal;
  }
  return directAmong(world, memberIds);
}

/** The name that payloads carry: Slack hides those of private conversations. */
export function payloadName(channel: ChannelRecord): string {
  if (channel.kind === 'private') return 'privategroup';
  return channel.name;
}

function directObject(world: World, channel: ChannelRecord): Json {
  const other = channel.memberIds.find((id) => id !== world.settings.app.botUserId) ?? '';
  return {
    id: channel.id,
    created: channel.createdAt,
    is_archived: false,
    is_im: true,
    is_mpim: false,
    is_private: true,
    is_org_shared: false,
    context_team_id: world.state.team.id,
    user: other,
    is_user_deleted: world.state.people[other]?.deleted ?? false,
    priority: 0,
  };
}

/** Slack's conversation object as the app gets it. */
export function conversationObject(world: World, channel: ChannelRecord, withMemberCount = false): Json {
  if (channel.kind === 'dm') return directObject(world, channel);
  const topic = { value: channel.topic, creator: channel.creatorId, last_set: channel.createdAt };
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: channel.kind === 'group-dm',
    is_private: channel.kind !== 'public',
    is_archived: channel.archived,
    is_general: false,
    is_shared: isShared(world, channel),
    is_ext_shared: isShared(world, channel),
    is_org_shared: false,
    is_pending_ext_shared: false,
    is_member: hasApp(world, channel),
    created: channel.createdAt,
    creator: channel.creatorId,
    context_team_id: world.state.team.id,
    topic,
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
    ...(withMemberCount ? { num_members: activeMembers(world, channel).length } : {}),
  };
}
