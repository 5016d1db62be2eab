/** Slack's user object, and the methods about people and the team. */
import { type ApiMethod, flagArg, refuse, textArg } from './answers.ts';
import { defined, type Json } from './json.ts';
import { page } from './pages.ts';
import { hasScope } from './scopes.ts';
import type { PersonRecord } from './state.ts';
import type { World } from './world.ts';

export const isFromOutside = (world: World, person: PersonRecord): boolean => person.teamId !== world.state.team.id;

/** No space of its own in Slack's names: `mia`, `anna.lee`. */
export const usernameOf = (person: { name: string }): string => person.name.toLowerCase().replace(/\s+/g, '.');

function sharesChannelWithApp(world: World, userId: string): boolean {
  const botUserId = world.settings.app.botUserId;
  return Object.values(world.state.channels).some(
    ({ memberIds, deleted }) => !deleted && memberIds.includes(userId) && memberIds.includes(botUserId),
  );
}

/** Seconds east of UTC at `atMs`; changes with daylight saving. */
function tzOffsetSeconds(tz: string, atMs: number): number {
  const name = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'longOffset' })
    .formatToParts(atMs)
    .find((part) => part.type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60);
}

const tzLabel = (tz: string, atMs: number): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'long' })
    .formatToParts(atMs)
    .find((part) => part.type === 'timeZoneName')?.value ?? tz;

/** A status whose end has come is cleared. */
function statusOf(world: World, { status }: PersonRecord): Json {
  const { text, emoji, expiresAt = 0 } = status;
  const isOver = expiresAt > 0 && expiresAt * 1000 <= world.nowMs();
  if (isOver) return { status_text: '', status_emoji: '', status_expiration: 0 };
  return { status_text: text, status_emoji: emoji, status_expiration: expiresAt };
}

function profileOf(world: World, person: PersonRecord): Json {
  const seesEmail = hasScope(world, 'users:read.email') && !isFromOutside(world, person) && person.email !== '';
  return defined({
    title: person.title,
    real_name: person.name,
    real_name_normalized: person.name,
    display_name: person.name,
    display_name_normalized: person.name,
    first_name: person.name,
    last_name: '',
    ...statusOf(world, person),
    team: person.teamId,
    email: seesEmail ? person.email : undefined,
    api_app_id: person.id === world.settings.app.botUserId ? world.settings.app.id : undefined,
    bot_id: person.id === world.settings.app.botUserId ? world.settings.app.botId : undefined,
  });
}

/** What people of this company have besides: time zone, locale, ranks. Deactivated accounts have none of it. */
function homeFieldsOf(world: World, person: PersonRecord, withLocale: boolean): Json {
  return defined({
    tz: person.tz,
    tz_label: tzLabel(person.tz, world.nowMs()),
    tz_offset: tzOffsetSeconds(person.tz, world.nowMs()),
    is_admin: person.isAdmin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.isGuest,
    is_ultra_restricted: false,
    locale: withLocale ? person.locale : undefined,
  });
}

/**
 * People of other companies have no locale, time zone or e-mail here, and `is_stranger` only while they share no
 * channel with the app. Source: slack-facts d3.
 */
export function userObject(world: World, person: PersonRecord, withLocale: boolean): Json {
  const isOutside = isFromOutside(world, person);
  return {
    id: person.id,
    team_id: person.teamId,
    name: usernameOf(person),
    real_name: person.name,
    deleted: person.deleted,
    profile: profileOf(world, person),
    is_bot: person.isBot,
    is_app_user: false,
    updated: person.updatedAt,
    ...(isOutside ? { is_stranger: !sharesChannelWithApp(world, person.id) } : {}),
    ...(isOutside || person.deleted ? {} : homeFieldsOf(world, person, withLocale && !person.isBot)),
  };
}

export const peopleMethods: Record<string, ApiMethod> = {
  'auth.test': {
    tier: 'special',
    token: 'bot',
    run: (world) => ({
      ok: true,
      url: `${world.origin()}/`,
      team: world.state.team.name,
      user: usernameOf(world.settings.app),
      team_id: world.state.team.id,
      user_id: world.settings.app.botUserId,
      bot_id: world.settings.app.botId,
      is_enterprise_install: false,
    }),
  },
  'users.info': {
    tier: 4,
    token: 'bot',
    scope: 'users:read',
    run: (world, args) => {
      const person = world.state.people[textArg(args, 'user')];
      if (!person) return refuse('user_not_found', `There is no person ${textArg(args, 'user')}.`);
      return { ok: true, user: userObject(world, person, flagArg(args, 'include_locale')) };
    },
  },
  'users.list': {
    tier: 2,
    token: 'bot',
    scope: 'users:read',
    run: (world, args) => {
      const people = Object.values(world.state.people);
      const slice = page(people, args, { limitDefault: 200, limitMax: 1000 });
      if ('error' in slice) return slice;
      const members = slice.items.map((person) => userObject(world, person, flagArg(args, 'include_locale')));
      const meta = { next_cursor: slice.nextCursor };
      return { ok: true, members, cache_ts: Math.floor(world.nowMs() / 1000), response_metadata: meta };
    },
  },
  'users.lookupByEmail': {
    tier: 3,
    token: 'bot',
    scope: 'users:read.email',
    run: (world, args) => {
      const email = textArg(args, 'email').toLowerCase();
      const person = Object.values(world.state.people).find((one) => one.email.toLowerCase() === email);
      const isKnown = person && email !== '' && !person.deleted && !isFromOutside(world, person);
      if (!isKnown) return refuse('users_not_found', 'No active member of this workspace has that address.');
      return { ok: true, user: userObject(world, person, false) };
    },
  },
  'team.info': {
    tier: 3,
    token: 'bot',
    scope: 'team:read',
    run: (world) => ({ ok: true, team: { ...world.state.team, email_domain: 'example.com', icon: {} } }),
  },
};
