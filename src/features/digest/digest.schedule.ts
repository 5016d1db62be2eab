import type { AgreedAction } from '#domain/agreed.ts';
import { isWorkingTime, localDate } from '#domain/clocks.ts';
import { dueDigest } from '#domain/digest-times.ts';
import type { Instant, TeamId, UserId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import type { DigestMessage, Message } from '#domain/outcome.ts';
import { quarterAt, quarterBefore } from '#domain/quarters.ts';
import { weeksUpTo } from '#domain/weeks.ts';
import type { DigestReader } from '#store/summary-stores.ts';
import { unitsLedBy } from './gather.ts';
import { digestReaders, type Scheduling, untilFor } from './readers.ts';

/** Readers looked at in one round; more wait for the next. */
const READERS_A_ROUND = 100;
/** Time between two digests, in milliseconds: 240 a minute, of the several hundred that a workspace may get (slack-facts c). */
const EVERY_MS = 250;

export type DigestSchedule = Pick<ReturnType<typeof digestReaders>, 'replan' | 'moved'> & {
  /** Deals with what is due; true when there may be more. */
  round(): Promise<boolean>;
  nextDue(): Promise<Instant | undefined>;
};

/** With the first digest after a quarter's end, a brief of each unit that its reader leads. */
function briefsFor(org: Organisation, { to, until, missed }: DigestMessage): Message[] {
  const { calendar } = org;
  const weeks = weeksUpTo(calendar, until, missed + 1);
  const quarter = quarterAt(calendar, until);
  if (quarterAt(calendar, weeks.at(-1)?.from ?? until) === quarter) return [];
  return (unitsLedBy(org, to) ?? []).map(({ id }) => ({
    kind: 'brief',
    to: to as UserId,
    unit: id,
    quarter: quarterBefore(quarter),
  }));
}

/** Decides when each reader's digest goes out, once a week; what is in it is read when it is sent. */
export function digestSchedule(team: TeamId, deps: Scheduling, everyMs = EVERY_MS): DigestSchedule {
  const { store, org, now } = deps;
  const { enrol, learnZone, timeFor, replan, moved } = digestReaders(team, deps);

  async function run(reader: DigestReader): Promise<void> {
    const { time, isMuted } = await timeFor(reader);
    const due = dueDigest(reader.last, time, org().calendar, now());
    if (!due.send || isMuted) return void (await store.runDigest(team, reader, due.next));
    const message: DigestMessage = {
      kind: 'digest',
      to: reader.reader,
      week: due.week,
      until: untilFor(org(), now()),
      missed: due.missed,
      isFirst: !reader.hadOne,
    };
    const briefs = briefsFor(org(), message);
    await store.runDigest(team, reader, due.next, { messages: [message, ...briefs], at: now(), everyMs });
  }

  /** What was agreed is called to mind on its day, once people are at work. */
  async function remind(): Promise<void> {
    const { calendar } = org();
    if (!isWorkingTime(calendar, now())) return;
    const tell = ({ id, who }: AgreedAction) => ({ kind: 'agreed', to: who, action: id, is: 'due' }) as const;
    await store.remindAgreed(team, localDate(calendar, now()), now(), tell);
  }

  return {
    async round() {
      await enrol();
      await remind();
      await learnZone();
      const due = await store.dueDigests(team, now(), READERS_A_ROUND);
      await Promise.all(due.map(run));
      return due.length === READERS_A_ROUND;
    },
    nextDue: () => store.nextDigestDue(team),
    replan,
    moved,
  };
}
