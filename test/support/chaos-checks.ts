import type { RequestEvent } from '#domain/outcome.ts';
import { cardText, decisionCard } from '#features/decision/card.view.ts';
import { COMPANY } from '#playground/company/company.ts';
import type { MessageView } from '#playground/person-sees.ts';
import type { LocalSlack } from '#playground/slack/start-local-slack.ts';
import { readCompany } from '#playground/start-playground.ts';
import type { Store } from '#store/store.ts';
import { textFor } from '#text/text.ts';
import type { ChaosDatabase, SentRow, StoredRow } from './chaos-database.ts';
import type { Deed, Story } from './chaos-story.ts';

export type Aftermath = { slack: LocalSlack; db: ChaosDatabase; store: Store; stories: Story[] };

/** A message of ours as it stands in Slack. */
type Said = { channel: string; message: MessageView; id: string | undefined };

export type Verdict = { violations: string[]; messages: number; requests: number; deeds: number };

/** Holds what is left to the law: nothing acknowledged is lost, nothing is said twice, threads are in order. */
export async function judge(aftermath: Aftermath): Promise<Verdict> {
  const { slack, db, store, stories } = aftermath;
  const said = saidIn(slack);
  const rows = db.outbox();
  const requests = db.requests();
  const audit = await store.verifyAudit();
  const violations = [
    ...(audit.sound ? [] : [`the audit chain is broken: ${JSON.stringify(audit)}`]),
    ...(await storiesLost(stories, requests, store)),
    ...remindedTwice(await eventsByRequest(requests, store), requests),
    ...rowsNotSaidOnce(rows, said, requests),
    ...outOfOrder(rows, said),
    ...(await staleCards(requests, said)),
  ];
  const deeds = stories.flatMap((story) => story.deeds).length;
  return { violations, messages: said.length, requests: requests.length, deeds };
}

/** Every message of the app in every conversation that anybody has. Tombstones are no messages. */
function saidIn(slack: LocalSlack): Said[] {
  const channels = new Set<string>();
  for (const { id } of COMPANY.people) {
    for (const conversation of slack.person(id).sees().conversations) channels.add(conversation.id);
  }
  return [...channels].flatMap((channel) =>
    slack
      .messagesIn(channel)
      .filter(({ botId, deleted }) => botId !== undefined && !deleted)
      .map((message) => ({ channel, message, id: idOf(slack, channel, message.ts) })),
  );
}

function idOf(slack: LocalSlack, channel: string, ts: string): string | undefined {
  const metadata = slack.metadataOf(channel, ts) as { event_payload?: { id?: string } } | undefined;
  return metadata?.event_payload?.id;
}

async function eventsByRequest(requests: StoredRow[], store: Store): Promise<Map<string, RequestEvent[]>> {
  const found = new Map<string, RequestEvent[]>();
  for (const { request } of requests) found.set(request.id, await store.eventsOf(request.team, request.id));
  return found;
}

async function storiesLost(stories: Story[], requests: StoredRow[], store: Store): Promise<string[]> {
  const events = await eventsByRequest(requests, store);
  return stories.flatMap((story) => {
    const own = requests.filter(({ request }) => request.intake.outcome === story.marker);
    if (own.length > 1) return [`"${story.marker}" became ${own.map(({ request }) => request.id).join(' and ')}`];
    const [stored] = own;
    if (stored) return deedsLost(story, stored.request.id, events.get(stored.request.id) ?? []);
    return story.submitted === 'acknowledged' ? [`"${story.marker}" was acknowledged and is lost`] : [];
  });
}

/** Each acknowledged deed is in the audit once, after those before it; one without an answer at most once. */
function deedsLost({ deeds }: Story, id: string, events: RequestEvent[]): string[] {
  let from = 0;
  return deeds.flatMap((deed) => {
    const found = events.flatMap((event, at) => (isTrace(event, deed) ? at : []));
    const again = deeds.filter((other) => isSame(other, deed)).length;
    if (found.length > again) return [`${id}: ${told(deed)} is there ${found.length} times`];
    const next = found.find((at) => at >= from);
    if (next !== undefined) from = next + 1;
    return next === undefined && deed.outcome === 'acknowledged' && !mayBeRefused(deed, deeds)
      ? [`${id}: ${told(deed)} was acknowledged and is lost; ${asTold(deeds, events)}`]
      : [];
  });
}

/**
 * A press is acknowledged when it is refused as well, and the why is told privately. It has to count when all before
 * it is known to have been done; after something that somebody gave up on, it may have come too early or too late.
 */
const mayBeRefused = (deed: Deed, deeds: Deed[]): boolean =>
  (deed.words === undefined || deed.event === 'step-ticked') &&
  deeds.slice(0, deeds.indexOf(deed)).some(({ outcome }) => outcome !== 'acknowledged');

/** What people did, as they know it, and what the audit knows of it. */
const asTold = (deeds: Deed[], events: RequestEvent[]): string =>
  [
    `they: ${deeds.map((deed) => `${told(deed)} ${deed.outcome}`).join(', ')}`,
    `the audit: ${events.map(({ type, by, at }) => `${type} by ${by} ${at}`).join(', ')}`,
  ].join('; ');

const told = ({ event, by, words }: Deed): string => `${event} by ${by.join(' or ')}${words ? ` (${words})` : ''}`;

const isSame = (one: Deed, other: Deed): boolean => one.event === other.event && one.words === other.words;

const isTrace = (event: RequestEvent, deed: Deed): boolean =>
  event.type === deed.event &&
  deed.by.includes(event.by) &&
  (deed.words === undefined || JSON.stringify(event.detail).includes(JSON.stringify(deed.words)));

/** Each promise is reminded of once, and once more after each reopening. */
function remindedTwice(events: Map<string, RequestEvent[]>, requests: StoredRow[]): string[] {
  return requests.flatMap(({ request }) =>
    (['response-due', 'decision-due'] as const).flatMap((timer) => {
      const times = (events.get(request.id) ?? []).filter(
        ({ type, detail }) => type === 'reminded' && detail.timer === timer,
      ).length;
      return times > request.reopened + 1 ? [`${request.id}: reminded of ${timer} ${times} times`] : [];
    }),
  );
}

function rowsNotSaidOnce(rows: SentRow[], said: Said[], requests: StoredRow[]): string[] {
  const places = Map.groupBy(said, ({ id }) => id ?? '');
  const known = new Set(rows.map(({ id }) => id));
  const current = new Map(requests.map(({ request, thread }) => [request.id as string, thread]));
  const strangers = said.filter(({ id }) => id === undefined || !known.has(id));
  return [
    ...strangers.map(
      ({ channel, message }) => `${channel} ${message.ts}: a message that no row stands for: ${message.text}`,
    ),
    ...rows.flatMap((row) => {
      const where = places.get(row.id) ?? [];
      const what = `${row.request} ${row.kind} ${row.id}`;
      if (!row.settled) return [`${what} is still waiting`];
      if (row.error) return [`${what} was given up: ${row.error}`];
      if (where.length > 1 && !isMoved(row, where))
        return [`${what} is there twice: ${where.map((one) => `${one.channel} ${one.message.ts}`)}`];
      return where.length > 0 || row.kind === 'card-changed' || row.kind === 'thread-opened'
        ? []
        : [`${what} is missing`];
    }),
    ...cardsNotOne(rows, places, current),
  ];
}

/** Said once in a thread that was lost before we learned of it, and once where the request went on. */
const isMoved = ({ kind }: SentRow, where: Said[]): boolean =>
  kind !== 'told' &&
  new Set(where.map(({ channel, message }) => `${channel} ${message.threadTs}`)).size === where.length;

/** A request has one card that counts. Cards of threads that were lost may stand where they were. */
function cardsNotOne(
  rows: SentRow[],
  places: Map<string, Said[]>,
  current: Map<string, StoredRow['thread']>,
): string[] {
  return [...current].flatMap(([request, thread]) => {
    const opened = rows.filter((row) => row.request === request && row.kind === 'thread-opened');
    const cards = opened.flatMap(({ id }) => places.get(id) ?? []);
    const isThere = cards.some(({ channel, message }) => channel === thread?.channel && message.ts === thread.ts);
    if (!isThere) return [`${request}: its card is not where its thread is (${thread?.channel} ${thread?.ts})`];
    const here = cards.filter(({ channel }) => channel === thread?.channel);
    return here.length > 1 ? [`${request}: ${here.length} cards in ${thread?.channel}`] : [];
  });
}

/** What was said of a request, thread and DMs together, came in the order in which it was stored. */
function outOfOrder(rows: SentRow[], said: Said[]): string[] {
  const sentAt = new Map(said.map(({ id, message }) => [id, message.ts]));
  const replies = rows.filter(({ kind }) => kind !== 'thread-opened' && kind !== 'card-changed');
  return [...Map.groupBy(replies, ({ request }) => request)].flatMap(([request, own]) => {
    const order = own.flatMap(({ id, kind }) => ({ ts: sentAt.get(id) ?? '', kind })).filter(({ ts }) => ts !== '');
    const isSorted = order.every(({ ts }, at) => at === 0 || (order[at - 1]?.ts ?? '') < ts);
    return isSorted || request === null
      ? []
      : [`${request}: said out of order: ${order.map(({ ts, kind }) => `${kind} ${ts}`).join(', ')}`];
  });
}

/** Every card shows how its request stands now. */
async function staleCards(requests: StoredRow[], said: Said[]): Promise<string[]> {
  const org = await readCompany();
  const setting = { org, text: textFor(org.workspace.language) };
  return requests.flatMap(({ request, thread }) => {
    const card = said.find(({ channel, message }) => channel === thread?.channel && message.ts === thread.ts);
    if (!card) return [];
    const isToday =
      card.message.text === cardText(request, setting) &&
      shape(card.message.blocks) === shape(decisionCard(request, setting));
    return isToday
      ? []
      : [`${request.id}: its card says "${card.message.text}" and the request is ${request.progress.state}`];
  });
}

/** Blocks without the ids that Slack gives them. */
const shape = (blocks: unknown): string =>
  JSON.stringify(blocks, (key, value) =>
    key === 'block_id' && !String(value).startsWith('steps') ? undefined : sorted(value),
  );

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;
