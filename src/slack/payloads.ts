import { z } from 'zod';

/** What we rely on of Slack's deliveries; everything else in them is ignored. Ids are checked again on the server. */
const id = z.string().min(1).max(255);

export const command = z.object({
  team_id: id,
  user_id: id,
  channel_id: id,
  text: z.string().default(''),
  trigger_id: id,
});

/** Events, shortcuts and presses come from a team; an org-wide installation sends null there (slack-facts d3). */
const team = z.object({ id }).nullish();

type Sent = { team?: { id: string } | null | undefined; user: { id: string } };

/** The ids of who sent a delivery, and of the workspace: the one that Bolt authorised, else the one it names. */
export const senderOf = ({ teamId }: { teamId?: string | undefined }, { team, user }: Sent) => ({
  team: String(teamId ?? team?.id),
  user: user.id,
});

export const globalShortcut = z.object({ team, user: z.object({ id, team_id: id.optional() }), trigger_id: id });

export const messageShortcut = globalShortcut.extend({
  channel: z.object({ id }),
  message: z.object({ ts: id, text: z.string().default(''), thread_ts: id.optional() }),
});

const container = z.object({ message_ts: id.optional(), thread_ts: id.optional(), channel_id: id.optional() });

export const press = z.object({
  team,
  user: z.object({ id, team_id: id.optional() }),
  trigger_id: id,
  container: container.optional(),
  actions: z
    .tuple([
      z.object({
        action_id: z.string(),
        block_id: z.string().default(''),
        value: z.string().optional(),
        selected_option: z.object({ value: z.string() }).nullish(),
        selected_options: z.array(z.object({ value: z.string() })).optional(),
      }),
    ])
    .rest(z.unknown()),
});

const option = z.object({ text: z.object({ text: z.string() }).optional(), value: z.string() });

/** The state of one element of a view; which keys are there depends on its kind. */
const fieldState = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  selected_date: z.string().nullish(),
  selected_user: z.string().nullish(),
  files: z.array(z.object({ id, name: z.string().nullish(), permalink: z.string().nullish() })).nullish(),
});
export type FieldState = z.infer<typeof fieldState>;

const viewBody = z.object({
  id,
  hash: z.string(),
  callback_id: z.string(),
  private_metadata: z.string(),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), fieldState)) }),
});
export type ViewBody = z.infer<typeof viewBody>;

export const submission = z.object({ team, user: z.object({ id, team_id: id.optional() }), view: viewBody });

/** A press in App Home: there is nothing to respond to but the view. */
export const homePress = press.extend({ view: z.object({ hash: z.string(), private_metadata: z.string() }) });

/** Absent view: they open it for the first time. */
export const homeOpened = z.object({ user: id, view: z.object({ hash: z.string() }).optional() });

export const viewPress = press.extend({ view: viewBody });

/** A type-ahead question. */
export const optionsQuery = z.object({ team, user: z.object({ id }), value: z.string().default('') });

/** What a view carries in `private_metadata`, unchecked; undefined when it is no JSON. It comes back from the client. */
export function metadataOf({ private_metadata }: ViewBody): unknown {
  try {
    return JSON.parse(private_metadata);
  } catch {
    return undefined;
  }
}

/** The state of the one element in a block, or undefined when the block is not in the view or was never touched. */
export const stateOf = (view: ViewBody, blockId: string): FieldState | undefined =>
  Object.values(view.state.values[blockId] ?? {})[0];

/** Something that a person said in a thread. Bots, edits and notices are not. */
export const reply = z.object({
  event_id: id,
  event: z.object({
    subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
    bot_id: z.undefined().optional(),
    channel: id,
    user: id,
    text: z.string().default(''),
    thread_ts: id,
    parent_user_id: id.optional(),
  }),
});
export type Reply = z.infer<typeof reply>;

/** Channels, public and private: not DMs, nor the group DMs in which private requests are decided. */
const channelType = z.enum(['channel', 'group']);
/** Absent in what people write. */
const notABot = z.undefined().optional();

/** Something that a person newly said in a channel. Bots, edits, joins and other notices have another shape. */
export const said = z.object({
  event: z.object({
    subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
    bot_id: notABot,
    channel: id,
    channel_type: channelType,
    user: id,
    text: z.string().min(1),
    ts: id,
    thread_ts: id.optional(),
  }),
});
export type Said = z.infer<typeof said>['event'];

const before = z.object({ user: id, bot_id: notABot, text: z.string().default('') });

/** A person changed what they had said; Slack also sends this when it adds a link's preview, with the same text. */
export const edited = z.object({
  event: z.object({
    subtype: z.literal('message_changed'),
    channel: id,
    channel_type: channelType,
    message: before.extend({
      subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
      ts: id,
      thread_ts: id.optional(),
    }),
    previous_message: before.partial().optional(),
  }),
});
export type Edited = z.infer<typeof edited>['event'];

/** A person's message is gone. */
export const unsaid = z.object({
  event: z.discriminatedUnion('subtype', [
    z.object({
      subtype: z.literal('message_deleted'),
      channel: id,
      deleted_ts: id,
      previous_message: before.partial().optional(),
    }),
    z.object({
      subtype: z.literal('message_changed'),
      channel: id,
      message: z.object({ subtype: z.literal('tombstone'), ts: id }),
      previous_message: before.partial().optional(),
    }),
  ]),
});
export type Unsaid = z.infer<typeof unsaid>['event'];

/** Somebody came into a channel; `inviter` when they were brought. */
export const joinedChannel = z.object({
  event: z.object({ user: id, channel: id, inviter: id.optional(), event_ts: id }),
});

/** A message is gone. With replies under it Slack keeps a tombstone, which arrives as a change. */
export const deletion = z.object({
  event_id: id,
  event: z.discriminatedUnion('subtype', [
    z.object({ subtype: z.literal('message_deleted'), channel: id, deleted_ts: id }),
    z.object({
      subtype: z.literal('message_changed'),
      channel: id,
      message: z.object({ subtype: z.literal('tombstone'), ts: id }),
    }),
  ]),
});
export type Deletion = z.infer<typeof deletion>;

/** A channel was archived or deleted. */
export const channelGone = z.object({ event_id: id, event: z.object({ channel: id }) });
export type ChannelGone = z.infer<typeof channelGone>;

/** Slack sends the whole user object, as `users.info` does. */
export const userChange = z.object({ event: z.object({ user: z.looseObject({ id }) }) });
