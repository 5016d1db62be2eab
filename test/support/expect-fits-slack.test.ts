import { AssertionError } from 'node:assert';
import { describe, expect, it } from 'vitest';
import { expectFitsSlack, expectMessageFitsSlack, expectViewFitsSlack } from './expect-fits-slack.ts';

const header = (text: string) => ({ type: 'header', text: { type: 'plain_text', text } });
const title = { type: 'plain_text', text: 'Buy a tool' };

describe('what fits passes in silence', () => {
  it('blocks, views and messages', () => {
    expectFitsSlack([header('Hello')]);
    expectFitsSlack([{ type: 'alert', text: title }], 'modal');
    expectViewFitsSlack({ type: 'modal', title, blocks: [header('Hello')] });
    expectMessageFitsSlack({ text: 'Hello', blocks: [header('Hello')] });
  });
});

describe('what does not fit throws with every refusal', () => {
  it('in blocks', () => {
    const blocks = [header(''), header('x'.repeat(151))];
    expect(() => expectFitsSlack(blocks)).toThrow(AssertionError);
    expect(() => expectFitsSlack(blocks)).toThrowErrorMatchingInlineSnapshot(`
      [AssertionError: Slack would refuse these blocks in a message:
        invalid_blocks at /blocks/0/text/text: has 0 characters; Slack wants at least 1
        invalid_blocks at /blocks/1/text/text: has 151 characters; Slack takes at most 150]
    `);
  });
  it('in blocks on the wrong surface', () => {
    expect(() => expectFitsSlack([{ type: 'alert', text: title }])).toThrow('alert may not stand in a message');
  });
  it('in a view', () => {
    expect(() => expectViewFitsSlack({ type: 'modal', blocks: [] })).toThrow('/view/title');
  });
  it('in a message, by its method', () => {
    const message = { text: 'x'.repeat(4001) };
    expectMessageFitsSlack(message);
    expect(() => expectMessageFitsSlack(message, 'chat.update')).toThrow('msg_too_long at /text');
  });
});
