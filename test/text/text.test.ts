import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, mention, trusted } from '#slack/mrkdwn.ts';
import { LANGUAGES, languageOf, textFor } from '#text/text.ts';

const en = textFor('en');
const zhTw = textFor('zh-TW');

/** What people may type that looks like a text's own workings, or like Slack's. */
const TRICKY = [
  '{{id}}',
  '{{outcome}}',
  '{{- id}}',
  '$t(help.title)',
  '$t(status.none, {"count": 2})',
  '<!channel>',
  '<@U0EVE>',
  '&amp;',
  '&lt;!here&gt;',
  '$&',
  '$1',
  '*bold* `code`',
  '',
];

describe('plain', () => {
  it.each(TRICKY)('shows %j exactly as typed', (typed) => {
    expect(en.plain('card.title', { id: typed, outcome: typed })).toBe(`${typed} · ${typed}`);
    expect(zhTw.plain('status.unknown', { words: typed })).toContain(`「${typed}」`);
  });

  it('shows any words exactly as typed', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom(...TRICKY)).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(words, words, (id, outcome) => {
        expect(en.plain('card.title', { id, outcome })).toBe(`${id} · ${outcome}`);
      }),
    );
  });
});

describe('mrkdwn', () => {
  it.each(TRICKY)('escapes %j once', (typed) => {
    const { mrkdwn } = en.mrkdwn('card.title', { id: typed, outcome: typed });
    expect(mrkdwn).toBe(`${escapeText(typed)} · ${escapeText(typed)}`);
  });

  it('escapes so that nobody is called by what somebody typed', () => {
    const { mrkdwn } = zhTw.mrkdwn('status.unknown', { words: '<!channel> &amp;' });
    expect(mrkdwn).toContain('「&lt;!channel&gt; &amp;amp;」');
  });

  it('escapes any words once, and fills in nothing that they ask for', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom(...TRICKY)).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(words, words, (id, outcome) => {
        expect(en.mrkdwn('card.title', { id, outcome }).mrkdwn).toBe(`${escapeText(id)} · ${escapeText(outcome)}`);
      }),
    );
  });

  it('keeps what is mrkdwn already', () => {
    expect(zhTw.mrkdwn('supported.text', { by: mention('U0EVE') })).toEqual(trusted('<@U0EVE> 也支持。'));
  });

  it('keeps texts inside texts as they were made', () => {
    const vendor = en.mrkdwn('intake.owned.vendor', { vendor: 'Ink & Co' });
    const owned = en.mrkdwn('intake.owned', { tool: 'Sketch<1>', vendor, owner: '', seats: '' });
    expect(owned.mrkdwn).toContain('*Sketch&lt;1&gt;* by Ink &amp; Co.');
  });

  it('fills in numbers', () => {
    expect(zhTw.plain('card.people-count', { count: 5 })).toBe('5 人用');
    expect(en.mrkdwn('card.people-count', { count: 0 }).mrkdwn).toBe('for 0 people');
  });
});

describe('each reader gets their language', () => {
  it.each([
    ['zh-TW', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh-CN', 'zh-TW'],
    ['ZH_tw', 'zh-TW'],
    ['en-GB', 'en'],
    ['en-US', 'en'],
    ['ja-JP', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('%s reads %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });

  it('falls back to the workspace’s language only for readers without a locale', () => {
    expect(languageOf(undefined, 'zh-TW')).toBe('zh-TW');
    expect(languageOf('en-GB', 'zh-TW')).toBe('en');
  });

  it.each(LANGUAGES)('%s texts know their language', (language) => {
    expect(textFor(language).language).toBe(language);
  });
});
