import { setTimeout } from 'node:timers/promises';
import type { RequestId, TeamId } from '#domain/ids.ts';
import type { RequestEvent } from '#domain/outcome.ts';
import { TEAM_ID } from '#playground/company/company.ts';
import type { MessageView } from '#playground/person-sees.ts';
import type { LocalSlack } from '#playground/slack/start-local-slack.ts';
import type { StoredRequest, Thread } from '#store/store.ts';
import type { Tandem } from '../../src/tandem.ts';
import { asRead, asShown } from './reading.ts';

const TEAM = TEAM_ID as TeamId;

/** What people see, and what is stored. */
export type Sights = {
  /** Resolves when everything that was to be said has been said. */
  settled(): Promise<void>;
  stored(id: RequestId): Promise<StoredRequest>;
  /** The audit's event types, oldest first. */
  history(id: RequestId): Promise<RequestEvent['type'][]>;
  /** Where it is talked about now. @throws {Error} when no thread is open */
  thread(id: RequestId): Promise<Thread>;
  card(id: RequestId): Promise<MessageView>;
  /** What stands under the card, as people read it. */
  replies(id: RequestId): Promise<string[]>;
  /** The decision records in the thread. */
  records(id: RequestId): Promise<MessageView[]>;
  /** Notifications of the DMs that somebody got, as they read them. */
  told(person: string): string[];
  /** The latest DM that somebody got, as they see it. */
  lastDm(person: string): string;
  /** What only this person saw in a channel, as they read it. */
  toldPrivately(person: string): string[];
  /** Every message of the app in every conversation, as the app gave it. */
  said(): Record<string, unknown>[];
};

const POLL_MS = 2;

export function officeSights(slack: LocalSlack, { store }: Tandem): Sights {
  const stored = async (id: RequestId): Promise<StoredRequest> => {
    const found = await store.find(TEAM, id);
    if (!found) throw new Error(`There is no request ${id}.`);
    return found;
  };
  const thread = async (id: RequestId): Promise<Thread> => {
    const { thread: open } = await stored(id);
    if (!open) throw new Error(`${id} has no thread.`);
    return open;
  };
  const messages = async (id: RequestId): Promise<MessageView[]> => {
    const { channel, ts } = await thread(id);
    return slack.thread(channel, ts);
  };
  return {
    async settled() {
      while ((await store.waiting()) > 0 || slack.inFlight() > 0) await setTimeout(POLL_MS);
    },
    stored,
    history: async (id) => (await store.eventsOf(TEAM, id)).map(({ type }) => type),
    thread,
    async card(id) {
      const [card] = await messages(id);
      if (!card) throw new Error(`${id} has no card.`);
      return card;
    },
    replies: async (id) => (await messages(id)).slice(1).map(asShown),
    records: async (id) => (await messages(id)).slice(1).filter(({ blocks }) => blocks?.[0]?.type === 'header'),
    told: (person) => slack.dmWith(person).map(({ text }) => asRead(text)),
    lastDm: (person) => asShown(slack.dmWith(person).at(-1) ?? { text: '' }),
    toldPrivately: (person) => slack.ephemeralsTo(person).map(asShown),
    said: () =>
      slack.calls
        .filter(({ method, ok }) => ok && /^(chat\.(post|update)|response_url)/.test(method))
        .map(({ args }) => ({ ...args, ...(typeof args.blocks === 'string' && { blocks: JSON.parse(args.blocks) }) })),
  };
}
