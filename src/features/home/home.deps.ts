import type { Actor, Instant, TeamId, UserId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import type { ListeningStore, PeopleStore, Preferences, RequestStore, Thread } from '#store/store.ts';
import type { Text } from '#text/text.ts';

/** What App Home needs from outside. */
export type HomeDeps = {
  store: RequestStore & PeopleStore & ListeningStore;
  org(): Organisation;
  now(): Instant;
  threadUrl(thread: Thread): string;
  /** In the language of one person. `known`: their preferences, where they were read already. */
  textOf(reader: Actor, known?: Preferences): Promise<Text>;
  /** Engineers and IT leads who can take nothing now. */
  awayNow(team: TeamId): Promise<ReadonlySet<UserId>>;
  /** Called once somebody's *I'm away until …* is stored. */
  wentAway?(team: TeamId, user: UserId): Promise<void>;
  /** Called once somebody's settings are stored. */
  settingsSaved?(actor: Actor): Promise<void>;
  /** A Home that nobody asked for just now could not be published. */
  onTrouble(error: unknown): void;
};
