import type { Instant } from '#domain/ids.ts';
import type { Absence } from '#domain/outcome.ts';
import type { Person } from '#slack/people.ts';
import type { Preferences } from '#store/store.ts';

/** What says whether somebody can take requests: the account and status in Slack, and their setting in App Home. */
export type Availability = { person: Person; preferences: Pick<Preferences, 'awayUntil'> };

/** Until when somebody is out of office, by whichever of status and setting lasts longer; undefined when here. */
export function awayUntil({ person, preferences }: Availability, at: Instant): Instant | undefined {
  const until = Math.max(person.awayUntil ?? 0, preferences.awayUntil ?? 0);
  return until > at ? until : undefined;
}

/** Why somebody can take no request now; undefined when they can. */
export function absenceOf(availability: Availability, at: Instant): Absence | undefined {
  if (availability.person.isDeactivated) return 'left';
  return awayUntil(availability, at) === undefined ? undefined : 'away';
}

export const isAway = (availability: Availability, at: Instant): boolean => absenceOf(availability, at) !== undefined;
