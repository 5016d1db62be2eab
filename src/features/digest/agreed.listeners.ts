import { randomUUID } from 'node:crypto';
import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import { localDate } from '#domain/clocks.ts';
import { hasWords } from '#domain/guards.ts';
import { actorOf, type LocalDate, type UserId } from '#domain/ids.ts';
import type { AgreedNews } from '#domain/outcome.ts';
import { press, senderOf, stateOf, submission, type ViewBody } from '#slack/payloads.ts';
import type { Text } from '#text/text.ts';
import { AGREED, agreedForm } from './agreed.view.ts';
import { readBriefKey } from './brief-key.ts';
import { DIGEST } from './digest.actions.ts';
import type { DigestDeps } from './digest.deps.ts';

/** What units and IT agree on: a button of the brief, the form behind it, and the button for when it is done. */
export function registerAgreed(app: App, deps: DigestDeps): void {
  app.action<BlockAction>(DIGEST.logAction, async ({ ack, body, context, client }) => {
    await ack();
    const { trigger_id, actions, ...sent } = press.parse(body);
    const actor = actorOf(senderOf(context, sent));
    const key = actions[0].value ?? '';
    const text = await deps.textOf(actor);
    if (readBriefKey(key, actor, deps.org()))
      await client.views.open({ trigger_id, view: agreedForm(key, actor.user, text) });
  });

  app.view<ViewSubmitAction>(DIGEST.agreedForm, async ({ ack, body, context }) => {
    const { view, ...sent } = submission.parse(body);
    const actor = actorOf(senderOf(context, sent));
    const text = await deps.textOf(actor);
    const of = readBriefKey(view.private_metadata, actor, deps.org());
    const typed = readTyped(view, text, localDate(deps.org().calendar, deps.now()));
    if (!typed.ok) return ack({ response_action: 'errors', errors: typed.errors });
    if (!of) return ack({ response_action: 'errors', errors: { [AGREED.what]: text.plain('brief.not-yours') } });
    const { what, who, due } = typed;
    const action = {
      id: randomUUID(),
      team: actor.team,
      ...of,
      what,
      who,
      due,
      loggedBy: actor.user,
      loggedAt: deps.now(),
    };
    const tell = (to: UserId, is: AgreedNews) => ({ kind: 'agreed', to, action: action.id, is }) as const;
    await deps.store.agree(action, [tell(actor.user, 'logged'), ...(who === actor.user ? [] : [tell(who, 'new')])]);
    await ack();
  });

  app.action<BlockAction>(DIGEST.actionDone, async ({ ack, body, context, respond }) => {
    const { actions, ...sent } = press.parse(body);
    const actor = actorOf(senderOf(context, sent));
    const action = await deps.store.findAgreed(actor.team, actions[0].value ?? '');
    const isTheirs = action !== undefined && (action.who === actor.user || action.loggedBy === actor.user);
    if (isTheirs) await deps.store.finishAgreed(actor.team, action.id, deps.now());
    await ack();
    if (!isTheirs) return;
    const text = await deps.textOf(actor);
    await respond({ replace_original: true, text: text.mrkdwn('agreed.done', { what: action.what }).mrkdwn });
  });
}

type Typed = { ok: true; what: string; who: UserId; due: LocalDate } | { ok: false; errors: Record<string, string> };

function readTyped(view: ViewBody, text: Text, today: LocalDate): Typed {
  const what = stateOf(view, AGREED.what)?.value?.trim() ?? '';
  const who = stateOf(view, AGREED.who)?.selected_user;
  const due = stateOf(view, AGREED.due)?.selected_date;
  if (!hasWords(what) || !who) return { ok: false, errors: { [AGREED.what]: text.plain('form.agreed.error.what') } };
  if (!due || due < today) return { ok: false, errors: { [AGREED.due]: text.plain('form.agreed.error.due') } };
  return { ok: true, what, who: who as UserId, due: due as LocalDate };
}
