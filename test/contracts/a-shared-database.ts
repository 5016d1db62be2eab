import { describe, expect, it } from 'vitest';
import { refuse } from '#domain/outcome.ts';
import {
  accepted,
  aDelivery,
  aRequest,
  aStoredRequest,
  asked,
  MEI,
  OTHER_TEAM,
  submitted,
  TEAM,
} from '#test/support/builders.ts';
import type { Opened } from './a-store.ts';

export function aSharedDatabase(open: Opened): void {
  describe('many at once', () => {
    it('applies 100 concurrent changes of one request, each to the outcome of another', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store);
      const answers = await Promise.all(
        Array.from({ length: 100 }, () =>
          store.change(TEAM, id, (request) => accepted({ ...request, reopened: request.reopened + 1 })),
        ),
      );
      const counted = answers.map((answer) => (answer.ok ? answer.request.reopened : 0));
      expect(counted.toSorted((one, other) => one - other)).toEqual(
        Array.from({ length: 100 }, (_, index) => index + 1),
      );
      expect(await store.find(TEAM, id)).toMatchObject({ version: 101, request: { reopened: 100 } });
      expect(await store.verifyAudit()).toEqual({ sound: true, rows: 101 });
    });

    it('lets one change that throws fail alone among 50', async () => {
      const store = await open();
      const ids = await Promise.all(Array.from({ length: 50 }, async () => (await aStoredRequest(store)).id));
      const changes = ids.map((id, index) =>
        store.change(TEAM, id, (request) => {
          if (index === 20) throw new Error('a bug');
          return accepted({ ...request, reopened: 1 }, { messages: [asked('why')] });
        }),
      );
      const settled = await Promise.allSettled(changes);
      expect(settled.flatMap(({ status }, index) => (status === 'rejected' ? [index] : []))).toEqual([20]);
      const requests = await store.requestsOf(TEAM, MEI, 100);
      expect(requests.filter(({ request }) => request.reopened === 1)).toHaveLength(49);
      expect(await store.waiting()).toBe(49);
    });

    it('undoes what a failing submission wrote, and keeps the numbers of the others without a gap', async () => {
      const store = await open();
      const unstorable = submitted({
        messages: [asked('lost')],
        timers: [{ kind: 'decision-due', dueAt: Number.NaN }],
      });
      const opens = Array.from({ length: 30 }, (_, index) => {
        if (index % 3 === 0) return unstorable;
        return index % 3 === 1 ? submitted() : () => refuse({ code: 'no-engineer' });
      });
      await Promise.allSettled(opens.map((one) => store.submit(TEAM, aDelivery(), one)));
      const stored = await store.requestsOf(TEAM, MEI, 100);
      const numbers = stored.map(({ request }) => Number(request.id.slice(4))).toSorted((one, other) => one - other);
      expect(numbers).toEqual(Array.from({ length: 10 }, (_, index) => index + 1));
      expect(await store.waiting()).toBe(0);
    });

    it('opens one request for a delivery that comes twice at the same time', async () => {
      const store = await open();
      const answers = await Promise.all([1, 2, 3].map(() => store.submit(TEAM, 'view:V1', submitted())));
      expect(answers.map((answer) => answer.ok && answer.repeated)).toEqual([false, true, true]);
      expect(answers.map((answer) => answer.ok && answer.request.id)).toEqual(['BUY-1', 'BUY-1', 'BUY-1']);
    });

    it('tells of news once for all that was stored together, and only of news', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store);
      let calls = 0;
      const stop = store.onNews(() => calls++);
      const said = () => store.change(TEAM, id, (request) => accepted(request, { messages: [asked('why')] }));
      await Promise.all([said(), said(), said()]);
      expect(calls).toBe(1);
      await store.change(TEAM, id, (request) => accepted(request));
      await store.remember(TEAM, MEI, { unit: 'marketing' });
      await store
        .change(TEAM, id, (request) =>
          accepted(request, {
            messages: [asked('lost'), asked('x')],
            timers: [{ kind: 'decision-due', dueAt: Number.NaN }],
          }),
        )
        .catch(() => {});
      expect(calls).toBe(1);
      await store.change(TEAM, id, (r) => accepted(r, { timers: [{ kind: 'decision-due', dueAt: 5 }] }));
      expect(calls).toBe(2);
      stop();
      await said();
      expect(calls).toBe(2);
    });
  });

  describe('deliveries', () => {
    it('are new once in each workspace, also when they come at the same time', async () => {
      const store = await open();
      const sights = await Promise.all([1, 2, 3].map(() => store.firstSight(TEAM, 'event:Ev1', 10)));
      expect(sights).toEqual([true, false, false]);
      expect(await store.firstSight(TEAM, 'event:Ev2', 10)).toBe(true);
      expect(await store.firstSight(OTHER_TEAM, 'event:Ev1', 10)).toBe(true);
    });

    it('do not make the change that they ask for a repeated one', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store);
      await store.firstSight(TEAM, 'event:Ev1', 10);
      expect(await store.change(TEAM, id, (request) => accepted(request), 'event:Ev1')).toMatchObject({
        repeated: false,
      });
    });

    it('are forgotten before a moment, and not from it on', async () => {
      const store = await open();
      await store.firstSight(TEAM, 'event:old', 9);
      await store.firstSight(TEAM, 'event:new', 10);
      await store.forgetDeliveries(10);
      expect(await store.firstSight(TEAM, 'event:old', 11)).toBe(true);
      expect(await store.firstSight(TEAM, 'event:new', 11)).toBe(false);
    });
  });

  describe('being asked whether it answers', () => {
    it('answers while open, and throws once closed', async () => {
      const store = await open();
      await expect(store.ping()).resolves.toBeUndefined();
      const pending = store.submit(TEAM, aDelivery(), submitted());
      await store.close();
      expect(await pending).toMatchObject({ ok: true, request: { id: aRequest().id } });
      await expect(store.ping()).rejects.toThrow();
      await expect(store.submit(TEAM, aDelivery(), submitted())).rejects.toThrow();
    });
  });
}
