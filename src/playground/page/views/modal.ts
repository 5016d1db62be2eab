/// <reference lib="dom" />

import type { ModalView } from '../../person-sees.ts';
import { blocks } from '../blocks/blocks.ts';
import { entriesOf, type Form } from '../blocks/form.ts';
import type { Page } from '../page.ts';
import { withEmoji } from '../text/emoji.ts';
import { trapTab } from '../ui/focus.ts';
import { type Child, h, type VNode } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';
import { avatar } from './avatar.ts';

const formKey = (view: ModalView): string => `modal ${view.id}`;

const isBusy = (page: Page, view: ModalView): boolean => view.busy || page.ui.busy.has(formKey(view));

const formOf = (page: Page, view: ModalView): Form => ({
  key: formKey(view),
  place: { in: 'modal', viewId: view.id },
  blocks: view.blocks,
  saved: view.state,
  errors: view.errors,
  isBusy: isBusy(page, view),
});

async function submit(page: Page, view: ModalView): Promise<void> {
  if (isBusy(page, view) || view.submitDisabled) return;
  page.change((ui) => ui.busy.add(formKey(view)));
  await page.act({ type: 'submitView', viewId: view.id, values: entriesOf(page, formOf(page, view)) });
  page.change((ui) => ui.busy.delete(formKey(view)));
}

/** Closes the view on top, or with `all` the whole stack. */
export function closeModal(page: Page, all: boolean): void {
  const view = page.world.modals.at(-1);
  if (view && !isBusy(page, view)) void page.act({ type: 'closeView', viewId: view.id, all });
}

function head(page: Page, view: ModalView): VNode {
  const { words, world } = page;
  const back = () => closeModal(page, false);
  const close = () => closeModal(page, true);
  return h(
    'header',
    { class: 'modal-head' },
    world.modals.length > 1 &&
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': words.back,
          'data-testid': 'modal-back',
          key: 'back',
          onclick: back,
        },
        icon('back'),
      ),
    avatar(page, world.app.botUserId, 'small'),
    h('h2', { id: 'modal-title' }, withEmoji(view.title.text)),
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': words.close,
        'data-testid': 'modal-close',
        key: 'close',
        onclick: close,
      },
      icon('close'),
    ),
  );
}

function trouble(page: Page, view: ModalView): Child {
  if (view.failure === '') return undefined;
  return h(
    'div',
    { class: 'alert alert-error', role: 'alert', 'data-testid': 'modal-failure' },
    icon('info'),
    h(
      'span',
      {},
      page.words.trouble,
      view.failure !== page.words.trouble && h('span', { class: 'failure-detail' }, ` ${view.failure}`),
    ),
  );
}

function foot(page: Page, view: ModalView): VNode {
  const busy = isBusy(page, view);
  const cancel = view.close ? withEmoji(view.close.text) : view.submit ? page.words.cancel : page.words.close;
  return h(
    'footer',
    { class: 'modal-foot' },
    h(
      'button',
      { type: 'button', class: 'button', 'data-testid': 'modal-cancel', onclick: () => closeModal(page, false) },
      cancel,
    ),
    view.submit &&
      h(
        'button',
        {
          type: 'button',
          class: 'button button-primary',
          'data-testid': 'modal-submit',
          disabled: busy || view.submitDisabled,
          'aria-busy': busy ? 'true' : undefined,
          onclick: () => void submit(page, view),
        },
        withEmoji(view.submit.text),
        busy && h('span', { class: 'spinner', 'aria-label': page.words.submitting }),
      ),
  );
}

/** The view on top of the stack, as a dialog that keeps the focus until it is closed. */
export function modal(page: Page): Child {
  const view = page.world.modals.at(-1);
  if (!view) return undefined;
  const onkeydown = (event: KeyboardEvent) => {
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (isSend) void submit(page, view);
    if (event.currentTarget instanceof Element) trapTab(event.currentTarget, event);
  };
  return h(
    'div',
    { class: 'backdrop', key: `modal ${view.id}` },
    h(
      'div',
      {
        class: 'modal',
        role: 'dialog',
        'aria-modal': 'true',
        'aria-labelledby': 'modal-title',
        'data-testid': 'modal',
        'data-focus-box': view.id,
        onkeydown,
      },
      head(page, view),
      h(
        'div',
        { class: 'modal-body', 'data-scroll-top': Object.keys(view.errors)[0], tabindex: '-1' },
        trouble(page, view),
        blocks(page, formOf(page, view), view.blocks),
      ),
      foot(page, view),
    ),
  );
}

/** "Are you sure?", from an element's confirm object. */
export function confirmDialog(page: Page): Child {
  const { confirm } = page.ui;
  if (!confirm) return undefined;
  const close = () => page.change((ui) => (ui.confirm = undefined));
  const yes = () => {
    close();
    confirm.then();
  };
  const onkeydown = (event: KeyboardEvent) => {
    if (event.currentTarget instanceof Element) trapTab(event.currentTarget, event);
  };
  const kind = confirm.isDanger ? 'button button-danger' : 'button button-primary';
  return h(
    'div',
    { class: 'backdrop', key: 'confirm' },
    h(
      'div',
      {
        class: 'modal modal-small',
        role: 'alertdialog',
        'aria-modal': 'true',
        'aria-label': confirm.title,
        'data-testid': 'confirm',
        'data-focus-box': 'confirm',
        onkeydown,
      },
      h('header', { class: 'modal-head' }, h('h2', {}, confirm.title)),
      h('div', { class: 'modal-body' }, h('p', {}, confirm.text)),
      h(
        'footer',
        { class: 'modal-foot' },
        h('button', { type: 'button', class: 'button', 'data-testid': 'confirm-no', onclick: close }, confirm.no),
        h('button', { type: 'button', class: kind, 'data-testid': 'confirm-yes', onclick: yes }, confirm.yes),
      ),
    ),
  );
}
