import type { Page } from '../page.ts';
import { type Child, h, type VNode } from '../ui/h.ts';
import { isJson, type Json, json, jsons, list, number, string } from '../ui/json.ts';
import type { Form } from './form.ts';
import { richText } from './rich-text.ts';

function cell(page: Page, value: unknown): Child {
  const content = json(value);
  if (content.type === 'rich_text') return richText(page, content);
  if (typeof content.text === 'string') return content.text;
  return number(content.value) === undefined
    ? ''
    : new Intl.NumberFormat(page.world.me.locale).format(number(content.value) ?? 0);
}

function row(page: Page, cells: unknown, tag: 'th' | 'td', settings: Json[]): VNode {
  const drawn = list(cells).map((one, column) => {
    const isNumber = json(one).type === 'raw_number';
    const align = string(settings[column]?.align) || (isNumber ? 'right' : 'left');
    return h(tag, { class: `align-${align}` }, cell(page, one));
  });
  return h('tr', {}, drawn);
}

function grid(page: Page, rows: unknown[], settings: Json[]): VNode {
  const [head, ...body] = rows;
  return h(
    'div',
    { class: 'table-scroll', tabindex: '0' },
    h(
      'table',
      { class: 'table' },
      h('thead', {}, row(page, head, 'th', settings)),
      h(
        'tbody',
        {},
        body.map((one) => row(page, one, 'td', settings)),
      ),
    ),
  );
}

export const table = (page: Page, _form: Form, block: Json): VNode =>
  grid(
    page,
    list(block.rows),
    list(block.column_settings).map((one) => (isJson(one) ? one : {})),
  );

/** Without pages or sorting: all rows in a box that scrolls. */
export function dataTable(page: Page, _form: Form, block: Json): VNode {
  const caption = string(block.caption) || string(jsons([block.caption])[0]?.text);
  return h('div', {}, h('div', { class: 'table-caption' }, caption), grid(page, list(block.rows), []));
}
