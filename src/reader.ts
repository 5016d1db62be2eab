import type { Actor, TeamId, UserId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import type { People } from '#slack/people.ts';
import type { PeopleStore, Preferences } from '#store/store.ts';
import { languageOf, type Text, textFor } from '#text/text.ts';

/** How each person wants to be spoken to in private: the one place that knows. */
export type Reader = {
  /**
   * In the language that they chose, else the one they read Slack in, else the workspace's. `known`: their preferences,
   * where they were read already.
   */
  textOf(reader: Actor, known?: Preferences): Promise<Text>;
  /** Whether they want to hear before a promised time; what is due is told to everyone. */
  wantsEarlyReminders(team: TeamId, user: UserId): Promise<boolean>;
};

type Knowing = { store: PeopleStore; people: People; org(): Organisation };

export const readers = ({ store, people, org }: Knowing): Reader => ({
  async textOf({ team, user }, known) {
    const { language } = known ?? (await store.preferences(team, user));
    return textFor(language ?? languageOf((await people.find(team, user)).locale, org().workspace.language));
  },
  wantsEarlyReminders: async (team, user) => (await store.preferences(team, user)).reminders !== false,
});
