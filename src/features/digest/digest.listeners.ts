import type { App, BlockAction, RespondFn } from '@slack/bolt';
import type { Weekday } from '#domain/clocks.ts';
import { type Actor, actorOf, type UserId } from '#domain/ids.ts';
import type { DigestMessage } from '#domain/outcome.ts';
import { dayAt, readZone } from '#domain/wall-clock.ts';
import { weekOf } from '#domain/weeks.ts';
import { actions, button, messageOf } from '#slack/blocks.ts';
import { clipPrivate } from '#slack/limits.ts';
import { press, senderOf, userChange } from '#slack/payloads.ts';
import type { Preferences } from '#store/store.ts';
import { registerAgreed } from './agreed.listeners.ts';
import { registerBrief } from './brief.listeners.ts';
import { DIGEST } from './digest.actions.ts';
import type { BriefDeps, DigestDeps } from './digest.deps.ts';
import type { DigestSchedule } from './digest.schedule.ts';
import { unitsFor } from './gather.ts';
import { digestContent } from './present.ts';

/** The digest's buttons, and what Slack tells of people's time zones. */
export function registerDigest(app: App, deps: BriefDeps, schedule: DigestSchedule): void {
  app.action<BlockAction>(DIGEST.now, async ({ ack, body, context, respond }) => {
    const { trigger_id, ...sent } = press.parse(body);
    const actor = actorOf(senderOf(context, sent));
    const text = await deps.textOf(actor);
    const isTheirs = unitsFor(deps.org(), actor.user) !== undefined;
    if (isTheirs) await deps.store.enqueue(actor.team, freshFor(actor, deps), deps.now(), `digest:${trigger_id}`);
    await ack();
    // App Home has nothing to respond to; there the message itself is the answer.
    await respond?.(privately(text.mrkdwn(isTheirs ? 'digest.on-its-way' : 'digest.not-yours').mrkdwn));
  });

  app.action<BlockAction>(DIGEST.mute, async ({ ack, body, context, respond }) => {
    const actor = actorOf(senderOf(context, press.parse(body)));
    const { digest } = await deps.store.preferences(actor.team, actor.user);
    await deps.store.remember(actor.team, actor.user, { digest: 'muted' });
    await ack();
    const text = await deps.textOf(actor);
    const undo = button(text.plain('action.digest.unmute'), DIGEST.unmute, writtenTime(digest));
    const said = messageOf(text.mrkdwn('digest.muted'), actions(undo));
    await respond?.({ ...privately(said.text), blocks: said.blocks });
  });

  app.action<BlockAction>(DIGEST.unmute, async ({ ack, body, context, respond }) => {
    const { actions: pressed, ...sent } = press.parse(body);
    const actor = actorOf(senderOf(context, sent));
    await deps.store.remember(actor.team, actor.user, { digest: readTime(pressed[0].value) });
    await ack();
    await schedule.replan(actor.user);
    const text = await deps.textOf(actor);
    await respond({ ...privately(text.mrkdwn('digest.unmuted').mrkdwn), replace_original: true });
  });

  registerBrief(app, deps);
  registerAgreed(app, deps);

  app.event('user_change', async ({ body }) => {
    const { user } = userChange.parse(body).event;
    if (typeof user.tz === 'string') await schedule.moved(user.id as UserId, user.tz);
  });
}

const privately = (text: string) => ({ response_type: 'ephemeral', replace_original: false, text }) as const;

type ChosenTime = Exclude<Preferences['digest'], 'muted'>;

/** What the undo button carries: the time that they had chosen, such as `fri 16`, or nothing. */
const writtenTime = (digest: Preferences['digest']): string =>
  digest === undefined || digest === 'muted' ? 'default' : `${digest.day} ${digest.hour}`;

function readTime(written = ''): ChosenTime {
  const [, day, hour] = /^(mon|tue|wed|thu|fri|sat|sun) (\d|1\d|2[0-3])$/.exec(written) ?? [];
  return day === undefined ? undefined : { day: day as Weekday, hour: Number(hour) };
}

/** Of the last seven days, up to this moment. */
function freshFor({ user }: Actor, { org, now }: DigestDeps): DigestMessage {
  const today = dayAt(readZone(org().calendar.timeZone), now());
  return { kind: 'digest', to: user, week: weekOf(today), until: now(), missed: 0, isFirst: false };
}

/** `/buy-tool digest`: the reader's own, at once, for their eyes only. */
export async function showDigest(actor: Actor, respond: RespondFn, deps: DigestDeps): Promise<void> {
  const content = await digestContent(actor.team, freshFor(actor, deps), deps);
  if (!content) return respond(privately((await deps.textOf(actor)).mrkdwn('digest.not-yours').mrkdwn)).then(() => {});
  const { text, blocks, plainer = blocks } = content;
  // A chart that is refused here is left out: what it shows stands in the text.
  await respond({ ...privately(clipPrivate(text)), blocks: plainer });
}
