import type { ElementState, OptionView } from '../../person-sees.ts';
import { entryOf, type Field, optionsOf } from '../blocks/form.ts';
import type { Page } from '../page.ts';
import { withEmoji } from '../text/emoji.ts';
import { fill } from '../text/words.ts';
import { json, jsons, number, string, strings, words } from '../ui/json.ts';

/** One row of a select menu, whatever it stands for. */
export type Choice = { id: string; label: string; note: string; group: string; userId?: string; option?: OptionView };

/** Slack's default of letters before type-ahead asks the app. Source: slack-facts a2, external_select. */
const QUERY_CHARS_MIN_DEFAULT = 3;

const fromOption = (option: OptionView, group = ''): Choice => ({
  id: option.value,
  label: withEmoji(option.text.text),
  note: option.description?.text ?? '',
  group,
  option,
});

const people = (page: Page): Choice[] =>
  page.world.people
    .filter((person) => !person.deleted)
    .map((person) => ({ id: person.id, label: person.name, note: person.title, group: '', userId: person.id }));

const KINDS: Record<string, string> = { public: 'public', private: 'private', dm: 'im', 'group-dm': 'mpim' };

function conversations(page: Page, field: Field): Choice[] {
  const wanted = strings(json(field.element.filter).include);
  const isOnlyChannels = string(field.element.type).includes('channels');
  return page.world.conversations
    .filter((one) =>
      isOnlyChannels ? one.kind === 'public' : wanted.length === 0 || wanted.includes(KINDS[one.kind] ?? ''),
    )
    .filter((one) => !one.archived)
    .map((one) => ({ id: one.id, label: one.kind.includes('dm') ? one.name : `#${one.name}`, note: '', group: '' }));
}

function options(field: Field): Choice[] {
  const groups = jsons(field.element.option_groups).flatMap((group) =>
    optionsOf(group.options).map((option) => fromOption(option, words(group.label))),
  );
  return [...optionsOf(field.element.options).map((option) => fromOption(option)), ...groups];
}

export const isExternal = (field: Field): boolean => string(field.element.type).endsWith('external_select');
export const isMulti = (field: Field): boolean => string(field.element.type).startsWith('multi_');
export const queryMin = (field: Field): number => number(field.element.min_query_length) ?? QUERY_CHARS_MIN_DEFAULT;

/** All rows there are, before filtering by what is typed; those of an external select are what the app answered. */
function allChoices(page: Page, field: Field): Choice[] {
  const type = string(field.element.type).replace('multi_', '');
  if (type === 'users_select') return people(page);
  if (type === 'conversations_select' || type === 'channels_select') return conversations(page, field);
  if (type === 'static_select') return options(field);
  const loaded = page.ui.popup?.loaded;
  const groups = loaded?.groups.flatMap((group) => group.options.map((one) => fromOption(one, group.label.text)));
  return [...(loaded?.options.map((one) => fromOption(one)) ?? []), ...(groups ?? [])];
}

/** The rows to show for what is typed. */
export function choices(page: Page, field: Field, query: string): Choice[] {
  const taken = isMulti(field) ? new Set(chosen(page, field).map((one) => one.id)) : new Set();
  const free = allChoices(page, field).filter((one) => !taken.has(one.id));
  if (isExternal(field)) return free;
  const wanted = query.trim().toLowerCase();
  return free.filter((one) => `${one.label} ${one.note}`.toLowerCase().includes(wanted));
}

/** Why there are no rows. */
export function emptyNote(page: Page, field: Field, query: string): string {
  const min = queryMin(field);
  if (!isExternal(field)) return page.words.noMatch;
  if (query.trim().length < min) return fill(page.words.keepTyping, { count: min });
  return page.ui.popup?.loaded?.query === query ? page.words.noMatch : page.words.loading;
}

const named = (page: Page, field: Field, id: string): Choice =>
  allChoices(page, field).find((one) => one.id === id) ?? { id, label: id, note: '', group: '' };

/** What is chosen now. */
export function chosen(page: Page, field: Field): Choice[] {
  const held = entryOf(page, field);
  const single = held.selected_user ?? held.selected_conversation ?? held.selected_channel;
  const ids = [held.selected_users, held.selected_conversations, held.selected_channels, single ? [single] : []].flat();
  const held1 = held.selected_option ? [held.selected_option] : [];
  return [
    ...ids.flatMap((id) => (id === undefined ? [] : [named(page, field, id)])),
    ...[...held1, ...(held.selected_options ?? [])].map((one) => fromOption(one)),
  ];
}

/** The element's state for these rows. */
export function stateFor(field: Field, rows: Choice[]): Omit<ElementState, 'type'> {
  const type = string(field.element.type);
  const ids = rows.map((row) => row.id);
  const found = rows.flatMap((row) => (row.option ? [row.option] : []));
  const first = ids[0] ?? null;
  if (type === 'users_select') return { selected_user: first };
  if (type === 'conversations_select') return { selected_conversation: first };
  if (type === 'channels_select') return { selected_channel: first };
  if (type === 'multi_users_select') return { selected_users: ids };
  if (type === 'multi_conversations_select') return { selected_conversations: ids };
  if (type === 'multi_channels_select') return { selected_channels: ids };
  return isMulti(field) ? { selected_options: found } : { selected_option: found[0] ?? null };
}
