import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mrkdwn } from '#playground/page/text/mrkdwn.ts';
import { textOf, type VNode } from '#playground/page/ui/h.ts';
import { aPage } from './a-page.ts';

const { names } = aPage();
const SHOWN_PROPS = new Set(['href', 'title']);

/** Nodes as short markup, to compare with. */
function shown(node: VNode): string {
  if (node.tag === '#text') return node.text;
  const props = Object.entries(node.props).filter(([name]) => SHOWN_PROPS.has(name));
  const inside = node.children.map((child) => shown(child)).join('');
  if (node.tag === 'div') return inside;
  return `<${node.tag}${props.map(([name, value]) => ` ${name}=${String(value)}`).join('')}>${inside}</${node.tag}>`;
}
const draw = (text: string, verbatim = false) =>
  mrkdwn(text, names, verbatim)
    .map((node) => shown(node))
    .join('\n');

const nodesOf = (node: VNode): VNode[] => [node, ...node.children.flatMap((child) => nodesOf(child))];

describe('mrkdwn', () => {
  it.each([
    ['*bold* _italic_ ~gone~ `code`', '<b>bold</b> <i>italic</i> <s>gone</s> <code>code</code>'],
    ['*bold and _both_*', '<b>bold and <i>both</i></b>'],
    ['snake_case_name and 2*3*4', 'snake_case_name and 2*3*4'],
    ['這是*粗體*嗎', '這是*粗體*嗎'],
    ['&lt;b&gt; &amp;amp;', '<b> &amp;'],
    ['`*not bold* &lt;i&gt;`', '<code>*not bold* <i></code>'],
    [':tada: :no_such_thing:', '🎉 :no_such_thing:'],
    ['<@U0EVE> in <#C0MKT>', '<button>@Eve</button> in <button>#marketing</button>'],
    ['<!here>', '<span>@here</span>'],
    ['<mailto:a@example.com|write>', '<a href=mailto:a@example.com title=mailto:a@example.com>write</a>'],
  ])('draws %s as Slack does', (text, expected) => {
    expect(draw(text)).toBe(expected);
  });

  it('writes dates in the reader’s zone and language', () => {
    expect(draw('<!date^1767585600^{date_short_pretty} at {time}|fallback>').replace('\u202f', ' ')).toBe(
      '<time title=fallback>today at 12:00 PM</time>',
    );
    const chinese = mrkdwn('<!date^1767585600^{date_long}|x>', aPage('zh-TW').names).map((node) => textOf(node));
    expect(chinese.join('')).toMatch(/^2026年1月5日 ?星期一$/);
  });

  it('links bare addresses and #names unless verbatim', () => {
    const text = 'https://example.com/a?b=1&amp;c=2. See #marketing';
    expect(draw(text)).toContain('href=https://example.com/a?b=1&c=2');
    expect(draw(text)).toContain('<button>#marketing</button>');
    expect(draw(text, true)).toBe('https://example.com/a?b=1&c=2. See #marketing');
  });

  it('joins quoted lines and keeps code blocks as they are', () => {
    expect(draw('&gt; one\n&gt; two\nthree')).toBe('<blockquote>onetwo</blockquote>\nthree');
    expect(draw('before\n```\n*a*\n  b\n```\nafter')).toBe('before\n<pre>*a*\n  b</pre>\nafter');
  });

  it('makes no link of an address that could run something', () => {
    expect(draw('<javascript:alert(1)|click>')).toBe('<javascript:alert(1)|click>');
    expect(draw('<data:text/html,hi|click>')).not.toContain('<a');
  });

  it('has only known tags and safe addresses, whatever people type', () => {
    const tags = new Set(['#text', 'div', 'span', 'b', 'i', 's', 'a', 'code', 'pre', 'blockquote', 'button', 'time']);
    const piece = fc.constantFrom(
      '<',
      '>',
      '|',
      '*',
      '_',
      '~',
      '`',
      '```',
      '\n',
      '&lt;',
      'javascript:',
      'https://a.b',
      '@',
      '#',
      '!date^',
      '^',
      'x',
      ' ',
      ':',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const node of mrkdwn(pieces.join(''), names).flatMap((one) => nodesOf(one))) {
          expect(tags).toContain(node.tag);
          if (node.tag === 'a') expect(String(node.props.href)).toMatch(/^(https?:\/\/|mailto:)/i);
        }
      }),
    );
  });
});
