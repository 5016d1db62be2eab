import type { ChannelId, TeamId, UserId } from '#domain/ids.ts';
import type { AdminProblem, Message } from '#domain/outcome.ts';
import type { ThreadLoss } from '#domain/purchase-request.ts';
import type { Blocks } from '#slack/blocks.ts';
import type { OutboxRow, StoredRequest } from '#store/store.ts';

/**
 * `text` is what notifications and screen readers get: it says the same as the blocks, shorter. `plainer` are the blocks
 * for a workspace that refuses a kind of block which not every workspace has.
 */
export type Content = { text: string; blocks: Blocks; plainer?: Blocks };

/** What a message becomes in Slack, and where it goes. */
export type Delivery = Content &
  (
    | { to: 'new-thread'; channel: ChannelId }
    | { to: 'new-group'; people: UserId[] }
    | { to: 'card' }
    | { to: 'thread' }
    | { to: 'person'; user: UserId }
    | { to: 'only'; user: UserId; channel: ChannelId; thread?: string }
  );

/**
 * Turns a message into blocks at the moment it is sent, so that what is shown is the state of that moment.
 * Undefined: there is nothing left to say, and the message counts as delivered.
 */
export type Present<Kind extends Message = Message> = (
  team: TeamId,
  message: Kind,
  stored: StoredRequest | undefined,
) => Promise<Delivery | undefined>;

/** What to do when Slack will never take a message. */
export type Fallbacks = {
  /** The request's thread cannot be used: it goes on elsewhere. False when there is nowhere left to go. */
  loseThread(row: OutboxRow, loss: ThreadLoss): Promise<boolean>;
  /** What the admins are told instead. */
  instead(row: OutboxRow, problem: AdminProblem): Message[];
};
