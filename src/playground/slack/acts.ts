/** One door for all that people do, for the page and for tests alike. */
import type { Act, ActAnswer } from '../person-does.ts';
import { no } from './acting.ts';
import {
  archiveChannelAct,
  createChannelAct,
  deleteChannelAct,
  invitePersonAct,
  joinChannelAct,
  leaveChannelAct,
  openDmAct,
  removeAppAct,
} from './channel-acts.ts';
import { deleteMessageAct, dismissMessageAct, editMessageAct, markReadAct, reactAct, sayAct } from './message-acts.ts';
import {
  dismissToastAct,
  moveClockAct,
  openTabAct,
  setActiveAct,
  setLocaleAct,
  setStatusAct,
  setTimeZoneAct,
  uploadFileAct,
} from './person-acts.ts';
import { commandAct, globalShortcutAct, loadOptionsAct, messageShortcutAct, pressAct } from './press-acts.ts';
import type { PersonRecord } from './state.ts';
import { closeViewAct, submitViewAct } from './view-acts.ts';
import type { World } from './world.ts';

type Doers = {
  [T in Act['type']]: (
    world: World,
    me: PersonRecord,
    act: Extract<Act, { type: T }>,
  ) => ActAnswer | Promise<ActAnswer>;
};

const doers: Doers = {
  say: sayAct,
  editMessage: editMessageAct,
  deleteMessage: deleteMessageAct,
  command: commandAct,
  globalShortcut: globalShortcutAct,
  messageShortcut: messageShortcutAct,
  press: pressAct,
  submitView: submitViewAct,
  closeView: closeViewAct,
  loadOptions: loadOptionsAct,
  openHome: (world, me) => openTabAct(world, me, 'home'),
  openAppDm: (world, me) => openTabAct(world, me, 'messages'),
  uploadFile: uploadFileAct,
  joinChannel: joinChannelAct,
  leaveChannel: leaveChannelAct,
  inviteApp: (world, me, act) => invitePersonAct(world, me, { ...act, userId: world.settings.app.botUserId }),
  removeApp: removeAppAct,
  invitePerson: invitePersonAct,
  archiveChannel: (world, me, act) => archiveChannelAct(world, me, act, true),
  unarchiveChannel: (world, me, act) => archiveChannelAct(world, me, act, false),
  deleteChannel: deleteChannelAct,
  createChannel: createChannelAct,
  openDm: openDmAct,
  deactivatePerson: (world, _me, act) => setActiveAct(world, act.userId, true),
  reactivatePerson: (world, _me, act) => setActiveAct(world, act.userId, false),
  setStatus: setStatusAct,
  setLocale: setLocaleAct,
  setTimeZone: setTimeZoneAct,
  react: reactAct,
  markRead: markReadAct,
  dismissMessage: dismissMessageAct,
  dismissToast: dismissToastAct,
  moveClock: moveClockAct,
};

/** Resolves when the app has acknowledged, or failed to. Never throws for what a person may do wrong. */
export async function perform(world: World, userId: string, act: Act): Promise<ActAnswer> {
  const me = world.state.people[userId];
  if (!me || me.isBot) return no('There is no such person.');
  const isReactivation = act.type === 'reactivatePerson';
  if (me.deleted && !isReactivation) return no(`${me.name}'s account is deactivated.`);
  // The table pairs each type with its doer; TypeScript cannot follow that through a lookup by union.
  const doer = doers[act.type] as (world: World, me: PersonRecord, act: Act) => ActAnswer | Promise<ActAnswer>;
  return doer(world, me, act);
}
