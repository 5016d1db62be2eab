import { describe, expect, it } from 'vitest';
import { type ChannelId, requestId } from '#domain/ids.ts';
import { refuse } from '#domain/outcome.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import type { Store } from '#store/store.ts';
import {
  ANA,
  accepted,
  aDelivery,
  aFullRequest,
  anEvent,
  aRequest,
  aStoredRequest,
  asked,
  BEN,
  CHANNEL,
  HOUR_MS,
  MEI,
  MONDAY,
  OTHER_TEAM,
  submitted,
  TEAM,
} from '#test/support/builders.ts';
import type { Opened } from './a-store.ts';
import { deliverAll, openThread } from './steps.ts';

export function aRequestStore(open: Opened): void {
  describe('submitting', () => {
    it('gives back exactly the request that was opened', async () => {
      const store = await open();
      const request = await aStoredRequest(store, { request: aFullRequest() });
      expect(request).toStrictEqual(aFullRequest());
      expect(await store.find(TEAM, request.id)).toStrictEqual({ request: aFullRequest(), version: 1 });
    });

    it('numbers requests from 1 in each workspace', async () => {
      const store = await open();
      expect((await aStoredRequest(store)).id).toBe('BUY-1');
      expect((await aStoredRequest(store)).id).toBe('BUY-2');
      expect((await aStoredRequest(store, { team: OTHER_TEAM })).id).toBe('BUY-1');
    });

    it('stores nothing of a refused request, not even its number', async () => {
      const store = await open();
      const answer = await store.submit(TEAM, 'view:V', () => refuse({ code: 'no-engineer' }));
      expect(answer).toStrictEqual({ ok: false, refusal: { code: 'no-engineer' } });
      const next = await store.submit(TEAM, 'view:V', submitted());
      expect(next).toMatchObject({ ok: true, repeated: false, request: { id: 'BUY-1' } });
    });

    it('stores nothing when opening fails', async () => {
      const store = await open();
      const failing = () => {
        throw new Error('a bug');
      };
      await expect(store.submit(TEAM, aDelivery(), failing)).rejects.toThrow('a bug');
      expect((await aStoredRequest(store)).id).toBe('BUY-1');
    });

    it('answers a repeated delivery with the request that the first one made, as it is now', async () => {
      const store = await open();
      const opening = submitted({ messages: [asked('once')] });
      await store.submit(TEAM, 'view:V1', opening);
      await store.change(TEAM, aRequest().id, (request) => accepted({ ...request, reopened: 7 }));
      const again = await store.submit(TEAM, 'view:V1', opening);
      expect(again).toStrictEqual({ ok: true, request: aRequest({ reopened: 7 }), repeated: true });
      expect(await store.waiting()).toBe(1);
      expect(await store.submit(OTHER_TEAM, 'view:V1', submitted({ team: OTHER_TEAM }))).toMatchObject({
        repeated: false,
      });
    });

    it('refuses a request that bears another id or workspace', async () => {
      const store = await open();
      await expect(store.submit(TEAM, aDelivery(), submitted({ request: { team: OTHER_TEAM } }))).rejects.toThrow();
      const stranger = () => accepted(aRequest({ id: requestId(9) }));
      await expect(store.submit(TEAM, aDelivery(), stranger)).rejects.toThrow('BUY-9');
      expect(await store.requestsOf(TEAM, MEI, 10)).toEqual([]);
    });

    it('refuses a number that JSON would turn into null', async () => {
      const store = await open();
      await expect(store.submit(TEAM, aDelivery(), submitted({ request: { reopened: Number.NaN } }))).rejects.toThrow(
        TypeError,
      );
      await expect(
        store.submit(
          TEAM,
          aDelivery(),
          submitted({ events: [anEvent({ detail: { limit: Number.POSITIVE_INFINITY } })] }),
        ),
      ).rejects.toThrow(TypeError);
      expect(await store.verifyAudit()).toEqual({ sound: true, rows: 0 });
    });
  });

  describe('the workloads that pairing sees', () => {
    const workloadsOf = async (store: Store) => {
      const seen: Record<string, unknown> = {};
      await store.submit(TEAM, aDelivery(), ({ workloads }) => {
        for (const [engineer, workload] of workloads) seen[engineer] = workload;
        return refuse({ code: 'no-engineer' });
      });
      return seen;
    };
    const withAna = { engineer: ANA, reason: { kind: 'last-resort' } } as const;
    const withBen = { engineer: BEN, reason: { kind: 'last-resort' } } as const;

    it('count open requests and the last assignment of each engineer of this workspace', async () => {
      const store = await open();
      expect(await workloadsOf(store)).toEqual({});
      await aStoredRequest(store, { request: { pairing: withAna }, events: [anEvent({ at: MONDAY + 5 })] });
      await aStoredRequest(store, { request: { pairing: withAna }, events: [anEvent({ at: MONDAY + 3 })] });
      await aStoredRequest(store, { request: { pairing: withBen }, events: [anEvent({ at: MONDAY + 4 })] });
      await aStoredRequest(store, { team: OTHER_TEAM, request: { pairing: withAna } });
      expect(await workloadsOf(store)).toEqual({
        [ANA]: { openRequests: 2, lastAssignedAt: MONDAY + 5 },
        [BEN]: { openRequests: 1, lastAssignedAt: MONDAY + 4 },
      });
    });

    it('follow a request that waits, is decided, reopened or handed over', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store, { request: { pairing: withAna } });
      await store.change(TEAM, id, (r) =>
        accepted({ ...r, progress: { state: 'waiting', since: MONDAY, until: MONDAY + HOUR_MS } }),
      );
      expect(await workloadsOf(store)).toEqual({ [ANA]: { openRequests: 1, lastAssignedAt: MONDAY } });
      await store.change(TEAM, id, (r) => accepted({ ...r, progress: { state: 'withdrawn', at: MONDAY } }));
      expect(await workloadsOf(store)).toEqual({ [ANA]: { openRequests: 0, lastAssignedAt: MONDAY } });
      await store.change(TEAM, id, (r) => accepted({ ...r, progress: { state: 'deciding' } }));
      expect(await workloadsOf(store)).toEqual({ [ANA]: { openRequests: 1, lastAssignedAt: MONDAY } });
      const at = MONDAY + HOUR_MS;
      await store.change(TEAM, id, (r) => accepted({ ...r, pairing: withBen }, { events: [anEvent({ at })] }));
      expect(await workloadsOf(store)).toEqual({
        [ANA]: { openRequests: 0, lastAssignedAt: MONDAY },
        [BEN]: { openRequests: 1, lastAssignedAt: at },
      });
    });
  });

  describe('changing', () => {
    it('stores state, events, messages and timers together', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store);
      const event = anEvent({ type: 'asked', at: MONDAY + 1, detail: { question: '為什麼?', nothing: null } });
      const timers = [{ kind: 'decision-due', dueAt: MONDAY + 2 } as const];
      const answer = await store.change(TEAM, id, (request) =>
        accepted({ ...request, reopened: 1 }, { events: [event], messages: [asked('why')], timers }),
      );
      expect(answer).toStrictEqual({ ok: true, request: aRequest({ reopened: 1 }), repeated: false });
      expect(await store.find(TEAM, id)).toStrictEqual({ request: aRequest({ reopened: 1 }), version: 2 });
      expect(await store.eventsOf(TEAM, id)).toStrictEqual([anEvent(), event]);
      expect(await store.waiting()).toBe(1);
      expect(await store.nextTimerDue()).toBe(MONDAY + 2);
    });

    it('stores nothing when the domain refuses', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store);
      const answer = await store.change(TEAM, id, () => refuse({ code: 'own-request' }), 'action:A');
      expect(answer).toStrictEqual({ ok: false, refusal: { code: 'own-request' } });
      expect(await store.find(TEAM, id)).toStrictEqual({ request: aRequest(), version: 1 });
      expect(await store.eventsOf(TEAM, id)).toHaveLength(1);
    });

    it('stores nothing when a part of it cannot be stored', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store);
      const broken = { kind: 'decision-due', dueAt: Number.NaN } as const;
      const change = store.change(TEAM, id, (request) =>
        accepted({ ...request, reopened: 1 }, { messages: [asked('lost')], timers: [broken] }),
      );
      await expect(change).rejects.toThrow();
      expect(await store.find(TEAM, id)).toStrictEqual({ request: aRequest(), version: 1 });
      expect(await store.eventsOf(TEAM, id)).toHaveLength(1);
      expect(await store.waiting()).toBe(0);
      expect(await store.verifyAudit()).toEqual({ sound: true, rows: 1 });
    });

    it('changes nothing for a delivery that changed this request before', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store);
      const { id: other } = await aStoredRequest(store);
      const oneMore = (request: PurchaseRequest) => accepted({ ...request, reopened: request.reopened + 1 });
      await store.change(TEAM, id, oneMore, 'action:A');
      expect(await store.change(TEAM, id, oneMore, 'action:A')).toMatchObject({
        repeated: true,
        request: { reopened: 1 },
      });
      expect(await store.change(TEAM, other, oneMore, 'action:A')).toMatchObject({ repeated: false });
      expect(await store.find(TEAM, id)).toMatchObject({ version: 2 });
      expect(await store.eventsOf(TEAM, id)).toHaveLength(2);
    });

    it('does not remember the delivery of a refused change', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store);
      await store.change(TEAM, id, () => refuse({ code: 'own-request' }), 'action:A');
      expect(await store.change(TEAM, id, (request) => accepted(request), 'action:A')).toMatchObject({
        repeated: false,
      });
    });

    it('refuses an id that no request of this workspace has', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store);
      const unknown = { ok: false, refusal: { code: 'unknown-request' } };
      expect(await store.change(OTHER_TEAM, id, (request) => accepted(request))).toEqual(unknown);
      expect(await store.find(OTHER_TEAM, id)).toBeUndefined();
      expect(await store.eventsOf(OTHER_TEAM, id)).toEqual([]);
    });
  });

  describe('finding', () => {
    it('finds a request by its thread, in its own workspace only', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store, { messages: [{ kind: 'thread-opened' }] });
      const thread = { channel: CHANNEL, ts: '1700000000.000100' };
      expect(await store.findByThread(TEAM, thread)).toBeUndefined();
      await openThread(store, thread);
      expect(await store.findByThread(TEAM, thread)).toStrictEqual({ request: aRequest(), version: 1, thread });
      expect(await store.find(TEAM, id)).toMatchObject({ thread });
      expect(await store.findByThread(OTHER_TEAM, thread)).toBeUndefined();
      expect(await store.findByThread(TEAM, { ...thread, ts: '1700000000.000200' })).toBeUndefined();
      expect(await store.findByThread(TEAM, { ...thread, channel: 'C0ELSE' as ChannelId })).toBeUndefined();
    });

    it('lists the open requests of a channel, oldest first', async () => {
      const store = await open();
      const messages = [{ kind: 'thread-opened' } as const];
      for (const submittedAt of [MONDAY + 2, MONDAY + 1, MONDAY + 3])
        await aStoredRequest(store, { request: { submittedAt }, messages });
      await aStoredRequest(store, { team: OTHER_TEAM, messages });
      await aStoredRequest(store);
      let ts = 1;
      await deliverAll(store, () => ({ channel: CHANNEL, ts: `${ts++}.0` }));
      const withdrawn = { state: 'withdrawn', at: MONDAY } as const;
      const [, , last] = await store.openInChannel(TEAM, CHANNEL);
      await store.change(TEAM, last?.request.id ?? requestId(0), (r) => accepted({ ...r, progress: withdrawn }));
      const inChannel = await store.openInChannel(TEAM, CHANNEL);
      expect(inChannel.map(({ request }) => request.submittedAt)).toEqual([MONDAY + 1, MONDAY + 2]);
      expect(await store.openInChannel(TEAM, 'C0ELSE' as ChannelId)).toEqual([]);
    });

    it('lists a person’s own requests, open ones first, then newest first', async () => {
      const store = await open();
      const decided = { state: 'decided', decision: 'approved', at: MONDAY } as const;
      const waiting = { state: 'waiting', since: MONDAY, until: MONDAY + HOUR_MS } as const;
      await aStoredRequest(store, { request: { submittedAt: 10 } });
      await aStoredRequest(store, { request: { submittedAt: 40, progress: decided } });
      await aStoredRequest(store, { request: { submittedAt: 20, progress: waiting } });
      await aStoredRequest(store, { request: { submittedAt: 30, progress: decided } });
      await aStoredRequest(store, { request: { submittedAt: 50, requester: BEN } });
      await aStoredRequest(store, { team: OTHER_TEAM });
      const listed = async (limit: number) =>
        (await store.requestsOf(TEAM, MEI, limit)).map(({ request }) => request.submittedAt);
      expect(await listed(10)).toEqual([20, 10, 40, 30]);
      expect(await listed(3)).toEqual([20, 10, 40]);
    });
  });
}
