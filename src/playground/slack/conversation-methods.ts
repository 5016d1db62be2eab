/** conversations.* but for history and replies, and users.conversations. */
import type { ConversationKind } from '../person-sees.ts';
import { type ApiAnswer, type ApiMethod, flagArg, isRefused, listArg, refuse, textArg } from './answers.ts';
import {
  activeMembers,
  channelKnownToApp,
  conversationObject,
  directWith,
  hasApp,
  liveChannel,
} from './conversations.ts';
import type { Json } from './json.ts';
import { page } from './pages.ts';
import { missingScope, scopeFor } from './scopes.ts';
import type { ChannelRecord } from './state.ts';
import type { World } from './world.ts';

const KIND_OF_TYPE: Record<string, ConversationKind> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'dm',
  mpim: 'group-dm',
};

function kindsAsked(world: World, args: Json): ConversationKind[] | ApiAnswer {
  const types = listArg(args, 'types');
  const kinds: ConversationKind[] = [];
  for (const type of types.length > 0 ? types : ['public_channel']) {
    const kind = KIND_OF_TYPE[type];
    if (!kind) return refuse('invalid_types', `${type} is no type of conversation.`);
    const missing = missingScope(world, scopeFor(kind, 'read'));
    if (missing) return missing;
    kinds.push(kind);
  }
  return kinds;
}

function listed(world: World, args: Json, isIn: (channel: ChannelRecord) => boolean): ApiAnswer {
  const kinds = kindsAsked(world, args);
  if (!Array.isArray(kinds)) return kinds;
  const leavesArchivedOut = flagArg(args, 'exclude_archived');
  const channels = Object.values(world.state.channels).filter(
    (channel) =>
      !channel.deleted &&
      kinds.includes(channel.kind) &&
      (channel.kind === 'public' || hasApp(world, channel)) &&
      !(leavesArchivedOut && channel.archived) &&
      isIn(channel),
  );
  const slice = page(channels, args, { limitDefault: 100, limitMax: 1000 });
  if ('error' in slice) return slice;
  return {
    ok: true,
    channels: slice.items.map((channel) => conversationObject(world, channel, true)),
    response_metadata: { next_cursor: slice.nextCursor },
  };
}

function open(world: World, args: Json): ApiAnswer {
  const users = listArg(args, 'users');
  const known = textArg(args, 'channel');
  if (users.length === 0 && known === '') return refuse('users_list_not_supplied', 'Give users, or channel.');
  const missing = missingScope(world, users.length > 1 ? 'mpim:write' : 'im:write');
  if (missing) return missing;
  const channel = users.length > 0 ? opened(world, users) : channelKnownToApp(world, known);
  if ('error' in channel) return channel;
  if (channel.kind !== 'dm' && channel.kind !== 'group-dm')
    return refuse('method_not_supported_for_channel_type', `#${channel.name} is not a direct message.`);
  const isWhole = flagArg(args, 'return_im');
  return { ok: true, channel: isWhole ? conversationObject(world, channel) : { id: channel.id } };
}

/** Unlike posting, opening refuses a deactivated person even when the DM exists. */
function opened(world: World, users: string[]) {
  const gone = users.map((id) => world.state.people[id]).find((person) => person?.deleted);
  return gone ? refuse('user_disabled', `${gone.name} is deactivated.`) : directWith(world, users);
}

export const conversationMethods: Record<string, ApiMethod> = {
  'conversations.open': { tier: 3, token: 'bot', run: open },
  'conversations.list': { tier: 2, token: 'bot', run: (world, args) => listed(world, args, () => true) },
  'users.conversations': {
    tier: 2,
    token: 'bot',
    run: (world, args) => {
      const userId = textArg(args, 'user') || world.settings.app.botUserId;
      if (!world.state.people[userId]) return refuse('user_not_found', `There is no person ${userId}.`);
      return listed(world, args, (channel) => channel.memberIds.includes(userId));
    },
  },
  'conversations.info': {
    tier: 3,
    token: 'bot',
    run: (world, args) => {
      const channel = channelKnownToApp(world, textArg(args, 'channel'));
      if (isRefused(channel)) return channel;
      const missing = missingScope(world, scopeFor(channel.kind, 'read'));
      if (missing) return missing;
      return { ok: true, channel: conversationObject(world, channel, flagArg(args, 'include_num_members')) };
    },
  },
  'conversations.members': {
    tier: 4,
    token: 'bot',
    run: (world, args) => {
      const known = channelKnownToApp(world, textArg(args, 'channel'));
      if (isRefused(known)) return known;
      const missing = missingScope(world, scopeFor(known.kind, 'read'));
      if (missing) return missing;
      const channel = liveChannel(world, known.id);
      const slice = page(channel ? activeMembers(world, channel) : [], args, { limitDefault: 100, limitMax: 1000 });
      if ('error' in slice) return slice;
      return { ok: true, members: slice.items, response_metadata: { next_cursor: slice.nextCursor } };
    },
  },
};
