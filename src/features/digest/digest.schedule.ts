import { dueDigest } from '#domain/digest-times.ts';
import type { Instant, TeamId } from '#domain/ids.ts';
import type { DigestMessage } from '#domain/outcome.ts';
import type { DigestReader } from '#store/store.ts';
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
    await store.runDigest(team, reader, due.next, { message, at: now(), everyMs });
  }

  return {
    async round() {
      await enrol();
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
