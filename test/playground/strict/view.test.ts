import { describe, expect, it } from 'vitest';
import { refusalsOfView } from '#playground/strict/view.ts';
import { chars, mrkdwn, plain, refusesEach, takesEach, times } from './plant.ts';

const input = { type: 'input', label: plain(), element: { type: 'plain_text_input' } };
const section = { type: 'section', text: plain() };
const ids = { callback_id: chars(255), external_id: chars(255), private_metadata: chars(3000) };
const check = (valid: object) => ({ valid, refusals: refusalsOfView, prefix: '/view', error: 'invalid_arguments' });

describe('a modal', () => {
  const buttons = { submit: plain(24), close: plain(24), clear_on_close: true, notify_on_close: true };
  const modal = check({ type: 'modal', title: plain(24), ...buttons, ...ids, blocks: [input, section] });
  refusesEach(modal, [
    ['a long title', '/title', plain(25), '/title/text'],
    ['no title', '/title', undefined],
    ['a title in markup', '/title', mrkdwn()],
    ['a bare title', '/title', 'Buy'],
    ['a long submit', '/submit', plain(25), '/submit/text'],
    ['a long close', '/close', plain(25), '/close/text'],
    ['an input without submit', '/submit', undefined],
    ['long private_metadata', '/private_metadata', chars(3001)],
    ['private_metadata as an object', '/private_metadata', {}],
    ['a long callback_id', '/callback_id', chars(256)],
    ['a long external_id', '/external_id', chars(256)],
    ['clear_on_close in words', '/clear_on_close', 'yes'],
    ['no blocks', '/blocks', undefined],
    ['fields of an answer', '/hash', 'abc'],
    ['a bad block', '/blocks/0/label', plain(2001), '/blocks/0/label/text'],
    ['a block for messages', '/blocks/1', { type: 'markdown', text: 'a' }],
    ['101 blocks', '/blocks', times(101, () => section)],
    ['another type', '/type', 'workflow_step'],
  ]);
  takesEach(modal, [['no blocks to show', '/blocks', []]]);
  takesEach(check({ type: 'modal', title: plain(), blocks: [section] }), [
    ['no submit without inputs', '/close', undefined],
  ]);
});

describe('App Home', () => {
  refusesEach(check({ type: 'home', ...ids, blocks: [input] }), [
    ['a title', '/title', plain()],
    ['a submit', '/submit', plain()],
    ['an alert', '/blocks/0', { type: 'alert', text: plain() }],
  ]);
});

describe('the whole view', () => {
  // 81 blocks at their limit and one that fills up to the byte.
  const full = (lastChars: number) => ({
    type: 'home',
    blocks: [...times(81, () => ({ type: 'section', text: plain(3000) })), { type: 'section', text: plain(lastChars) }],
  });
  const bytesWithout = Buffer.byteLength(JSON.stringify(full(0)));

  it('takes exactly 250,000 bytes', () => {
    expect(refusalsOfView(full(250_000 - bytesWithout))).toEqual([]);
  });
  it('refuses a byte more', () => {
    const refused = refusalsOfView(full(250_001 - bytesWithout));
    expect(refused).toMatchObject([{ error: 'view_too_large', pointer: '/view' }]);
  });
  it.each([[undefined], [null], ['{}'], [[]]])('refuses %j as a view', (view) => {
    expect(refusalsOfView(view)).toMatchObject([{ error: 'invalid_arguments', pointer: '/view' }]);
  });
  it('refuses blocks in a string', () => {
    const refused = refusalsOfView({ type: 'home', blocks: '[]' });
    expect(refused).toMatchObject([{ error: 'invalid_blocks_format', pointer: '/view/blocks' }]);
  });
});
