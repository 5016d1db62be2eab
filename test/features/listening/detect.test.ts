import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDetector } from '#features/listening/detector/detect.ts';
import { learntWeights } from '#features/listening/detector/weights-file.ts';
import { openHearing } from '#features/listening/hear.ts';

const hear = openHearing();
const detector = openDetector(learntWeights());

describe('a purchase on its way', () => {
  it.each([
    ['exploring', 'Thinking about signing up our team for Miro, 12 seats. Anyone used it?', ['Miro']],
    ['comparing', 'Bugsnag or Rollbar? Rollbar has the cheaper plan', ['Bugsnag', 'Rollbar']],
    ['trial', 'Day three of our Quillstack trial, legal likes it so far', ['Quillstack']],
    ['quote', 'HubSpot sent us a quote, 900 a month for the paid plan. Who can negotiate?', ['HubSpot']],
    ['renewal', 'our Zoom licences renew on the 3rd, do we keep all 40?', ['Zoom']],
    ['quote', '廠商的報價單來了，筆電一台三萬二，這價錢可以嗎', []],
    ['exploring', '有人用過 Ragic 嗎？我們組想買一套來管出貨單', ['Ragic']],
    ['renewal', 'Adobe 下個月要續約了，這十二個席次真的都還有人用嗎', ['Adobe']],
    ['quote', 'Zendesk 的 rep 說 quote 明天給，50 個 seat 一年要三萬美', ['Zendesk']],
  ])('is heard as %s: %s', async (stage, message, tools) => {
    expect(await hear(message)).toMatchObject({ stage, tools });
  });

  it('is told apart by the words that decided it, which stand in the message', async () => {
    const message = 'Morning all. HubSpot sent us a quote, 900 a month for the paid plan. Who can negotiate?';
    const heard = await hear(message);
    expect(message).toContain(heard?.reason);
    expect(heard?.reason).toContain('quote');
  });

  it('names the kind of tool in the author’s own word', async () => {
    expect(await hear('廠商的報價單來了，筆電一台三萬二，這價錢可以嗎')).toMatchObject({ kind: '筆電' });
  });

  it('is heard in the middle of a long message', async () => {
    const talk = 'We met the new colleagues on Tuesday and walked along the river for an hour. '.repeat(40);
    expect(await hear(`${talk}HubSpot sent us a quote, 900 a month for the paid plan. ${talk}`)).toMatchObject({
      tools: ['HubSpot'],
    });
  });
});

describe('ordinary talk', () => {
  it.each([
    'Could somebody give me access to the Figma file? I started this week',
    'Jira is slow again today, is it only me?',
    'The customer wants to start a trial in May, and asked us for a quote on 50 seats',
    'I bought a new bike for my daughter yesterday',
    'two years ago we paid for three different wikis',
    'no new subscriptions until next year, we are good with what we have',
    'please renew the token in the test, the subscription callback is called twice',
    'ordering pizza for the release party, tell me about allergies',
    '幫我開一下 Metabase 的權限，謝謝',
    '客戶想試用到月底，報價先幫他保留',
    '這個方案主管沒有買單，我們重想一版',
    '晚上訂便當，葷素各幾個報一下',
    '訂閱的事件要記得取消，不然測試會一直跑',
    '先不要買，等明年預算再說',
  ])('is not taken for one: %s', async (message) => {
    expect(await hear(message)).toBeUndefined();
  });

  const PURCHASE = 'HubSpot sent us a quote, 900 a month for the paid plan. Who can negotiate?';

  it.each([
    ['a code block', `look:\n\`\`\`\n${PURCHASE}\n\`\`\``],
    ['code in a line', `look: \`${PURCHASE}\``],
    ['a quote', `&gt; ${PURCHASE}\nnice`],
    ['a link’s label', `see <https://example.com/a|${PURCHASE}>`],
  ])('is not what stands in %s', async (_, message) => {
    expect(await hear(message)).toBeUndefined();
  });
});

describe('any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom('買', '報價', ' ', 'Figma', 'quote', '`', '>', '<', '&', '12k', '。', '\n', 'ＡＢ', '😀', "'s"),
      )
      .map((parts) => parts.join('')),
  );

  it('gets a score, and names and a reason that stand in it', () => {
    fc.assert(
      fc.property(text, (message) => {
        expect(detector.score(message)).not.toBeNaN();
        const { tools, reason, kind = '' } = detector.listen(message);
        const plain = message.replaceAll(/&(?:amp|lt|gt);/g, (entity) => entity);
        for (const tool of tools) expect(plain).toContain(tool);
        expect(reason.length + kind.length).toBeLessThanOrEqual(2 * message.length);
      }),
    );
  });

  it('gets the same score again, whatever was read between', () => {
    fc.assert(
      fc.property(text, text, (message, other) => {
        const first = detector.score(message);
        detector.listen(other);
        expect(detector.score(message)).toBe(first);
      }),
    );
  });
});
