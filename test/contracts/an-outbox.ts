import { describe, expect, it } from 'vitest';
import type { Message } from '#domain/outcome.ts';
import { ANA, accepted, aStoredRequest, asked, MONDAY, OTHER_TEAM, TEAM } from '#test/support/builders.ts';
import type { Opened } from './a-store.ts';
import { claimAll, deliverAll, LEASED_UNTIL, NOW, said } from './steps.ts';

const lonely = { kind: 'admin-told', to: ANA, problem: { kind: 'only-lead-left' } } as const satisfies Message;

export function anOutbox(open: Opened): void {
  describe('claiming messages', () => {
    it('hands out the whole message with what is known of it', async () => {
      const store = await open();
      const { id: request } = await aStoredRequest(store, { messages: [asked('為什麼? <&>')] });
      const [row] = await claimAll(store);
      expect(row).toStrictEqual({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        team: TEAM,
        request,
        message: asked('為什麼? <&>'),
        attempts: 0,
        bulk: false,
        unsure: false,
        createdAt: MONDAY,
      });
    });

    it('gives one message of a request at a time, in the order they were stored', async () => {
      const store = await open();
      await aStoredRequest(store, { messages: [asked('a1'), asked('a2'), asked('a3')] });
      await aStoredRequest(store, { messages: [asked('b1'), asked('b2')] });
      const rows = await claimAll(store);
      expect(rows.map(said)).toEqual(['a1', 'b1']);
      expect(await claimAll(store)).toEqual([]);
      await store.delivered(rows[0]?.id ?? '', NOW);
      expect((await claimAll(store)).map(said)).toEqual(['a2']);
    });

    it('gives no more than asked for, the longest waiting first', async () => {
      const store = await open();
      for (const at of [3, 1, 2]) await store.enqueue(TEAM, asked(`${at}`), MONDAY + at);
      expect((await store.claim(NOW, LEASED_UNTIL, { prompt: 2, bulk: 2 })).map(said)).toEqual(['1', '2']);
      expect((await store.claim(NOW, LEASED_UNTIL, { prompt: 2, bulk: 2 })).map(said)).toEqual(['3']);
    });

    it('gives a message to one of two workers only', async () => {
      const store = await open();
      for (let index = 0; index < 20; index++) await store.enqueue(TEAM, asked(`${index}`), MONDAY);
      const claims = await Promise.all([1, 2, 3].map(() => store.claim(NOW, LEASED_UNTIL, { prompt: 10, bulk: 10 })));
      const ids = claims.flat().map(({ id }) => id);
      expect(ids).toHaveLength(20);
      expect(new Set(ids).size).toBe(20);
    });

    it('gives messages without a request independently of each other', async () => {
      const store = await open();
      await store.enqueue(TEAM, lonely, MONDAY);
      await store.enqueue(OTHER_TEAM, lonely, MONDAY);
      const rows = await claimAll(store);
      expect(rows.map(({ team, request }) => [team, request])).toEqual([
        [TEAM, undefined],
        [OTHER_TEAM, undefined],
      ]);
    });

    it('gives nothing before it is due', async () => {
      const store = await open();
      await store.enqueue(TEAM, lonely, NOW);
      expect(await claimAll(store, NOW - 1)).toEqual([]);
      expect(await claimAll(store, NOW)).toHaveLength(1);
    });

    it('comes back unsure when the lease runs out, and is not sure again until somebody looked', async () => {
      const store = await open();
      await aStoredRequest(store, { messages: [asked('a1'), asked('a2')] });
      await store.claim(NOW, LEASED_UNTIL, { prompt: 10, bulk: 10 });
      expect(await claimAll(store, LEASED_UNTIL - 1)).toEqual([]);
      const again = await store.claim(LEASED_UNTIL, LEASED_UNTIL + 10, { prompt: 10, bulk: 10 });
      expect(again).toMatchObject([{ message: asked('a1'), unsure: true, attempts: 0 }]);
      const third = await store.claim(LEASED_UNTIL + 10, LEASED_UNTIL + 20, { prompt: 10, bulk: 10 });
      expect(third).toMatchObject([{ id: again[0]?.id, unsure: true }]);
    });
  });

  describe('a message once only', () => {
    it('is stored once a key in each workspace, also after it was delivered', async () => {
      const store = await open();
      await Promise.all([1, 2].map(() => store.enqueue(TEAM, lonely, MONDAY, 'no-engineer')));
      expect(await deliverAll(store)).toEqual(['admin-told']);
      await store.enqueue(TEAM, lonely, MONDAY, 'no-engineer');
      expect(await store.waiting()).toBe(0);
      await store.enqueue(OTHER_TEAM, lonely, MONDAY, 'no-engineer');
      await store.enqueue(TEAM, lonely, MONDAY);
      await store.enqueue(TEAM, lonely, MONDAY);
      expect(await store.waiting()).toBe(3);
    });
  });

  describe('postponing', () => {
    it('waits until then, and what is behind waits too', async () => {
      const store = await open();
      await aStoredRequest(store, { messages: [asked('a1'), asked('a2')] });
      const [row] = await claimAll(store);
      await store.postpone(row?.id ?? '', NOW + 500, { counts: false, unsure: false });
      expect(await store.nextDue({ prompt: 1, bulk: 1 })).toBe(NOW + 500);
      expect(await claimAll(store, NOW + 499)).toEqual([]);
      expect(await claimAll(store, NOW + 500)).toMatchObject([{ id: row?.id, attempts: 0, unsure: false }]);
    });

    it('counts the tries that count, and keeps what is known of the last', async () => {
      const store = await open();
      await store.enqueue(TEAM, lonely, MONDAY);
      const [row] = await claimAll(store);
      const id = row?.id ?? '';
      await store.postpone(id, NOW, { counts: true, unsure: true });
      expect(await claimAll(store)).toMatchObject([{ attempts: 1, unsure: true }]);
      await store.postpone(id, NOW, { counts: true, unsure: false });
      expect(await claimAll(store)).toMatchObject([{ attempts: 2, unsure: false }]);
      await store.postpone(id, NOW, { counts: false, unsure: false });
      expect(await claimAll(store)).toMatchObject([{ attempts: 2, unsure: false }]);
    });
  });

  describe('giving up', () => {
    it('puts what is said instead in its place, in order', async () => {
      const store = await open();
      await aStoredRequest(store, { messages: [asked('a1'), asked('a2'), asked('a3')] });
      await store.delivered((await claimAll(store))[0]?.id ?? '', NOW);
      const [row] = await claimAll(store);
      await store.abandon(row?.id ?? '', NOW, 'channel_not_found', [asked('i1'), asked('i2')]);
      expect(await store.waiting()).toBe(3);
      expect(await deliverAll(store)).toEqual(['i1', 'i2', 'a3']);
    });

    it('goes on with the next when nothing is said instead', async () => {
      const store = await open();
      await aStoredRequest(store, { messages: [asked('a1'), asked('a2')] });
      const [row] = await claimAll(store);
      await store.abandon(row?.id ?? '', NOW, 'user_not_found', []);
      expect(await deliverAll(store)).toEqual(['a2']);
    });

    it('says all at once instead of a message without a request', async () => {
      const store = await open();
      await store.enqueue(TEAM, lonely, MONDAY);
      const [row] = await claimAll(store);
      await store.abandon(row?.id ?? '', NOW, 'user_not_found', [asked('i1'), asked('i2')]);
      expect((await claimAll(store)).map(said)).toEqual(['i1', 'i2']);
    });
  });

  describe('what was settled', () => {
    it('stays settled, whatever a late worker says', async () => {
      const store = await open();
      await aStoredRequest(store, { messages: [asked('a1'), asked('a2')] });
      const [row] = await claimAll(store);
      const id = row?.id ?? '';
      await store.delivered(id, NOW);
      await store.delivered(id, NOW);
      await store.postpone(id, NOW, { counts: true, unsure: true });
      await store.abandon(id, NOW, 'late', [asked('never')]);
      await store.delivered('no such row', NOW);
      expect(await deliverAll(store)).toEqual(['a2']);
      expect(await store.waiting()).toBe(0);
    });
  });

  describe('when to look again', () => {
    it('is when the first message is due, or its lease ends, and never once all is sent', async () => {
      const store = await open();
      expect(await store.nextDue({ prompt: 1, bulk: 1 })).toBeUndefined();
      const { id: request } = await aStoredRequest(store, { messages: [asked('a1'), asked('a2')] });
      expect(await store.nextDue({ prompt: 1, bulk: 1 })).toBe(MONDAY);
      const [row] = await store.claim(NOW, LEASED_UNTIL, { prompt: 1, bulk: 1 });
      expect(await store.nextDue({ prompt: 1, bulk: 1 })).toBe(LEASED_UNTIL);
      await store.delivered(row?.id ?? '', NOW);
      expect(await store.nextDue({ prompt: 1, bulk: 1 })).toBe(NOW);
      await deliverAll(store);
      expect(await store.nextDue({ prompt: 1, bulk: 1 })).toBeUndefined();
      await store.change(TEAM, request, (r) => accepted(r, { messages: [asked('a3')] }));
      expect(await store.nextDue({ prompt: 1, bulk: 1 })).toBe(MONDAY);
    });
  });
}
