import type { Instant, TeamId, UserId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import type { People } from '#slack/people.ts';
import type { OutboxStore, PeopleStore, RequestStore } from '#store/store.ts';

/** What following up needs from outside. */
export type FollowUpDeps = {
  store: RequestStore & PeopleStore & OutboxStore;
  org(): Organisation;
  people: People;
  now(): Instant;
  /** Engineers and IT leads who can take nothing now. */
  awayNow(team: TeamId): Promise<ReadonlySet<UserId>>;
};
