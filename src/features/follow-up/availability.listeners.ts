import type { App } from '@slack/bolt';
import type { TeamId } from '#domain/ids.ts';
import { userChange } from '#slack/payloads.ts';
import { personOf, type SlackUser } from '#slack/people.ts';
import type { FollowUpDeps } from './follow-up.deps.ts';
import { standInFor } from './standing-in.ts';

/** Somebody's account, name, language or status changed in Slack. */
export function registerAvailability(app: App, deps: FollowUpDeps): void {
  app.event('user_change', async ({ body, context }) => {
    const team = String(context.teamId) as TeamId;
    const { user } = userChange.parse(body).event;
    deps.people.forget(team, user.id);
    // The event itself tells who they are now: asking again might take too long, or answer with what was.
    await standInFor(team, personOf(user as SlackUser, team), deps);
  });
}
