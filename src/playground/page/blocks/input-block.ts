import { labelId } from '../inputs/attributes.ts';
import { interactive } from '../inputs/element.ts';
import type { Page } from '../page.ts';
import { withEmoji } from '../text/emoji.ts';
import { inWords } from '../text/words.ts';
import { h, type VNode } from '../ui/h.ts';
import { isJson, type Json, json, string, words } from '../ui/json.ts';
import type { Field, Form } from './form.ts';

/** A labelled field, with its hint and, in red beneath it, what was wrong with the last submission. */
export function inputBlock(page: Page, form: Form, block: Json): VNode {
  const blockId = string(block.block_id);
  const element = json(block.element);
  const isOptional = block.optional === true;
  const field: Field = {
    form,
    blockId,
    element,
    isInput: true,
    isOptional,
    dispatches: block.dispatch_action === true,
  };
  const error = form.errors[blockId];
  const complaint = inWords(page.words, error ?? '');
  const optional = isOptional && h('span', { class: 'optional' }, ` ${page.words.optional}`);
  return h(
    'div',
    { class: error === undefined ? 'input-block' : 'input-block wrong' },
    h('div', { class: 'label', id: labelId(field) }, withEmoji(words(block.label)), optional),
    interactive(page, field),
    error !== undefined && h('div', { class: 'error', role: 'alert', 'data-testid': `error-${blockId}` }, complaint),
    h(
      'div',
      { class: 'hint', id: `hint-${form.key}-${blockId}` },
      isJson(block.hint) && withEmoji(words(block.hint)),
      error !== undefined && h('span', { class: 'for-screen-reader' }, ` ${complaint}`),
    ),
  );
}
