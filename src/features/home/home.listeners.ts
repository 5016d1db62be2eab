import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import { actorOf } from '#domain/ids.ts';
import { homeOpened, homePress, press, senderOf, submission } from '#slack/payloads.ts';
import { HOME, ON_DIGEST } from './home.actions.ts';
import type { HomeDeps } from './home.deps.ts';
import { readPages, turned } from './paging.ts';
import { openHomes } from './publishing.ts';
import { readSettings } from './settings.form.ts';
import { settingsView } from './settings.view.ts';

/** App Home: what waits for each person, what is theirs, and their settings. */
export function registerHome(app: App, deps: HomeDeps): void {
  const homes = openHomes(app, deps);
  deps.store.onChanged(homes.changed);
  deps.store.onNudge(homes.heard);

  app.event('app_home_opened', async ({ event, body, context }) => {
    if (event.tab !== 'home') return;
    const { user, view } = homeOpened.parse(event);
    const actor = actorOf({ team: context.teamId ?? body.team_id, user });
    await homes.show(actor, { pages: {}, hash: view?.hash });
  });

  for (const actionId of [HOME.earlier, HOME.later]) {
    app.action<BlockAction>(actionId, async ({ ack, body, context }) => {
      await ack();
      const { actions, view, ...sent } = homePress.parse(body);
      const pages = turned(readPages(view.private_metadata), actions[0].value ?? '');
      await homes.show(actorOf(senderOf(context, sent)), { pages, hash: view.hash });
    });
  }

  for (const actionId of [HOME.settings, ON_DIGEST.settings]) {
    app.action<BlockAction>(actionId, async ({ ack, body, context, client }) => {
      await ack();
      const { trigger_id, ...sent } = press.parse(body);
      const actor = actorOf(senderOf(context, sent));
      const preferences = await deps.store.preferences(actor.team, actor.user);
      const text = await deps.textOf(actor, preferences);
      const view = settingsView({ person: actor.user, preferences, text, org: deps.org(), now: deps.now() });
      await client.views.open({ trigger_id, view });
    });
  }

  app.view<ViewSubmitAction>(HOME.settingsForm, async ({ ack, body, context }) => {
    const { view, ...sent } = submission.parse(body);
    const actor = actorOf(senderOf(context, sent));
    const preferences = await deps.store.preferences(actor.team, actor.user);
    const text = await deps.textOf(actor, preferences);
    const { hearing = {} } = preferences;
    const known = { org: deps.org(), text, now: deps.now(), person: actor.user, hearing };
    const read = readSettings(view, known);
    if (!read.ok) return ack({ response_action: 'errors', errors: read.errors });
    await deps.store.remember(actor.team, actor.user, read.settings);
    await ack();
    if (read.settings.awayUntil) await deps.wentAway?.(actor.team, actor.user);
    await deps.settingsSaved?.(actor);
    await homes.refresh(actor);
  });
}
