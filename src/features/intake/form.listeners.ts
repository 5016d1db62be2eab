import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { PlainTextOption } from '@slack/types';
import { localDate } from '#domain/clocks.ts';
import { hasWords } from '#domain/guards.ts';
import { type Actor, actorOf } from '#domain/ids.ts';
import { option } from '#slack/blocks.ts';
import { clip, SELECT_OPTIONS_MAX } from '#slack/limits.ts';
import { optionsQuery, senderOf, submission, viewPress } from '#slack/payloads.ts';
import type { CatalogueEntry } from '#store/store.ts';
import type { Text } from '#text/text.ts';
import type { IntakeDeps } from './intake.deps.ts';
import { readIntake } from './intake.form.ts';
import { INTAKE_ACTIONS, intakeForm } from './intake.view.ts';
import { memoryOf, sendIntake } from './sending.ts';
import { readTyped, TOOL_CHARS_MAX, toolValue } from './typed.ts';

/** The form while it is filled in, and when it is sent. */
export function registerForm(app: App, deps: IntakeDeps): void {
  for (const actionId of [INTAKE_ACTIONS.stage, INTAKE_ACTIONS.tool]) {
    app.action<BlockAction>(actionId, async ({ ack, ...args }) => {
      await ack();
      await redraw(args, deps);
    });
  }
  app.options(INTAKE_ACTIONS.tool, async ({ ack, body, context }) => {
    const { value, ...sent } = optionsQuery.parse(body);
    const actor = actorOf(senderOf(context, sent));
    await ack({ options: await toolOptions(actor, value, deps) });
  });
  app.options(INTAKE_ACTIONS.unit, async ({ ack, body }) => {
    await ack({ options: unitOptions(optionsQuery.parse(body).value, deps) });
  });
  app.view<ViewSubmitAction>(INTAKE_ACTIONS.form, (args) => send(args, deps));
}

type Redrawing = Pick<SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs, 'body' | 'client' | 'context'>;

/** Draws the form again for another stage or tool. What was typed stays: fields keep their ids, and get it back besides. */
async function redraw({ body, client, context }: Redrawing, deps: IntakeDeps): Promise<void> {
  const { view, ...sent } = viewPress.parse(body);
  const actor = actorOf(senderOf(context, sent));
  const typed = readTyped(view);
  const owned = typed.tool?.kind === 'owned' ? await deps.store.findTool(actor.team, typed.tool.id) : undefined;
  const text = await deps.textOf(actor);
  const form = intakeForm({ typed, memory: memoryOf(view), ...(owned && { owned }), text, org: deps.org() });
  // Whoever typed on meanwhile has a newer form: then this drawing is out of date, and the next press draws again.
  await client.views.update({ view_id: view.id, hash: view.hash, view: form }).catch(ignoreConflict);
}

function ignoreConflict(error: unknown): void {
  if (!(error instanceof Error && error.message.includes('hash_conflict'))) throw error;
}

async function toolOptions(actor: Actor, typed: string, deps: IntakeDeps): Promise<PlainTextOption[]> {
  const words = clip(typed.trim(), TOOL_CHARS_MAX);
  const text = await deps.textOf(actor);
  const owned = await deps.store.searchTools(actor.team, words, SELECT_OPTIONS_MAX - 1);
  const own = hasWords(words)
    ? [option(text.plain('intake.tool.use', { words }), toolValue({ kind: 'words', words }))]
    : [];
  return [...own, ...owned.map((tool) => ownedOption(tool, text))];
}

const ownedOption = ({ id, name, vendor }: CatalogueEntry, text: Text): PlainTextOption =>
  option(name, toolValue({ kind: 'owned', id, name }), text.plain('intake.tool.owned', { vendor }));

const unitOptions = (typed: string, { org }: IntakeDeps): PlainTextOption[] =>
  org()
    .units.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()))
    .slice(0, SELECT_OPTIONS_MAX)
    .map(({ id, name }) => option(name, id));

type Sent = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Checks the form and opens the request. */
async function send({ ack, body, context }: Sent, deps: IntakeDeps): Promise<void> {
  const { view, ...sent } = submission.parse(body);
  const actor = actorOf(senderOf(context, sent));
  const typed = readTyped(view);
  const text = await deps.textOf(actor);
  const org = deps.org();
  const read = readIntake(typed, { org, text, today: localDate(org.calendar, deps.now()) });
  if (!read.ok) return ack({ response_action: 'errors', errors: read.errors });
  const { unit, currency } = typed;
  await sendIntake(
    read.intake,
    { actor, view, ack, text, deps },
    { taken: { unit, currency, draft: undefined }, kept: { draft: typed }, command: '/buy-tool' },
  );
}
