/** People run commands and shortcuts, press elements, and type ahead. */
import { refusalsOfOptions } from '#playground/strict/options-answer.ts';
import { messagesOf as linesOf } from '#playground/strict/refusal.ts';
import type { Act, ActAnswer, PressPlace } from '../person-does.ts';
import type { OptionGroupView, OptionView } from '../person-sees.ts';
import { channelSeenBy, done, failureText, no, typed } from './acting.ts';
import { actionFor } from './actions.ts';
import { appMessage } from './chat.ts';
import { contentOf } from './content.ts';
import { dispatches, type PlacedElement, placedElements } from './elements.ts';
import { fillAll, offeredKey } from './filling.ts';
import { isObject, type Json } from './json.ts';
import {
  blockActionsPayload,
  commandPayload,
  globalShortcutPayload,
  messageShortcutPayload,
  optionsPayload,
  type Pressed,
} from './payloads.ts';
import { isFromOutside } from './people.ts';
import { answerIn } from './response-urls.ts';
import { hasScope } from './scopes.ts';
import type { ChannelRecord, PersonRecord } from './state.ts';
import { findMessage } from './timeline.ts';
import { homeOf } from './views.ts';
import { type AppReply, keepFew, toast, type World } from './world.ts';

type ActOf<T extends Act['type']> = Extract<Act, { type: T }>;

/** Runs after the acknowledgement; failures become a line that only this person sees. */
function answerTo(world: World, me: PersonRecord, reply: AppReply, what: string): ActAnswer {
  if (reply.result === 'accepted') return done(reply);
  const why = `${what}: ${failureText(world, reply)}`;
  toast(world, me.id, 'error', why);
  return no(why, reply);
}

const interactive = (world: World, kind: string, payload: Json) =>
  world.transport.deliver({ kind, form: 'interactive', payload });

function whyNotStart(world: World, me: PersonRecord): string | undefined {
  if (isFromOutside(world, me)) return 'People of other companies cannot run commands or shortcuts of this app.';
  return hasScope(world, 'commands') ? undefined : 'The manifest does not ask for the scope commands.';
}

/** Mentions in a command: ids when should_escape is on, else names as typed. Source: slack-facts b1. */
function commandText(world: World, text: string, shouldEscape: boolean): string {
  return typed(world, text.trim()).replace(/<([@#])([A-Z0-9]+)>/g, (_, sign: string, id: string) => {
    const channel = world.state.channels[id];
    const name = (sign === '@' ? world.state.people[id]?.name : channel?.name) ?? '';
    if (!shouldEscape) return `${sign}${sign === '@' ? name.toLowerCase() : name}`;
    if (sign === '@') return `<@${id}>`;
    return `<#${id}|${channel?.kind === 'public' ? name : ''}>`;
  });
}

export async function commandAct(world: World, me: PersonRecord, act: ActOf<'command'>): Promise<ActAnswer> {
  const why = whyNotStart(world, me);
  if (why !== undefined) return no(why);
  const command = world.settings.manifest.commands.find((one) => one.name === act.command);
  if (!command) return no(`${act.command} is not a valid command.`);
  if (act.threadTs !== undefined) return no(`${act.command} is not supported in threads. Sorry!`);
  const channel = channelSeenBy(world, me, act.channelId);
  if (!channel?.memberIds.includes(me.id)) return no('You are not in that conversation.');
  const text = commandText(world, act.text, command.shouldEscape);
  const payload = commandPayload(world, me, { name: command.name, text }, channel);
  const reply = await world.transport.deliver({ kind: `command:${command.name}`, form: 'command', payload });
  if (reply.result === 'accepted' && reply.text !== '') sayAnswer(world, me, channel, reply);
  return answerTo(world, me, reply, command.name);
}

/** The acknowledgement of a command may carry a message, as text or as JSON. */
function sayAnswer(world: World, me: PersonRecord, channel: ChannelRecord, reply: AppReply): void {
  const args = isObject(reply.body) ? reply.body : { text: typeof reply.body === 'string' ? reply.body : reply.text };
  if (args.text === undefined && args.blocks === undefined) return;
  const content = contentOf(world, args, 'chat.postMessage');
  if ('error' in content) {
    const messages = content.response_metadata?.messages ?? [];
    world.traffic.recordRefusal({ method: 'command answer', error: content.error, messages, request: args });
    toast(world, me.id, 'error', `${world.settings.app.name} answered something that Slack does not take.`);
    return;
  }
  answerIn(world, channel, me.id, appMessage(world, content), args.response_type === 'in_channel');
}

export async function globalShortcutAct(
  world: World,
  me: PersonRecord,
  act: ActOf<'globalShortcut'>,
): Promise<ActAnswer> {
  const why = whyNotStart(world, me);
  if (why !== undefined) return no(why);
  const shortcut = world.settings.manifest.globalShortcuts.find((one) => one.callbackId === act.callbackId);
  if (!shortcut) return no('The app has no such shortcut.');
  const payload = globalShortcutPayload(world, me, act.callbackId);
  return answerTo(world, me, await interactive(world, 'shortcut', payload), shortcut.name);
}

export async function messageShortcutAct(
  world: World,
  me: PersonRecord,
  act: ActOf<'messageShortcut'>,
): Promise<ActAnswer> {
  const why = whyNotStart(world, me);
  if (why !== undefined) return no(why);
  const shortcut = world.settings.manifest.messageShortcuts.find((one) => one.callbackId === act.callbackId);
  const channel = channelSeenBy(world, me, act.channelId);
  const message = channel && findMessage(world, channel.id, act.ts);
  if (!shortcut) return no('The app has no such shortcut.');
  if (!channel || !message || message.subtype === 'tombstone') return no('The message is gone.');
  const payload = messageShortcutPayload(world, me, act.callbackId, { channel, message });
  return answerTo(world, me, await interactive(world, 'message_action', payload), shortcut.name);
}

/** What the person sees at that place; undefined when it is not there for them. */
export function findPressed(world: World, me: PersonRecord, place: PressPlace): Pressed | undefined {
  if (place.in !== 'message') {
    const view = place.in === 'home' ? homeOf(world, me.id) : world.state.views[place.viewId];
    return view?.userId === me.id ? { in: 'view', view } : undefined;
  }
  const channel = channelSeenBy(world, me, place.channelId);
  if (!channel) return undefined;
  const message = findMessage(world, channel.id, place.ts);
  if (message) return { in: 'message', channel, message, isEphemeral: false };
  const own = world.ephemerals.find((one) => one.toUserId === me.id && one.message.ts === place.ts);
  return own && { in: 'message', channel, message: own.message, isEphemeral: true };
}

export const blocksOf = (pressed: Pressed): Json[] =>
  pressed.in === 'view' ? pressed.view.blocks : (pressed.message.blocks ?? []);

const keyOf = (pressed: Pressed) =>
  pressed.in === 'view' ? pressed.view.id : `${pressed.channel.id}/${pressed.message.ts}`;

type Target = { pressed: Pressed; placed: PlacedElement } | { why: string };

function target(world: World, me: PersonRecord, act: ActOf<'press'> | ActOf<'loadOptions'>): Target {
  if (!world.settings.manifest.isInteractive) return { why: 'The manifest does not enable interactivity.' };
  const pressed = findPressed(world, me, act.place);
  if (!pressed) return { why: 'That is not there any more.' };
  const isIt = (one: PlacedElement) => one.blockId === act.blockId && one.actionId === act.actionId;
  const placed = placedElements(blocksOf(pressed)).find(isIt);
  return placed ? { pressed, placed } : { why: `There is no ${act.actionId} there any more.` };
}

export async function pressAct(world: World, me: PersonRecord, act: ActOf<'press'>): Promise<ActAnswer> {
  const found = target(world, me, act);
  if ('why' in found) return no(found.why);
  const { pressed, placed } = found;
  if (!dispatches(placed)) return no('That field says nothing to the app until the form is submitted.');
  if (pressed.in === 'view') {
    const filled = fillAll(world, pressed.view.id, pressed.view.blocks, act.values ?? {});
    if ('why' in filled) return no(filled.why);
    for (const [blockId, values] of Object.entries(filled.values))
      pressed.view.values[blockId] = { ...pressed.view.values[blockId], ...values };
  }
  const made = actionFor(world, keyOf(pressed), placed, act.payload ?? {});
  if ('why' in made) return no(made.why);
  if (pressed.in === 'view' && made.state) {
    const { values } = pressed.view;
    values[placed.blockId] = { ...values[placed.blockId], [placed.actionId]: made.state };
  }
  const payload = blockActionsPayload(world, me, pressed, made.action);
  return answerTo(world, me, await interactive(world, 'block_actions', payload), world.settings.app.name);
}

/** Letters that must be typed before Slack asks the app. Source: docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
const MIN_QUERY_DEFAULT = 3;

export async function loadOptionsAct(world: World, me: PersonRecord, act: ActOf<'loadOptions'>): Promise<ActAnswer> {
  const found = target(world, me, act);
  if ('why' in found) return no(found.why);
  const { pressed, placed } = found;
  if (!placed.type.includes('external_select')) return no('That menu has fixed options.');
  if (act.query.length < Number(placed.element.min_query_length ?? MIN_QUERY_DEFAULT))
    return done(undefined, { options: [] });
  const payload = optionsPayload(world, me, pressed, act);
  const reply = await interactive(world, 'block_suggestion', payload);
  if (reply.result !== 'accepted') return answerTo(world, me, reply, 'The menu');
  const refusals = refusalsOfOptions(reply.body);
  if (refusals[0]) {
    const messages = linesOf(refusals);
    world.traffic.recordRefusal({
      method: 'block_suggestion',
      error: refusals[0].error,
      messages,
      request: reply.body,
    });
    return no('The menu could not be loaded.', reply);
  }
  const { options, option_groups: optionGroups } = reply.body as {
    options?: OptionView[];
    option_groups?: OptionGroupView[];
  };
  const all = [...(options ?? []), ...(optionGroups ?? []).flatMap((group) => group.options)];
  const key = offeredKey(keyOf(pressed), act.blockId, act.actionId);
  world.offered.set(key, [...(world.offered.get(key) ?? []), ...all].slice(-500));
  keepFew(world.offered);
  return done(reply, { ...(options ? { options } : {}), ...(optionGroups ? { optionGroups } : {}) });
}
