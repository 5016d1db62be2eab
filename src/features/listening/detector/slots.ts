const SLOTS_PER_KEY = 2;

/** Of a table for so many keys, the mask that makes a place of a hash; the table has one slot more. */
export const maskFor = (keys: number): number => 2 ** Math.ceil(Math.log2(keys * SLOTS_PER_KEY + 1)) - 1;

/** Where the search for a learnt feature begins. */
export const firstSlot = (key: number, mask: number): number => (key ^ (key >>> 15)) & mask;
