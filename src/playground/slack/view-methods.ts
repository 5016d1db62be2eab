/** views.open, push, update and publish. */
import { type ApiAnswer, type ApiMethod, isRefused, jsonArg, type Refused, refuse, textArg } from './answers.ts';
import type { Json } from './json.ts';
import type { ViewRecord } from './state.ts';
import { findTrigger, useUp } from './triggers.ts';
import { checkedView, homeOf, modalsOf, putHome, putModal, replaceView, viewObject } from './views.ts';
import type { World } from './world.ts';

const shown = (world: World, view: ViewRecord): ApiAnswer => ({ ok: true, view: viewObject(world, view) });

/** The trigger is used up only by a view that opens; Slack's order of checks is not known. */
function openOrPush(world: World, args: Json, onTop: boolean): ApiAnswer {
  const view = checkedView(world, jsonArg(args, 'view').value, 'modal');
  if (isRefused(view)) return view;
  const trigger = findTrigger(world, textArg(args, 'trigger_id'));
  if (isRefused(trigger)) return trigger;
  const isInModal = modalsOf(world, trigger.userId).some((one) => one.id === trigger.fromViewId);
  if (onTop && !isInModal)
    return refuse('invalid_trigger_id', 'views.push needs a trigger_id from a press in a modal that is still open.');
  const opened = putModal(world, trigger.userId, view, onTop);
  if (isRefused(opened)) return opened;
  useUp(trigger);
  return shown(world, opened);
}

const staleHash = (view: ViewRecord | undefined, hash: string): Refused | undefined =>
  view && hash !== '' && hash !== view.hash
    ? refuse('hash_conflict', 'The view has changed since that hash was given out.')
    : undefined;

function update(world: World, args: Json): ApiAnswer {
  const viewId = textArg(args, 'view_id');
  const externalId = textArg(args, 'external_id');
  const known =
    viewId === '' && externalId !== ''
      ? Object.values(world.state.views).find((one) => one.externalId === externalId)
      : world.state.views[viewId];
  const view = checkedView(world, jsonArg(args, 'view').value, known?.type ?? 'modal', known?.id);
  if (isRefused(view)) return view;
  if (!known)
    return refuse('not_found', `No open view is ${viewId || externalId || 'named by view_id or external_id'}.`);
  const stale = staleHash(known, textArg(args, 'hash'));
  if (stale) return stale;
  return shown(world, replaceView(world, known, view));
}

function publish(world: World, args: Json): ApiAnswer {
  const userId = textArg(args, 'user_id');
  const home = homeOf(world, userId);
  const view = checkedView(world, jsonArg(args, 'view').value, 'home', home?.id);
  if (isRefused(view)) return view;
  if (!world.settings.manifest.hasHome) return refuse('not_enabled', 'The manifest does not enable the Home tab.');
  const person = world.state.people[userId];
  if (!person || person.deleted || person.isBot) return refuse('user_not_found', `No active person is ${userId}.`);
  const stale = staleHash(home, textArg(args, 'hash'));
  if (stale) return stale;
  return shown(world, putHome(world, userId, view));
}

export const viewMethods: Record<string, ApiMethod> = {
  'views.open': { tier: 4, token: 'bot', run: (world, args) => openOrPush(world, args, false) },
  'views.push': { tier: 4, token: 'bot', run: (world, args) => openOrPush(world, args, true) },
  'views.update': { tier: 4, token: 'bot', run: update },
  'views.publish': { tier: 4, token: 'bot', run: publish },
};
