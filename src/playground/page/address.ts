/// <reference lib="dom" />
import type { Ui } from './page.ts';

/** Person, conversation and thread from the address, `#U0MIA/C0MARKETING/1700000000.000100`; missing parts are ''. */
export function placeInAddress(): { as: string; where: string; thread: string | undefined } {
  const [as = '', where = '', thread] = decodeURIComponent(location.hash.slice(1)).split('/');
  return { as, where, thread: thread || undefined };
}

/** Keeps the address in step, so that a reload or a copied link comes back to the same place. */
export function writeAddress(ui: Ui): void {
  const hash = `#${[ui.as, ui.where, ui.thread].filter((part) => part !== undefined && part !== '').join('/')}`;
  if (location.hash !== hash) history.replaceState(null, '', hash);
}
