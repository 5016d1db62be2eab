import type { App } from '@slack/bolt';
import type { Actor, Instant, TeamId, UserId } from '#domain/ids.ts';
import type { Nudge } from '#domain/listening.ts';
import { type PurchaseRequest, peopleOf } from '#domain/purchase-request.ts';
import type { HomeDeps } from './home.deps.ts';
import { homeView } from './home.view.ts';
import { look } from './look.ts';
import type { Pages } from './paging.ts';

/** How long after its opening a Home is kept up to date. */
const WATCHED_MS = 30 * 60 * 1_000;
/** Changes within this time after the first are shown together. */
const TOGETHER_MS = 300;

type Home = Actor & {
  until: Instant;
  pages: Pages;
  hash?: string | undefined;
  /** One publishing after the other, so that an older state never comes last. */
  last: Promise<void>;
  timer?: NodeJS.Timeout | undefined;
};

/** What Slack told of the Home that somebody looks at. */
export type Shown = { pages: Pages; hash?: string | undefined };

export type Homes = {
  /** Publishes now, and keeps it up to date for half an hour. */
  show(actor: Actor, shown: Shown): Promise<void>;
  /** Publishes anew, as it was, when it was opened not long ago. */
  refresh(actor: Actor): Promise<void>;
  /** Soon publishes anew for whoever is concerned and has it open, in this process. */
  changed(after: PurchaseRequest, before?: PurchaseRequest): void;
  /** The same for whoever said what was heard, and for the IT leads, who see how well listening hears. */
  heard(nudge: Nudge): void;
};

const keyOf = ({ team, user }: Actor): string => `${team}/${user}`;

export function openHomes(app: App, deps: HomeDeps): Homes {
  const homes = new Map<string, Home>();

  const publish = (home: Home): Promise<void> => {
    const next = home.last.catch(() => {}).then(() => put(app, home, deps));
    home.last = next;
    return next;
  };

  function soon(home: Home): void {
    if (home.timer || home.until < deps.now()) return;
    home.timer = setTimeout(() => {
      home.timer = undefined;
      publish(home).catch(deps.onTrouble);
    }, TOGETHER_MS).unref();
  }

  function soonFor(team: TeamId, users: Iterable<UserId>): void {
    for (const user of users) {
      const home = homes.get(keyOf({ team, user }));
      if (home) soon(home);
    }
  }

  return {
    async show({ team, user }, { pages, hash }) {
      const now = deps.now();
      for (const [key, { until }] of homes) if (until < now) homes.delete(key);
      const known = homes.get(keyOf({ team, user }));
      const home = Object.assign(known ?? { team, user, last: Promise.resolve() }, {
        pages,
        hash,
        until: now + WATCHED_MS,
      });
      homes.set(keyOf(home), home);
      await publish(home);
    },
    async refresh(actor) {
      const home = homes.get(keyOf(actor));
      if (home) await publish(home);
    },
    changed: (after, before) => soonFor(after.team, concerned(after, before, deps)),
    heard: ({ team, author }) => soonFor(team, [author, ...deps.org().it.leads]),
  };
}

/** Those who have, or had, a part in it, and the leads whose lists it stands in. */
function concerned(after: PurchaseRequest, before: PurchaseRequest | undefined, { org }: HomeDeps): Set<UserId> {
  const { it, units } = org();
  const unitLeads = units.find(({ id }) => id === after.intake.unit)?.leads ?? [];
  return new Set([...peopleOf(after), ...(before ? peopleOf(before) : []), ...unitLeads, ...it.leads]);
}

/** A Home that changed meanwhile is written anew from the state as it is then. */
async function put(app: App, home: Home, deps: HomeDeps): Promise<void> {
  const { user, pages } = home;
  const send = async (hash?: string) => {
    const [seen, text] = await Promise.all([look(home, deps), deps.textOf(home)]);
    const { now, person } = seen;
    const setting = { text, org: deps.org(), threadUrl: deps.threadUrl, now, person };
    const view = homeView(seen, pages, setting);
    return app.client.views.publish({ user_id: user, view, ...(hash && { hash }) });
  };
  const answer = await send(home.hash).catch((error: unknown) => {
    if (error instanceof Error && error.message.includes('hash_conflict')) return send();
    throw error;
  });
  home.hash = answer.view?.hash;
}
