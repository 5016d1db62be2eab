import type { Instant, UserId } from '#domain/ids.ts';
import type { BusinessUnit } from '#domain/organisation.ts';
import type { Preferences, StoredRequest } from '#store/store.ts';
import type { Actor, HomeDeps } from './home.deps.ts';

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
  /** For IT leads: every open request, and which engineers are away. */
  everything?: { open: StoredRequest[]; away: ReadonlySet<UserId> };
  preferences: Preferences;
};

/** Own requests that can be paged through. */
const MINE_MAX = 1_000;
/** What the figures of a unit cover. */
const FIGURES_MS = 30 * 24 * 60 * 60 * 1_000;

export async function look({ team, user }: Actor, { store, org, now, awayNow }: HomeDeps): Promise<Look> {
  const { units: all, it } = org();
  const units = all.filter(({ leads }) => leads.includes(user));
  const at = now();
  const everything = async () => ({ open: await store.openRequests(team), away: await awayNow(team) });
  const [mine, parts, preferences, ofUnits, itLeads] = await Promise.all([
    store.requestsOf(team, user, MINE_MAX),
    store.requestsWith(team, user, { openOnly: true }),
    store.preferences(team, user),
    Promise.all(units.map(({ id }) => store.requestsOfUnit(team, id, { since: at - FIGURES_MS }))),
    it.leads.includes(user) ? everything() : undefined,
  ]);
  const unitRows = ofUnits.flat();
  return {
    ...{ person: user, now: at, mine, parts, units, ofUnits: unitRows, preferences },
    ...(itLeads && { everything: itLeads }),
  };
}

/** Since when the figures of a unit count. */
export const figuresSince = (now: Instant): Instant => now - FIGURES_MS;
