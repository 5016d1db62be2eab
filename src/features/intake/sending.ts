import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { z } from 'zod';
import { localDate } from '#domain/clocks.ts';
import type { Actor } from '#domain/ids.ts';
import type { Intake } from '#domain/purchase-request.ts';
import { submit } from '#domain/submit.ts';
import { joined, mention } from '#slack/mrkdwn.ts';
import { metadataOf, type ViewBody } from '#slack/payloads.ts';
import type { Preferences } from '#store/store.ts';
import type { Text } from '#text/text.ts';
import type { IntakeDeps } from './intake.deps.ts';
import { type FormMemory, notNowView } from './intake.view.ts';

/** What a form carries comes back from the client, so it is read as a stranger's: what is not ours is left out. */
const carried = z
  .object({
    origin: z
      .object({ channel: z.string().regex(/^\w+$/), ts: z.string().regex(/^\d+\.\d+$/) })
      .optional()
      .catch(undefined),
    isDraft: z.boolean().optional().catch(undefined),
  })
  .catch({});

export const memoryOf = (view: ViewBody): FormMemory => carried.parse(metadataOf(view)) as FormMemory;

/** A form that was sent, by whom, and how it is answered. */
export type Sending = {
  actor: Actor;
  view: ViewBody;
  ack: (SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs)['ack'];
  text: Text;
  deps: IntakeDeps;
};

type Remembered = { [Key in keyof Preferences]: Preferences[Key] | undefined };

/** What is remembered of the sender once the request is taken, or else kept; and the command that brings that back. */
export type Afterwards = { taken: Remembered; kept: Remembered; command: string };

/** Opens the request that a form asks for; the form closes only when that is stored for good. */
export async function sendIntake(read: Intake, sending: Sending, afterwards: Afterwards): Promise<void> {
  const { actor, view, ack, deps } = sending;
  const { origin } = memoryOf(view);
  const intake: Intake = { ...read, ...(origin && { origin: { permalink: deps.threadUrl(origin) } }) };
  const away = await deps.awayNow(actor.team);
  const org = deps.org();
  const answer = await deps.store.submit(actor.team, `view:${view.id}`, ({ id, workloads }) =>
    submit({ id, team: actor.team, requester: actor.user, intake, at: deps.now(), away }, org, workloads),
  );
  if (!answer.ok) return keepForLater(sending, afterwards);
  await ack();
  await deps.store.remember(actor.team, actor.user, afterwards.taken);
}

/** Nobody can be paired: what was typed is kept, and the IT leads hear of it once a day at most. */
async function keepForLater({ actor, ack, text, deps }: Sending, { kept, command }: Afterwards): Promise<void> {
  const { store, org, now } = deps;
  const { team, user } = actor;
  await store.remember(team, user, kept);
  const { leads } = org().it;
  const today = localDate(org().calendar, now());
  const problem = { kind: 'no-engineer', requester: user } as const;
  await Promise.all(
    leads.map((to) =>
      store.enqueue(team, { kind: 'admin-told', to, problem }, now(), `no-engineer:${user}:${to}:${today}`),
    ),
  );
  const who = joined(leads.map(mention), text.plain('list.comma'));
  await ack({
    response_action: 'update',
    view: notNowView(text.mrkdwn('refusal.no-engineer', { leads: who, command }), text),
  });
}
