/// <reference lib="dom" />
/** What has to be done to the real page around a drawing: scrolling, focus, placing the popup, growing text boxes. */
import type { Ui } from './page.ts';
import { byAttribute, focusFirst } from './ui/focus.ts';

/** Within this many pixels of the end counts as reading the newest message. */
const NEAR_END_PX = 60;
const COMPOSER_PX_MAX = 220;
const MARGIN_PX = 8;

export type Before = { readingNewest: Map<Element, boolean>; focused: Element | null };

const scrollers = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-sticky]')];

export function beforeDrawing(): Before {
  const isNear = (box: Element) => box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX;
  return { readingNewest: new Map(scrollers().map((box) => [box, isNear(box)])), focused: document.activeElement };
}

let shownHighlight: string | undefined;

function keepScroll(before: Before, ui: Ui): void {
  for (const box of scrollers()) {
    if (before.readingNewest.get(box) ?? true) box.scrollTop = box.scrollHeight;
  }
  if (ui.highlight === shownHighlight) return;
  shownHighlight = ui.highlight;
  const target = document.querySelectorAll('.message.highlight');
  for (const message of target) message.scrollIntoView({ block: 'center' });
}

function growTextBoxes(): void {
  for (const box of document.querySelectorAll<HTMLElement>('.composer-text')) {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, COMPOSER_PX_MAX)}px`;
  }
}

function placePopup(): void {
  const popup = document.querySelector<HTMLElement>('[data-popup]');
  const anchor = popup && byAttribute('data-anchor', popup.dataset.popup ?? '');
  if (!popup || !anchor) return;
  const at = anchor.getBoundingClientRect();
  const isList = popup.querySelector('[role=listbox]') !== null;
  popup.style.minWidth = isList ? `${at.width}px` : '';
  popup.style.maxWidth = isList ? `${Math.max(at.width, 240)}px` : '';
  const { width, height } = popup.getBoundingClientRect();
  const below = at.bottom + 4;
  const fits = below + height < innerHeight - MARGIN_PX;
  popup.style.top = `${Math.max(MARGIN_PX, fits ? below : at.top - height - 4)}px`;
  const left = isList || at.left + width < innerWidth - MARGIN_PX ? at.left : at.right - width;
  popup.style.left = `${Math.max(MARGIN_PX, Math.min(left, innerWidth - width - MARGIN_PX))}px`;
}

let lastBox: string | undefined;
let lastPopup: string | undefined;
let wasEditing = false;
let returnTo: Element | null = null;

function moveIntoBox(before: Before): void {
  const box = [...document.querySelectorAll<HTMLElement>('[data-focus-box]')].at(-1);
  const id = box?.dataset.focusBox;
  if (id === lastBox) return;
  if (lastBox === undefined) returnTo = before.focused;
  lastBox = id;
  if (box) focusFirst(box);
  else if (returnTo instanceof HTMLElement && returnTo.isConnected && returnTo !== document.body) returnTo.focus();
  else document.querySelector<HTMLElement>('[data-composer]')?.focus();
}

function moveIntoPopup(ui: Ui): void {
  const anchor = ui.popup?.anchor;
  if (anchor === lastPopup) return;
  const was = lastPopup;
  lastPopup = anchor;
  const menu = document.querySelector<HTMLElement>('[data-popup] [role=menu]');
  if (menu) (menu.querySelector<HTMLElement>('.current') ?? menu.querySelector<HTMLElement>('button'))?.focus();
  else if (was !== undefined && document.activeElement === document.body) byAttribute('data-anchor', was)?.focus();
}

function moveIntoEditor(ui: Ui): void {
  const isEditing = ui.editing !== undefined;
  if (isEditing && !wasEditing) document.querySelector<HTMLElement>('.editor textarea')?.focus();
  wasEditing = isEditing;
}

let knownErrors = '';

function moveToError(): void {
  const errors = [...document.querySelectorAll('.modal .error')].map((one) => one.textContent).join('\n');
  if (errors === knownErrors) return;
  const wrong = document.querySelector<HTMLElement>('.modal [aria-invalid=true]');
  if (wrong?.matches(':disabled')) return;
  wrong?.focus();
  wrong?.closest('.input-block')?.scrollIntoView({ block: 'nearest' });
  knownErrors = errors;
}

export function afterDrawing(ui: Ui, before: Before): void {
  growTextBoxes();
  keepScroll(before, ui);
  moveIntoBox(before);
  moveIntoPopup(ui);
  moveIntoEditor(ui);
  moveToError();
  placePopup();
}
