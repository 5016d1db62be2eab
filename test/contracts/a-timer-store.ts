import { describe, expect, it } from 'vitest';
import type { RequestId } from '#domain/ids.ts';
import type { Timer } from '#domain/timers.ts';
import type { Store } from '#store/store.ts';
import { accepted, aStoredRequest, OTHER_TEAM, TEAM } from '#test/support/builders.ts';
import type { Opened } from './a-store.ts';

const RESPONSE: Timer = { kind: 'response-due', dueAt: 100 };
const DECISION: Timer = { kind: 'decision-due', dueAt: 200 };

const set = (store: Store, id: RequestId, timers?: Timer[]) =>
  store.change(TEAM, id, (request) => accepted(request, timers ? { timers } : {}));

const claim = async (store: Store, now = 1_000, leaseUntil = 2_000) =>
  (await store.claimTimers(now, leaseUntil, 10)).map(({ kind, dueAt }) => ({ kind, dueAt }));

export function aTimerStore(open: Opened): void {
  describe('timers', () => {
    it('are handed out when due, with whose they are, the earliest first', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store, { timers: [DECISION, RESPONSE] });
      expect(await store.nextTimerDue()).toBe(100);
      expect(await store.claimTimers(99, 300, 10)).toEqual([]);
      const timers = await store.claimTimers(200, 300, 10);
      const whose = { id: expect.any(String), team: TEAM, request: id };
      expect(timers).toStrictEqual([
        { ...whose, ...RESPONSE },
        { ...whose, ...DECISION },
      ]);
    });

    it('are handed out to one worker at a time, no more than asked for', async () => {
      const store = await open();
      await aStoredRequest(store, { timers: [RESPONSE, DECISION] });
      await aStoredRequest(store, { team: OTHER_TEAM, timers: [RESPONSE] });
      const claims = await Promise.all([1, 2, 3].map(() => store.claimTimers(500, 600, 2)));
      expect(claims.map(({ length }) => length)).toEqual([2, 1, 0]);
      expect(await store.nextTimerDue()).toBe(600);
    });

    it('come again when the lease runs out, still with the moment they were due', async () => {
      const store = await open();
      await aStoredRequest(store, { timers: [RESPONSE] });
      await store.claimTimers(500, 600, 10);
      expect(await claim(store, 599)).toEqual([]);
      expect(await claim(store, 600)).toEqual([RESPONSE]);
    });

    it('never run again once finished', async () => {
      const store = await open();
      await aStoredRequest(store, { timers: [RESPONSE] });
      const [timer] = await store.claimTimers(500, 600, 10);
      await store.finishTimer(timer?.id ?? '');
      await store.finishTimer(timer?.id ?? '');
      expect(await claim(store, 10_000)).toEqual([]);
      expect(await store.nextTimerDue()).toBeUndefined();
    });

    it('stay as they were when a change says nothing of them', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store, { timers: [RESPONSE, DECISION] });
      await set(store, id);
      expect(await claim(store)).toEqual([RESPONSE, DECISION]);
    });

    it('are replaced as a whole by a change that names them, for that request alone', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store, { timers: [RESPONSE, DECISION] });
      await aStoredRequest(store, { timers: [{ ...RESPONSE, dueAt: 150 }] });
      await set(store, id, [{ ...DECISION, dueAt: 300 }]);
      expect(await claim(store)).toEqual([
        { ...RESPONSE, dueAt: 150 },
        { ...DECISION, dueAt: 300 },
      ]);
      await set(store, id, []);
      expect(await store.nextTimerDue()).toBe(2_000);
    });

    it('are not handed out a second time because a change named them again while they run', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store, { timers: [RESPONSE, DECISION] });
      expect(await claim(store, 100)).toEqual([RESPONSE]);
      await set(store, id, [RESPONSE, DECISION]);
      expect(await claim(store, 300)).toEqual([DECISION]);
    });
  });
}
