import { awayUntil, type Status } from './out-of-office.ts';

/** What we rely on of a Slack user; `users.info` with `include_locale`. */
export type SlackUser = {
  id: string;
  team_id?: string;
  deleted?: boolean;
  is_bot?: boolean;
  is_stranger?: boolean;
  locale?: string;
  tz?: string;
  profile?: { display_name?: string; real_name?: string } & Status;
};

export type Person = {
  id: string;
  /** As colleagues call them; the id when Slack tells no name. */
  name: string;
  /** Slack's locale such as `zh-TW`; undefined for people of other organisations (slack-facts f). */
  locale?: string;
  /** IANA name, such as `Asia/Taipei`. */
  timeZone?: string;
  isDeactivated: boolean;
  /** Out of office by their status, until then (milliseconds since 1970). Said even when it has passed. */
  awayUntil?: number;
  /** Of another organisation (Slack Connect): may read and press, may not start or decide. */
  isOutsider: boolean;
  /** An app's or a workflow's user. */
  isBot?: boolean;
};

/** A person as we see them, from what Slack tells of a user in `users.info` and in `user_change`. */
export function personOf(user: SlackUser, team: string): Person {
  const until = awayUntil(user.profile);
  return {
    id: user.id,
    name: user.profile?.display_name || user.profile?.real_name || user.id,
    ...(user.locale && { locale: user.locale }),
    ...(user.tz && { timeZone: user.tz }),
    isDeactivated: user.deleted === true,
    ...(user.is_bot && { isBot: true }),
    ...(until !== undefined && { awayUntil: until }),
    isOutsider: user.is_stranger === true || (user.team_id !== undefined && user.team_id !== team),
  };
}

export type People = {
  /** Somebody whom Slack does not know or does not tell about is a person with their id as the name. */
  find(team: string, id: string): Promise<Person>;
  /** What changed in Slack is asked for again. */
  forget(team: string, id: string): void;
};

const KEPT_MS = 10 * 60 * 1_000;
const KEPT_MAX = 20_000;

/** `person` is there once Slack has answered. */
type Kept = { asked: Promise<Person>; person?: Person; until: number };

/**
 * Looks people up and remembers them for ten minutes.
 * A slow or failing look-up never stops a request: after `patienceMs` the person is just their id.
 */
export function rememberPeople(
  ask: (id: string) => Promise<SlackUser | undefined>,
  now: () => number,
  patienceMs = 800,
): People {
  const kept = new Map<string, Kept>();
  const lookUp = async (team: string, id: string): Promise<Person> => {
    const user = await ask(id);
    return personOf(user ?? { id }, team);
  };
  return {
    async find(team, id) {
      const key = `${team}/${id}`;
      const known = kept.get(key);
      if (known && known.until > now()) return known.person ?? patiently(known.asked, id, patienceMs);
      if (kept.size >= KEPT_MAX) kept.clear();
      const asked = lookUp(team, id);
      const entry: Kept = { asked, until: now() + KEPT_MS };
      kept.set(key, entry);
      asked.then(
        (person) => {
          entry.person = person;
        },
        () => kept.delete(key),
      );
      return patiently(asked, id, patienceMs);
    },
    forget: (team, id) => void kept.delete(`${team}/${id}`),
  };
}

function patiently(person: Promise<Person>, id: string, patienceMs: number): Promise<Person> {
  const stranger: Person = { id, name: id, isDeactivated: false, isOutsider: false };
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(stranger), patienceMs);
    person.then(resolve, () => resolve(stranger)).finally(() => clearTimeout(timer));
  });
}
