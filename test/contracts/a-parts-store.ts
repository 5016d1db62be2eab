import { describe, expect, it } from 'vitest';
import { requestId, type UnitId } from '#domain/ids.ts';
import { refuse } from '#domain/outcome.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import type { StoredRequest } from '#store/store.ts';
import {
  ANA,
  accepted,
  aDelivery,
  anIntake,
  aStoredRequest,
  BEN,
  HOUR_MS,
  MEI,
  MONDAY,
  OTHER_TEAM,
  submitted,
  TEAM,
} from '#test/support/builders.ts';
import type { Opened } from './a-store.ts';
import { deliverAll } from './steps.ts';

const MARKETING = 'marketing' as UnitId;
const ids = (found: StoredRequest[]) => found.map(({ request }) => request.id);
const withdrawn = (request: PurchaseRequest, at = MONDAY) =>
  accepted({ ...request, progress: { state: 'withdrawn', at } });

export function aPartsStore(open: Opened): void {
  describe('the requests in which somebody has a part', () => {
    it('are those they asked for, work on, decide or stand in for; open ones first, then newest first', async () => {
      const store = await open();
      for (const submittedAt of [MONDAY, MONDAY + 1, MONDAY + 2])
        await aStoredRequest(store, { request: { submittedAt } });
      await store.change(TEAM, requestId(3), (request) => withdrawn(request));
      for (const person of [MEI, ANA, BEN]) {
        expect(ids(await store.requestsWith(TEAM, person))).toEqual(['BUY-2', 'BUY-1', 'BUY-3']);
        expect(ids(await store.requestsWith(TEAM, person, { openOnly: true }))).toEqual(['BUY-2', 'BUY-1']);
      }
    });

    it('follow each change of the people and of the state, a reopening too', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store);
      const alone = { engineer: ANA, reason: { kind: 'last-resort' } } as const;
      const seats: PurchaseRequest['seats'] = [{ role: 'it', holders: [ANA], standIns: [] }];
      await store.change(TEAM, id, (request) => withdrawn({ ...request, pairing: alone, seats }));
      expect(await store.requestsWith(TEAM, BEN)).toEqual([]);
      expect(await store.requestsWith(TEAM, ANA, { openOnly: true })).toEqual([]);
      await store.change(TEAM, id, (request) => accepted({ ...request, progress: { state: 'deciding' } }));
      expect(ids(await store.requestsWith(TEAM, ANA, { openOnly: true }))).toEqual([id]);
    });

    it('are never another workspace’s', async () => {
      const store = await open();
      await aStoredRequest(store);
      expect(await store.requestsWith(OTHER_TEAM, MEI)).toEqual([]);
      expect(await store.requestsOfUnit(OTHER_TEAM, MARKETING)).toEqual([]);
      expect(await store.openRequests(OTHER_TEAM)).toEqual([]);
    });
  });

  describe('the requests of a unit', () => {
    it('are all, the open ones alone, or with those closed since a moment', async () => {
      const store = await open();
      for (let count = 0; count < 3; count += 1) await aStoredRequest(store);
      await aStoredRequest(store, { request: { intake: anIntake({ unit: 'sales' as UnitId }) } });
      await store.change(TEAM, requestId(1), (request) => withdrawn(request, MONDAY));
      await store.change(TEAM, requestId(2), (request) => withdrawn(request, MONDAY + HOUR_MS));
      expect(ids(await store.requestsOfUnit(TEAM, MARKETING))).toEqual(['BUY-3', 'BUY-2', 'BUY-1']);
      expect(ids(await store.requestsOfUnit(TEAM, MARKETING, { openOnly: true }))).toEqual(['BUY-3']);
      expect(ids(await store.requestsOfUnit(TEAM, MARKETING, { since: MONDAY + HOUR_MS }))).toEqual(['BUY-3', 'BUY-2']);
      expect(ids(await store.openRequests(TEAM))).toEqual(['BUY-3', 'BUY-4']);
    });
  });

  describe('news of a change', () => {
    it('tells what is stored, with what was before, and of a thread that opened', async () => {
      const store = await open();
      const heard: unknown[] = [];
      store.onChanged((after, before) => heard.push([after.progress.state, before?.progress.state]));
      const { id } = await aStoredRequest(store, { messages: [{ kind: 'thread-opened' }] });
      await store.change(TEAM, id, (request) => withdrawn(request));
      await deliverAll(store, () => ({ channel: 'C1' as never, ts: '1.1' }));
      expect(heard).toEqual([
        ['deciding', undefined],
        ['withdrawn', 'deciding'],
        ['withdrawn', undefined],
      ]);
    });

    it('is none when nothing changed: a refusal, a repeated delivery, an unknown request', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store);
      const heard: unknown[] = [];
      const stop = store.onChanged((after) => heard.push(after.id));
      const delivery = aDelivery();
      await store.change(TEAM, id, () => refuse({ code: 'nothing-changes' }));
      await store.change(TEAM, requestId(9), (request) => accepted(request));
      await store.change(TEAM, id, (request) => accepted(request), delivery);
      await store.change(TEAM, id, (request) => accepted(request), delivery);
      expect(heard).toEqual([id]);
      stop();
      await store.submit(TEAM, aDelivery(), submitted());
      expect(heard).toEqual([id]);
    });
  });
}
