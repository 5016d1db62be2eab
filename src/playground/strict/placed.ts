import { isRecord, itemsOf } from './rules.ts';

/** Something in a payload, with the place where it was found. */
export type Placed = { found: Record<string, unknown>; pointer: string };

const placed = (list: unknown, pointer: string): Placed[] =>
  itemsOf(list).flatMap((found, index) => (isRecord(found) ? [{ found, pointer: `${pointer}/${index}` }] : []));

/** All blocks: those at the top and those inside containers and carousels. */
export function placedBlocks(blocks: unknown, pointer: string): Placed[] {
  return placed(blocks, pointer).flatMap((block) => {
    const { found, pointer: at } = block;
    if (found.type === 'container') return [block, ...placed(found.child_blocks, `${at}/child_blocks`)];
    if (found.type === 'carousel') return [block, ...placed(found.elements, `${at}/elements`)];
    return [block];
  });
}

/** The elements of one block that may carry an action_id. */
export function placedElements({ found, pointer }: Placed): Placed[] {
  if (found.type === 'carousel') return [];
  const single = ['accessory', 'element'].flatMap((field) => {
    const element = found[field];
    return isRecord(element) ? [{ found: element, pointer: `${pointer}/${field}` }] : [];
  });
  const many = ['elements', 'actions'].flatMap((field) => placed(found[field], `${pointer}/${field}`));
  return [...single, ...many];
}
