import type { Actor, Instant, UserId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import type { People } from '#slack/people.ts';
import type { OutboxStore, PeopleStore, Preferences, RequestStore, Thread } from '#store/store.ts';
import type { AgreedStore, DigestStore, FigureStore } from '#store/summary-stores.ts';
import type { Text } from '#text/text.ts';

/** What the digest needs from outside. */
export type DigestDeps = {
  store: RequestStore & PeopleStore & FigureStore & DigestStore & AgreedStore & OutboxStore;
  org(): Organisation;
  people: People;
  now(): Instant;
  threadUrl(thread: Thread): string;
  /** In the language of one person. `known`: their preferences, where they were read already. */
  textOf(reader: Actor, known?: Preferences): Promise<Text>;
};

export type BriefDeps = DigestDeps & {
  /** Puts a file into somebody's DM with Tandem. */
  upload(user: UserId, file: { name: string; content: string }): Promise<void>;
};
