import { describe, expect, it } from 'vitest';
import { ANA, MEI, OTHER_TEAM, TEAM } from '#test/support/builders.ts';
import type { Opened } from './a-store.ts';

export function aPeopleStore(open: Opened): void {
  describe('what is remembered about a person', () => {
    it('is nothing at first, and never another person’s or workspace’s', async () => {
      const store = await open();
      await store.remember(TEAM, MEI, { unit: 'marketing' });
      expect(await store.preferences(TEAM, ANA)).toStrictEqual({});
      expect(await store.preferences(OTHER_TEAM, MEI)).toStrictEqual({});
    });

    it('is merged: what is given replaces, undefined removes, the rest stays', async () => {
      const store = await open();
      const draft = { outcome: '更多案例', people: 3, data: ['internal'], nested: { deep: null } };
      await store.remember(TEAM, MEI, { unit: 'marketing', draft });
      await store.remember(TEAM, MEI, { currency: 'TWD' });
      expect(await store.preferences(TEAM, MEI)).toStrictEqual({ unit: 'marketing', currency: 'TWD', draft });
      await store.remember(TEAM, MEI, { unit: 'sales', draft: undefined });
      expect(await store.preferences(TEAM, MEI)).toStrictEqual({ unit: 'sales', currency: 'TWD' });
    });

    it('loses nothing when two things are remembered at once', async () => {
      const store = await open();
      await Promise.all([
        store.remember(TEAM, MEI, { unit: 'marketing' }),
        store.remember(TEAM, MEI, { currency: 'TWD' }),
      ]);
      expect(await store.preferences(TEAM, MEI)).toStrictEqual({ unit: 'marketing', currency: 'TWD' });
    });
  });
}
