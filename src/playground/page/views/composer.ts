/// <reference lib="dom" />

import type { ConversationView } from '../../person-sees.ts';
import type { Page } from '../page.ts';
import { byAttribute } from '../ui/focus.ts';
import { type Child, h, type VNode } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';
import { avatar } from './avatar.ts';
import { asCommand, type Suggestion, suggestions, withMentions } from './compose.ts';
import { openShortcuts } from './shortcuts.ts';

/** Where the words go. `key` tells drafts apart: person, conversation, thread. */
type Target = {
  key: string;
  conversation: ConversationView;
  threadTs: string | undefined;
  hint: string;
  testid: string;
};

const draft = (page: Page, target: Target): string => page.ui.drafts[target.key] ?? '';

function write(page: Page, target: Target, text: string): void {
  page.change((ui) => {
    ui.drafts[target.key] = text;
    ui.suggestions = { composer: target.key, active: 0, closed: false };
  });
}

function send(page: Page, target: Target): void {
  const text = draft(page, target).trim();
  if (text === '') return;
  const channelId = target.conversation.id;
  const inThread = target.threadTs === undefined ? {} : { threadTs: target.threadTs };
  write(page, target, '');
  const command = asCommand(text);
  const act = command
    ? page.act({ type: 'command', channelId, ...command, ...inThread })
    : page.act({ type: 'say', channelId, text: withMentions(page, text), ...inThread });
  void act.then((answer) => {
    const failed = !answer.ok && draft(page, target) === '';
    if (failed) write(page, target, text);
  });
}

function offered(page: Page, target: Target): Suggestion[] {
  const state = page.ui.suggestions;
  if (state.composer !== target.key || state.closed) return [];
  return suggestions(page, draft(page, target));
}

function take(page: Page, target: Target, row: Suggestion): void {
  write(page, target, draft(page, target).slice(0, row.from) + row.insert);
  byAttribute('data-composer', target.key)?.focus();
}

function steer(page: Page, target: Target, rows: Suggestion[], event: KeyboardEvent): boolean {
  const { active } = page.ui.suggestions;
  const row = rows[active];
  const isWhole = row !== undefined && draft(page, target).slice(row.from).trim() === row.label;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = (active + (event.key === 'ArrowDown' ? 1 : -1) + rows.length) % rows.length;
    page.change((ui) => (ui.suggestions.active = next));
  } else if (event.key === 'Escape') page.change((ui) => (ui.suggestions.closed = true));
  else if (row && (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey && !isWhole)))
    take(page, target, row);
  else return false;
  return true;
}

function keyPressed(page: Page, target: Target, event: KeyboardEvent): void {
  if (event.isComposing) return;
  const rows = offered(page, target);
  if (rows.length > 0 && steer(page, target, rows, event)) {
    event.preventDefault();
    event.stopPropagation();
  } else if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    send(page, target);
  }
}

function suggestionRow(page: Page, target: Target, row: Suggestion, isActive: boolean): VNode {
  return h(
    'div',
    {
      key: row.id,
      id: `suggestion ${target.key} ${row.id}`,
      role: 'option',
      class: isActive ? 'option active' : 'option',
      'aria-selected': String(isActive),
      'data-testid': `suggestion-${row.id}`,
      onmousedown: (event) => event.preventDefault(),
      onclick: () => take(page, target, row),
    },
    row.userId !== undefined && avatar(page, row.userId, 'small'),
    h(
      'span',
      { class: 'option-label' },
      h('b', {}, row.label),
      row.hint !== '' && h('span', { class: 'usage' }, ` ${row.hint}`),
    ),
    h('span', { class: 'option-note' }, row.note),
  );
}

function autocomplete(page: Page, target: Target, rows: Suggestion[]): Child {
  if (rows.length === 0) return undefined;
  const isCommand = rows[0]?.from === 0 && rows[0].label.startsWith('/');
  return h(
    'div',
    { class: 'autocomplete', role: 'listbox', id: `list ${target.key}`, key: 'autocomplete' },
    h('div', { class: 'option-group' }, isCommand ? page.words.commands : page.words.people),
    rows.map((row, index) => suggestionRow(page, target, row, index === page.ui.suggestions.active)),
  );
}

function usage(page: Page, target: Target): Child {
  const name = asCommand(draft(page, target))?.command;
  const command = page.world.commands.find((one) => one.name === name);
  if (!command || !/\s/.test(draft(page, target))) return undefined;
  return h(
    'div',
    { class: 'command-usage', key: 'usage' },
    h('b', {}, command.name),
    ` ${command.usageHint}`,
    h('span', {}, command.description),
  );
}

function buttons(page: Page, target: Target): VNode {
  const insert = (sign: string) => () => {
    const text = draft(page, target);
    write(page, target, sign === '/' ? '/' : `${text}${text === '' || text.endsWith(' ') ? '' : ' '}${sign}`);
    byAttribute('data-composer', target.key)?.focus();
  };
  const { words } = page;
  const tool = (label: string, sign: Child, onclick: () => void, anchor?: string) =>
    h(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': label, title: label, 'data-anchor': anchor, onclick },
      sign,
    );
  const shortcuts = `shortcuts ${target.key}`;
  const isEmpty = draft(page, target).trim() === '';
  return h(
    'div',
    { class: 'composer-bar' },
    target.threadTs === undefined &&
      tool(words.shortcuts, icon('bolt'), () => openShortcuts(page, shortcuts), shortcuts),
    target.threadTs === undefined && tool(words.slash, h('span', { class: 'slash' }, '/'), insert('/')),
    tool(words.mention, icon('at'), insert('@')),
    h('span', { class: 'grow' }),
    h(
      'button',
      {
        type: 'button',
        class: 'send',
        'aria-label': words.send,
        title: words.send,
        disabled: isEmpty,
        'data-testid': target.threadTs === undefined ? 'send' : 'thread-send',
        onclick: () => send(page, target),
      },
      icon('send'),
    ),
  );
}

/** Between choosing a person and seeing what they see, words would go to the draft of the one before. */
const isChangingPerson = (page: Page): boolean => page.ui.as !== page.world.me.id;

function box(page: Page, target: Target): VNode {
  const rows = offered(page, target);
  return h(
    'div',
    { class: 'composer', key: target.key },
    autocomplete(page, target, rows),
    usage(page, target),
    h('textarea', {
      rows: 1,
      class: 'composer-text',
      value: draft(page, target),
      placeholder: target.hint,
      disabled: isChangingPerson(page),
      'aria-label': target.hint,
      'aria-controls': rows.length > 0 ? `list ${target.key}` : undefined,
      'data-testid': target.testid,
      'data-composer': target.key,
      oninput: (event) => {
        if (event.target instanceof HTMLTextAreaElement) write(page, target, event.target.value);
      },
      onkeydown: (event) => keyPressed(page, target, event),
    }),
    buttons(page, target),
  );
}

/** Where a message or command is typed: Enter sends, Shift+Enter breaks the line. */
export function composer(page: Page, conversation: ConversationView, hint: string, threadTs?: string): VNode {
  const key = `${page.world.me.id} ${conversation.id} ${threadTs ?? ''}`;
  const testid = threadTs === undefined ? 'composer' : 'thread-composer';
  return box(page, { key, conversation, threadTs, hint, testid });
}
