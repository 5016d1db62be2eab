import fc from 'fast-check';
import { expect, it } from 'vitest';
import { refusalsOfBlocks } from '#playground/strict/blocks.ts';
import { linksOf, mentionsOf } from '#playground/strict/mentions.ts';
import { refusalsOfMessage } from '#playground/strict/message.ts';
import { refusalsOfOptions } from '#playground/strict/options-answer.ts';
import { messagesOf } from '#playground/strict/refusal.ts';
import { refusalsOfView } from '#playground/strict/view.ts';

const types =
  'section actions input context card carousel container table data_table data_visualization plan rich_text';
const fields =
  'type text elements element accessory rows chart child_blocks tasks title fields blocks attachments metadata';

/** JSON that looks like Block Kit at first glance, and goes wrong anywhere. */
const { tree: almostBlock } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom(...types.split(' ')),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...fields.split(' ')), tie('tree'), { maxKeys: 4 }),
  ),
}));

it('answers whatever it is given, and never throws', () => {
  fc.assert(
    fc.property(almostBlock, (value) => {
      const all = [
        ...refusalsOfBlocks([value], 'message'),
        ...refusalsOfBlocks(value, 'modal'),
        ...refusalsOfView(value),
        ...refusalsOfMessage(value, 'chat.update'),
        ...refusalsOfOptions(value),
      ];
      expect(messagesOf(all).every((line) => /^\[ERROR\] .+ \[json-pointer:.*\]$/s.test(line))).toBe(true);
      expect([...mentionsOf(value), ...linksOf(value)].every((each) => typeof each === 'string')).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('escapes what is special in a pointer', () => {
  expect(refusalsOfBlocks([{ type: 'divider', 'a/b~': 1 }], 'home')).toMatchObject([{ pointer: '/blocks/0/a~1b~0' }]);
});

it('words a refusal as Slack does', () => {
  expect(messagesOf(refusalsOfBlocks([{ type: 'header' }], 'message'))).toEqual([
    '[ERROR] text is missing; Slack requires it [json-pointer:/blocks/0/text]',
  ]);
});
