/** What a message is made of, read from a call and held to Slack's rules. */
import { type MessageMethod, refusalsOfMessage } from '#playground/strict/message.ts';
import { messagesOf as linesOf, type Refusal } from '#playground/strict/refusal.ts';
import { isGiven, jsonArg, type Refused, refuse } from './answers.ts';
import { isObject, type Json, objectsIn } from './json.ts';
import { nextId, type World } from './world.ts';

export type Content = { text?: string; blocks?: Json[]; attachments?: Json[]; metadata?: Json };

/** Slack cuts longer texts off. Source: docs.slack.dev/reference/methods/chat.postMessage */
const STORED_TEXT_CHARS_MAX = 40_000;

/** The first code stands for all; each fault has a line of its own. */
export function refusedByRules(refusals: readonly Refusal[]): Refused | undefined {
  const [first] = refusals;
  return first && refuse(first.error, linesOf(refusals));
}

/** What a broken JSON string in each member is refused with. */
const BROKEN = {
  blocks: 'invalid_blocks_format',
  attachments: 'invalid_attachments',
  metadata: 'invalid_metadata_format',
} as const;

/** Members of the call as the rules want them: JSON parsed, empty ones absent. */
function parsedMessage(args: Json): { message: Json } | Refused {
  const message: Json = {};
  for (const name of ['text', 'markdown_text', 'thread_ts', 'file_ids'])
    if (isGiven(args, name)) message[name] = args[name];
  for (const [name, error] of Object.entries(BROKEN)) {
    const { value, broken } = jsonArg(args, name);
    if (broken) return refuse(error, `[ERROR] ${name} is not valid JSON [json-pointer:/${name}]`);
    if (value !== undefined) message[name] = value;
  }
  return { message };
}

export function contentOf(world: World, args: Json, method: MessageMethod): Content | Refused {
  const parsed = parsedMessage(args);
  if ('error' in parsed) return parsed;
  const { message } = parsed;
  const refused = refusedByRules(refusalsOfMessage(message, method));
  if (refused) return refused;
  const text = message.text ?? message.markdown_text;
  return {
    ...(typeof text === 'string' ? { text: text.slice(0, STORED_TEXT_CHARS_MAX) } : {}),
    ...(message.blocks === undefined ? {} : { blocks: withIds(world, objectsIn(message.blocks)) }),
    ...(message.attachments === undefined ? {} : { attachments: objectsIn(message.attachments) }),
    ...(!isObject(message.metadata) ? {} : { metadata: message.metadata }),
  };
}

/** Slack names the blocks that came without an id. Action ids are named where elements are found. */
export function withIds(world: World, blocks: Json[]): Json[] {
  return blocks.map((block) =>
    typeof block.block_id === 'string' && block.block_id !== '' ? block : { ...block, block_id: nextId(world, 'b') },
  );
}
