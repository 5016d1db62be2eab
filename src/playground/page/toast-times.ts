/// <reference lib="dom" />
import type { Page } from './page.ts';

/** Long enough to read a sentence twice. */
const TOAST_MS = 8000;

const timed = new Set<string>();

/** Lets each toast go by itself after a while; called after each drawing. */
export function timeToasts(page: Page): void {
  const once = (key: string, dismiss: () => void) => {
    if (timed.has(key)) return;
    timed.add(key);
    setTimeout(dismiss, TOAST_MS);
  };
  const { me, toasts } = page.world;
  for (const { id } of toasts) {
    const dismiss = () => {
      const isStillMine = page.world.me.id === me.id && page.world.toasts.some((one) => one.id === id);
      if (isStillMine) void page.act({ type: 'dismissToast', toastId: id });
      timed.delete(`${me.id} ${id}`);
    };
    once(`${me.id} ${id}`, dismiss);
  }
  for (const { id } of page.ui.notices) {
    const dismiss = () => page.change((ui) => (ui.notices = ui.notices.filter((one) => one.id !== id)));
    once(`notice ${id}`, dismiss);
  }
}
