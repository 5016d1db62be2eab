import { describe, expect, it } from 'vitest';
import type { AgreedAction } from '#domain/agreed.ts';
import type { LocalDate, UnitId } from '#domain/ids.ts';
import type { QuarterId } from '#domain/quarters.ts';
import { ANA, BEN, MONDAY, OTHER_TEAM, TEAM } from '#test/support/builders.ts';
import type { Opened } from './a-store.ts';
import { claimAll, NOW } from './steps.ts';

const MARKETING = 'marketing' as UnitId;
const day = (date: string) => date as LocalDate;
const anAction = (overrides: Partial<AgreedAction> = {}): AgreedAction => ({
  ...{ id: 'a', team: TEAM, unit: MARKETING, quarter: '2026Q1' as QuarterId, what: '一份合約 & "more"' },
  ...{ who: ANA, due: day('2026-02-01'), loggedBy: BEN, loggedAt: MONDAY },
  ...overrides,
});
const tell = ({ id, who }: AgreedAction) => ({ kind: 'agreed', to: who, action: id, is: 'due' }) as const;

export function anAgreedStore(open: Opened): void {
  describe('what was agreed', () => {
    it('is kept with what is said about it, in its own workspace and unit', async () => {
      const store = await open();
      const news = { kind: 'agreed', to: ANA, action: 'a', is: 'new' } as const;
      await store.agree(anAction(), [news]);
      await store.agree(anAction({ id: 'b', due: day('2026-01-09') }), []);
      await store.agree(anAction({ id: 'c', unit: 'sales' as UnitId }), []);
      await store.agree(anAction({ team: OTHER_TEAM }), []);
      expect((await store.agreedBy(TEAM, MARKETING)).map(({ id }) => id)).toEqual(['b', 'a']);
      expect(await store.findAgreed(TEAM, 'a')).toEqual(anAction());
      expect(await store.findAgreed(OTHER_TEAM, 'b')).toBeUndefined();
      expect(await claimAll(store)).toMatchObject([{ message: news }]);
    });

    it('is done once, and then listed behind the others as long as is asked', async () => {
      const store = await open();
      await store.agree(anAction(), []);
      await store.agree(anAction({ id: 'b' }), []);
      expect(await store.finishAgreed(TEAM, 'a', NOW)).toBe(true);
      expect(await store.finishAgreed(TEAM, 'a', NOW + 1)).toBe(false);
      expect(await store.finishAgreed(OTHER_TEAM, 'b', NOW)).toBe(false);
      expect((await store.agreedBy(TEAM, MARKETING)).map(({ id }) => id)).toEqual(['b']);
      expect(await store.agreedBy(TEAM, MARKETING, NOW)).toMatchObject([{ id: 'b' }, { id: 'a', doneAt: NOW }]);
      expect(await store.agreedBy(TEAM, MARKETING, NOW + 1)).toHaveLength(1);
    });

    it('is called to mind once, on its day or after it, unless it is done', async () => {
      const store = await open();
      await store.agree(anAction(), []);
      await store.agree(anAction({ id: 'done' }), []);
      await store.agree(anAction({ id: 'later', due: day('2026-02-02') }), []);
      await store.finishAgreed(TEAM, 'done', NOW);
      expect(await store.remindAgreed(TEAM, day('2026-01-31'), NOW, tell)).toBe(0);
      const reminded = await Promise.all([1, 2].map(() => store.remindAgreed(TEAM, day('2026-02-01'), NOW, tell)));
      expect(reminded.toSorted()).toEqual([0, 1]);
      expect(await store.remindAgreed(OTHER_TEAM, day('2026-12-31'), NOW, tell)).toBe(0);
      expect(await claimAll(store)).toMatchObject([{ message: { action: 'a', is: 'due' } }]);
    });
  });
}
