import type { Instant, TeamId, UserId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import { isAway } from '#features/follow-up/away.ts';
import type { FollowUpDeps } from '#features/follow-up/follow-up.deps.ts';
import { standInFor } from '#features/follow-up/standing-in.ts';
import type { People } from '#slack/people.ts';
import type { OutboxStore, PeopleStore, RequestStore } from '#store/store.ts';

type Knowing = {
  store: RequestStore & PeopleStore & OutboxStore;
  people: People;
  org(): Organisation;
  now(): Instant;
};

/** Who of IT can take requests, and what happens when somebody no longer can. */
export type WhoIsHere = {
  /** Engineers and IT leads who are deactivated, or out of office by their status or setting. */
  awayNow(team: TeamId): Promise<ReadonlySet<UserId>>;
  /** To be called when somebody said that they are away: their open requests move on. */
  wentAway(team: TeamId, user: UserId): Promise<void>;
  /** Moves on what is with people who left or went away while nobody was listening. */
  catchUp(team: TeamId): Promise<void>;
};

export function whoIsHere({ store, people, org, now }: Knowing): WhoIsHere {
  const partners = (): UserId[] => {
    const { engineers, leads } = org().it;
    return [...new Set([...engineers.map(({ user }) => user), ...leads])];
  };
  const awayNow = async (team: TeamId): Promise<ReadonlySet<UserId>> => {
    const away = async (user: UserId): Promise<UserId[]> => {
      const [person, preferences] = await Promise.all([people.find(team, user), store.preferences(team, user)]);
      return isAway({ person, preferences }, now()) ? [user] : [];
    };
    return new Set((await Promise.all(partners().map(away))).flat());
  };
  const deps: FollowUpDeps = { store, people, org, now, awayNow };
  const wentAway = async (team: TeamId, user: UserId) => standInFor(team, await people.find(team, user), deps);
  return {
    awayNow,
    wentAway,
    async catchUp(team) {
      for (const user of await awayNow(team)) await wentAway(team, user);
    },
  };
}
