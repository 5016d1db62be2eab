import { isApp, type Page } from '../page.ts';
import { h, type VNode } from '../ui/h.ts';

/** Backgrounds in the style sheet: `.tint-0` to `.tint-7`. */
const TINTS = 8;

const tint = (text: string): number =>
  [...text].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973, 7) % TINTS;

/** Coloured initials; the app has its own sign. */
export function avatar(page: Page, userId: string, size: 'small' | 'large' = 'large'): VNode {
  if (isApp(page, userId)) {
    return h(
      'span',
      { class: `avatar avatar-${size} avatar-app`, 'aria-hidden': 'true' },
      page.world.app.name.slice(0, 1),
    );
  }
  const name = page.names.person(userId) ?? '?';
  const place = Math.max(
    0,
    page.world.people.findIndex((one) => one.id === userId),
  );
  const shade = place < TINTS ? place : tint(userId);
  return h(
    'span',
    { class: `avatar avatar-${size} tint-${shade}`, 'aria-hidden': 'true' },
    name.slice(0, 1).toUpperCase(),
  );
}
