/// <reference lib="dom" />
import { type Field, fieldKey, setValue } from '../blocks/form.ts';
import type { Page, Popup } from '../page.ts';
import { fill } from '../text/words.ts';
import { byAttribute } from '../ui/focus.ts';
import { h, type VNode } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';
import { number } from '../ui/json.ts';
import { avatar } from '../views/avatar.ts';
import { common, placeholder } from './attributes.ts';
import { type Choice, choices, chosen, emptyNote, isExternal, isMulti, queryMin, stateFor } from './choices.ts';
import { confirmed } from './confirm.ts';

/** Pause after the last letter before the app is asked. */
const TYPE_AHEAD_PAUSE_MS = 200;

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

async function askApp(page: Page, field: Field, query: string): Promise<void> {
  const actionId = String(field.element.action_id);
  const { place } = field.form;
  const answer = await page.act({ type: 'loadOptions', place, blockId: field.blockId, actionId, query });
  page.change((ui) => {
    if (ui.popup?.anchor !== fieldKey(field) || ui.popup.query !== query) return;
    const rows = answer.ok
      ? { options: answer.options ?? [], groups: answer.optionGroups ?? [] }
      : { options: [], groups: [] };
    ui.popup.loaded = { query, ...rows };
  });
}

/** Asks the app for options once the typing pauses. */
function typeAhead(page: Page, field: Field, query: string): void {
  const key = fieldKey(field);
  clearTimeout(waiting.get(key));
  if (!isExternal(field) || query.trim().length < queryMin(field)) return;
  waiting.set(
    key,
    setTimeout(() => void askApp(page, field, query), TYPE_AHEAD_PAUSE_MS),
  );
}

function take(page: Page, field: Field, row: Choice): void {
  const rows = isMulti(field) ? [...chosen(page, field), row] : [row];
  const max = number(field.element.max_selected_items) ?? Number.POSITIVE_INFINITY;
  page.change((ui) => {
    if (!isMulti(field)) ui.popup = undefined;
    else if (ui.popup) ui.popup = { ...ui.popup, query: '', active: 0 };
  });
  if (rows.length <= max) confirmed(page, field.element, () => setValue(page, field, stateFor(field, rows)));
}

function optionRow(page: Page, field: Field, row: Choice, isActive: boolean): VNode {
  const person = row.userId === undefined ? undefined : page.world.people.find((one) => one.id === row.userId);
  return h(
    'div',
    {
      key: row.id,
      id: `${fieldKey(field)}:${row.id}`,
      class: isActive ? 'option active' : 'option',
      role: 'option',
      'aria-selected': isActive ? 'true' : 'false',
      'data-testid': `option-${row.id}`,
      onmousedown: (event) => event.preventDefault(),
      onclick: () => take(page, field, row),
    },
    person && avatar(page, person.id, 'small'),
    h('span', { class: 'option-label' }, row.label),
    row.note !== '' && h('span', { class: 'option-note' }, row.note),
  );
}

function listbox(page: Page, field: Field): VNode {
  const { query, active } = page.ui.popup ?? { query: '', active: 0 };
  const rows = choices(page, field, query);
  const shown = rows.map((row, index) => [
    row.group !== '' &&
      row.group !== rows[index - 1]?.group &&
      h('div', { class: 'option-group', key: `group ${row.group}` }, row.group),
    optionRow(page, field, row, index === active),
  ]);
  return h(
    'div',
    { class: 'listbox', role: 'listbox', id: `list-${fieldKey(field)}` },
    rows.length === 0 ? h('div', { class: 'option-empty', role: 'status' }, emptyNote(page, field, query)) : shown,
  );
}

function open(page: Page, field: Field, how: Partial<Popup> = {}): void {
  page.change((ui) => {
    const now = ui.popup?.anchor === fieldKey(field) ? ui.popup : undefined;
    const fresh = { anchor: fieldKey(field), query: '', active: 0, loaded: undefined };
    ui.popup = { ...fresh, ...now, ...how, render: (latest) => listbox(latest, field) };
  });
}

function keyPressed(page: Page, field: Field, event: KeyboardEvent): void {
  const popup = page.ui.popup?.anchor === fieldKey(field) ? page.ui.popup : undefined;
  const rows = popup ? choices(page, field, popup.query) : [];
  const active = popup?.active ?? -1;
  const row = rows[active];
  if (event.isComposing) return;
  if (event.key === 'Backspace' && isMulti(field) && !popup?.query) {
    setValue(page, field, stateFor(field, chosen(page, field).slice(0, -1)));
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const step = event.key === 'ArrowDown' ? 1 : -1;
    open(page, field, { active: popup ? (active + step + rows.length) % Math.max(1, rows.length) : 0 });
  } else if (event.key === 'Enter' && row) take(page, field, row);
  else if (event.key === 'Escape' && popup) page.change((ui) => (ui.popup = undefined));
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function typedInto(page: Page, field: Field, event: Event): void {
  if (!(event.target instanceof HTMLInputElement)) return;
  const query = event.target.value;
  open(page, field, { query, active: 0 });
  typeAhead(page, field, query);
}

function chip(page: Page, field: Field, row: Choice, rows: Choice[]): VNode {
  const without = rows.filter((one) => one.id !== row.id);
  const props = {
    type: 'button',
    class: 'chip-remove',
    'aria-label': fill(page.words.remove, { name: row.label }),
    onclick: () => setValue(page, field, stateFor(field, without)),
  };
  return h('span', { class: 'chip', key: `chip ${row.id}` }, row.label, h('button', props, icon('close')));
}

/** Every kind of select menu: type to filter, arrow keys and Enter to choose, Esc to leave. */
export function combobox(page: Page, field: Field): VNode {
  const key = fieldKey(field);
  const popup = page.ui.popup?.anchor === key ? page.ui.popup : undefined;
  const rows = chosen(page, field);
  const shown = isMulti(field) ? '' : (rows[0]?.label ?? '');
  const hint = placeholder(field) || (isMulti(field) ? page.words.chooseSome : page.words.choose);
  const active = popup ? choices(page, field, popup.query)[popup.active] : undefined;
  const input = h('input', {
    ...common(page, field),
    key: 'input',
    class: 'combobox-input',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    'aria-expanded': popup ? 'true' : 'false',
    'aria-controls': `list-${key}`,
    'aria-activedescendant': active ? `${key}:${active.id}` : undefined,
    placeholder: isMulti(field) && rows.length > 0 ? '' : shown || hint,
    value: popup ? popup.query : shown,
    onclick: () => open(page, field),
    oninput: (event) => typedInto(page, field, event),
    onkeydown: (event) => keyPressed(page, field, event),
    onblur: () => {
      if (page.ui.popup?.anchor === key) page.change((ui) => (ui.popup = undefined));
    },
  });
  const canClear = field.isOptional && !isMulti(field) && rows.length > 0 && !popup;
  const clear = {
    type: 'button',
    class: 'chip-remove combobox-clear',
    key: 'clear',
    'aria-label': page.words.clear,
    onclick: () => {
      setValue(page, field, stateFor(field, []));
      byAttribute('data-anchor', key)?.querySelector('input')?.focus();
    },
  };
  return h(
    'div',
    { class: popup ? 'combobox open' : 'combobox', 'data-anchor': key },
    isMulti(field) && rows.map((row) => chip(page, field, row, rows)),
    input,
    canClear && h('button', clear, icon('close')),
    icon('chevron'),
  );
}
