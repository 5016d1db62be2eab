import { MESSAGE_BLOCKS_MAX, VIEW_BLOCKS_MAX } from '#slack/limits.ts';
import { basicBlocks } from './blocks-basic.ts';
import { cardBlocks, containerOf } from './blocks-cards.ts';
import { dataBlocks } from './blocks-data.ts';
import type { Refusal } from './refusal.ts';
import { byType, type Fault, type Fields, listOf, object, type Rule } from './rules.ts';
import { wholePayloadFaults } from './whole-payload.ts';

/** Where blocks can stand. */
export type Surface = 'message' | 'modal' | 'home';

const inner = { ...basicBlocks, ...cardBlocks, ...dataBlocks };

/** `file` is known and stands nowhere: an app only meets it when reading messages. */
const rules: Fields = { ...inner, container: containerOf(inner), file: object({}) };

const everywhere = 'actions section context header divider image input rich_text video card'.split(' ');

/** Source: slack-facts a1; each block's page under docs.slack.dev/reference/block-kit/blocks. */
const blocksOn: Record<Surface, string[]> = {
  message: [
    ...everywhere,
    ...'markdown context_actions table data_table data_visualization carousel container plan task_card'.split(' '),
  ],
  modal: [...everywhere, 'alert'],
  home: [...everywhere, 'table', 'data_table', 'carousel', 'container'],
};

const listRule = (surface: Surface, max: number): Rule =>
  listOf(byType(rules, `a ${surface}`, blocksOn[surface]), { max });

const listRules: Record<Surface, Rule> = {
  message: listRule('message', MESSAGE_BLOCKS_MAX),
  modal: listRule('modal', VIEW_BLOCKS_MAX),
  home: listRule('home', VIEW_BLOCKS_MAX),
};

/**
 * What Slack would refuse in these blocks on this surface. Blocks of a view are refused with `invalid_arguments`, those
 * of a message with `invalid_blocks`. `pointer` is where the blocks stand in the call.
 */
export function refusalsOfBlocks(blocks: unknown, surface: Surface, pointer = '/blocks'): Refusal[] {
  if (!Array.isArray(blocks))
    return [{ error: 'invalid_blocks_format', pointer, why: 'blocks must be a list of objects, not JSON in a string' }];
  const error = surface === 'message' ? 'invalid_blocks' : 'invalid_arguments';
  const faults = [...listRules[surface](blocks, pointer), ...wholePayloadFaults(blocks, surface, pointer)];
  return faults.map((fault: Fault) => ({ error, ...fault }));
}
