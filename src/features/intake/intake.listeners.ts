import type { App, BlockAction, RespondFn } from '@slack/bolt';
import { type Actor, actorOf, type ChannelId, readRequestId, type TeamId } from '#domain/ids.ts';
import { readNudgeKey } from '#domain/listening.ts';
import { isVisibleTo } from '#domain/purchase-request.ts';
import { type Blocks, section } from '#slack/blocks.ts';
import { clip } from '#slack/limits.ts';
import { plainWords } from '#slack/mrkdwn.ts';
import { command, globalShortcut, messageShortcut, press, senderOf } from '#slack/payloads.ts';
import type { CatalogueEntry, StoredRequest } from '#store/store.ts';
import { openBought, registerBought } from './bought.listeners.ts';
import { registerForm } from './form.listeners.ts';
import type { IntakeDeps } from './intake.deps.ts';
import { ANSWER_CHARS_MAX } from './intake.form.ts';
import { type FormMemory, intakeForm } from './intake.view.ts';
import { fromHeard, fromWords, type Opening, showForm } from './opening.ts';
import { helpLines, statusBlocks } from './status.view.ts';
import { type PickedTool, TOOL_CHARS_MAX, type Typed } from './typed.ts';

/** Requests that `/buy-tool status` lists. */
const STATUS_REQUESTS_MAX = 20;

/** The yes of a nudge, which the listening feature draws and counts. */
const NUDGE_YES = 'listening.yes';

/** The button that App Home draws. */
const BUY_TOOL = 'home.buy-tool';

/** Starting a request: `/buy-tool`, the shortcuts, and the form behind them. */
export function registerIntake(app: App, deps: IntakeDeps): void {
  app.command('/buy-tool', async ({ ack, body, client, respond }) => {
    await ack();
    const { team_id, user_id, channel_id, text, trigger_id } = command.parse(body);
    const actor = actorOf({ team: team_id, user: user_id });
    const [verb = '', ...rest] = text.trim().split(/\s+/);
    if (verb.toLowerCase() === 'help') return showHelp(actor, respond, deps);
    if (verb.toLowerCase() === 'status') return showStatus(actor, rest.join(' '), respond, deps);
    if (verb.toLowerCase() === 'bought') {
      const known = fromWords(text.trim().slice(verb.length));
      return openBought(actor, known, {}, { triggerId: trigger_id, client, respond, deps });
    }
    const answering = deps.verbs[verb.toLowerCase()]?.({
      ...actor,
      channel: channel_id as ChannelId,
      words: rest,
      respond,
    });
    if (answering) return answering;
    await openForm(actor, fromWords(text), {}, { triggerId: trigger_id, client, respond, deps });
  });

  app.shortcut('buy_a_tool', async ({ ack, body, context, client }) => {
    await ack();
    const { trigger_id, ...sent } = globalShortcut.parse(body);
    const actor = actorOf(senderOf(context, sent));
    await openForm(actor, {}, {}, { triggerId: trigger_id, client, deps });
  });

  app.shortcut('bring_it_in', async ({ ack, body, context, client }) => {
    await ack();
    const { trigger_id, channel, message, ...sent } = messageShortcut.parse(body);
    const actor = actorOf(senderOf(context, sent));
    const origin = { channel: channel.id as ChannelId, ts: message.ts };
    const outcome = clip(plainWords(message.text), ANSWER_CHARS_MAX);
    await openForm(actor, { outcome }, { origin }, { triggerId: trigger_id, client, deps });
  });

  app.action<BlockAction>(BUY_TOOL, async ({ ack, body, context, client }) => {
    await ack();
    const { trigger_id, ...sent } = press.parse(body);
    const actor = actorOf(senderOf(context, sent));
    await openForm(actor, {}, {}, { triggerId: trigger_id, client, deps });
  });

  app.action<BlockAction>(NUDGE_YES, async ({ ack, body, context, client }) => {
    await ack();
    const { trigger_id, actions, ...sent } = press.parse(body);
    const actor = actorOf(senderOf(context, sent));
    const origin = readNudgeKey(actions[0].value ?? '');
    const nudge = await deps.store.findNudge(actor.team, origin);
    if (nudge?.author !== actor.user) return;
    const open = nudge.stage === 'bought' ? openBought : openForm;
    await open(actor, fromHeard(nudge), { origin }, { triggerId: trigger_id, client, deps });
  });

  registerForm(app, deps);
  registerBought(app, deps);
}

/** Opens the form, filled with what is known: the words, a draft, the unit and currency of last time. */
async function openForm(actor: Actor, known: Typed, memory: FormMemory, opening: Opening): Promise<void> {
  const { deps } = opening;
  const preferences = await deps.store.preferences(actor.team, actor.user);
  const text = await deps.textOf(actor, preferences);
  const { unit, currency, draft } = preferences;
  const typed: Typed = { ...(unit && { unit }), ...(currency && { currency }), ...(draft as Typed), ...known };
  const owned = await ownedTool(actor.team, typed.tool, deps);
  const form = owned ? { typed: { ...typed, tool: picked(owned) }, owned } : { typed };
  const view = intakeForm({ ...form, memory: { ...memory, ...(draft && { isDraft: true }) }, text, org: deps.org() });
  await showForm(view, text, opening);
}

const picked = ({ id, name }: CatalogueEntry): PickedTool => ({ kind: 'owned', id, name });

/** The tool of the catalogue that somebody named, whole and by its name or an alias. */
async function ownedTool(team: TeamId, tool: PickedTool | undefined, { store }: IntakeDeps) {
  if (!tool) return undefined;
  if (tool.kind === 'owned') return store.findTool(team, tool.id);
  const wanted = tool.words.toLowerCase();
  const [best] = await store.searchTools(team, tool.words, 1);
  return best && [best.name, ...best.aliases].some((name) => name.toLowerCase() === wanted) ? best : undefined;
}

async function showHelp(actor: Actor, respond: RespondFn, deps: IntakeDeps): Promise<void> {
  const help = helpLines(await deps.textOf(actor));
  await respond({ response_type: 'ephemeral', text: help.mrkdwn, blocks: [section(help)] });
}

async function showStatus(actor: Actor, words: string, respond: RespondFn, deps: IntakeDeps): Promise<void> {
  const text = await deps.textOf(actor);
  const found = words
    ? await findOne(actor, words, deps)
    : await deps.store.requestsOf(actor.team, actor.user, STATUS_REQUESTS_MAX);
  const title = text.mrkdwn('status.title');
  const nothing = words
    ? text.mrkdwn('status.unknown', { words: clip(words, TOOL_CHARS_MAX) })
    : text.mrkdwn('status.none');
  const blocks: Blocks =
    found.length === 0
      ? [section(nothing)]
      : [
          ...(words ? [] : [section(title)]),
          ...statusBlocks(found, { text, org: deps.org(), threadUrl: deps.threadUrl }),
        ];
  await respond({ response_type: 'ephemeral', text: (found.length === 0 ? nothing : title).mrkdwn, blocks });
}

/** A private request is found only by those who have a part in it. */
async function findOne({ team, user }: Actor, words: string, { store }: IntakeDeps): Promise<StoredRequest[]> {
  const id = readRequestId(words);
  const stored = id && (await store.find(team, id));
  return stored && isVisibleTo(stored.request, user) ? [stored] : [];
}
