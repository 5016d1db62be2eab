import type { App, BlockAction, RespondFn } from '@slack/bolt';
import { type Actor, actorOf } from '#domain/ids.ts';
import type { BusinessUnit, Organisation } from '#domain/organisation.ts';
import { quarterAt, quarterBefore, quarterPeriod, readQuarter } from '#domain/quarters.ts';
import { clipPrivate } from '#slack/limits.ts';
import { press, senderOf } from '#slack/payloads.ts';
import { gatherBrief, mayRead } from './brief.gather.ts';
import { briefView } from './brief.view.ts';
import { readBriefKey } from './brief-key.ts';
import { DIGEST } from './digest.actions.ts';
import type { BriefDeps, DigestDeps } from './digest.deps.ts';
import { csvOf, requestsIn } from './requests-csv.ts';

/** The table behind a brief. */
export function registerBrief(app: App, deps: BriefDeps): void {
  app.action<BlockAction>(DIGEST.table, async ({ ack, body, context, respond }) => {
    await ack();
    const { actions, ...sent } = press.parse(body);
    const actor = actorOf(senderOf(context, sent));
    const of = readBriefKey(actions[0].value ?? '', actor, deps.org());
    const text = await deps.textOf(actor);
    const say = (key: 'brief.not-yours' | 'brief.table.sent') =>
      respond({ response_type: 'ephemeral', replace_original: false, text: text.plain(key) });
    if (!of) return void (await say('brief.not-yours'));
    const { calendar } = deps.org();
    const requests = await requestsIn(actor.team, of.unit, quarterPeriod(calendar, of.quarter), deps.store);
    await deps.upload(actor.user, { name: `${of.unit}-${of.quarter}.csv`, content: csvOf(requests, calendar, text) });
    await say('brief.table.sent');
  });
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
  if (!brief) return;
  const said = briefView(brief, { text, org: deps.org() });
  await respond({ response_type: 'ephemeral', ...said, text: clipPrivate(said.text) });
}

const isNamed = ({ id, name }: BusinessUnit, word: string): boolean =>
  [id, name].some((one) => one.toLowerCase() === word.toLowerCase());

/** Words behind `/buy-tool brief` that name no unit and no quarter are a tool that somebody looks for. */
export const asksForBrief = (words: string[], { units }: Organisation): boolean =>
  words.every((word) => readQuarter(word) !== undefined || units.some((unit) => isNamed(unit, word)));
