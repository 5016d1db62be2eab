/** Modals and Home tabs as they are kept: the stack of three, hashes, and Slack's view object. Source: slack-facts b3. */
import { refusalsOfView } from '#playground/strict/view.ts';
import type { TextView } from '../person-sees.ts';
import { type Refused, refuse } from './answers.ts';
import { refusedByRules, withIds } from './content.ts';
import { placedElements, stateOf } from './elements.ts';
import { isObject, type Json, objectsIn, stringIn } from './json.ts';
import type { ViewRecord } from './state.ts';
import { nextId, secretFor, unixSeconds, type World } from './world.ts';

/** Source: docs.slack.dev/surfaces/modals */
const MODAL_STACK_MAX = 3;

/** The open modals of a person, bottom first. */
export const modalsOf = (world: World, userId: string): ViewRecord[] =>
  (world.state.modals[userId] ?? []).flatMap((id) => world.state.views[id] ?? []);

export const topModal = (world: World, userId: string): ViewRecord | undefined => modalsOf(world, userId).at(-1);

export function homeOf(world: World, userId: string): ViewRecord | undefined {
  return world.state.views[world.state.homes[userId] ?? ''];
}

const newHash = (world: World): string => `${unixSeconds(world)}.${secretFor(world, 'hash').slice(0, 8)}`;

const textIn = (value: unknown): TextView | undefined =>
  isObject(value) && typeof value.text === 'string'
    ? { type: 'plain_text', text: value.text, emoji: value.emoji !== false }
    : undefined;

/** Held to Slack's rules; refused when another open view has its external_id. */
export function checkedView(world: World, view: unknown, type: 'modal' | 'home', ownId?: string): Json | Refused {
  const refused = refusedByRules(refusalsOfView(view));
  if (refused) return refused;
  if (!isObject(view) || view.type !== type)
    return refuse('invalid_arguments', `[ERROR] this takes a ${type} [json-pointer:/view/type]`);
  const externalId = stringIn(view.external_id);
  const twin = Object.values(world.state.views).find((one) => one.externalId === externalId && one.id !== ownId);
  if (externalId !== '' && twin)
    return refuse('duplicate_external_id', `Another view has the external_id ${externalId}.`);
  return view;
}

/** Elements get an action id too, so that a press can name them. */
function blocksOf(world: World, view: Json): Json[] {
  const blocks = withIds(world, objectsIn(view.blocks));
  for (const { element, actionId } of placedElements(blocks)) element.action_id = actionId;
  return blocks;
}

/** Writes what the app gave into a record, new or known; what was filled in stays where block and action ids stay. */
function written(
  world: World,
  view: Json,
  record: Pick<ViewRecord, 'id' | 'userId' | 'rootViewId' | 'values'>,
): ViewRecord {
  const blocks = blocksOf(world, view);
  const [title, submit, close] = [textIn(view.title), textIn(view.submit), textIn(view.close)];
  return {
    ...record,
    type: view.type === 'home' ? 'home' : 'modal',
    hash: newHash(world),
    callbackId: stringIn(view.callback_id),
    ...(title ? { title } : {}),
    ...(submit ? { submit } : {}),
    ...(close ? { close } : {}),
    submitDisabled: view.submit_disabled === true,
    blocks,
    privateMetadata: stringIn(view.private_metadata),
    externalId: stringIn(view.external_id),
    clearOnClose: view.clear_on_close === true,
    notifyOnClose: view.notify_on_close === true,
    values: stateOf(blocks, record.values, 'all'),
    errors: {},
    failure: '',
    busy: false,
  };
}

/** Puts a checked view on top of the person's stack, or alone on a new one. */
export function putModal(world: World, userId: string, view: Json, onTop: boolean): ViewRecord | Refused {
  const stack = onTop ? modalsOf(world, userId) : [];
  if (stack.length >= MODAL_STACK_MAX)
    return refuse('push_limit_reached', `A stack takes at most ${MODAL_STACK_MAX} views.`);
  if (!onTop) closeAll(world, userId);
  const id = nextId(world, 'V');
  const [root, previous] = [stack[0], stack.at(-1)];
  const record = written(world, view, { id, userId, rootViewId: root?.id ?? id, values: {} });
  world.state.views[id] = previous ? { ...record, previousViewId: previous.id } : record;
  world.state.modals[userId] = [...stack.map((one) => one.id), id];
  world.signals.changed();
  return world.state.views[id];
}

/** Replaces what an open view shows. */
export function replaceView(world: World, old: ViewRecord, view: Json): ViewRecord {
  const { id, userId, rootViewId, values, previousViewId, busy } = old;
  const record = { ...written(world, view, { id, userId, rootViewId, values }), busy };
  const next = previousViewId === undefined ? record : { ...record, previousViewId };
  world.state.views[id] = next;
  world.signals.changed();
  return next;
}

export function putHome(world: World, userId: string, view: Json): ViewRecord {
  const old = homeOf(world, userId);
  if (old) return replaceView(world, old, view);
  const id = nextId(world, 'V');
  const record = written(world, view, { id, userId, rootViewId: id, values: {} });
  world.state.views[id] = record;
  world.state.homes[userId] = id;
  world.signals.changed();
  return record;
}

/** Takes the view and all above it away. */
export function closeFrom(world: World, view: ViewRecord): void {
  const stack = world.state.modals[view.userId] ?? [];
  const at = stack.indexOf(view.id);
  if (at < 0) return;
  for (const id of stack.slice(at)) delete world.state.views[id];
  world.state.modals[view.userId] = stack.slice(0, at);
  world.signals.changed();
}

export function closeAll(world: World, userId: string): void {
  const bottom = modalsOf(world, userId)[0];
  if (bottom) closeFrom(world, bottom);
}

/** Slack's view object, as methods answer it and payloads carry it. */
export function viewObject(world: World, view: ViewRecord): Json {
  const { app } = world.settings;
  return {
    id: view.id,
    team_id: world.state.team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: stateOf(view.blocks, view.values, world.settings.stateCovers) },
    hash: view.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: view.close ?? null,
    submit: view.submit ?? null,
    previous_view_id: view.previousViewId ?? null,
    root_view_id: view.rootViewId,
    app_id: app.id,
    external_id: view.externalId,
    app_installed_team_id: world.state.team.id,
    bot_id: app.botId,
  };
}
