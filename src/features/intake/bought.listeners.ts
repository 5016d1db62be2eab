import type { AllMiddlewareArgs, App, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { localDate } from '#domain/clocks.ts';
import { type Actor, actorOf } from '#domain/ids.ts';
import { senderOf, submission } from '#slack/payloads.ts';
import { type BoughtTyped, readBought, readBoughtTyped, unitIn } from './bought.form.ts';
import { BOUGHT_FORM, boughtForm } from './bought.view.ts';
import type { IntakeDeps } from './intake.deps.ts';
import type { FormMemory } from './intake.view.ts';
import { type Opening, showForm } from './opening.ts';
import { sendIntake } from './sending.ts';
import type { Typed } from './typed.ts';

/** Brings back what could not be sent. */
const COMMAND = '/buy-tool bought';

/** *Already bought*: three questions without blame, and a request at stage bought. */
export function registerBought(app: App, deps: IntakeDeps): void {
  app.view<ViewSubmitAction>(BOUGHT_FORM, (args) => send(args, deps));
}

/** Opens the form, filled with what was heard or typed, a draft, the unit of last time; the author owns it at first. */
export async function openBought(actor: Actor, known: Typed, memory: FormMemory, opening: Opening): Promise<void> {
  const { deps } = opening;
  const preferences = await deps.store.preferences(actor.team, actor.user);
  const text = await deps.textOf(actor, preferences);
  const { unit, boughtDraft } = preferences;
  const { tool, outcome } = known;
  const typed: BoughtTyped = {
    owner: actor.user,
    ...(unit && { unit }),
    ...(boughtDraft as BoughtTyped),
    ...(tool?.kind === 'words' && { tool: tool.words }),
    ...(outcome && { outcome }),
  };
  const carried = { ...memory, ...(boughtDraft && { isDraft: true }) };
  await showForm(boughtForm({ typed, memory: carried, text, org: deps.org() }), text, opening);
}

type Sent = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Checks the form and opens the request. */
async function send({ ack, body, context }: Sent, deps: IntakeDeps): Promise<void> {
  const { view, ...sent } = submission.parse(body);
  const actor = actorOf(senderOf(context, sent));
  const typed = readBoughtTyped(view);
  const text = await deps.textOf(actor);
  const owner = typed.owner === undefined ? undefined : await deps.people.find(actor.team, typed.owner);
  const org = deps.org();
  const read = readBought(typed, { org, text, today: localDate(org.calendar, deps.now()), owner });
  if (!read.ok) return ack({ response_action: 'errors', errors: read.errors });
  await sendIntake(
    read.intake,
    { actor, view, ack, text, deps },
    { taken: { unit: unitIn(typed, org), boughtDraft: undefined }, kept: { boughtDraft: typed }, command: COMMAND },
  );
}
