import type { Actor, ChannelId, Instant, TeamId, UserId } from '#domain/ids.ts';
import { type ListeningWeek, weeksBegan, weeksOf } from '#domain/listening-weeks.ts';
import type { BusinessUnit } from '#domain/organisation.ts';
import type { Preferences, StoredRequest } from '#store/store.ts';
import { heardSince, type OwnNudges, refusedSince } from './heard.ts';
import type { HomeDeps } from './home.deps.ts';

/** The last weeks, and which of their channels are quiet now. */
export type Listening = { weeks: ListeningWeek[]; quiet: ReadonlySet<ChannelId> };

/** All that one person's Home is made from. */
export type Look = {
  person: UserId;
  now: Instant;
  /** Their own requests: open ones first, then newest first. */
  mine: StoredRequest[];
  /** Open requests in which they have a part. */
  parts: StoredRequest[];
  /** The units they lead, with what is open there or was closed in the last 30 days. */
  units: BusinessUnit[];
  ofUnits: StoredRequest[];
  /** What they said lately that sounded like a purchase. */
  heard: OwnNudges;
  /** For IT leads: every open request, which engineers are away, and how well listening hears. */
  everything?: { open: StoredRequest[]; away: ReadonlySet<UserId>; listening: Listening };
  preferences: Preferences;
};

/** Own requests that can be paged through. */
const MINE_MAX = 1_000;
/** What IT leads see of how well listening hears; the export has every week. */
const LISTENING_WEEKS = 4;
/** What the figures of a unit cover. */
const FIGURES_MS = 30 * 24 * 60 * 60 * 1_000;

export async function look({ team, user }: Actor, deps: HomeDeps): Promise<Look> {
  const { store, org, now, awayNow } = deps;
  const { units: all, it } = org();
  const units = all.filter(({ leads }) => leads.includes(user));
  const at = now();
  const everything = async () => ({
    open: await store.openRequests(team),
    away: await awayNow(team),
    listening: await lookAtListening(team, deps),
  });
  const [mine, parts, preferences, open, refused, ofUnits, itLeads] = await Promise.all([
    store.requestsOf(team, user, MINE_MAX),
    store.requestsWith(team, user, { openOnly: true }),
    store.preferences(team, user),
    store.openNudges(team, user, heardSince(at)),
    store.refusedNudges(team, user, refusedSince(at)),
    Promise.all(units.map(({ id }) => store.requestsOfUnit(team, id, { since: at - FIGURES_MS }))),
    it.leads.includes(user) ? everything() : undefined,
  ]);
  const unitRows = ofUnits.flat();
  return {
    ...{ person: user, now: at, mine, parts, units, ofUnits: unitRows, preferences, heard: { open, refused } },
    ...(itLeads && { everything: itLeads }),
  };
}

async function lookAtListening(team: TeamId, { store, org, now }: HomeDeps): Promise<Listening> {
  const { calendar } = org();
  const since = weeksBegan(calendar, now(), LISTENING_WEEKS);
  const weeks = weeksOf(await store.nudgeCounts(team, since), calendar);
  const channels = [...new Set(weeks.flatMap((week) => week.channels.map(({ channel }) => channel)))];
  const modes = await Promise.all(channels.map((channel) => store.channelListening(team, channel)));
  return { weeks, quiet: new Set(channels.filter((_, index) => modes[index]?.mode === 'quiet')) };
}

/** Since when the figures of a unit count. */
export const figuresSince = (now: Instant): Instant => now - FIGURES_MS;
