import { describe, expect, it } from 'vitest';
import { accepted, anEvent, aStoredRequest, BEN, OTHER_TEAM, TEAM } from '#test/support/builders.ts';
import type { Opened } from './a-store.ts';

export function anAuditTrail(open: Opened): void {
  describe('the audit trail', () => {
    it('is sound when nothing happened', async () => {
      const store = await open();
      expect(await store.verifyAudit()).toEqual({ sound: true, rows: 0 });
    });

    it('counts the sound rows of all requests and workspaces', async () => {
      const store = await open();
      const { id } = await aStoredRequest(store, { events: [anEvent(), anEvent({ type: 'asked' })] });
      await aStoredRequest(store, { team: OTHER_TEAM });
      await aStoredRequest(store, { events: [] });
      await store.change(TEAM, id, (request) => accepted(request, { events: [] }));
      await store.change(TEAM, id, (request) => accepted(request, { events: [anEvent({ by: BEN })] }));
      expect(await store.verifyAudit()).toEqual({ sound: true, rows: 4 });
    });

    it('tells events oldest first, and keeps what they say', async () => {
      const store = await open();
      const first = anEvent({ detail: { z: [{ b: 1, a: '為' }], a: null, deep: { y: 1.5, x: true } } });
      const second = anEvent({ type: 'asked', at: first.at - 1, by: BEN });
      const { id } = await aStoredRequest(store, { events: [first, second] });
      expect(await store.eventsOf(TEAM, id)).toStrictEqual([first, second]);
    });
  });
}
