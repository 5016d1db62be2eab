import type { AllMiddlewareArgs, App, BlockAction, RespondFn, SlackActionMiddlewareArgs } from '@slack/bolt';
import { type Actor, actorOf, type RequestId, readRequestId } from '#domain/ids.ts';
import type { Command, Refusal } from '#domain/outcome.ts';
import { JOINT_STEPS, type JointStep } from '#domain/purchase-request.ts';
import { section } from '#slack/blocks.ts';
import { mention } from '#slack/mrkdwn.ts';
import { press, senderOf } from '#slack/payloads.ts';
import type { Answer } from '#store/store.ts';
import { DECISION } from './decision.actions.ts';
import { command, type DecisionDeps, settingFor } from './decision.deps.ts';
import { noticeView } from './dialogs.view.ts';
import { refusalLine, supportOffer } from './refusal.view.ts';
import { stepsShown } from './steps.view.ts';

type PressArgs = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;

/** A press as we rely on it. Its value is what the client says: the domain checks whether this person may. */
export type Press = Actor & { value: string; blockId: string; chosen: string[]; triggerId: string };

/** What an id that cannot be one stands for: no request has it, so it is refused in words. */
export const asRequestId = (value: string): RequestId => readRequestId(value) ?? (value as RequestId);

export function readPress({ body, context }: Pick<PressArgs, 'body' | 'context'>): Press {
  const { actions, trigger_id, ...sent } = press.parse(body);
  const [action] = actions;
  return {
    ...actorOf(senderOf(context, sent)),
    value: action.value ?? action.selected_option?.value ?? '',
    blockId: action.block_id,
    chosen: (action.selected_options ?? []).map(({ value }) => value),
    triggerId: trigger_id,
  };
}

/** Buttons whose press says it all, and what they ask of a request. */
const AT_ONCE = {
  [DECISION.approve]: { type: 'approve', terms: { kind: 'plain' } },
  [DECISION.talkThrough]: { type: 'talk-through' },
  [DECISION.leaveIt]: { type: 'leave-it' },
  [DECISION.revive]: { type: 'revive' },
} as const;

/** The buttons that act at once. They are acknowledged when the change is stored: a crash before that shows as an error. */
export function registerPresses(app: App, deps: DecisionDeps): void {
  app.action(DECISION.openThread, ({ ack }) => ack());

  for (const [actionId, what] of Object.entries(AT_ONCE)) {
    app.action<BlockAction>(actionId, async ({ ack, respond, ...args }) => {
      const pressed = readPress(args);
      const id = asRequestId(pressed.value);
      const answer = await act(deps, pressed, id, { ...what, by: pressed.user, at: deps.now() });
      await ack();
      if (!answer.ok) await tellRefusal(answer.refusal, id, pressed, deps, { ...args, respond });
    });
  }

  app.action<BlockAction>(DECISION.tick, async ({ ack, respond, ...args }) => {
    const pressed = readPress(args);
    const ticks = ticksOf(pressed);
    const answers = await Promise.all(
      ticks.map(({ id, ...tick }) =>
        act(deps, pressed, id, { type: 'tick', ...tick, by: pressed.user, at: deps.now() }),
      ),
    );
    await ack();
    for (const [index, answer] of answers.entries()) {
      const id = ticks[index]?.id;
      if (id && !answer.ok) await tellRefusal(answer.refusal, id, pressed, deps, { ...args, respond });
    }
  });

  app.action<BlockAction>(DECISION.support, async ({ ack, respond, ...args }) => {
    const pressed = readPress(args);
    const id = asRequestId(pressed.value);
    const answer = await act(deps, pressed, id, { type: 'support', by: pressed.user, at: deps.now() });
    await ack();
    if (!answer.ok) return tellRefusal(answer.refusal, id, pressed, deps, { ...args, respond });
    const { text } = await settingFor(pressed, deps);
    const { engineer } = answer.request.pairing;
    await privately(respond, text.mrkdwn('support.thanks', { holders: mention(engineer) }).mrkdwn);
  });
}

const isJointStep = (step: string | undefined): step is JointStep => JOINT_STEPS.some((known) => known === step);

type Tick = { id: RequestId; step: JointStep; done: boolean };

/** What changed between the boxes as their presser saw them and as they are now: usually one step. */
function ticksOf({ blockId, chosen }: Press): Tick[] {
  const shown = stepsShown(blockId);
  const ids = [...chosen, ...shown];
  const id = asRequestId(ids[0]?.split(':')[0] ?? '');
  const before = new Set(shown.map((value) => value.split(':')[1]));
  const after = new Set(chosen.map((value) => value.split(':')[1]));
  return [...after.symmetricDifference(before)]
    .filter(isJointStep)
    .map((step) => ({ id, step, done: after.has(step) }));
}

/** Puts a command to the request. */
function act(deps: DecisionDeps, pressed: Press, id: RequestId, what: Command): Promise<Answer> {
  const step = what.type === 'tick' ? `:${what.step}` : '';
  return command(deps, pressed.team, id, what, `press:${pressed.triggerId}${step}`);
}

/** Where a presser can be told something. In App Home there is nothing to respond to, so a dialog opens. */
export type Answering = { respond: RespondFn | undefined; client: PressArgs['client'] };

/** A friendly no that only the presser sees. It carries nothing that exists nowhere else. */
export async function tellRefusal(
  refusal: Refusal,
  id: RequestId,
  actor: Press,
  deps: DecisionDeps,
  { respond, client }: Answering,
): Promise<void> {
  const setting = await settingFor(actor, deps);
  const stored = await deps.store.find(actor.team, id);
  const line = refusalLine(refusal, id, stored?.request, setting);
  if (!respond) {
    await client.views.open({ trigger_id: actor.triggerId, view: noticeView(line, '', setting.text) });
    return;
  }
  const engineer = stored && (await deps.people.find(actor.team, stored.request.pairing.engineer));
  const offer = stored && engineer ? supportOffer(refusal, stored.request, engineer.name, setting) : [];
  await respond({
    response_type: 'ephemeral',
    replace_original: false,
    text: line.mrkdwn,
    blocks: [section(line), ...offer],
  });
}

const privately = (respond: RespondFn, text: string) =>
  respond({ response_type: 'ephemeral', replace_original: true, text });
