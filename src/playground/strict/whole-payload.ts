import {
  DATA_TABLE_CHARS_MAX,
  MARKDOWN_CHARS_MAX,
  MESSAGE_CHARTS_MAX,
  MESSAGE_TABLES_MAX,
  TABLE_CHARS_MAX,
} from '#slack/limits.ts';
import { type Placed, placedBlocks, placedElements } from './placed.ts';
import { type Fault, fault, isRecord } from './rules.ts';

/** What only shows when all blocks of a message or view are seen together. */
export function wholePayloadFaults(blocks: unknown[], surface: 'message' | 'modal' | 'home', pointer: string): Fault[] {
  const all = placedBlocks(blocks, pointer);
  return [
    ...repeated(all.filter(keepsItsId), 'block_id', 'is used twice; Slack wants each block_id once'),
    ...all.flatMap((block) => repeated(placedElements(block), 'action_id', 'is used twice in one block')),
    ...secondFocus(all),
    ...misplacedResponseUrl(all, surface),
    ...overlong(all, 'markdown', MARKDOWN_CHARS_MAX, true),
    ...overlong(all, 'table', TABLE_CHARS_MAX, surface === 'message'),
    ...overlong(all, 'data_table', DATA_TABLE_CHARS_MAX, surface === 'message'),
    ...(surface === 'message' ? [...tooMany(all, 'table', MESSAGE_TABLES_MAX)] : []),
    ...tooMany(all, 'data_visualization', MESSAGE_CHARTS_MAX),
  ];
}

/** Slack ignores and drops the block_id of a markdown block. */
const keepsItsId = ({ found }: Placed) => found.type !== 'markdown';

function repeated(all: Placed[], field: 'block_id' | 'action_id', why: string): Fault[] {
  const seen = new Set<unknown>();
  return all.flatMap(({ found, pointer }) => {
    const id = found[field];
    if (id === undefined) return [];
    if (seen.has(id)) return fault(`${pointer}/${field}`, `"${id}" ${why}`);
    seen.add(id);
    return [];
  });
}

function secondFocus(all: Placed[]): Fault[] {
  const focused = all.flatMap(placedElements).filter(({ found }) => found.focus_on_load === true);
  return focused
    .slice(1)
    .flatMap(({ pointer }) => fault(`${pointer}/focus_on_load`, 'is true on a second element; Slack takes one a view'));
}

function misplacedResponseUrl(all: Placed[], surface: string): Fault[] {
  return all
    .filter(({ found }) => surface !== 'modal' || found.type !== 'input')
    .flatMap(placedElements)
    .filter(({ found }) => found.response_url_enabled === true)
    .flatMap(({ pointer }) => fault(`${pointer}/response_url_enabled`, 'works only in an input block of a modal'));
}

/** `summed`: the limit holds for all blocks of the type together, not for each. */
function overlong(all: Placed[], type: string, max: number, summed: boolean): Fault[] {
  let before = 0;
  return all
    .filter(({ found }) => found.type === type)
    .flatMap(({ found, pointer }) => {
      const total = before + textChars(found);
      if (summed) before = total;
      return total > max ? fault(pointer, `brings ${type} to ${total} characters; Slack takes at most ${max}`) : [];
    });
}

/** Characters of all `text` strings in there, however deep. */
function textChars(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + textChars(each), 0);
  if (!isRecord(value)) return 0;
  const own = typeof value.text === 'string' ? value.text.length : 0;
  return own + textChars(Object.values(value));
}

function tooMany(all: Placed[], type: string, max: number): Fault[] {
  return all
    .filter(({ found }) => found.type === type)
    .slice(max)
    .flatMap(({ pointer }) => fault(pointer, `is one ${type} too many; Slack takes at most ${max} in a message`));
}
