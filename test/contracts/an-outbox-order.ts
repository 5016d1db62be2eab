import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RequestId } from '#domain/ids.ts';
import type { Message } from '#domain/outcome.ts';
import type { Store } from '#store/store.ts';
import { accepted, aStoredRequest, asked, CHANNEL, TEAM } from '#test/support/builders.ts';
import type { Opened } from './a-store.ts';
import { claimAll, deliverAll, LEASED_UNTIL, NOW, openThread, said } from './steps.ts';

const CARD = { kind: 'card-changed' } as const;
const THREAD = { kind: 'thread-opened' } as const;
const PLACE = { channel: CHANNEL, ts: '1700000000.000100' };

const say = (store: Store, id: RequestId, ...messages: Message[]) =>
  store.change(TEAM, id, (request) => accepted(request, { messages }));

export function anOutboxOrder(open: Opened): void {
  describe('a thread that is opened', () => {
    it('goes before all that is not delivered yet', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store, { messages: [asked('a1'), asked('a2')] });
      await say(store, id, asked('a3'), THREAD, asked('a4'));
      expect(await deliverAll(store)).toEqual(['thread-opened', 'a1', 'a2', 'a3', 'a4']);
    });

    it('leaves the others in order, however often it is opened', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store, { messages: [asked('a1'), asked('a2')] });
      await say(store, id, THREAD, THREAD, asked('a3'), asked('a4'));
      expect(await deliverAll(store)).toEqual(['thread-opened', 'thread-opened', 'a1', 'a2', 'a3', 'a4']);
    });

    it('becomes the place of the request once delivered, and no longer once another is on its way', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store, { messages: [THREAD, asked('a1')] });
      expect(await store.find(TEAM, id)).not.toHaveProperty('thread');
      await openThread(store, PLACE);
      expect(await store.find(TEAM, id)).toMatchObject({ thread: PLACE, version: 1 });
      await say(store, id, THREAD);
      expect(await store.find(TEAM, id)).not.toHaveProperty('thread');
      expect(await store.findByThread(TEAM, PLACE)).toBeUndefined();
      const next = { ...PLACE, ts: '1700000000.000200' };
      await openThread(store, next);
      expect(await store.findByThread(TEAM, next)).toMatchObject({ request: { id } });
    });

    it('keeps its place while the request changes', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store, { messages: [THREAD] });
      await openThread(store, PLACE);
      await say(store, id, asked('a1'), CARD);
      expect(await store.find(TEAM, id)).toMatchObject({ thread: PLACE, version: 2 });
    });

    it('loses its place also when it is opened in place of a message that could not be delivered', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store, { messages: [THREAD, asked('a1')] });
      const [card] = await claimAll(store);
      await store.delivered(card?.id ?? '', NOW, PLACE);
      const [row] = await claimAll(store);
      await store.abandon(row?.id ?? '', NOW, 'is_archived', [THREAD]);
      expect(await store.find(TEAM, id)).not.toHaveProperty('thread');
    });

    it('waits for the message that is being sent, and for no longer', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store, { messages: [asked('a1'), asked('a2')] });
      const [inFlight] = await store.claim(NOW, LEASED_UNTIL, { prompt: 10, bulk: 10 });
      await say(store, id, THREAD);
      expect(await claimAll(store)).toEqual([]);
      expect(await store.nextDue({ prompt: 1, bulk: 1 })).toBe(LEASED_UNTIL);
      await store.delivered(inFlight?.id ?? '', NOW);
      expect(await deliverAll(store)).toEqual(['thread-opened', 'a2']);
    });

    it('is not the place of the request when another was asked for while it was being sent', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store, { messages: [THREAD] });
      const [lost] = await claimAll(store);
      await say(store, id, THREAD);
      await store.delivered(lost?.id ?? '', NOW, PLACE);
      expect(await store.find(TEAM, id)).not.toHaveProperty('thread');
      const next = { ...PLACE, ts: '1700000000.000200' };
      await openThread(store, next);
      expect(await store.find(TEAM, id)).toMatchObject({ thread: next });
    });

    it('goes first after the message that was being sent is put back', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store, { messages: [asked('a1'), asked('a2')] });
      const [inFlight] = await store.claim(NOW, LEASED_UNTIL, { prompt: 10, bulk: 10 });
      await say(store, id, THREAD);
      await store.postpone(inFlight?.id ?? '', NOW + 1, { counts: true, unsure: false });
      expect((await claimAll(store, NOW + 1)).map(said)).toEqual(['thread-opened']);
    });

    it('goes first after a crash, and what was being sent stays unsure', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store, { messages: [asked('a1'), asked('a2')] });
      await store.claim(NOW, LEASED_UNTIL, { prompt: 10, bulk: 10 });
      await say(store, id, THREAD);
      const [thread] = await claimAll(store, LEASED_UNTIL);
      expect(thread).toMatchObject({ message: THREAD, unsure: false });
      await store.delivered(thread?.id ?? '', LEASED_UNTIL, PLACE);
      expect(await claimAll(store, LEASED_UNTIL)).toMatchObject([{ message: asked('a1'), unsure: true }]);
    });
  });

  describe('a card that changes', () => {
    it('is sent once for all changes while it waits at the end', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store, { messages: [asked('a1'), CARD, CARD] });
      await say(store, id, CARD);
      await say(store, id, CARD, asked('a2'), CARD);
      expect(await deliverAll(store)).toEqual(['a1', 'card-changed', 'a2', 'card-changed']);
    });

    it('is sent again when the one that waits is being sent, or may have been', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store, { messages: [CARD] });
      const [row] = await claimAll(store);
      await say(store, id, CARD);
      expect(await store.waiting()).toBe(2);
      await store.delivered(row?.id ?? '', NOW);
      const [second] = await claimAll(store);
      await store.postpone(second?.id ?? '', NOW, { counts: false, unsure: true });
      await say(store, id, CARD);
      expect(await deliverAll(store)).toEqual(['card-changed', 'card-changed']);
    });

    it('does not wait on the card of another request', async () => {
      const store = await open();
      await aStoredRequest(store, { messages: [CARD] });
      await aStoredRequest(store, { messages: [CARD] });
      expect(await store.waiting()).toBe(2);
    });
  });

  it('loses no message and sends none twice, whatever workers and people do in between', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('say'), thread: fc.boolean(), request: fc.nat(1) }),
      fc.record({ kind: fc.constant('claim'), ms: fc.nat(50) }),
      fc.record({ kind: fc.constantFrom('deliver', 'postpone', 'abandon'), which: fc.nat(3) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const store = await open();
        const ids = [(await aStoredRequest(store)).id, (await aStoredRequest(store)).id];
        const expected: string[] = [];
        const heard: string[] = [];
        let [now, count, inHand] = [NOW, 0, await claimAll(store)];
        for (const step of steps) {
          if ('request' in step) {
            const name = `${step.thread ? 'thread' : 'say'} ${count++}`;
            const id = ids[step.request];
            if (id) await say(store, id, ...(step.thread ? [THREAD] : []), asked(name));
            expected.push(name, ...(step.thread ? ['thread-opened'] : []));
          } else if ('ms' in step) {
            now += step.ms;
            const claimed = await store.claim(now, now + 20, { prompt: 10, bulk: 10 });
            const requests = claimed.map(({ request }) => request);
            expect(new Set(requests).size).toBe(requests.length);
            inHand = [...inHand.filter(({ id }) => !claimed.some((row) => row.id === id)), ...claimed];
          } else {
            const row = inHand[step.which];
            if (!row) continue;
            inHand = inHand.filter(({ id }) => id !== row.id);
            if (step.kind === 'postpone') await store.postpone(row.id, now + 5, { counts: true, unsure: false });
            else heard.push(said(row));
            if (step.kind === 'deliver') await store.delivered(row.id, now);
            if (step.kind === 'abandon') await store.abandon(row.id, now, 'error', []);
          }
        }
        for (now += 100_000_000_000; (await store.waiting()) > 0; now += 100) {
          const claimed = await store.claim(now, now + 20, { prompt: 10, bulk: 10 });
          expect(claimed.length, 'something is due while something waits').toBeGreaterThan(0);
          for (const row of claimed) {
            heard.push(said(row));
            await store.delivered(row.id, now);
          }
        }
        expect(heard.toSorted()).toEqual(expected.toSorted());
        expect(await store.nextDue({ prompt: 1, bulk: 1 })).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
}
