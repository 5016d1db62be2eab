import type { WebClient } from '@slack/web-api';
import type { ChannelId, Instant, TeamId } from '#domain/ids.ts';
import type { OutboxId, OutboxRow, Thread } from '#store/store.ts';
import type { Content, Delivery } from './outbox.ts';
import { isRefusalOfBlocks, leaseOver, mishapOf, threadMissing } from './slack-errors.ts';

/** The event type of our message metadata; its payload carries the outbox id. */
const METADATA_TYPE = 'tandem';

/** How far our clock and Slack's may be apart when looking for a message that may have been sent. */
const CLOCK_SKEW_MS = 5 * 60 * 1_000;
const MS_PER_SECOND = 1_000;

/** Messages a page: the most that apps outside the marketplace get (slack-facts c). */
const PAGE_MESSAGES_MAX = 15;

export type Sender = {
  /**
   * Puts the message into Slack and says where it is. Throws what the Web API throws.
   * @param mayStill asked right before the call that says it: false when somebody else may say it by now.
   */
  send(row: OutboxRow, delivery: Delivery, thread: Thread | undefined, mayStill: () => boolean): Promise<Thread>;
};

/** What people typed must not turn into links and mentions in the notification's text. */
const AS_TYPED = { parse: 'none', link_names: false } as const;

type Place = { channel: string; thread?: string };

/**
 * Sends through the Web API. A row that is unsure is looked for first, and sent only when it is not there.
 * @param onRefused told when a workspace refused blocks that it was then spared.
 */
export function slackSender(client: WebClient, onRefused: (team: TeamId) => Promise<void> = async () => {}): Sender {
  const lookFor = lookingFor(client);
  return {
    async send(row, delivery, thread, mayStill) {
      if (delivery.to === 'card') {
        if (!mayStill()) throw leaseOver;
        return update(client, delivery, thread);
      }
      if (delivery.to === 'only') return whisper(client, row, delivery, mayStill);
      const place = await placeOf(client, row, delivery, thread);
      const found = row.unsure ? await lookFor(row, place, mayStill) : undefined;
      if (found) return found;
      if (!mayStill()) throw leaseOver;
      try {
        return await post(client, row.id, delivery, place);
      } catch (error) {
        if (!delivery.plainer || !isRefusalOfBlocks(error) || !mayStill()) throw error;
        await onRefused(row.team);
        return post(client, row.id, { ...delivery, blocks: delivery.plainer }, place);
      }
    },
  };
}

async function update(client: WebClient, { text, blocks }: Content, thread: Thread | undefined): Promise<Thread> {
  if (!thread) throw threadMissing;
  await client.chat.update({ channel: thread.channel, ts: thread.ts, text, blocks, ...AS_TYPED });
  return thread;
}

/**
 * For one person's eyes in a channel. Slack keeps none of these, so one that may have been said cannot be looked for:
 * it is left at that, since App Home shows the same (slack-facts a5).
 */
async function whisper(
  client: WebClient,
  row: OutboxRow,
  { user, channel, thread, text, blocks }: Extract<Delivery, { to: 'only' }>,
  mayStill: () => boolean,
): Promise<Thread> {
  const place = { channel, ts: '' };
  if (row.unsure) return place;
  if (!mayStill()) throw leaseOver;
  await client.chat.postEphemeral({ channel, user, ...(thread && { thread_ts: thread }), text, blocks, ...AS_TYPED });
  return place;
}

async function placeOf(
  client: WebClient,
  row: OutboxRow,
  delivery: Exclude<Delivery, { to: 'card' | 'only' }>,
  thread: Thread | undefined,
): Promise<Place> {
  switch (delivery.to) {
    case 'new-thread':
      return { channel: delivery.channel };
    case 'new-group':
      return { channel: await conversation(client, delivery.people) };
    case 'person':
      // A user id opens the DM by itself; only looking for a message needs the DM's own id.
      return { channel: row.unsure ? await conversation(client, [delivery.user]) : delivery.user };
    case 'thread':
      if (!thread) throw threadMissing;
      return { channel: thread.channel, thread: thread.ts };
  }
}

/** Opens a DM or group DM, or finds the one that these people already have. */
async function conversation(client: WebClient, people: string[]): Promise<string> {
  const { channel } = await client.conversations.open({ users: people.join(',') });
  return String(channel?.id);
}

async function post(client: WebClient, id: OutboxId, { text, blocks }: Content, place: Place): Promise<Thread> {
  const posted = await client.chat.postMessage({
    channel: place.channel,
    ...(place.thread && { thread_ts: place.thread }),
    text,
    blocks,
    metadata: { event_type: METADATA_TYPE, event_payload: { id } },
    unfurl_links: false,
    unfurl_media: false,
    ...AS_TYPED,
  });
  return { channel: String(posted.channel) as ChannelId, ts: String(posted.ts) };
}

/**
 * Finds our message with a row's id, if Slack has it. A search that breaks off goes on where it stopped: with one
 * page of fifteen messages a minute, beginning anew would never get past the first page (slack-facts c).
 */
function lookingFor(client: WebClient) {
  const brokenOff = new Map<string, string>();
  return async (row: OutboxRow, place: Place, mayStill: () => boolean): Promise<Thread | undefined> => {
    const search = [row.id, row.attempts, place.channel, place.thread].join();
    let cursor = brokenOff.get(search);
    brokenOff.delete(search);
    try {
      do {
        if (!mayStill()) throw leaseOver;
        const { messages, next } = await pageOf(client, place, row.createdAt - CLOCK_SKEW_MS, cursor);
        const found = messages.find(({ metadata }) => metadata?.event_payload?.id === row.id);
        if (found?.ts) return { channel: place.channel as ChannelId, ts: found.ts };
        cursor = next;
      } while (cursor);
      return undefined;
    } catch (error) {
      if (cursor && (error === leaseOver || mishapOf(error).kind === 'rate-limited')) brokenOff.set(search, cursor);
      throw error;
    }
  };
}

type Seen = { ts?: string; metadata?: { event_payload?: Record<string, unknown> } };
type Page = { messages: Seen[]; next: string | undefined };

async function pageOf(
  client: WebClient,
  { channel, thread }: Place,
  since: Instant,
  cursor: string | undefined,
): Promise<Page> {
  const query = {
    channel,
    oldest: String(since / MS_PER_SECOND),
    limit: PAGE_MESSAGES_MAX,
    include_all_metadata: true,
    ...(cursor && { cursor }),
  };
  const page = thread
    ? await client.conversations.replies({ ...query, ts: thread })
    : await client.conversations.history(query);
  return { messages: (page.messages ?? []) as Seen[], next: page.response_metadata?.next_cursor || undefined };
}
