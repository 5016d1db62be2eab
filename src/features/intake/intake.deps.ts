import type { RespondFn } from '@slack/bolt';
import type { Actor, ChannelId, Instant, TeamId, UserId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import type { People } from '#slack/people.ts';
import type {
  CatalogueStore,
  ListeningStore,
  OutboxStore,
  PeopleStore,
  Preferences,
  RequestStore,
  Thread,
} from '#store/store.ts';
import type { Text } from '#text/text.ts';

/** What the intake feature needs from outside. */
export type IntakeDeps = {
  store: RequestStore & PeopleStore & CatalogueStore & OutboxStore & Pick<ListeningStore, 'findNudge'>;
  org(): Organisation;
  people: People;
  now(): Instant;
  threadUrl(thread: Thread): string;
  /** In the language of one person. `known`: their preferences, where they were read already. */
  textOf(reader: Actor, known?: Preferences): Promise<Text>;
  /** Engineers and IT leads who can take nothing now. */
  awayNow(team: TeamId): Promise<ReadonlySet<UserId>>;
  /** `/buy-tool` with one of these words first is another feature's; undefined when the words behind it say otherwise. */
  verbs: Record<string, (asked: Asked) => Promise<void> | undefined>;
};

/** A `/buy-tool` with a word of another feature's. */
export type Asked = Actor & { channel: ChannelId; words: string[]; respond: RespondFn };
