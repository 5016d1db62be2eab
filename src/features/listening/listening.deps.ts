import type { Actor, Instant } from '#domain/ids.ts';
import type { Intent } from '#domain/listening.ts';
import type { Organisation } from '#domain/organisation.ts';
import type { People } from '#slack/people.ts';
import type { CatalogueStore, ListeningStore, OutboxStore, PeopleStore } from '#store/store.ts';
import type { Text } from '#text/text.ts';
import type { Hearing } from './detector/detect.ts';
import type { Hear } from './hear.ts';

/** What listening needs from outside. */
export type ListeningDeps = {
  store: ListeningStore & PeopleStore & OutboxStore & CatalogueStore;
  org(): Organisation;
  people: People;
  now(): Instant;
  /** In the language of one person. */
  textOf(reader: Actor): Promise<Text>;
  /** What is heard in a message as Slack sends it; undefined for nearly all. Costs microseconds, unless in doubt. */
  hear: Hear;
  /** Whether doubtful messages are shown to a language model, which people are told. */
  asksModel: boolean;
};

/** What is kept of a hearing: the words that decided it are not. */
export const intentOf = ({ reason: _, ...intent }: Hearing): Intent => intent;
