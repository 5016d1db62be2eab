import { interactive } from '../inputs/element.ts';
import type { Page } from '../page.ts';
import { webLink } from '../text/controls.ts';
import { withEmoji } from '../text/emoji.ts';
import { h, type VNode } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';
import { isJson, type Json, json, jsons, string, words } from '../ui/json.ts';
import type { Form } from './form.ts';
import { textObject } from './text-object.ts';

/** Pictures from elsewhere are not loaded (the page talks to nobody but the local Slack): their words stand in. */
export function picture(page: Page, element: Json, size: 'small' | 'large'): VNode {
  const url = string(element.image_url) || string(json(element.slack_file).url);
  const alt = string(element.alt_text);
  if (url.startsWith('/') || url.startsWith(location.origin))
    return h('img', { class: `picture-${size}`, src: url, alt });
  const label = size === 'small' ? icon('image') : [icon('image'), h('span', {}, alt || page.words.imageNotLoaded)];
  return h('span', { class: `picture picture-${size}`, role: 'img', 'aria-label': alt, title: `${alt} ${url}` }, label);
}

function element(page: Page, form: Form, block: Json, one: Json): VNode {
  if (one.type === 'image') return picture(page, one, 'large');
  return interactive(page, {
    form,
    blockId: string(block.block_id),
    element: one,
    isInput: false,
    isOptional: false,
    dispatches: true,
  });
}

export function section(page: Page, form: Form, block: Json): VNode {
  const fields = jsons(block.fields);
  const text = isJson(block.text) && h('div', { class: 'section-text' }, textObject(page, block.text));
  const columns =
    fields.length > 0 &&
    h(
      'div',
      { class: 'fields' },
      fields.map((one) => h('div', { class: 'field' }, textObject(page, one))),
    );
  const accessory =
    isJson(block.accessory) && h('div', { class: 'accessory' }, element(page, form, block, block.accessory));
  return h('div', { class: 'section' }, h('div', { class: 'section-body' }, text, columns), accessory);
}

export const header = (_page: Page, _form: Form, block: Json): VNode =>
  h('h3', { class: 'header-block' }, withEmoji(words(block.text)));

export const divider = (): VNode => h('hr', { class: 'divider' });

export function context(page: Page, _form: Form, block: Json): VNode {
  const parts = jsons(block.elements).map((one) =>
    one.type === 'image' ? picture(page, one, 'small') : h('span', { class: 'context-text' }, textObject(page, one)),
  );
  return h('div', { class: 'context' }, parts);
}

export function actions(page: Page, form: Form, block: Json): VNode {
  const parts = jsons(block.elements).map((one) =>
    h('div', { class: 'action', key: string(one.action_id) }, element(page, form, block, one)),
  );
  return h('div', { class: 'actions' }, parts);
}

export function image(page: Page, _form: Form, block: Json): VNode {
  const title = isJson(block.title) && h('figcaption', {}, withEmoji(words(block.title)));
  return h('figure', { class: 'image-block' }, title, picture(page, block, 'large'));
}

const ALERTS = ['info', 'warning', 'error', 'success'];

export function alert(page: Page, _form: Form, block: Json): VNode {
  const level = ALERTS.find((one) => one === block.level) ?? 'default';
  return h(
    'div',
    { class: `alert alert-${level}`, role: level === 'error' ? 'alert' : 'note' },
    icon('info'),
    textObject(page, block.text),
  );
}

export function video(page: Page, _form: Form, block: Json): VNode {
  const url = string(block.title_url) || string(block.video_url);
  return h(
    'div',
    { class: 'video-block' },
    h('div', { class: 'video-title' }, webLink(url, words(block.title), page.names)),
    isJson(block.description) && h('div', {}, words(block.description)),
    picture(page, { alt_text: block.alt_text, image_url: block.thumbnail_url }, 'large'),
  );
}

export const file = (_page: Page, _form: Form, block: Json): VNode =>
  h('div', { class: 'file-chip' }, icon('file'), h('span', {}, string(block.external_id)));
