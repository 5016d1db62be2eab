import { and, count, desc, eq, gte, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import type { ChannelId, Instant, TeamId, UserId } from '#domain/ids.ts';
import {
  ANSWERS_JUDGED,
  CAP_WINDOW_MS,
  type ChannelListening,
  type Heard,
  NUDGE_DELAY_MS,
  type Nudge,
  type NudgeAnswer,
  TOPIC_REST_MS,
} from '#domain/listening.ts';
import type { NudgeCount } from '#domain/listening-weeks.ts';
import { toJson } from '../canonical-json.ts';
import { channelListening, nudge } from '../schema/sqlite.ts';
import type { ListeningStore, MessageAt } from '../store.ts';
import type { Commits } from './commit.ts';
import type { Sqlite } from './connect.ts';
import type { PeopleRows } from './people.ts';
import type { MessageQueue } from './queue.ts';
import type { RequestRows } from './request-rows.ts';

type Row = typeof nudge.$inferSelect;

/** Written into the statement: a number given to it counts as a fraction, and would not be divided as a whole one. */
const QUARTER_HOUR_MS = sql.raw(String(15 * 60 * 1_000));
const REFUSALS: NudgeAnswer[] = ['no', 'never-here', 'never'];

const asNudge = (row: Row): Nudge => ({
  team: row.teamId,
  channel: row.channel,
  ts: row.ts,
  ...(row.threadTs !== null && { threadTs: row.threadTs }),
  author: row.author,
  at: row.heardAt ?? 0,
  stage: row.stage,
  tools: JSON.parse(row.tools),
  ...(row.toolKind !== null && { kind: row.toolKind }),
  surface: row.surface,
  ...(row.answer && { answer: { is: row.answer, at: row.answeredAt ?? 0 } }),
  isGone: row.isGone,
});

const asRow = (one: Nudge): Row => ({
  teamId: one.team,
  channel: one.channel,
  ts: one.ts,
  threadTs: one.threadTs ?? null,
  author: one.author,
  heardAt: one.at,
  stage: one.stage,
  tools: toJson(one.tools),
  toolKind: one.kind ?? null,
  surface: one.surface,
  answer: one.answer?.is ?? null,
  answeredAt: one.answer?.at ?? null,
  isGone: one.isGone,
});

const here = (team: TeamId, { channel, ts }: MessageAt) =>
  and(eq(nudge.teamId, team), eq(nudge.channel, channel), eq(nudge.ts, ts));

/** What is read inside a transaction. Only messages in which something was heard come here: a few a day. */
function reading(db: Sqlite) {
  const ofTeam = (team: TeamId) => eq(nudge.teamId, team);
  const inChannel = (team: TeamId, channel: ChannelId) => and(ofTeam(team), eq(nudge.channel, channel));

  const modeOf = (team: TeamId, channel: ChannelId): ChannelListening => {
    const same = and(eq(channelListening.teamId, team), eq(channelListening.channel, channel));
    const row = db.select().from(channelListening).where(same).get();
    if (!row) return { mode: 'on' };
    return {
      mode: row.mode,
      ...(row.changedBy && { by: row.changedBy }),
      ...(row.since !== null && { since: row.since }),
    };
  };
  const find = (team: TeamId, at: MessageAt): Nudge | undefined => {
    const row = db.select().from(nudge).where(here(team, at)).get();
    return row && asNudge(row);
  };
  /** Newest first. */
  const ofAuthor = (team: TeamId, author: UserId, since: Instant): Nudge[] =>
    db
      .select()
      .from(nudge)
      .where(and(ofTeam(team), eq(nudge.author, author), gte(nudge.heardAt, since)))
      .orderBy(desc(nudge.heardAt))
      .all()
      .map(asNudge);
  const isThreadNudged = ({ team, channel, threadTs, ts }: Heard): boolean => {
    // A message that is edited into a purchase may have replies that were heard before it.
    const parent = threadTs ?? ts;
    const same = and(inChannel(team, channel), or(eq(nudge.threadTs, parent), eq(nudge.ts, parent)));
    return db.select({ ts: nudge.ts }).from(nudge).where(same).limit(1).get() !== undefined;
  };
  const shownSince = (team: TeamId, channel: ChannelId, since: Instant): number => {
    const shown = and(inChannel(team, channel), eq(nudge.surface, 'here'), gte(nudge.heardAt, since));
    return db.select({ shown: count() }).from(nudge).where(shown).get()?.shown ?? 0;
  };
  const latestAnswers = (team: TeamId, { channel, ts }: MessageAt, since: Instant): NudgeAnswer[] => {
    const others = and(inChannel(team, channel), ne(nudge.ts, ts));
    return db
      .select({ answer: nudge.answer })
      .from(nudge)
      .where(and(others, inArray(nudge.answer, ['yes', 'no']), gte(nudge.answeredAt, since)))
      .orderBy(desc(nudge.answeredAt))
      .limit(ANSWERS_JUDGED)
      .all()
      .flatMap(({ answer }) => answer ?? []);
  };
  const refusedBy = (team: TeamId, author: UserId, since: Instant): Nudge[] => {
    const refused = and(inArray(nudge.answer, REFUSALS), gte(nudge.answeredAt, since));
    return db
      .select()
      .from(nudge)
      .where(and(ofTeam(team), eq(nudge.author, author), refused))
      .orderBy(desc(nudge.answeredAt))
      .all()
      .map(asNudge);
  };
  return { modeOf, find, ofAuthor, refusedBy, isThreadNudged, shownSince, latestAnswers };
}

function counting(db: Sqlite) {
  const counts = (which?: SQL): NudgeCount[] => {
    const quarterHour = sql<number>`${nudge.heardAt} / ${QUARTER_HOUR_MS} * ${QUARTER_HOUR_MS}`;
    return db
      .select({ channel: nudge.channel, quarterHour, surface: nudge.surface, answer: nudge.answer, count: count() })
      .from(nudge)
      .where(which)
      .groupBy(nudge.channel, quarterHour, nudge.surface, nudge.answer)
      .all()
      .map(({ answer, ...counted }) => ({ ...counted, ...(answer && { answer }) }));
  };
  const countsSince = (team: TeamId, since: Instant) => counts(and(eq(nudge.teamId, team), gte(nudge.heardAt, since)));
  return { counts, countsSince };
}

function amongRequests(rows: RequestRows) {
  const openToolsOf = (team: TeamId, author: UserId): string[] =>
    rows
      .withPerson(team, author, true)
      .flatMap(({ request }) => (request.requester === author ? [request.intake.tool] : []));
  const isDecisionThread = ({ team, channel, threadTs, ts }: Heard): boolean =>
    rows.byThread(team, { channel, ts: threadTs ?? ts }) !== undefined;
  return { openToolsOf, isDecisionThread };
}

function writing(db: Sqlite) {
  const put = (one: Nudge) => {
    const row = asRow(one);
    db.insert(nudge)
      .values(row)
      .onConflictDoUpdate({ target: [nudge.teamId, nudge.channel, nudge.ts], set: row })
      .run();
  };
  const setMode = (team: TeamId, channel: ChannelId, { mode, by, since }: ChannelListening) => {
    const row = { mode, changedBy: by ?? null, since: since ?? null };
    db.insert(channelListening)
      .values({ teamId: team, channel, ...row })
      .onConflictDoUpdate({ target: [channelListening.teamId, channelListening.channel], set: row })
      .run();
  };
  return { put, setMode };
}

/** Who wants to know of a nudge that was stored. */
function notices() {
  const listeners = new Set<(nudge: Nudge) => void>();
  const tell = <Result>(result: Result, nudge: Nudge | undefined): Result => {
    if (nudge) for (const listener of listeners) listener(nudge);
    return result;
  };
  const onNudge: ListeningStore['onNudge'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { tell, onNudge };
}

export function listeningStore(
  db: Sqlite,
  commits: Commits,
  queue: MessageQueue,
  { rows, preferences }: { rows: RequestRows } & Pick<PeopleRows, 'preferences'>,
): ListeningStore {
  const read = { ...reading(db), ...counting(db), ...amongRequests(rows) };
  const { put, setMode } = writing(db);
  const { tell, onNudge } = notices();

  return {
    hear: async (heard, decide) => {
      const asked = await commits.run(() => {
        const { team, channel, ts, author, at } = heard;
        if (read.find(team, heard)) return undefined;
        const decision = decide({
          channel: read.modeOf(team, channel),
          author: preferences(team, author).hearing ?? {},
          recent: read.ofAuthor(team, author, at - TOPIC_REST_MS),
          isThreadNudged: read.isThreadNudged(heard),
          isDecisionThread: read.isDecisionThread(heard),
          openTools: read.openToolsOf(team, author),
          shownToday: read.shownSince(team, channel, at - CAP_WINDOW_MS),
        });
        if (!decision.ok) return undefined;
        const asked: Nudge = { ...heard, surface: decision.surface, isGone: false };
        put(asked);
        if (asked.surface === 'here') queue.say(team, { kind: 'nudge', to: author, channel, ts }, at + NUDGE_DELAY_MS);
        return asked;
      });
      return tell(asked, asked);
    },

    changeNudge: async (team, at, change) => {
      const result = await commits.run(() => {
        const before = read.find(team, at);
        if (!before) return undefined;
        const channel = read.modeOf(team, at.channel);
        const changed = change(before, { latest: read.latestAnswers(team, at, channel.since ?? 0), channel });
        put(changed.nudge);
        if (changed.channel) setMode(team, at.channel, changed.channel);
        const { answer } = changed.nudge;
        for (const message of changed.messages) queue.say(team, message, answer?.at ?? before.at);
        return changed;
      });
      return tell(result, result?.nudge);
    },

    onNudge,
    findNudge: async (team, at) => read.find(team, at),
    openNudges: async (team, author, since) =>
      read.ofAuthor(team, author, since).filter(({ answer, isGone }) => !answer && !isGone),

    refusedNudges: async (team, author, since) => read.refusedBy(team, author, since),
    nudgeCounts: async (team, since) => read.countsSince(team, since),
    everyNudgeCount: async () => read.counts(),

    channelListening: async (team, channel) => read.modeOf(team, channel),
    setChannelListening: (team, channel, listening, news) =>
      commits.run(() => {
        setMode(team, channel, listening);
        for (const message of news) queue.say(team, message, listening.since);
      }),
  };
}
