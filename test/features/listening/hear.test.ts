import { describe, expect, it } from 'vitest';
import { openHearing } from '#features/listening/hear.ts';
import { intentOf } from '#features/listening/listening.deps.ts';
import { aDetector, clearnessOf } from '#test/support/a-detector.ts';

const ENGLISH = 'perhaps this one would help us';
const CHINESE = '這個多少錢';
const PRICES = '<https://www.figma.com/pricing?utm_source=mail|these>';

describe.each([
  ['English', ENGLISH],
  ['Chinese', CHINESE],
])('a message in %s', (_, words) => {
  const { clear, doubtful, nothing } = clearnessOf(words);
  const hears = (score: number, message: string) => openHearing(undefined, aDetector(score))(message);

  it('that is clear is heard, with the vendor that it links when it names none', () => {
    expect(hears(clear, words)).toMatchObject({ stage: 'exploring', tools: [] });
    expect(hears(clear, `${words} ${PRICES}`)).toMatchObject({ tools: ['figma'] });
  });

  it('that is doubtful is heard when it links to a page on which a vendor sells', () => {
    expect(hears(doubtful, words)).toBeUndefined();
    expect(hears(doubtful, `${words} ${PRICES}`)).toMatchObject({ tools: ['figma'] });
    expect(hears(doubtful, `${words} <https://www.figma.com/about>`)).toBeUndefined();
    expect(hears(doubtful, `${words} <https://github.com/acme/pricing>`)).toBeUndefined();
  });

  it('that is nothing stays nothing, whatever it links to', () => {
    expect(hears(nothing, `${words} ${PRICES}`)).toBeUndefined();
  });

  it('is not heard for a link in code or in a quote', () => {
    for (const unread of ['`curl https://figma.com/pricing`', '\n&gt; https://figma.com/pricing']) {
      expect(hears(doubtful, `${words} ${unread}`)).toBeUndefined();
    }
  });
});

it.each([PRICES, `${PRICES} ?`, `${PRICES} :eyes:`, `<@U0EVE> ${PRICES}`, `看看 ${PRICES}`])(
  'a link is not enough with next to nothing said beside it: %s',
  (message) => {
    const { doubtful } = clearnessOf(message);
    expect(openHearing(undefined, aDetector(doubtful))(message)).toBeUndefined();
  },
);

describe('another reader', () => {
  const { clear, doubtful, nothing } = clearnessOf(ENGLISH);

  async function reading(score: number, message: string, answer: boolean | undefined) {
    const shown: string[] = [];
    const ask = async (asked: string) => {
      shown.push(asked);
      return answer;
    };
    return { heard: await openHearing(ask, aDetector(score))(message), shown };
  }

  it('decides what is doubtful, and is shown nothing else', async () => {
    const intent = { stage: 'exploring', tools: [] };
    expect(await reading(doubtful, ENGLISH, true)).toMatchObject({ heard: intent, shown: [ENGLISH] });
    expect(await reading(doubtful, ENGLISH, false)).toEqual({ heard: undefined, shown: [ENGLISH] });
    expect(await reading(doubtful, ENGLISH, undefined)).toEqual({ heard: undefined, shown: [ENGLISH] });
    expect(await reading(clear, ENGLISH, false)).toMatchObject({ heard: intent, shown: [] });
    expect(await reading(nothing, ENGLISH, true)).toEqual({ heard: undefined, shown: [] });
    expect(await reading(doubtful, `${ENGLISH} ${PRICES}`, false)).toMatchObject({
      heard: { tools: ['figma'] },
      shown: [],
    });
  });

  it('is shown nothing that it may not see, and nothing of the past: that counts as heard', async () => {
    const hear = openHearing(() => expect.unreachable(), aDetector(doubtful));
    expect(await hear(ENGLISH, async () => false)).toBeUndefined();
    expect(hear(ENGLISH, 'heard')).toMatchObject({ stage: 'exploring' });
    expect(openHearing(undefined, aDetector(doubtful))(ENGLISH, 'heard')).toBeUndefined();
    expect(openHearing(() => expect.unreachable(), aDetector(nothing))(ENGLISH, 'heard')).toBeUndefined();
  });

  it('is shown what is said: no code, no quote, no link, nobody’s id', async () => {
    const message = [
      '<@U0MIA|mia> R&amp;D asks: `planted-code` <https://acme.com/planted-link|planted-label>',
      '&gt; planted-quote',
      '```planted-block```  which   one?',
    ].join('\n');
    const { shown } = await reading(doubtful, message, true);
    expect(shown).toEqual(['@u R& D asks: which one?']);
  });
});

it('a message without words is nothing, and nobody is asked about it', () => {
  const hear = openHearing(() => expect.unreachable());
  for (const message of ['', ' ', '`code`', '&gt; shall we buy Figma?', '<https://figma.com/pricing>', ':eyes:']) {
    expect(hear(message)).toBeUndefined();
  }
});

it('the words that decided are not kept', () => {
  const heard = openHearing(undefined, aDetector(20))(ENGLISH);
  if (!heard || heard instanceof Promise) throw new Error('It was not heard.');
  expect(intentOf(heard)).toEqual({ stage: 'exploring', tools: [] });
});
