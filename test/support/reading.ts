import { COMPANY } from '#playground/company/company.ts';
import { isObject, type Json, objectsIn, stringIn } from '#playground/slack/json.ts';

const nameOf = (id: string): string => COMPANY.people.find((person) => person.id === id)?.name ?? id;

/** mrkdwn as a person reads it: names for mentions, the fallback for moments, labels for links, no entities. */
export const asRead = (text: string): string =>
  text
    .replaceAll(/<@(\w+)>/g, (_, id) => `@${nameOf(id)}`)
    .replaceAll(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(/<#(\w+)>/g, '#$1')
    .replaceAll(/<[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(/[\u00A0\u202F]/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

type Shown = { text: string; blocks?: unknown };

/** A message or a view as a person sees it, a line a block; buttons in brackets. */
export const asShown = ({ text, blocks }: Shown): string =>
  blocks === undefined ? asRead(text) : objectsIn(blocks).map(shownBlock).filter(Boolean).join('\n');

function shownBlock(block: Json): string {
  switch (block.type) {
    case 'rich_text':
      return objectsIn(block.elements).map(shownRichText).join('\n');
    case 'actions':
    case 'context':
      return objectsIn(block.elements).map(shownElement).join(' ');
    case 'input':
      return `${textIn(block.label)} ${isObject(block.element) ? shownElement(block.element) : ''}`.trim();
    default:
      return [textIn(block.text), ...objectsIn(block.fields).map(textIn)].filter(Boolean).join('\n');
  }
}

function shownRichText(part: Json): string {
  const words = objectsIn(part.elements)
    .map(({ text }) => stringIn(text))
    .join('');
  return part.type === 'rich_text_quote' ? `> ${words}` : words;
}

function shownElement(element: Json): string {
  const ticked = new Set(objectsIn(element.initial_options).map(({ value }) => value));
  switch (element.type) {
    case 'button':
      return `[${textIn(element.text)}]`;
    case 'overflow':
      return `[… ${objectsIn(element.options)
        .map(({ text }) => textIn(text))
        .join(' | ')}]`;
    case 'checkboxes':
      return objectsIn(element.options)
        .map(({ text, value }) => `${ticked.has(value) ? '☑' : '☐'} ${textIn(text)}`)
        .join('\n');
    case 'plain_text':
    case 'mrkdwn':
      return textIn(element);
    default:
      return stringIn(element.initial_value) || textIn(isObject(element.initial_option) && element.initial_option.text);
  }
}

function textIn(text: unknown): string {
  if (!isObject(text)) return '';
  return text.type === 'mrkdwn' ? asRead(stringIn(text.text)) : stringIn(text.text);
}
