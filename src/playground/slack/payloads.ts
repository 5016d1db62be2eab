/** What Slack sends the app when people do something: commands, shortcuts, presses, forms. Shapes: @slack/bolt types. */
import { payloadName } from './conversations.ts';
import { placedElements, stateOf } from './elements.ts';
import type { Json } from './json.ts';
import { messageObject } from './message-shape.ts';
import { usernameOf } from './people.ts';
import { giveResponseUrl } from './response-urls.ts';
import type { ChannelRecord, MessageRecord, PersonRecord, ViewRecord } from './state.ts';
import { giveTrigger } from './triggers.ts';
import { viewObject } from './views.ts';
import { nextTs, type World } from './world.ts';

const VERIFICATION_TOKEN = 'local-verification-token';

/** What all interactive payloads share. */
function common(world: World, me: PersonRecord): Json {
  const name = usernameOf(me);
  return {
    team: { id: world.state.team.id, domain: world.state.team.domain },
    enterprise: null,
    is_enterprise_install: false,
    user: { id: me.id, username: name, name, team_id: me.teamId },
    api_app_id: world.settings.app.id,
    token: VERIFICATION_TOKEN,
  };
}

/** A command is a form, so every value is a string. */
export function commandPayload(
  world: World,
  me: PersonRecord,
  command: { name: string; text: string },
  channel: ChannelRecord,
): Record<string, string> {
  return {
    token: VERIFICATION_TOKEN,
    team_id: world.state.team.id,
    team_domain: world.state.team.domain,
    channel_id: channel.id,
    channel_name: payloadName(channel),
    user_id: me.id,
    user_name: usernameOf(me),
    command: command.name,
    text: command.text,
    api_app_id: world.settings.app.id,
    is_enterprise_install: 'false',
    response_url: giveResponseUrl(world, { userId: me.id, channelId: channel.id }),
    trigger_id: giveTrigger(world, me.id),
  };
}

export const globalShortcutPayload = (world: World, me: PersonRecord, callbackId: string): Json => ({
  type: 'shortcut',
  ...common(world, me),
  action_ts: nextTs(world),
  callback_id: callbackId,
  trigger_id: giveTrigger(world, me.id),
});

export function messageShortcutPayload(
  world: World,
  me: PersonRecord,
  callbackId: string,
  on: { channel: ChannelRecord; message: MessageRecord },
): Json {
  const { channel, message } = on;
  return {
    type: 'message_action',
    ...common(world, me),
    action_ts: nextTs(world),
    callback_id: callbackId,
    trigger_id: giveTrigger(world, me.id),
    response_url: giveResponseUrl(world, {
      userId: me.id,
      channelId: channel.id,
      source: { ts: message.ts, isEphemeral: false },
    }),
    message_ts: message.ts,
    channel: { id: channel.id, name: payloadName(channel) },
    message: messageObject(world, channel, message),
  };
}

export type Pressed =
  | { in: 'message'; channel: ChannelRecord; message: MessageRecord; isEphemeral: boolean }
  | { in: 'view'; view: ViewRecord };

/** Where the press happened. A press in a view carries no channel and no response_url. */
function placeMembers(world: World, pressed: Pressed): Json {
  if (pressed.in === 'view') {
    const { view } = pressed;
    return { container: { type: 'view', view_id: view.id }, view: viewObject(world, view) };
  }
  const { channel, message, isEphemeral } = pressed;
  const thread = message.threadTs === undefined ? {} : { thread_ts: message.threadTs };
  const container = { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: isEphemeral };
  return {
    container: { ...container, ...thread },
    channel: { id: channel.id, name: payloadName(channel) },
    ...(isEphemeral ? {} : { message: messageObject(world, channel, message) }),
  };
}

export function blockActionsPayload(world: World, me: PersonRecord, pressed: Pressed, action: Json): Json {
  const payload = {
    type: 'block_actions',
    ...common(world, me),
    ...placeMembers(world, pressed),
    actions: [{ ...action, action_ts: nextTs(world) }],
  };
  if (pressed.in === 'view') return { ...payload, trigger_id: giveTrigger(world, me.id, pressed.view.id) };
  const { message, channel, isEphemeral } = pressed;
  return {
    ...payload,
    trigger_id: giveTrigger(world, me.id),
    state: { values: stateOf(message.blocks ?? [], {}, world.settings.stateCovers) },
    response_url: giveResponseUrl(world, {
      userId: me.id,
      channelId: channel.id,
      source: { ts: message.ts, isEphemeral },
    }),
  };
}

export function optionsPayload(
  world: World,
  me: PersonRecord,
  pressed: Pressed,
  asked: { blockId: string; actionId: string; query: string },
): Json {
  return {
    type: 'block_suggestion',
    ...common(world, me),
    ...placeMembers(world, pressed),
    block_id: asked.blockId,
    action_id: asked.actionId,
    value: asked.query,
  };
}

/** For selects of conversations that ask for it: docs.slack.dev/surfaces/modals#modal_response_url */
function responseUrls(world: World, view: ViewRecord): Json[] {
  return placedElements(view.blocks)
    .filter(({ element }) => element.response_url_enabled === true)
    .flatMap(({ blockId, actionId }) => {
      const state = view.values[blockId]?.[actionId];
      const channelId = state?.selected_conversation ?? state?.selected_channel;
      if (!channelId) return [];
      const url = giveResponseUrl(world, { userId: view.userId, channelId });
      return [{ block_id: blockId, action_id: actionId, channel_id: channelId, response_url: url }];
    });
}

export const submissionPayload = (world: World, me: PersonRecord, view: ViewRecord): Json => ({
  type: 'view_submission',
  ...common(world, me),
  trigger_id: giveTrigger(world, me.id),
  view: viewObject(world, view),
  response_urls: responseUrls(world, view),
});

export const closedPayload = (world: World, me: PersonRecord, view: ViewRecord, isCleared: boolean): Json => ({
  type: 'view_closed',
  ...common(world, me),
  view: viewObject(world, view),
  is_cleared: isCleared,
});
