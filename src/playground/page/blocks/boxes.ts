import { interactive } from '../inputs/element.ts';
import type { Page } from '../page.ts';
import { webLink } from '../text/controls.ts';
import { withEmoji } from '../text/emoji.ts';
import { h, type VNode } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';
import { isJson, type Json, json, jsons, list, string, words } from '../ui/json.ts';
import type { DrawBlocks, Form } from './form.ts';
import { picture } from './plain-blocks.ts';
import { richText } from './rich-text.ts';
import { textObject } from './text-object.ts';

export function card(page: Page, form: Form, block: Json): VNode {
  const text = (name: string) =>
    isJson(block[name]) && h('div', { class: `card-${name}` }, textObject(page, block[name]));
  const buttons = jsons(block.actions).map((element) =>
    interactive(page, {
      form,
      blockId: string(block.block_id),
      element,
      isInput: false,
      isOptional: false,
      dispatches: true,
    }),
  );
  return h(
    'div',
    { class: 'card' },
    isJson(block.hero_image) && picture(page, block.hero_image, 'large'),
    h(
      'div',
      { class: 'card-head' },
      isJson(block.icon) && picture(page, block.icon, 'small'),
      h('div', {}, text('title'), text('subtitle')),
    ),
    text('body'),
    text('subtext'),
    buttons.length > 0 && h('div', { class: 'actions' }, buttons),
  );
}

export const carousel = (page: Page, form: Form, block: Json): VNode =>
  h(
    'div',
    { class: 'carousel', tabindex: '0' },
    jsons(block.elements).map((one) => card(page, form, one)),
  );

export function container(page: Page, form: Form, block: Json, draw: DrawBlocks): VNode {
  const key = `${form.key}/${string(block.block_id)}`;
  const canFold = block.is_collapsible === true;
  const isOpen = !canFold || page.ui.opened.has(key) !== (block.default_collapsed !== true);
  const title = isJson(block.rich_text_title) ? richText(page, block.rich_text_title) : withEmoji(words(block.title));
  const fold = () =>
    page.change((ui) => {
      if (!ui.opened.delete(key)) ui.opened.add(key);
    });
  const head = [
    h('span', { class: 'container-title' }, title),
    isJson(block.subtitle) && h('span', { class: 'container-subtitle' }, textObject(page, block.subtitle)),
  ];
  return h(
    'div',
    { class: 'container' },
    canFold
      ? h(
          'button',
          { type: 'button', class: 'container-head', 'aria-expanded': String(isOpen), onclick: fold },
          head,
          icon('chevron'),
        )
      : h('div', { class: 'container-head' }, head),
    isOpen && h('div', { class: 'container-body' }, draw(page, form, list(block.child_blocks))),
  );
}

const STATUS_SIGNS: Record<string, string> = { pending: '○', in_progress: '◐', complete: '✓', error: '!' };

export function taskCard(page: Page, _form: Form, block: Json): VNode {
  const status = string(block.status);
  const sources = jsons(block.sources).map((one) => webLink(string(one.url), string(one.text), page.names));
  return h(
    'div',
    { class: 'task' },
    h('span', { class: `task-sign task-${status}`, title: status }, STATUS_SIGNS[status] ?? '○'),
    h(
      'div',
      {},
      h('div', {}, words(block.title)),
      isJson(block.details) && richText(page, block.details),
      isJson(block.output) && richText(page, block.output),
      sources.length > 0 && h('div', { class: 'task-sources' }, sources),
    ),
  );
}

export const plan = (page: Page, form: Form, block: Json): VNode =>
  h(
    'div',
    { class: 'card' },
    h('b', {}, words(block.title)),
    jsons(block.tasks).map((task) => taskCard(page, form, json(task))),
  );
