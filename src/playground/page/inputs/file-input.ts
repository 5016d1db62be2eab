/// <reference lib="dom" />
import { entryOf, type Field, setValue } from '../blocks/form.ts';
import type { Page } from '../page.ts';
import { fill } from '../text/words.ts';
import { h, type VNode } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';
import { number, strings } from '../ui/json.ts';
import { common } from './attributes.ts';

/** Names of files uploaded from this page, by id: the local Slack's state knows only the ids. */
const uploaded = new Map<string, string>();

async function upload(page: Page, field: Field, chosen: File[]): Promise<void> {
  for (const file of chosen) {
    const answer = await page.act({ type: 'uploadFile', name: file.name, sizeBytes: file.size, mimetype: file.type });
    if (!answer.ok || answer.fileId === undefined) continue;
    uploaded.set(answer.fileId, file.name);
    setValue(page, field, { files: [...(entryOf(page, field).files ?? []), { id: answer.fileId }] });
  }
}

function chip(page: Page, field: Field, id: string): VNode {
  const name = uploaded.get(id) ?? id;
  const rest = (entryOf(page, field).files ?? []).filter((file) => file.id !== id);
  return h(
    'span',
    { class: 'file-chip', key: id },
    icon('file'),
    h('span', {}, name),
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': fill(page.words.remove, { name }),
        onclick: () => setValue(page, field, { files: rest }),
      },
      icon('close'),
    ),
  );
}

/** Lets a person choose files; only their names and sizes leave the browser. */
export function fileInput(page: Page, field: Field): VNode {
  const files = entryOf(page, field).files ?? [];
  const max = number(field.element.max_files) ?? 10;
  const types = strings(field.element.filetypes).map((type) => `.${type}`);
  const onchange = (event: Event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement)) return;
    const chosen = [...(box.files ?? [])].slice(0, max - files.length);
    box.value = '';
    void upload(page, field, chosen);
  };
  return h(
    'div',
    { class: 'file-input' },
    files.map((file) => chip(page, field, file.id)),
    files.length < max &&
      h('input', {
        ...common(page, field),
        type: 'file',
        multiple: max > 1,
        accept: types.join(',') || undefined,
        onchange,
      }),
  );
}
