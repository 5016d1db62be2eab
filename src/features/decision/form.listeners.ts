import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import { actorOf, type UserId } from '#domain/ids.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import { SELECT_OPTIONS_MAX } from '#slack/limits.ts';
import { senderOf, submission } from '#slack/payloads.ts';
import { DECISION, FORMS, type FormKind, formCallback } from './decision.actions.ts';
import { command, type DecisionDeps, decideVisibly, settingFor } from './decision.deps.ts';
import { commandOf, fieldToMend, readForm, requestIdOf } from './decision.form.ts';
import { type Colleague, decisionForm, noticeView } from './dialogs.view.ts';
import { asRequestId, type Press, readPress, tellRefusal } from './press.listeners.ts';
import { fieldError, refusalLine } from './refusal.view.ts';
import { people, type Setting } from './words.ts';

/** The buttons that open a form. */
const OPENERS: Record<string, FormKind> = {
  [DECISION.ask]: 'ask',
  [DECISION.answer]: 'answer',
  [DECISION.decline]: 'decline',
  [DECISION.reopen]: 'reopen',
  [DECISION.tellView]: 'tell-view',
};

export function registerForms(app: App, deps: DecisionDeps): void {
  for (const [actionId, kind] of Object.entries(OPENERS)) {
    app.action<BlockAction>(actionId, async ({ ack, ...args }) => {
      await ack();
      await openForm(kind, readPress(args), deps, args);
    });
  }
  app.action<BlockAction>(DECISION.more, async ({ ack, ...args }) => {
    await ack();
    const pressed = readPress(args);
    const [value = '', what] = pressed.value.split(':');
    const kind = FORMS.find((form) => form === what);
    if (kind) await openForm(kind, { ...pressed, value }, deps, args);
  });
  for (const kind of FORMS) {
    app.view<ViewSubmitAction>(formCallback(kind), (args) => submitForm(kind, args, deps));
  }
}

type Opener = Pick<SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs, 'client' | 'respond'>;

/** Opens the form, or says at once why it would lead nowhere. */
async function openForm(
  kind: FormKind,
  pressed: Press,
  deps: DecisionDeps,
  { client, respond }: Opener,
): Promise<void> {
  const id = asRequestId(pressed.value);
  const stored = await deps.store.find(pressed.team, id);
  if (!stored) return tellRefusal({ code: 'unknown-request' }, id, pressed, deps, { respond, client });
  const { request } = stored;
  const refusal = refusalBeforehand(kind, request, pressed.user, deps);
  if (refusal) return tellRefusal(refusal, id, pressed, deps, { respond, client });
  const setting = await settingFor(pressed, deps);
  const colleagues = kind === 'hand-over' ? await colleaguesFor(request, deps) : [];
  const view =
    kind === 'hand-over' && colleagues.length === 0
      ? noticeView(nobodyElse(setting), '', setting.text)
      : decisionForm(kind, { request, colleagues, at: deps.now() }, setting);
  await client.views.open({ trigger_id: pressed.triggerId, view });
}

const nobodyElse = ({ text, org }: Setting) =>
  text.mrkdwn('refusal.nobody-else', { leads: people(org.it.leads, text) });

function refusalBeforehand(kind: FormKind, request: PurchaseRequest, by: UserId, { org, now }: DecisionDeps) {
  const outcome = decideVisibly(request, commandOf(kind, by, now()), org());
  return outcome.ok || fieldToMend(outcome.refusal) ? undefined : outcome.refusal;
}

/** The engineers who could take it, by name; those whose account is deactivated could not. */
async function colleaguesFor({ requester, pairing, team }: PurchaseRequest, deps: DecisionDeps): Promise<Colleague[]> {
  const { it } = deps.org();
  const others = [...new Set([...it.engineers.map(({ user }) => user), ...it.leads])].filter(
    (user) => user !== requester && user !== pairing.engineer,
  );
  const found = await Promise.all(others.map(async (id) => ({ ...(await deps.people.find(team, id)), id })));
  return found.filter(({ isDeactivated }) => !isDeactivated).slice(0, SELECT_OPTIONS_MAX);
}

type Submitted = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Acknowledges with what came of it: the form closes, shows what is missing, or hands back what was typed. */
async function submitForm(kind: FormKind, { ack, body, context }: Submitted, deps: DecisionDeps): Promise<void> {
  const { view, ...sent } = submission.parse(body);
  const actor = actorOf(senderOf(context, sent));
  const id = requestIdOf(view);
  const typed = readForm(view);
  const answer = await command(deps, actor.team, id, commandOf(kind, actor.user, deps.now(), typed), `view:${view.id}`);
  if (answer.ok) return ack();
  const setting = await settingFor(actor, deps);
  const mend = fieldToMend(answer.refusal);
  if (mend) return ack({ response_action: 'errors', errors: { [mend.field]: fieldError(mend.refusal, setting) } });
  const stored = await deps.store.find(actor.team, id);
  const line = refusalLine(answer.refusal, id, stored?.request, setting);
  const handedBack = [typed.words, typed.way].filter(Boolean).join('\n\n');
  await ack({ response_action: 'update', view: noticeView(line, handedBack, setting.text) });
}
