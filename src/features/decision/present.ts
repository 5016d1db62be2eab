import type { Actor, TeamId, UserId } from '#domain/ids.ts';
import { decisionChannelOf, type Organisation } from '#domain/organisation.ts';
import type { RequestMessage } from '#domain/outcome.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import type { TimerKind } from '#domain/vocabulary.ts';
import type { Content, Delivery, Present } from '#outbox/outbox.ts';
import type { People } from '#slack/people.ts';
import type { StoredRequest, Thread } from '#store/store.ts';
import { type Text, textFor } from '#text/text.ts';
import { cardText, decisionCard } from './card.view.ts';
import { settingFor } from './decision.deps.ts';
import { decisionRecord } from './record.view.ts';
import {
  escalatedReply,
  expiredReply,
  objectedReply,
  raisedLines,
  revivedReply,
  stoodInReply,
  talkOpenedReply,
  viewsReply,
} from './talk.view.ts';
import {
  answeredReply,
  askedReply,
  handedOverReply,
  pairedReply,
  reopenedReply,
  withdrawnReply,
} from './thread.view.ts';
import { toldByDm, toldToAdmin } from './told.view.ts';
import type { Setting } from './words.ts';

export type Presenting = {
  org: () => Organisation;
  people: People;
  /** Where a thread can be opened in a browser or in Slack. */
  threadUrl: (thread: Thread) => string;
  /** In the language of one person. */
  textOf(reader: Actor): Promise<Text>;
  wantsEarlyReminders(team: TeamId, user: UserId): Promise<boolean>;
};

type Told = Extract<RequestMessage, { kind: 'told' | 'admin-told' }>;

/** Says every message of a request: shared ones in the workspace's language, DMs in their reader's. */
export function presenter({
  org,
  people,
  threadUrl,
  textOf,
  wantsEarlyReminders,
}: Presenting): Present<RequestMessage> {
  const shared = (): Setting => ({ org: org(), text: textFor(org().workspace.language) });

  const toPerson = async (
    team: TeamId,
    message: Told,
    stored: StoredRequest | undefined,
  ): Promise<Delivery | undefined> => {
    if (isEarly(message) && !(await wantsEarlyReminders(team, message.to))) return undefined;
    const setting = await settingFor({ team, user: message.to }, { textOf, org });
    const to = { to: 'person', user: message.to } as const;
    if (message.kind === 'admin-told') return { ...to, ...toldToAdmin(stored?.request, message.problem, setting) };
    if (!stored) return undefined;
    const url = stored.thread && threadUrl(stored.thread);
    return { ...to, ...toldByDm(stored.request, message, url, setting) };
  };

  return async (team, message, stored) => {
    if (message.kind === 'told' || message.kind === 'admin-told') return toPerson(team, message, stored);
    if (!stored) return undefined;
    const { request } = stored;
    // A thread that was lost before it could be opened is opened once, in its new place.
    if (message.kind === 'thread-opened') return stored.thread ? undefined : openedThread(request, shared());
    if (message.kind === 'card-changed') return { to: 'card', ...card(request, shared()) };
    const standIn = request.pairing.standIn;
    const standInName =
      message.kind === 'paired' && standIn ? (await people.find(request.team, standIn)).name : undefined;
    return { to: 'thread', ...reply(request, message, standInName, shared()) };
  };
}

/** Reminders before anything is due; whoever wants none of these still hears when it is. */
const EARLY: TimerKind[] = ['response-half', 'decision-half', 'waiting-first'];

const isEarly = (message: Told): boolean =>
  message.kind === 'told' && message.news.about === 'due' && EARLY.includes(message.news.timer);

const card = (request: PurchaseRequest, setting: Setting): Content => ({
  text: cardText(request, setting),
  blocks: decisionCard(request, setting),
});

function openedThread(request: PurchaseRequest, setting: Setting): Delivery {
  const content = card(request, setting);
  const channel = decisionChannelOf(setting.org, request.intake.unit);
  if (request.place === 'channel' && channel) return { to: 'new-thread', channel, ...content };
  const { requester, pairing, seats } = request;
  // The IT seat may hold the yes of somebody who has left since: their place is the engineer's.
  const others = seats.filter(({ role }) => role !== 'it').flatMap(({ holders }) => holders);
  const people = [...new Set([requester, pairing.engineer, ...others])];
  return { to: 'new-group', people, ...content };
}

type InThread = Exclude<RequestMessage, Told | { kind: 'thread-opened' | 'card-changed' }>;

function reply(
  request: PurchaseRequest,
  message: InThread,
  standInName: string | undefined,
  setting: Setting,
): Content {
  switch (message.kind) {
    case 'paired':
      return pairedReply(request, standInName, raisedLines(request, setting), setting);
    case 'asked':
      return askedReply(request, message, setting);
    case 'answered':
      return answeredReply(request, message, setting);
    case 'handed-over':
      return handedOverReply(message, setting);
    case 'decision-recorded':
      return decisionRecord(request, message.record, setting);
    case 'withdrawn':
      return withdrawnReply(request, message, setting);
    case 'reopened':
      return reopenedReply(request, message, setting);
    case 'objected':
      return objectedReply(request, message, setting);
    case 'talk-opened':
      return talkOpenedReply(request, setting);
    case 'views-told':
      return viewsReply(request, setting);
    case 'escalated':
      return escalatedReply(request, message, setting);
    case 'expired':
      return expiredReply(request, setting);
    case 'revived':
      return revivedReply(request, message, setting);
    case 'stood-in':
      return stoodInReply(message, setting);
  }
}
