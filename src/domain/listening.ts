import type { ChannelId, Instant, TeamId, UserId } from './ids.ts';
import type { AdminProblem, Message } from './outcome.ts';
import type { BuyingStage } from './vocabulary.ts';

/** A purchase intent in a message: nothing of the message's text but the names in it. */
export type Intent = {
  /** The furthest stage that the message shows. */
  stage: BuyingStage;
  /** Tools and vendors named, spelled as in the message; empty when none is. */
  tools: string[];
  /** The kind of tool, in the author's own word (CRM, 筆電), when one is named. */
  kind?: string;
};

/** Where a message stands in Slack, who wrote it, and what was heard in it. */
export type Heard = Intent & {
  team: TeamId;
  channel: ChannelId;
  ts: string;
  /** The parent's, when the message is a reply. */
  threadTs?: string;
  author: UserId;
  at: Instant;
};

/** `here`: a private prompt beside the message, and in App Home. `home`: in App Home only. */
export type NudgeSurface = 'here' | 'home';

/** What the author said to a nudge. `yes`: they began, or recorded what is bought. */
export const NUDGE_ANSWERS = ['yes', 'no', 'never-here', 'never'] as const;
export type NudgeAnswer = (typeof NUDGE_ANSWERS)[number];

/** A private prompt after something was heard. One a message; its id is the message's channel and ts. */
export type Nudge = Heard & {
  surface: NudgeSurface;
  answer?: { is: NudgeAnswer; at: Instant };
  /** The message was deleted, or edited to something else, before an answer came. */
  isGone: boolean;
};

/** Where a nudge's message stands, as its buttons carry it. */
export const nudgeKey = ({ channel, ts }: Pick<Nudge, 'channel' | 'ts'>): string => `${channel}:${ts}`;

/** Reads what a button carried; it comes back from the client, and may name a message in which nothing was heard. */
export function readNudgeKey(key: string): Pick<Nudge, 'channel' | 'ts'> {
  const [channel = '', ts = ''] = key.split(':');
  return { channel: channel as ChannelId, ts };
}

/** `quiet`: too many nudges here were wrong, so they show in App Home only. */
export type ChannelMode = 'on' | 'quiet' | 'off';
export type ChannelListening = { mode: ChannelMode; by?: UserId; since?: Instant };

/** A person's own choice: heard nowhere, or not in these channels. */
export type Hearing = { off?: boolean; offIn?: ChannelId[] };

export const notHeardIn = (hearing: Hearing, channel: ChannelId): Hearing => ({
  ...hearing,
  offIn: [...new Set([...(hearing.offIn ?? []), channel])],
});

export const heardAgainIn = (hearing: Hearing, channel: ChannelId): Hearing => ({
  ...hearing,
  offIn: (hearing.offIn ?? []).filter((off) => off !== channel),
});

/** What is known when something was heard. */
export type HearingContext = {
  channel: ChannelListening;
  /** Channels that the org file switches off. */
  isOffByOrg: boolean;
  author: Hearing;
  /** This author's nudges of the last 30 days. */
  recent: Nudge[];
  isThreadNudged: boolean;
  /** The thread is one in which a request is being decided. */
  isDecisionThread: boolean;
  /** What the author is buying with IT already. */
  openTools: string[];
  /** Prompts shown in this channel during the last 24 hours. */
  shownToday: number;
};

export type WhyNoNudge = 'off' | 'not-me' | 'asked-before' | 'same-thread' | 'under-way';

export type NudgeDecision = { ok: true; surface: NudgeSurface } | { ok: false; why: WhyNoNudge };

const DAY_MS = 24 * 60 * 60 * 1_000;
/** At most one nudge per person and topic in this time. */
export const TOPIC_REST_MS = 30 * DAY_MS;
/** What the daily cap counts. */
export const CAP_WINDOW_MS = DAY_MS;
/** Prompts in one channel within 24 hours; further ones show in App Home only. */
export const SHOWN_A_DAY_MAX = 5;
/** Time for the author to think again: a message deleted or changed before it has passed is not nudged. */
export const NUDGE_DELAY_MS = 60_000;

const no = (why: WhyNoNudge): NudgeDecision => ({ ok: false, why });

/** Words as topics are compared: however they were typed. */
export const asTopic = (words: string): string => words.normalize('NFKC').toLowerCase();

/** What a message is about: its tools, else the kind of tool; all that names neither counts as one topic. */
const topicsOf = ({ tools, kind }: Intent): string[] => (tools.length > 0 ? tools : [kind ?? '']).map(asTopic);

const isSameTopic = (one: Intent, other: Intent): boolean =>
  topicsOf(one).some((topic) => topicsOf(other).includes(topic));

/** A request may name several tools, one beside the other, as a nudge that heard several fills them in. */
const isAmong = (tool: string, openTools: string[]): boolean =>
  openTools.some((open) => [open, ...open.split(' / ')].map(asTopic).includes(asTopic(tool)));

/** Whether the author of what was heard is asked, and where. */
export function decideNudge(heard: Heard, known: HearingContext): NudgeDecision {
  if (known.isOffByOrg || known.channel.mode === 'off') return no('off');
  if (known.author.off || known.author.offIn?.includes(heard.channel)) return no('not-me');
  if (known.isDecisionThread) return no('under-way');
  if (known.isThreadNudged) return no('same-thread');
  if (known.recent.some((nudge) => isSameTopic(nudge, heard))) return no('asked-before');
  if (heard.tools.some((tool) => isAmong(tool, known.openTools))) return no('under-way');
  if (known.channel.mode === 'quiet' || known.shownToday >= SHOWN_A_DAY_MAX) return { ok: true, surface: 'home' };
  return { ok: true, surface: 'here' };
}

/** How often nudges were right: yes over yes and no. Unanswered ones, and those who wish no more, count for neither. */
export type Precision = { right: number; of: number };

/** A channel is judged by this many answers. */
export const ANSWERS_JUDGED = 20;
/** In percent, so that 14 of 20 is exactly enough. */
const PRECISION_PERCENT_MIN = 70;

export function precisionOf(answers: readonly NudgeAnswer[]): Precision {
  const right = answers.filter((answer) => answer === 'yes').length;
  return { right, of: right + answers.filter((answer) => answer === 'no').length };
}

/** Those by which a channel is judged: the newest 20 that say right or wrong. */
const judgedOf = (latest: readonly NudgeAnswer[]): NudgeAnswer[] =>
  latest.filter((is) => is === 'yes' || is === 'no').slice(0, ANSWERS_JUDGED);

/** Whether a channel with these answers, newest first, is asked less. Fewer than 20 that say right or wrong judge nothing. */
export function isTooOftenWrong(latest: readonly NudgeAnswer[]): boolean {
  const { right, of } = precisionOf(judgedOf(latest));
  return of >= ANSWERS_JUDGED && 100 * right < of * PRECISION_PERCENT_MIN;
}

/** What becomes of a nudge, of its channel, and what is said about it. */
export type NudgeChange = { nudge: Nudge; channel?: ChannelListening; messages: Message[] };

/**
 * An answer counts towards how its channel is heard: too often wrong, and it goes quiet with a note to the IT leads.
 * The same answer again changes nothing. `latest` are the answers to this channel's other nudges, newest first.
 */
export function answerNudge(
  nudge: Nudge,
  answer: { is: NudgeAnswer; at: Instant },
  { latest, channel, leads }: { latest: readonly NudgeAnswer[]; channel: ChannelListening; leads: UserId[] },
): NudgeChange {
  if (nudge.answer?.is === answer.is) return { nudge, messages: [] };
  const answered = { nudge: { ...nudge, answer }, messages: [] };
  const judged = judgedOf([answer.is, ...latest]);
  if (channel.mode !== 'on' || !isTooOftenWrong(judged)) return answered;
  const problem: AdminProblem = { kind: 'channel-quiet', channel: nudge.channel, ...precisionOf(judged) };
  return {
    ...answered,
    channel: { mode: 'quiet', since: answer.at },
    messages: leads.map((to) => ({ kind: 'admin-told', to, problem })),
  };
}

/** The author takes an answer back: it is as if nothing had been said. */
export function undoAnswer({ answer: _, ...nudge }: Nudge): NudgeChange {
  return { nudge, messages: [] };
}

/** The message was edited: what is heard in it now, or nothing any more. An answer that was given stands. */
export function rehear(nudge: Nudge, intent: Intent | undefined): NudgeChange {
  if (nudge.answer) return { nudge, messages: [] };
  return {
    nudge: intent ? { ...withoutIntent(nudge), ...intent, isGone: false } : { ...nudge, isGone: true },
    messages: [],
  };
}

const withoutIntent = ({ kind: _, ...nudge }: Nudge): Nudge => nudge;
