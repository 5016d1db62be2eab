import { randomUUID } from 'node:crypto';
import type { App, BlockAction, RespondFn, ViewSubmitAction } from '@slack/bolt';
import { localDate } from '#domain/clocks.ts';
import { hasWords } from '#domain/guards.ts';
import { type Actor, actorOf, type LocalDate, type UnitId, type UserId } from '#domain/ids.ts';
import { type BusinessUnit, type Organisation, unitOf } from '#domain/organisation.ts';
import type { AgreedNews } from '#domain/outcome.ts';
import { type QuarterId, quarterAt, quarterBefore, readQuarter } from '#domain/quarters.ts';
import { press, senderOf, stateOf, submission, type ViewBody } from '#slack/payloads.ts';
import type { Text } from '#text/text.ts';
import { AGREED, agreedForm } from './agreed.view.ts';
import { gatherBrief, mayRead } from './brief.gather.ts';
import { briefView } from './brief.view.ts';
import { DIGEST } from './digest.actions.ts';
import type { DigestDeps } from './digest.deps.ts';

/** The buttons and the form of a brief. */
export function registerBrief(app: App, deps: DigestDeps): void {
  app.action<BlockAction>(DIGEST.logAction, async ({ ack, body, context, client }) => {
    await ack();
    const { trigger_id, actions, ...sent } = press.parse(body);
    const actor = actorOf(senderOf(context, sent));
    const key = actions[0].value ?? '';
    const text = await deps.textOf(actor);
    if (readKey(key, actor, deps)) await client.views.open({ trigger_id, view: agreedForm(key, actor.user, text) });
  });

  app.view<ViewSubmitAction>(DIGEST.agreedForm, async ({ ack, body, context }) => {
    const { view, ...sent } = submission.parse(body);
    const actor = actorOf(senderOf(context, sent));
    const text = await deps.textOf(actor);
    const of = readKey(view.private_metadata, actor, deps);
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

/** A key comes back from the client: whose unit it is, is looked at again. */
function readKey(key: string, { user }: Actor, { org }: DigestDeps): { unit: UnitId; quarter: QuarterId } | undefined {
  const quarter = readQuarter(key.slice(0, key.indexOf(':')));
  const unit = unitOf(org(), key.slice(key.indexOf(':') + 1) as UnitId);
  return quarter && unit && mayRead(org(), user, unit) ? { unit: unit.id, quarter } : undefined;
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

/** `/buy-tool brief [unit] [quarter]`: of the last quarter that is over, for the reader's eyes only. */
export async function showBrief(actor: Actor, words: string[], respond: RespondFn, deps: DigestDeps): Promise<void> {
  const text = await deps.textOf(actor);
  const say = async (line: string) => void (await respond({ response_type: 'ephemeral', text: line }));
  const theirs = deps.org().units.filter((unit) => mayRead(deps.org(), actor.user, unit));
  if (theirs.length === 0) return say(text.plain('brief.not-yours'));
  const named = deps.org().units.find((one) => words.some((word) => isNamed(one, word)));
  if (named && !theirs.includes(named)) return say(text.plain('brief.not-yours'));
  const unit = named ?? (theirs.length === 1 ? theirs[0] : undefined);
  if (!unit) return say(text.mrkdwn('brief.units', { units: theirs.map(({ id }) => id).join(', ') }).mrkdwn);
  const lately = quarterBefore(quarterAt(deps.org().calendar, deps.now()));
  const quarter = words.map(readQuarter).find((one) => one !== undefined) ?? lately;
  const brief = await gatherBrief(actor.team, { unit: unit.id, quarter }, deps);
  if (brief) await respond({ response_type: 'ephemeral', ...briefView(brief, { text, org: deps.org() }) });
}

const isNamed = ({ id, name }: BusinessUnit, word: string): boolean =>
  [id, name].some((one) => one.toLowerCase() === word.toLowerCase());

/** Words behind `/buy-tool brief` that name no unit and no quarter are a tool that somebody looks for. */
export const asksForBrief = (words: string[], { units }: Organisation): boolean =>
  words.every((word) => readQuarter(word) !== undefined || units.some((unit) => isNamed(unit, word)));
