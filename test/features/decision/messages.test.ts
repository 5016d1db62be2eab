import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Delivery } from '#outbox/outbox.ts';
import { linksOf, mentionsOf } from '#playground/strict/mentions.ts';
import { everythingSaid } from '#test/support/everything-said.ts';
import { expectMessageFitsSlack } from '#test/support/expect-fits-slack.ts';
import { ALL_NASTY, NASTY } from '#test/support/nasty.ts';
import { LANGUAGES } from '#text/text.ts';

/** As the sender puts it. */
const sent = ({ text, blocks }: Delivery) => ({ text, blocks, parse: 'none', link_names: false });

function fitsSlack(delivery: Delivery): void {
  expectMessageFitsSlack(sent(delivery), delivery.to === 'card' ? 'chat.update' : 'chat.postMessage');
}

const repeated = (sign: string) => (max: number) => sign.repeat(Math.max(1, Math.floor(max / sign.length)));

describe.each(LANGUAGES)('in %s every message fits Slack', (language) => {
  it.each(['&', '<', '*', '字', '👨‍👩‍👧‍👦', '\n', 'a b ', '\u202E', '`'])(
    'with the longest words, all of %j',
    async (sign) => {
      const said = await everythingSaid(repeated(sign), language);
      expect(said.length).toBeGreaterThan(60);
      for (const delivery of said) fitsSlack(delivery);
    },
  );

  it('with the shortest words', async () => {
    for (const delivery of await everythingSaid(() => 'x', language)) fitsSlack(delivery);
  });

  it('with any words', async () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
    );
    const law = fc.asyncProperty(words, async (typed) => {
      for (const delivery of await everythingSaid((max) => typed.slice(0, max), language)) fitsSlack(delivery);
    });
    await fc.assert(law, { numRuns: 25 });
  });

  it.each(Object.entries({ ...NASTY, 'all of it': ALL_NASTY }))(
    'and %s notifies nobody and links nowhere',
    async (_, nasty) => {
      const plain = await everythingSaid(() => 'x', language);
      const said = await everythingSaid((max) => nasty.slice(0, max), language);
      for (const [index, delivery] of said.entries()) {
        fitsSlack(delivery);
        expect(mentionsOf(sent(delivery))).toEqual(mentionsOf(sent(plain[index] ?? delivery)));
        expect(
          linksOf(sent(delivery)).filter(
            (link) =>
              !link.startsWith('<https://harbour.slack.example/') && !link.startsWith('<https://tandem.slack.example/'),
          ),
        ).toEqual([]);
      }
    },
  );
});
