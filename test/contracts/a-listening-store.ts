import { describe, expect, it } from 'vitest';
import type { ChannelId, Instant, TeamId, UserId } from '#domain/ids.ts';
import { answerNudge, decideNudge, type Heard, type Nudge, rehear, undoAnswer } from '#domain/listening.ts';
import type { Store } from '#store/store.ts';
import {
  ANA,
  anIntake,
  aStoredRequest,
  BEN,
  CHANNEL,
  HOUR_MS,
  MEI,
  MONDAY,
  OTHER_TEAM,
  TEAM,
} from '#test/support/builders.ts';
import type { Opened } from './a-store.ts';
import { claimAll, deliverAll, openThread } from './steps.ts';

const LUNCH = 'C0LUNCH' as ChannelId;
const HALL = 'C0HALL' as ChannelId;
const DAY_MS = 24 * HOUR_MS;
const MINUTE_MS = 60_000;

/** Mei looks at Figma; each message has its own ts. */
const aHeard = (overrides: Partial<Heard> = {}): Heard => ({
  ...{ team: TEAM, channel: LUNCH, ts: '1.000001', author: MEI, at: MONDAY, stage: 'exploring', tools: ['Figma'] },
  ...overrides,
});

const hears = (store: Store, heard: Heard): Promise<Nudge | undefined> =>
  store.hear(heard, (known) => decideNudge(heard, { ...known, isOffByOrg: false }));

/** Where the author is asked about it: here, in App Home, or not at all. */
const asks = async (store: Store, overrides: Partial<Heard>): Promise<string | undefined> =>
  (await hears(store, aHeard(overrides)))?.surface;

type Answered = { at?: Instant; team?: TeamId; channel?: ChannelId; leads?: UserId[] };
const answers = (store: Store, ts: string, is: 'yes' | 'no' | 'never', how: Answered = {}) => {
  const { at = MONDAY, team = TEAM, channel = LUNCH, leads = [ANA, BEN] } = how;
  return store.changeNudge(team, { channel, ts }, (nudge, known) =>
    answerNudge(nudge, { is, at }, { ...known, leads }),
  );
};

/** So many different people's nudges in one channel, answered one after the other. */
async function answeredInTurn(store: Store, all: ('yes' | 'no')[]): Promise<void> {
  for (const [index, is] of all.entries()) {
    const ts = `9.${index}`;
    await hears(store, aHeard({ ts, author: `U${index}` as UserId, at: MONDAY + index }));
    await answers(store, ts, is, { at: MONDAY + index });
  }
}
const mixed = (yes: number, no: number): ('yes' | 'no')[] => [...Array(yes).fill('yes'), ...Array(no).fill('no')];

const tsOf = (nudges: Nudge[]): string[] => nudges.map(({ ts }) => ts);

export function aListeningStore(open: Opened): void {
  describe('what was heard', () => {
    it('is stored whole, and its author asked a minute later', async () => {
      const store = await open();
      const heard = aHeard({ tools: ['Figma', '畫架 "x"'], kind: '設計', threadTs: '0.5', stage: 'renewal' });
      const nudge = await hears(store, heard);
      expect(nudge).toStrictEqual({ ...heard, surface: 'here', isGone: false });
      expect(await store.findNudge(TEAM, heard)).toStrictEqual(nudge);
      expect(await claimAll(store, MONDAY + MINUTE_MS - 1)).toEqual([]);
      const prompt = { kind: 'nudge', to: MEI, channel: LUNCH, ts: heard.ts };
      expect(await claimAll(store, MONDAY + MINUTE_MS)).toMatchObject([{ team: TEAM, message: prompt }]);
    });

    it('is heard once a message, whatever it says the second time', async () => {
      const store = await open();
      const heard = ['Figma', 'Sketch'].map((tool) => aHeard({ tools: [tool] }));
      const both = await Promise.all(heard.map((one) => store.hear(one, () => ({ ok: true, surface: 'here' }))));
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await claimAll(store, MONDAY + DAY_MS)).toHaveLength(1);
    });

    it('is nothing when the domain says no', async () => {
      const store = await open();
      expect(await store.hear(aHeard(), () => ({ ok: false, why: 'off' }))).toBeUndefined();
      expect(await store.findNudge(TEAM, aHeard())).toBeUndefined();
      expect(await store.waiting()).toBe(0);
    });
  });

  describe('whoever is asked about something', () => {
    it('is not asked about it again for 30 days, but about something else', async () => {
      const store = await open();
      expect(await asks(store, {})).toBe('here');
      expect(await asks(store, { ts: '2', channel: HALL, at: MONDAY + 30 * DAY_MS, tools: ['FIGMA'] })).toBeUndefined();
      expect(await asks(store, { ts: '3', tools: ['Sketch'] })).toBe('here');
      expect(await asks(store, { ts: '4', author: ANA })).toBe('here');
      expect(await asks(store, { ts: '5', at: MONDAY + 30 * DAY_MS + 1 })).toBe('here');
    });

    it('is asked once in a thread, also when its first message becomes a purchase last', async () => {
      const store = await open();
      expect(await asks(store, { ts: '2', threadTs: '1' })).toBe('here');
      expect(await asks(store, { ts: '3', threadTs: '1', author: ANA, tools: ['Sketch'] })).toBeUndefined();
      expect(await asks(store, { ts: '1', author: ANA, tools: ['Sketch'] })).toBeUndefined();
      expect(await asks(store, { ts: '3', threadTs: '1', channel: HALL, author: ANA })).toBe('here');
    });

    it('is asked here five times a day and channel among all, then in App Home only, without a message', async () => {
      const store = await open();
      const day = (author: number, at: Instant, channel = LUNCH) =>
        asks(store, { ts: `${author}`, author: `U${author}` as UserId, at, channel });
      for (const author of [1, 2, 3, 4, 5]) expect(await day(author, MONDAY)).toBe('here');
      for (const author of [6, 16, 26, 36, 46]) expect(await day(author, MONDAY + DAY_MS)).toBe('home');
      expect(await day(7, MONDAY, HALL)).toBe('here');
      expect(await claimAll(store, MONDAY + 2 * DAY_MS)).toHaveLength(6);
      expect(await day(8, MONDAY + DAY_MS + 1)).toBe('here');
    });

    it('is not asked about what they are buying with IT already, nor where a request is decided', async () => {
      const store = await open();
      const request = { requester: MEI, intake: anIntake({ tool: 'Figma' }) };
      await aStoredRequest(store, { request, messages: [{ kind: 'thread-opened' }] });
      await openThread(store, { channel: CHANNEL, ts: '7.7' });
      expect(await asks(store, {})).toBeUndefined();
      expect(await asks(store, { author: ANA })).toBe('here');
      const thread = { channel: CHANNEL, threadTs: '7.7', author: ANA, tools: ['Sketch'] };
      expect(await asks(store, { ...thread, ts: '8.1' })).toBeUndefined();
      expect(await asks(store, { ...thread, ts: '8.1', channel: HALL })).toBe('here');
    });
  });

  describe('how it is listened to', () => {
    const by = { by: ANA, since: MONDAY };
    it('is on at first, and keeps who changed it, with what is said about it', async () => {
      const store = await open();
      expect(await store.channelListening(TEAM, LUNCH)).toStrictEqual({ mode: 'on' });
      const news = { kind: 'listening-changed', channel: LUNCH, mode: 'off', by: ANA } as const;
      await store.setChannelListening(TEAM, LUNCH, { mode: 'off', ...by }, [news]);
      expect(await store.channelListening(TEAM, LUNCH)).toStrictEqual({ mode: 'off', ...by });
      expect(await deliverAll(store)).toEqual(['listening-changed']);
      expect(await asks(store, {})).toBeUndefined();
      expect(await asks(store, { channel: HALL })).toBe('here');
    });

    it('is in App Home only where a channel is quiet', async () => {
      const store = await open();
      await store.setChannelListening(TEAM, LUNCH, { mode: 'quiet', ...by }, []);
      expect(await asks(store, {})).toBe('home');
    });

    it('is as each person wishes', async () => {
      const store = await open();
      await store.remember(TEAM, MEI, { hearing: { offIn: [LUNCH] } });
      expect(await asks(store, {})).toBeUndefined();
      expect(await asks(store, { channel: HALL })).toBe('here');
      await store.remember(TEAM, ANA, { hearing: { off: true } });
      expect(await asks(store, { author: ANA })).toBeUndefined();
    });
  });

  describe('a nudge', () => {
    it('is open until it is answered, and again when the answer is taken back', async () => {
      const store = await open();
      await hears(store, aHeard());
      await hears(store, aHeard({ ts: '2', tools: ['Sketch'], at: MONDAY + 1 }));
      expect(tsOf(await store.openNudges(TEAM, MEI, MONDAY))).toEqual(['2', '1.000001']);
      expect(tsOf(await store.openNudges(TEAM, MEI, MONDAY + 1))).toEqual(['2']);
      await answers(store, '2', 'no', { at: MONDAY + 5 });
      expect(tsOf(await store.openNudges(TEAM, MEI, MONDAY))).toEqual(['1.000001']);
      expect(tsOf(await store.refusedNudges(TEAM, MEI, MONDAY + 5))).toEqual(['2']);
      expect(await store.refusedNudges(TEAM, MEI, MONDAY + 6)).toEqual([]);
      await store.changeNudge(TEAM, { channel: LUNCH, ts: '2' }, undoAnswer);
      expect(tsOf(await store.openNudges(TEAM, MEI, MONDAY))).toEqual(['2', '1.000001']);
      expect(await store.refusedNudges(TEAM, MEI, MONDAY)).toEqual([]);
      await answers(store, '2', 'yes');
      expect(await store.refusedNudges(TEAM, MEI, MONDAY)).toEqual([]);
    });

    it('is gone with its message, and there again when an edit says it', async () => {
      const store = await open();
      await hears(store, aHeard({ kind: 'CRM', tools: [] }));
      const rewritten = (intent: Parameters<typeof rehear>[1]) =>
        store.changeNudge(TEAM, aHeard(), (nudge) => rehear(nudge, intent));
      await rewritten(undefined);
      expect(await store.openNudges(TEAM, MEI, MONDAY)).toEqual([]);
      await rewritten({ stage: 'trial', tools: ['Sketch'] });
      const again = { ...aHeard({ stage: 'trial', tools: ['Sketch'] }), surface: 'here', isGone: false };
      expect(await store.openNudges(TEAM, MEI, MONDAY)).toStrictEqual([again]);
    });

    it('that was never said is not changed', async () => {
      const store = await open();
      expect(await store.changeNudge(TEAM, aHeard(), undoAnswer)).toBeUndefined();
      expect(await store.findNudge(TEAM, aHeard())).toBeUndefined();
    });

    it('is told to whoever listens, once it is stored or changed, and to nobody who stopped', async () => {
      const store = await open();
      const told: Nudge[] = [];
      const stop = store.onNudge((nudge) => told.push(nudge));
      await hears(store, aHeard());
      await hears(store, aHeard());
      await answers(store, '1.000001', 'no');
      await answers(store, '404', 'no');
      expect(told.map(({ answer }) => answer?.is)).toEqual([undefined, 'no']);
      stop();
      await answers(store, '1.000001', 'yes');
      expect(told).toHaveLength(2);
    });

    it('is another workspace’s business only there', async () => {
      const store = await open();
      await hears(store, aHeard());
      await answeredInTurn(store, mixed(0, 4));
      const elsewhere = { team: OTHER_TEAM };
      expect(await store.findNudge(OTHER_TEAM, aHeard())).toBeUndefined();
      expect(await store.openNudges(OTHER_TEAM, MEI, 0)).toEqual([]);
      expect(await store.refusedNudges(OTHER_TEAM, 'U0' as UserId, 0)).toEqual([]);
      expect(await store.nudgeCounts(OTHER_TEAM, 0)).toEqual([]);
      expect(await asks(store, elsewhere)).toBe('here');
      await answers(store, '1.000001', 'no', elsewhere);
      expect(tsOf(await store.openNudges(TEAM, MEI, 0))).toEqual(['1.000001']);
      await store.setChannelListening(OTHER_TEAM, LUNCH, { mode: 'off', by: ANA, since: MONDAY }, []);
      expect(await store.channelListening(TEAM, LUNCH)).toEqual({ mode: 'on' });
    });
  });

  describe('a channel that is heard wrong too often', () => {
    const toldTo = async (store: Store) =>
      (await claimAll(store, MONDAY + HOUR_MS)).flatMap(({ message }) =>
        message.kind === 'admin-told' ? [message] : [],
      );

    it('goes quiet with the 20th answer below 70%, and each IT lead is told once', async () => {
      const store = await open();
      await answeredInTurn(store, mixed(13, 6));
      expect(await store.channelListening(TEAM, LUNCH)).toEqual({ mode: 'on' });
      await answeredInTurn(store, [...mixed(13, 6), 'no', 'no']);
      expect(await store.channelListening(TEAM, LUNCH)).toStrictEqual({ mode: 'quiet', since: MONDAY + 19 });
      const problem = { kind: 'channel-quiet', channel: LUNCH, right: 13, of: 20 };
      expect(await toldTo(store)).toEqual([ANA, BEN].map((to) => ({ kind: 'admin-told', to, problem })));
    });

    it('stays as it is at 14 of 20, whatever older answers and other channels say', async () => {
      const store = await open();
      await answeredInTurn(store, [...mixed(0, 6), ...mixed(14, 0), ...mixed(0, 6)]);
      expect(await store.channelListening(TEAM, LUNCH)).toEqual({ mode: 'on' });
      for (const ts of ['h1', 'h2']) {
        await hears(store, aHeard({ ts, channel: HALL, author: ts as UserId }));
        await answers(store, ts, 'no', { channel: HALL });
      }
      expect(await store.channelListening(TEAM, LUNCH)).toEqual({ mode: 'on' });
    });

    it('counts each nudge once', async () => {
      const store = await open();
      await answeredInTurn(store, mixed(13, 6));
      await answers(store, '9.0', 'no', { at: MONDAY + 30 });
      expect(await store.channelListening(TEAM, LUNCH)).toEqual({ mode: 'on' });
    });

    it('counts one who changes their mind as they see it now, and begins anew once it is switched on', async () => {
      const store = await open();
      await answeredInTurn(store, mixed(14, 6));
      await answers(store, '9.0', 'never', { at: MONDAY + 30 });
      await answers(store, '9.0', 'yes', { at: MONDAY + 31 });
      expect(await store.channelListening(TEAM, LUNCH)).toEqual({ mode: 'on' });
      await answers(store, '9.0', 'no', { at: MONDAY + 32 });
      expect(await store.channelListening(TEAM, LUNCH)).toMatchObject({ mode: 'quiet' });
      const since = MONDAY + HOUR_MS;
      await store.setChannelListening(TEAM, LUNCH, { mode: 'on', by: ANA, since }, []);
      await hears(store, aHeard());
      await answers(store, '1.000001', 'no', { at: since });
      expect(await store.channelListening(TEAM, LUNCH)).toMatchObject({ mode: 'on' });
    });
  });

  describe('how often it was right', () => {
    it('is counted by channel, quarter of an hour, surface and answer, from a moment on', async () => {
      const store = await open();
      const says = (ts: string, at: Instant) => hears(store, aHeard({ ts, author: ts as UserId, at }));
      for (const ts of ['1', '2', '3']) await says(ts, MONDAY + 14 * MINUTE_MS);
      for (const ts of ['4', '5']) await says(ts, MONDAY + 15 * MINUTE_MS);
      await says('6', MONDAY + 15 * MINUTE_MS);
      for (const ts of ['1', '2']) await answers(store, ts, 'no');
      const later = [
        { channel: LUNCH, quarterHour: MONDAY + 15 * MINUTE_MS, surface: 'here', count: 2 },
        { channel: LUNCH, quarterHour: MONDAY + 15 * MINUTE_MS, surface: 'home', count: 1 },
      ];
      const all = await store.nudgeCounts(TEAM, MONDAY);
      expect(all).toEqual(
        expect.arrayContaining([
          { channel: LUNCH, quarterHour: MONDAY, surface: 'here', count: 1 },
          { channel: LUNCH, quarterHour: MONDAY, surface: 'here', answer: 'no', count: 2 },
          ...later,
        ]),
      );
      expect(all).toHaveLength(4);
      expect(await store.nudgeCounts(TEAM, MONDAY + 15 * MINUTE_MS)).toEqual(later);
      expect(await store.everyNudgeCount()).toEqual(all);
    });
  });
}
