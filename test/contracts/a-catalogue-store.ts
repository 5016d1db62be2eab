import { describe, expect, it } from 'vitest';
import type { CatalogueEntry, Store } from '#store/store.ts';
import { ANA, MEI, OTHER_TEAM, TEAM } from '#test/support/builders.ts';
import type { Opened } from './a-store.ts';

const aTool = (overrides: Partial<CatalogueEntry> & { id: string }): CatalogueEntry => ({
  name: overrides.id,
  vendor: 'Vendor',
  aliases: [],
  category: 'design',
  status: 'approved',
  ...overrides,
});

async function stocked(open: Opened, ...tools: CatalogueEntry[]): Promise<Store> {
  const store = await open();
  for (const tool of tools) await store.putTool(TEAM, tool);
  return store;
}

const found = async (store: Store, words: string, limit = 10): Promise<string[]> =>
  (await store.searchTools(TEAM, words, limit)).map(({ id }) => id);

export function aCatalogueStore(open: Opened): void {
  describe('the catalogue', () => {
    it('gives back exactly the entry that was put, and the later one of two', async () => {
      const whole = aTool({
        ...{ id: 'easel', aliases: ['畫架', 'EZ'], status: 'restricted' },
        ...{ businessOwner: MEI, itOwner: ANA, seats: 20, freeSeats: 0 },
      });
      const store = await stocked(open, whole);
      expect(await store.findTool(TEAM, 'easel')).toStrictEqual(whole);
      await store.putTool(TEAM, aTool({ id: 'easel' }));
      expect(await store.findTool(TEAM, 'easel')).toStrictEqual(aTool({ id: 'easel' }));
      expect(await found(store, '畫架')).toEqual([]);
    });

    it('knows nothing of another workspace’s tools', async () => {
      const store = await stocked(open, aTool({ id: 'easel' }));
      expect(await store.findTool(OTHER_TEAM, 'easel')).toBeUndefined();
      expect(await store.searchTools(OTHER_TEAM, 'easel', 10)).toEqual([]);
      await store.putTool(OTHER_TEAM, aTool({ id: 'easel', name: 'Other' }));
      expect(await store.findTool(TEAM, 'easel')).toMatchObject({ name: 'easel' });
    });

    it('finds a name that begins with the words first, then an alias or vendor, then what only holds them', async () => {
      const store = await stocked(
        open,
        aTool({ id: 'holds', name: 'Big Paint' }),
        aTool({ id: 'alias', name: 'Canvas', aliases: ['Easel', 'Paintbox'] }),
        aTool({ id: 'vendor', name: 'Brush', vendor: 'Paint Works' }),
        aTool({ id: 'name', name: 'Paint Pro' }),
        aTool({ id: 'none', name: 'Ledger' }),
      );
      expect(await found(store, 'paint')).toEqual(['name', 'vendor', 'alias', 'holds']);
      expect(await found(store, 'paint', 2)).toEqual(['name', 'vendor']);
    });

    it('finds words however they are typed: case, full width, spaces, Chinese', async () => {
      const store = await stocked(open, aTool({ id: 'easel', name: 'Easel  Pro', aliases: ['設計畫架'] }));
      for (const words of ['EASEL', ' easel pro ', 'Ｅａｓｅｌ　ｐｒｏ', '設計', '畫架', 'sel p'])
        expect(await found(store, words), words).toEqual(['easel']);
    });

    it('takes the words as they are, not as a pattern', async () => {
      const store = await stocked(open, aTool({ id: 'easel', aliases: ["100% o'clock_x"] }));
      expect(await found(store, '%')).toEqual(['easel']);
      expect(await found(store, "o'clock_")).toEqual(['easel']);
      for (const words of ['e%l', 'e_sel', '*', '.']) expect(await found(store, words), words).toEqual([]);
    });

    it('lists by name when no words are typed, and tools of one name by id', async () => {
      const store = await stocked(
        open,
        aTool({ id: 'b2', name: 'B' }),
        aTool({ id: 'b1', name: 'B' }),
        aTool({ id: 'a', name: 'a' }),
      );
      expect(await found(store, '  ')).toEqual(['a', 'b1', 'b2']);
    });
  });
}
