import { expect, it } from 'vitest';
import type { Refusal } from '#playground/strict/refusal.ts';

export const chars = (count: number): string => 'x'.repeat(count);
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
export const plain = (count = 4) => ({ type: 'plain_text', text: chars(count) });
export const mrkdwn = (count = 4) => ({ type: 'mrkdwn', text: chars(count), verbatim: true });
export const option = (value = 'a', text = 4) => ({ text: plain(text), value });
export const image = () => ({ type: 'image', image_url: 'https://example.com/a.png', alt_text: 'A chart' });
export const rich = (text = 'hello') => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});
export const url = (count: number) => `https://example.com/${chars(count - 20)}`;

/** A copy with one field changed; `undefined` takes it away. */
export function plant(value: unknown, pointer: string, planted: unknown): unknown {
  const [, key, ...rest] = pointer.split('/');
  if (key === undefined) return planted;
  const inner = plant(Object(value)[key], ['', ...rest].join('/'), planted);
  if (Array.isArray(value)) return value.with(Number(key), inner);
  return { ...Object(value), [key]: inner };
}

/** The name of a violation, where it is planted, what is planted, and where it is refused if elsewhere. */
export type Violation = [name: string, at: string, planted: unknown, refusedAt?: string];

export type Check = {
  valid: unknown;
  refusals: (value: unknown) => Refusal[];
  /** What stands before the pointers of the violations in those of the refusals. */
  prefix?: string;
  error?: string;
};

/** The valid payload passes, and each violation planted in it is refused: that one alone, at the right place. */
export function refusesEach(check: Check, violations: Violation[]): void {
  const { valid, refusals, prefix = '', error = 'invalid_blocks' } = check;
  it('takes it at its limits', () => {
    expect(refusals(valid)).toEqual([]);
  });
  it.each(violations)('refuses %s', (_name, at, planted, refusedAt = at) => {
    const found = refusals(plant(valid, at, planted));
    expect(found.map((each) => [each.error, each.pointer])).toEqual([[error, `${prefix}${refusedAt}`]]);
    expect(found[0]?.why).toMatch(/\w+ \w+/);
  });
}

/** Changes that stay within what Slack takes. */
export function takesEach({ valid, refusals }: Check, changes: Violation[]): void {
  it.each(changes)('takes %s', (_name, at, planted) => {
    expect(refusals(plant(valid, at, planted))).toEqual([]);
  });
}
