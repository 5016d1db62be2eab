import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenIn } from '#features/listening/detector/spoken.ts';

/** What is left, with the gaps closed. */
const heard = (message: string) => spokenIn(message).replaceAll(/\s+/g, ' ').trim();

describe('what a person says is read as they said it', () => {
  it.each([
    ['words', 'Thinking about Figma', 'Thinking about Figma'],
    ['words over lines', 'Thinking about\nFigma', 'Thinking about Figma'],
    ['Chinese', '想買 Figma，有人用過嗎？', '想買 Figma，有人用過嗎？'],
    ['signs that Slack sends as entities', 'R&amp;D needs &lt;3 seats', 'R& D needs < 3 seats'],
    ['an entity in full', 'we write &amp;lt; here', 'we write & lt; here'],
    ['a time', 'at 10:30 Figma: yes', 'at 10:30 Figma: yes'],
    ['a greater-than sign inside a line', 'a &gt; b', 'a > b'],
    ['one backtick', "it's `odd", "it's `odd"],
  ])('%s', (_, message, spoken) => {
    expect(heard(message)).toBe(spoken);
  });

  it('nothing in it stands elsewhere than in the message', () => {
    const message = 'R&amp;D and <@U0MIA|mia> like <https://figma.com/pricing|Figma> `code` :smile: for Sketch';
    for (const word of ['and', 'like', 'for', 'Sketch']) {
      expect(spokenIn(message).indexOf(word)).toBe(message.indexOf(word));
    }
  });
});

describe('what nobody says is not read', () => {
  it.each([
    ['code in a line', 'run `npm buy figma` now', 'run now'],
    ['two codes in a line', '`buy` or `trial` now', 'or now'],
    ['a block of code', 'see\n```\nbuy figma\n&gt; trial\n```\nnow', 'see now'],
    ['a block of code in a line', 'see ```buy figma``` now', 'see now'],
    ['a block of code that nobody closed', 'see ```buy figma\ntrial', 'see'],
    ['a quote', '&gt; shall we buy Figma?\nno', 'no'],
    ['a quote as people paste it', '> shall we buy Figma?\nno', 'no'],
    ['a quote in a quote', '&gt;&gt; buy\n  &gt; trial\nno', 'no'],
    ['a link', 'see <https://figma.com/buy> now', 'see now'],
    ['a link and its label', 'see <https://figma.com|buy Figma> now', 'see now'],
    ['a bare link', 'see https://figma.com/buy now', 'see now'],
    ['a bare link without protocol', 'see www.figma.com/buy now', 'see now'],
    ['a bare link before Chinese', '看 https://figma.com/buy，不錯', '看 ，不錯'],
    ['mail', 'ask <mailto:buy@figma.com|buy@figma.com> now', 'ask now'],
    ['a date', 'by <!date^1^{date}|the trial> now', 'by now'],
    ['everyone', '<!here> now', 'now'],
    ['a group', '<!subteam^S1|@buyers> now', 'now'],
    ['a channel', 'in <#C0BUY|trial-and-buy> now', 'in now'],
    ['an emoji', 'now :moneybag::buy_it:', 'now'],
  ])('%s', (_, message, spoken) => {
    expect(heard(message)).toBe(spoken);
  });

  it('who is mentioned; only that somebody is', () => {
    expect(heard('<@U0MIA|mia.buyer> and <@W0EVE> now')).toBe('@u and @u now');
  });
});

describe('whatever a message holds', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom('`', '```', '>', '&gt;', '&lt;', '&amp;', '&', '<', '<@U', '<@U1>', '<@', '<#C1|', '<!here>', '|'),
    fc.constantFrom('https://', 'www.', ':', ':a:', '\n', '\r\n', ' ', '\t', '，', '💸', '\ud83d', 'buy'),
  );

  it('it keeps its length, so that places stay true', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const message = pieces.join('');
        expect(spokenIn(message)).toHaveLength(message.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ...['`', '```', '``` ', '<', '<@', '<@U|', '<@U1>', '<#C|', '<!', '>', '> ', '>\n', '&gt;', '&', '&amp', '&amp;'],
    ...[':', ':a', ':aa:', 'https://', 'www.', 'www.a', 'a', ' ', '\n', '\t \n', '長', '<https://a.b|c>', '|>'],
  ])('40,000 characters of %j are read in 100 milliseconds', (part) => {
    const message = part.repeat(40_000 / part.length);
    const begun = performance.now();
    spokenIn(message);
    expect(performance.now() - begun).toBeLessThan(100);
  });
});
