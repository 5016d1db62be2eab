import { localDate, startOfLocalDate } from '#domain/clocks.ts';
import { type DigestTime, nextAfter, standingFrom } from '#domain/digest-times.ts';
import type { Instant, TeamId, UserId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import { DAY_MS, isZone } from '#domain/wall-clock.ts';
import type { Preferences } from '#store/store.ts';
import type { DigestReader, ReaderId } from '#store/summary-stores.ts';
import type { DigestDeps } from './digest.deps.ts';

/** A zone is asked for again after so long; changes are told by Slack at once. */
const ZONE_KEPT_MS = 7 * DAY_MS;

export type Scheduling = Omit<DigestDeps, 'threadUrl' | 'textOf'>;

/** Who is to have a digest: all leads, and the IT channel. */
const readersOf = ({ it, units, workspace }: Organisation): Set<ReaderId> =>
  new Set([...it.leads, ...units.flatMap(({ leads }) => leads), ...(workspace.itChannel ? [workspace.itChannel] : [])]);

const isChannel = ({ workspace }: Organisation, reader: ReaderId): boolean => reader === workspace.itChannel;

/** The seven days of a digest end at the last midnight of the IT team's, so that all of a day cover the same. */
export const untilFor = (org: Organisation, now: Instant): Instant =>
  startOfLocalDate(org.calendar, localDate(org.calendar, now));

/** When they want it: as they chose, else as the org file says. */
function timeOf(org: Organisation, preferences: Preferences, zone: string | undefined): DigestTime {
  const { digest, digestOnHolidays = false } = preferences;
  const asInOrg = { day: org.digest.day, hour: Number(org.digest.time.slice(0, 2)) };
  const chosen = digest === undefined || digest === 'muted' ? asInOrg : digest;
  return { ...chosen, zone: zone ?? org.calendar.timeZone, afterHolidays: !digestOnHolidays };
}

/** Who gets a digest, and when: as the org file, their settings and Slack say. */
export function digestReaders(team: TeamId, { store, org, now, people }: Scheduling) {
  let known: Organisation | undefined;

  const preferencesOf = (reader: ReaderId): Promise<Preferences> =>
    isChannel(org(), reader) ? Promise.resolve({}) : store.preferences(team, reader as UserId);

  /** The first one of somebody new is the next that comes: not one in the middle of a week. */
  async function begin(reader: ReaderId): Promise<void> {
    const time = timeOf(org(), await preferencesOf(reader), undefined);
    await store.addDigestReader(team, { reader, ...standingFrom(time, org().calendar, now()) });
  }

  /** The calendar or their zone may be another than it was. What is due stays due. */
  async function plan(reader: DigestReader, zone = reader.zone): Promise<void> {
    const time = timeOf(org(), await preferencesOf(reader.reader), zone);
    const nextAt = nextAfter(reader.last, time, org().calendar);
    if (nextAt !== reader.nextAt) await store.moveDigestReader(team, reader.reader, { last: reader.last, nextAt });
  }

  async function saveZone(reader: DigestReader, told: string | undefined): Promise<void> {
    const zone = told !== undefined && isZone(told) ? told : undefined;
    await store.setZone(team, reader.reader, now(), zone);
    if (zone !== undefined && zone !== reader.zone) await plan(reader, zone);
  }

  return {
    async timeFor({ reader, zone }: DigestReader): Promise<{ time: DigestTime; isMuted: boolean }> {
      const preferences = await preferencesOf(reader);
      return { time: timeOf(org(), preferences, zone), isMuted: preferences.digest === 'muted' };
    },

    /** After a start, and after the org file was read again. */
    async enrol(): Promise<void> {
      const current = org();
      if (known === current) return;
      const there = await store.digestReaders(team);
      const wanted = readersOf(current);
      const gone = there.filter(({ reader }) => !wanted.has(reader));
      const fresh = wanted.difference(new Set(there.map(({ reader }) => reader)));
      await Promise.all([
        ...gone.map(({ reader }) => store.removeDigestReader(team, reader)),
        ...there.filter(({ reader }) => wanted.has(reader)).map((reader) => plan(reader)),
        ...[...fresh].map(begin),
      ]);
      known = current;
    },

    /** One at a time: a large company has more leads than Slack answers about in a minute. */
    async learnZone(): Promise<void> {
      const stale = await store.staleZone(team, now() - ZONE_KEPT_MS);
      if (!stale) return;
      const { timeZone } = isChannel(org(), stale.reader) ? {} : await people.find(team, stale.reader);
      await saveZone(stale, timeZone);
    },

    /** Somebody wants another time: their next one is the first that is still to come. */
    async replan(user: UserId): Promise<void> {
      const before = await store.findDigestReader(team, user);
      if (!before) return;
      const time = timeOf(org(), await preferencesOf(user), before.zone);
      await store.moveDigestReader(team, user, standingFrom(time, org().calendar, now(), before.last));
    },

    /** Slack told somebody's time zone. */
    async moved(user: UserId, zone: string): Promise<void> {
      const before = await store.findDigestReader(team, user);
      if (before && before.zone !== zone) await saveZone(before, zone);
    },
  };
}
