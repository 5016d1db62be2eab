import type { CommandView } from '../../person-sees.ts';
import type { Page } from '../page.ts';

/** A row of the composer's autocomplete: `insert` replaces what was typed from `from` on. */
export type Suggestion = {
  id: string;
  label: string;
  hint: string;
  note: string;
  userId?: string;
  insert: string;
  from: number;
};

const commandRow = (command: CommandView): Suggestion => ({
  id: command.name,
  label: command.name,
  hint: command.usageHint,
  note: command.description,
  insert: `${command.name} `,
  from: 0,
});

/** What to offer for the words before the caret: commands after a leading `/`, people after `@`, channels after `#`. */
export function suggestions(page: Page, text: string): Suggestion[] {
  if (/^\/\S*$/.test(text)) {
    return page.world.commands.filter((one) => one.name.startsWith(text.toLowerCase())).map(commandRow);
  }
  const match = /(?:^|\s)([@#])([\p{L}\p{N}_-]*)$/u.exec(text);
  if (!match) return [];
  const wanted = (match[2] ?? '').toLowerCase();
  const from = text.length - wanted.length - 1;
  const row = (id: string, label: string, note: string) => ({ id, label, hint: '', note, insert: `${label} `, from });
  const found =
    match[1] === '@'
      ? page.world.people
          .filter((one) => !one.deleted && one.name.toLowerCase().startsWith(wanted))
          .map((one) => ({ ...row(one.id, `@${one.name}`, one.title), userId: one.id }))
      : page.world.conversations
          .filter((one) => !one.kind.endsWith('dm') && one.name.startsWith(wanted))
          .map((one) => row(one.id, `#${one.name}`, one.topic));
  return found.slice(0, 8);
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function replaced(text: string, mark: string, byName: [string, string][]): string {
  const longestFirst = byName.toSorted(([a], [b]) => b.length - a.length);
  return longestFirst.reduce(
    (now, [name, form]) =>
      now.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}<])${mark}${escaped(name)}(?![\\p{L}\\p{N}_-])`, 'giu'), form),
    text,
  );
}

/** Turns `@Eve` and `#general` into Slack's control forms, as Slack's own composer does. */
export function withMentions(page: Page, text: string): string {
  const people = page.world.people.map((one): [string, string] => [one.name, `<@${one.id}>`]);
  const channels = page.world.conversations
    .filter((one) => !one.kind.endsWith('dm'))
    .map((one): [string, string] => [one.name, `<#${one.id}>`]);
  return replaced(replaced(text, '@', people), '#', channels);
}

/** A command and the words after it; undefined for ordinary text. */
export function asCommand(text: string): { command: string; text: string } | undefined {
  const match = /^(\/[^\s/]+)(?:\s+([\s\S]*))?$/.exec(text.trim());
  return match?.[1] === undefined ? undefined : { command: match[1], text: match[2] ?? '' };
}
