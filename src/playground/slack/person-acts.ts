/** What people change about themselves, each other and the time, and the surfaces they open. */
import type { AckOutcome, Act, ActAnswer } from '../person-does.ts';
import { done, no } from './acting.ts';
import { directAmong } from './conversations.ts';
import { sendEvent } from './events.ts';
import { storeFile } from './files.ts';
import type { Json } from './json.ts';
import { userObject } from './people.ts';
import type { PersonRecord } from './state.ts';
import { closeAll, homeOf, viewObject } from './views.ts';
import { nextTs, unixSeconds, type World } from './world.ts';

type ActOf<T extends Act['type']> = Extract<Act, { type: T }>;

/** Changes the account and tells the app by `user_change`. */
async function changePerson(world: World, person: PersonRecord, change: Partial<PersonRecord>): Promise<ActAnswer> {
  Object.assign(person, change, { updatedAt: unixSeconds(world) });
  if (person.deleted) closeAll(world, person.id);
  world.signals.changed();
  return done(await sendPersonEvent(world, 'user_change', person));
}

export function sendPersonEvent(
  world: World,
  type: 'user_change' | 'team_join',
  person: PersonRecord,
): Promise<AckOutcome> {
  const user = userObject(world, person, true);
  return sendEvent(world, { event: { type, user, cache_ts: unixSeconds(world), event_ts: nextTs(world) } });
}

export async function setActiveAct(world: World, userId: string, deleted: boolean): Promise<ActAnswer> {
  const person = world.state.people[userId];
  if (!person || person.isBot) return no('There is no such person.');
  if (person.deleted === deleted) return no(`${person.name} is so already.`);
  return changePerson(world, person, { deleted });
}

export function setStatusAct(world: World, me: PersonRecord, { text, emoji, forMs }: ActOf<'setStatus'>) {
  const ends = forMs === undefined ? {} : { expiresAt: unixSeconds(world) + Math.ceil(forMs / 1000) };
  return changePerson(world, me, { status: { text, emoji, ...ends } });
}

export const setLocaleAct = (world: World, me: PersonRecord, act: ActOf<'setLocale'>) =>
  changePerson(world, me, { locale: act.locale });

export async function setTimeZoneAct(world: World, me: PersonRecord, act: ActOf<'setTimeZone'>): Promise<ActAnswer> {
  if (!Intl.supportedValuesOf('timeZone').includes(act.tz)) return no(`${act.tz} is no time zone.`);
  return changePerson(world, me, { tz: act.tz });
}

/** Opening a tab of the app opens its DM too, as in Slack. */
export async function openTabAct(world: World, me: PersonRecord, tab: 'home' | 'messages'): Promise<ActAnswer> {
  const { hasHome, hasMessagesTab } = world.settings.manifest;
  if (tab === 'home' ? !hasHome : !hasMessagesTab) return no('The app does not have that tab.');
  const channel = directAmong(world, [me.id, world.settings.app.botUserId]);
  const home = tab === 'home' ? homeOf(world, me.id) : undefined;
  const view: Json = home ? { view: viewObject(world, home) } : {};
  const event = { type: 'app_home_opened', user: me.id, channel: channel.id, tab, ...view, event_ts: nextTs(world) };
  return done(await sendEvent(world, { event }), { channelId: channel.id });
}

export async function uploadFileAct(world: World, me: PersonRecord, act: ActOf<'uploadFile'>): Promise<ActAnswer> {
  if (act.name.trim() === '') return no('The file needs a name.');
  const { name, sizeBytes, mimetype = 'application/octet-stream' } = act;
  const file = storeFile(world, me.id, { name, sizeBytes, mimetype });
  const shared = { file_id: file.id, user_id: me.id, file: { id: file.id }, event_ts: nextTs(world) };
  return done(await sendEvent(world, { event: { type: 'file_created', ...shared } }), { fileId: file.id });
}

export function dismissToastAct(world: World, me: PersonRecord, act: ActOf<'dismissToast'>): ActAnswer {
  world.toasts = world.toasts.filter((toast) => toast.userId !== me.id || toast.id !== act.toastId);
  world.signals.changed();
  return done();
}

/** Signatures, acknowledgements and retries of events go by real time all the same. */
export function moveClockAct(world: World, _me: PersonRecord, act: ActOf<'moveClock'>): ActAnswer {
  if (!world.clock) return no('The clock of this local Slack is moved from outside.');
  const moved = 'by' in act ? world.clock.moveBy(act.by) : world.clock.moveTo(Date.parse(act.to));
  if (!moved.ok) return no(moved.why);
  world.signals.changed();
  return done();
}
