/** A person in a test: the same acts as the page, with short ways to what tests do most. */
import type { Act, ActAnswer, PressPayload, PressPlace } from '../person-does.ts';
import type { StateValues, WorkspaceView } from '../person-sees.ts';
import { perform } from './acts.ts';
import { type PlacedElement, placedElements } from './elements.ts';
import { type Entry, stateFor, valuesFor } from './form-entry.ts';
import { blocksOf, findPressed } from './press-acts.ts';
import { modalsOf, topModal } from './views.ts';
import { workspaceView } from './workspace-view.ts';
import type { World } from './world.ts';

export type PersonActs = {
  readonly id: string;
  /** Any act of the page's contract. All ways below go through it. */
  act(act: Act): Promise<ActAnswer>;
  say(channelId: string, text: string, more?: { threadTs?: string; fileIds?: string[] }): Promise<ActAnswer>;
  editMessage(channelId: string, ts: string, text: string): Promise<ActAnswer>;
  deleteMessage(channelId: string, ts: string): Promise<ActAnswer>;
  /** Typed whole, as in Slack: `/buy-tool figma for 12 people`. */
  command(channelId: string, typed: string): Promise<ActAnswer>;
  globalShortcut(callbackId: string): Promise<ActAnswer>;
  messageShortcut(callbackId: string, channelId: string, ts: string): Promise<ActAnswer>;
  /**
   * Presses or chooses the element with this action id (or, after a `/`, in this block: `block/action`).
   * `entry` for selects, dates and inputs; `filled`: what stands in the other fields of the view.
   * @throws {Error} naming the action ids there are, when there is no such element.
   */
  press(place: PressPlace, actionId: string, entry?: Entry, filled?: Record<string, Entry>): Promise<ActAnswer>;
  /** In the modal on top. */
  pressInModal(actionId: string, entry?: Entry, filled?: Record<string, Entry>): Promise<ActAnswer>;
  pressInHome(actionId: string, entry?: Entry): Promise<ActAnswer>;
  /** Sends the modal on top, with these entries by block id; other fields stay as they are. */
  submit(entries?: Record<string, Entry>): Promise<ActAnswer>;
  /** Cancel. */
  cancel(): Promise<ActAnswer>;
  /** The ✕. */
  closeAll(): Promise<ActAnswer>;
  /** Type-ahead; the offered options can be chosen from then on. */
  search(place: PressPlace, actionId: string, query: string): Promise<ActAnswer>;
  searchInModal(actionId: string, query: string): Promise<ActAnswer>;
  openHome(): Promise<ActAnswer>;
  /** All that the page would show. */
  sees(): WorkspaceView;
};

function findElement(world: World, userId: string, place: PressPlace, name: string): PlacedElement {
  const me = world.state.people[userId];
  const pressed = me && findPressed(world, me, place);
  if (!pressed) throw new Error(`${userId} does not see ${JSON.stringify(place)}.`);
  const elements = placedElements(blocksOf(pressed));
  const found = elements.find((one) => one.actionId === name || `${one.blockId}/${one.actionId}` === name);
  if (found) return found;
  throw new Error(`There is no ${name} there, but: ${elements.map((one) => one.actionId).join(', ') || 'nothing'}.`);
}

function payloadFor(placed: PlacedElement, entry: Entry | undefined): PressPayload {
  if (entry === undefined) return {};
  if (placed.type === 'overflow') return stateFor({ type: 'static_select' }, entry);
  return placed.type === 'feedback_buttons' ? { value: String(entry) } : stateFor(placed, entry);
}

export function personActs(world: World, userId: string): PersonActs {
  if (!world.state.people[userId]) throw new Error(`There is no person ${userId} in this company.`);
  const act = (one: Act) => perform(world, userId, one);
  const top = () => {
    const view = topModal(world, userId);
    if (!view) throw new Error(`${userId} has no modal open.`);
    return view;
  };
  const modal = (): PressPlace => ({ in: 'modal', viewId: top().id });

  const press: PersonActs['press'] = (place, actionId, entry, filled = {}) => {
    const placed = findElement(world, userId, place, actionId);
    const view = place.in === 'modal' ? modalsOf(world, userId).find((one) => one.id === place.viewId) : undefined;
    const values: StateValues = view ? valuesFor(view.blocks, filled) : {};
    const payload = payloadFor(placed, entry);
    return act({ type: 'press', place, blockId: placed.blockId, actionId: placed.actionId, payload, values });
  };
  const search: PersonActs['search'] = (place, name, query) => {
    const { blockId, actionId } = findElement(world, userId, place, name);
    return act({ type: 'loadOptions', place, blockId, actionId, query });
  };

  return {
    id: userId,
    act,
    ...wordsOf(act),
    press,
    pressInModal: (actionId, entry, filled) => press(modal(), actionId, entry, filled),
    pressInHome: (actionId, entry) => press({ in: 'home' }, actionId, entry),
    submit: (entries = {}) => act({ type: 'submitView', viewId: top().id, values: valuesFor(top().blocks, entries) }),
    cancel: () => act({ type: 'closeView', viewId: top().id }),
    closeAll: () => act({ type: 'closeView', viewId: top().id, all: true }),
    search,
    searchInModal: (actionId, query) => search(modal(), actionId, query),
    openHome: () => act({ type: 'openHome' }),
    sees: () => {
      const view = workspaceView(world, userId);
      if (!view) throw new Error(`${userId} is a bot.`);
      return view;
    },
  };
}

type Words = Pick<
  PersonActs,
  'say' | 'editMessage' | 'deleteMessage' | 'command' | 'globalShortcut' | 'messageShortcut'
>;

const wordsOf = (act: PersonActs['act']): Words => ({
  say: (channelId, text, more = {}) => act({ type: 'say', channelId, text, ...more }),
  editMessage: (channelId, ts, text) => act({ type: 'editMessage', channelId, ts, text }),
  deleteMessage: (channelId, ts) => act({ type: 'deleteMessage', channelId, ts }),
  command: (channelId, typed) => {
    const [command = '', ...words] = typed.split(' ');
    return act({ type: 'command', command, text: words.join(' '), channelId });
  },
  globalShortcut: (callbackId) => act({ type: 'globalShortcut', callbackId }),
  messageShortcut: (callbackId, channelId, ts) => act({ type: 'messageShortcut', callbackId, channelId, ts }),
});
