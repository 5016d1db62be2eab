import { AssertionError } from 'node:assert';
import { refusalsOfBlocks, type Surface } from '#playground/strict/blocks.ts';
import { type MessageMethod, refusalsOfMessage } from '#playground/strict/message.ts';
import type { Refusal } from '#playground/strict/refusal.ts';
import { refusalsOfView } from '#playground/strict/view.ts';

/** Ends every view test: these blocks are what Slack takes. @throws {AssertionError} with a line for each refusal */
export function expectFitsSlack(blocks: unknown, surface: Surface = 'message'): void {
  none(refusalsOfBlocks(blocks, surface), `these blocks in a ${surface}`);
}

/** The whole modal or Home view. @throws {AssertionError} with a line for each refusal */
export function expectViewFitsSlack(view: unknown): void {
  none(refusalsOfView(view), 'this view');
}

/** All arguments of a message: text, blocks, metadata. @throws {AssertionError} with a line for each refusal */
export function expectMessageFitsSlack(message: unknown, method: MessageMethod = 'chat.postMessage'): void {
  none(refusalsOfMessage(message, method), `this message by ${method}`);
}

function none(refusals: readonly Refusal[], what: string): void {
  if (refusals.length === 0) return;
  const lines = refusals.map(({ error, pointer, why }) => `  ${error} at ${pointer || '/'}: ${why}`);
  throw new AssertionError({ message: [`Slack would refuse ${what}:`, ...lines].join('\n') });
}
