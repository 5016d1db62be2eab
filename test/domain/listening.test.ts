import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChannelId } from '#domain/ids.ts';
import {
  answerNudge,
  decideNudge,
  type Heard,
  type HearingContext,
  isTooOftenWrong,
  NUDGE_ANSWERS,
  type Nudge,
  type NudgeAnswer,
  precisionOf,
  rehear,
  SHOWN_A_DAY_MAX,
  undoAnswer,
} from '#domain/listening.ts';
import { ANA, BEN, HOUR_MS, MEI, MONDAY, TEAM } from '#test/support/builders.ts';

const LUNCH = 'C0LUNCH' as ChannelId;
const HALL = 'C0HALL' as ChannelId;

const aHeard = (overrides: Partial<Heard> = {}): Heard => ({
  ...{ team: TEAM, channel: LUNCH, ts: '1.1', author: MEI, at: MONDAY, stage: 'exploring', tools: ['Figma'] },
  ...overrides,
});
const aNudge = (overrides: Partial<Nudge> = {}): Nudge => ({
  ...{ ...aHeard({ ts: '0.1' }), surface: 'here', isGone: false },
  ...overrides,
});
/** Nothing stands in the way. */
const known = (overrides: Partial<HearingContext> = {}): HearingContext => ({
  ...{ channel: { mode: 'on' }, isOffByOrg: false, author: {}, recent: [], openTools: [], shownToday: 0 },
  ...{ isThreadNudged: false, isDecisionThread: false },
  ...overrides,
});
const decided = (context: Partial<HearingContext>, heard: Partial<Heard> = {}): string => {
  const decision = decideNudge(aHeard(heard), known(context));
  return decision.ok ? decision.surface : decision.why;
};

describe('whoever is heard', () => {
  it('is asked beside the message when nothing stands in the way', () => {
    expect(decided({})).toBe('here');
  });

  it.each<[string, Partial<HearingContext>]>([
    ['off', { isOffByOrg: true }],
    ['off', { channel: { mode: 'off', by: ANA, since: MONDAY } }],
    ['not-me', { author: { off: true } }],
    ['not-me', { author: { off: false, offIn: [HALL, LUNCH] } }],
    ['under-way', { isDecisionThread: true }],
    ['same-thread', { isThreadNudged: true }],
    ['asked-before', { recent: [aNudge()] }],
    ['under-way', { openTools: ['Keynote writer', 'ｆＩＧＭＡ'] }],
    ['under-way', { openTools: ['Sketch / Figma'] }],
  ])('is not asked: %s', (why, context) => {
    expect(decided(context)).toBe(why);
    expect(decided({ ...context, shownToday: SHOWN_A_DAY_MAX })).toBe(why);
  });

  it('is asked where the wish was about another channel, and about another tool', () => {
    expect(decided({ author: { offIn: [HALL] } })).toBe('here');
    expect(decided({ openTools: ['Fig', 'Figma Studio'] })).toBe('here');
    expect(decided({ openTools: ['Figma'] }, { tools: [], kind: 'Figma' })).toBe('here');
  });

  it('is asked in App Home only where the channel is quiet, or had its share of the day', () => {
    expect(decided({ channel: { mode: 'quiet' } })).toBe('home');
    expect(decided({ shownToday: SHOWN_A_DAY_MAX - 1 })).toBe('here');
    expect(decided({ shownToday: SHOWN_A_DAY_MAX })).toBe('home');
  });
});

describe('a topic', () => {
  const isSame = (before: Partial<Nudge>, now: Partial<Heard>) =>
    decided({ recent: [aNudge({ tools: ['Other'] }), aNudge(before)] }, now) === 'asked-before';

  it('is any tool named in both, however it is spelled', () => {
    expect(isSame({ tools: ['Figma', 'Sketch'] }, { tools: ['Miro', 'ＳＫＥＴＣＨ'] })).toBe(true);
    expect(isSame({ tools: ['Figma'] }, { tools: ['Miro'] })).toBe(false);
  });

  it('is the kind of tool when none is named, and one and the same when neither is', () => {
    expect(isSame({ tools: [], kind: 'CRM' }, { tools: [], kind: 'crm' })).toBe(true);
    expect(isSame({ tools: [], kind: 'CRM' }, { tools: [], kind: '筆電' })).toBe(false);
    expect(isSame({ tools: [], kind: 'CRM' }, { tools: ['HubSpot'], kind: 'CRM' })).toBe(false);
    expect(isSame({ tools: [] }, { tools: [] })).toBe(true);
    expect(isSame({ tools: [] }, { tools: [], kind: 'CRM' })).toBe(false);
  });

  it('was asked about however it was answered, and also when the message is gone', () => {
    for (const is of NUDGE_ANSWERS) expect(isSame({ answer: { is, at: MONDAY } }, {})).toBe(true);
    expect(isSame({ isGone: true }, {})).toBe(true);
  });
});

const mixed = (yes: number, no: number): NudgeAnswer[] => [...Array(yes).fill('yes'), ...Array(no).fill('no')];
const anAnswer = fc.constantFrom(...NUDGE_ANSWERS);

describe('precision', () => {
  it('is yes over yes and no', () => {
    expect(precisionOf(['yes', 'no', 'never', 'never-here', 'yes'])).toEqual({ right: 2, of: 3 });
    expect(precisionOf([])).toEqual({ right: 0, of: 0 });
  });

  it('is too low below 14 of 20, and is not judged by fewer', () => {
    expect(isTooOftenWrong(mixed(14, 6))).toBe(false);
    expect(isTooOftenWrong(mixed(13, 7))).toBe(true);
    expect(isTooOftenWrong(mixed(0, 19))).toBe(false);
    expect(isTooOftenWrong([...mixed(0, 19), 'never'])).toBe(false);
  });

  it('is that of the newest 20 alone', () => {
    fc.assert(
      fc.property(fc.array(anAnswer, { maxLength: 80 }), (latest) => {
        const judged = latest.filter((is) => is === 'yes' || is === 'no').slice(0, 20);
        const wrong = judged.filter((is) => is === 'no').length;
        expect(isTooOftenWrong(latest)).toBe(judged.length === 20 && wrong > 6);
      }),
    );
    expect(isTooOftenWrong([...mixed(14, 6), ...mixed(0, 90)])).toBe(false);
    expect(isTooOftenWrong([...mixed(0, 7), ...mixed(90, 0)])).toBe(true);
  });
});

describe('an answer', () => {
  const at = MONDAY + HOUR_MS;
  const on = { channel: { mode: 'on' }, leads: [ANA, BEN] } as const;
  const answered = (is: NudgeAnswer, latest: NudgeAnswer[], nudge = aNudge()) =>
    answerNudge(nudge, { is, at }, { ...on, leads: [...on.leads], latest });

  it('stands in the nudge, and says nothing while the channel is heard well', () => {
    expect(answered('yes', [])).toStrictEqual({ nudge: aNudge({ answer: { is: 'yes', at } }), messages: [] });
    expect(answered('no', mixed(14, 5)).channel).toBeUndefined();
  });

  it('makes the channel quiet when it is the one too many, and tells each IT lead', () => {
    const { channel, messages } = answered('no', mixed(13, 6));
    expect(channel).toStrictEqual({ mode: 'quiet', since: at });
    const problem = { kind: 'channel-quiet', channel: LUNCH, right: 13, of: 20 };
    expect(messages).toEqual([ANA, BEN].map((to) => ({ kind: 'admin-told', to, problem })));
  });

  it('changes no channel that is quiet or off already', () => {
    for (const mode of ['quiet', 'off'] as const) {
      const known = { channel: { mode }, latest: mixed(0, 20), leads: [ANA] };
      expect(answerNudge(aNudge(), { is: 'no', at }, known)).toMatchObject({ messages: [] });
    }
  });

  it('given twice is given once, and can become another', () => {
    const before = aNudge({ answer: { is: 'no', at: MONDAY } });
    expect(answered('no', mixed(0, 19), before)).toStrictEqual({ nudge: before, messages: [] });
    expect(answered('yes', mixed(13, 6), before).channel).toBeUndefined();
    expect(answered('never', mixed(13, 6), before)).toMatchObject({ nudge: { answer: { is: 'never', at } } });
  });

  it('that is taken back was never given', () => {
    fc.assert(
      fc.property(anAnswer, fc.array(anAnswer, { maxLength: 40 }), (is, latest) => {
        expect(undoAnswer(answered(is, latest).nudge)).toStrictEqual({ nudge: aNudge(), messages: [] });
      }),
    );
  });
});

describe('a message that is edited', () => {
  it('is heard anew: nothing of what it said before is left', () => {
    const before = aNudge({ tools: [], kind: 'CRM', isGone: true });
    const { nudge } = rehear(before, { stage: 'quote', tools: ['HubSpot'] });
    expect(nudge).toStrictEqual(aNudge({ stage: 'quote', tools: ['HubSpot'] }));
  });

  it('asks nothing any more once it says nothing, unless it was answered', () => {
    expect(rehear(aNudge(), undefined).nudge).toStrictEqual(aNudge({ isGone: true }));
    const said = aNudge({ answer: { is: 'yes', at: MONDAY } });
    expect(rehear(said, undefined).nudge).toStrictEqual(said);
    expect(rehear(said, { stage: 'bought', tools: [] }).nudge).toStrictEqual(said);
  });
});
