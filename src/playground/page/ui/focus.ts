/// <reference lib="dom" />

const FOCUSABLE = 'button:not([disabled]), input:not([disabled]), textarea:not([disabled]), a[href], [tabindex="0"]';

const focusable = (box: Element): HTMLElement[] =>
  [...box.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) => element.offsetParent !== null);

/** Keeps Tab inside `box`: from the last field to the first and back. */
export function trapTab(box: Element, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const fields = focusable(box);
  const edge = event.shiftKey ? fields[0] : fields.at(-1);
  const other = event.shiftKey ? fields.at(-1) : fields[0];
  if (document.activeElement !== edge && box.contains(document.activeElement)) return;
  event.preventDefault();
  other?.focus();
}

/** Arrow keys, Home and End walk through a menu's items. */
export function walkMenu(box: Element, event: KeyboardEvent): void {
  const items = focusable(box);
  const now = document.activeElement instanceof HTMLElement ? items.indexOf(document.activeElement) : -1;
  const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: items.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  items[(next + items.length) % items.length]?.focus();
}

/** Puts the caret where a person begins: the field that asks for it, else the first field, else the first button. */
export function focusFirst(box: Element): void {
  const wanted = box.querySelector<HTMLElement>('[data-focus-on-load]');
  const field = box.querySelector<HTMLElement>('.modal-body input:not([disabled]), .modal-body textarea');
  (wanted ?? field ?? focusable(box)[0])?.focus();
}

export const byAttribute = (name: string, value: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(`[${name}]`)].find((element) => element.getAttribute(name) === value);
