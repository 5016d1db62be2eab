import { describe, expect, it } from 'vitest';
import { linksOf, mentionsOf } from '#playground/strict/mentions.ts';

const verbatim = (text: string) => ({ blocks: [{ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } }] });
const loose = (text: string) => ({ blocks: [{ type: 'context', elements: [{ type: 'mrkdwn', text }] }] });
const plain = (text: string) => ({ blocks: [{ type: 'header', text: { type: 'plain_text', text } }] });
const rich = (...elements: object[]) => ({
  blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }],
});

describe('control forms notify even when verbatim', () => {
  it.each([
    ['<!channel>'],
    ['<!here>'],
    ['<!here|here>'],
    ['<!everyone>'],
    ['<!subteam^S1>'],
    ['<!subteam^S1|@it>'],
    ['<@U1>'],
    ['<@W1|mei>'],
    ['<#C1>'],
    ['<#C1|general>'],
  ])('%s', (form) => {
    expect(mentionsOf(verbatim(`hello ${form}!`))).toEqual([form]);
    expect(mentionsOf({ text: form, parse: 'none' })).toEqual([form]);
  });
});

describe('plain words', () => {
  const words = [
    '@here',
    '@channel',
    '@everyone',
    '@Here',
    '#general',
    '#採購',
    'https://example.com/a?b',
    'www.a.b',
    'monday.com',
  ];
  it.each(words)('%s counts in mrkdwn that is not verbatim', (word) => {
    expect(mentionsOf(loose(`see ${word} now`))).toEqual([`${word} (not verbatim)`]);
  });
  it.each(words)('%s is quiet in verbatim mrkdwn, plain text, and text with parse none', (word) => {
    expect(mentionsOf({ ...verbatim(word), text: word, parse: 'none' })).toEqual([]);
    expect(mentionsOf(plain(word))).toEqual([]);
  });
  it.each(words)('%s counts in top-level text', (word) => {
    expect(mentionsOf({ text: word })).toEqual([`${word} (text without parse none)`]);
  });
  it('count again once link_names is set', () => {
    expect(mentionsOf({ text: '@here', parse: 'none', link_names: true })).toHaveLength(1);
  });
  it('count in markdown blocks and attachments', () => {
    expect(mentionsOf({ blocks: [{ type: 'markdown', text: '@here' }] })).toEqual(['@here (markdown)']);
    expect(mentionsOf({ parse: 'none', attachments: [{ pretext: '<!here>' }, loose('@here')] })).toEqual([
      '<!here>',
      '@here (not verbatim)',
    ]);
  });
});

describe('what is no mention', () => {
  it.each([
    'a@hereford',
    'C#',
    'a #',
    'me@nowhere',
    'v1.2',
    '&amp;',
    '<!date^1700000000^{date}|today>',
    'BUY-17',
    '&lt;!channel&gt;',
  ])('%s', (text) => {
    expect(mentionsOf(loose(text))).toEqual([]);
  });
  it('a link that was written as one', () => {
    expect(mentionsOf(loose('<https://example.com|#general>'))).toEqual([]);
  });
  it('a message that is none', () => {
    expect(mentionsOf(undefined)).toEqual([]);
  });
});

describe('rich text', () => {
  it('mentions by its elements, not by its words', () => {
    const message = rich(
      { type: 'text', text: '@here <!channel>' },
      { type: 'broadcast', range: 'here' },
      { type: 'user', user_id: 'U1' },
      { type: 'usergroup', usergroup_id: 'S1' },
      { type: 'channel', channel_id: 'C1' },
    );
    expect(mentionsOf(message)).toEqual(['<!here>', '<@U1>', '<!subteam^S1>', '<#C1>']);
  });
});

it('names each mention once', () => {
  expect(mentionsOf({ ...verbatim('<@U1> and <@U1>'), text: '<@U1>' })).toEqual(['<@U1>']);
});

describe('links', () => {
  it('are found in mrkdwn, in text and in rich text', () => {
    const link = rich({ type: 'link', url: 'https://c.tw', text: 'c' }, { type: 'link', url: 'https://d.tw' });
    const message = {
      text: '<https://a.tw>',
      blocks: [...verbatim('<https://b.tw|b> <mailto:m@b.tw|m>').blocks, ...link.blocks],
    };
    expect(linksOf(message)).toEqual([
      '<https://a.tw>',
      '<https://b.tw|b>',
      '<mailto:m@b.tw|m>',
      '<https://c.tw|c>',
      '<https://d.tw>',
    ]);
  });
  it('are not buttons, nor links without address', () => {
    const button = { type: 'button', url: 'https://a.tw' };
    expect(linksOf({ blocks: [button, ...rich({ type: 'link', text: 'a' }).blocks] })).toEqual([]);
  });
  it('are not people, channels or bare addresses', () => {
    expect(linksOf(loose('<@U1> <#C1|a> <!here> https://a.tw'))).toEqual([]);
  });
});
