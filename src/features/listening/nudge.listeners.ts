import type { App, BlockAction, RespondFn } from '@slack/bolt';
import { actorOf, type TeamId } from '#domain/ids.ts';
import {
  answerNudge,
  heardAgainIn,
  type Nudge,
  type NudgeAnswer,
  notHeardIn,
  readNudgeKey,
  undoAnswer,
} from '#domain/listening.ts';
import type { Content } from '#outbox/outbox.ts';
import { press, senderOf } from '#slack/payloads.ts';
import type { Text } from '#text/text.ts';
import { LISTENING } from './listening.actions.ts';
import type { ListeningDeps } from './listening.deps.ts';
import { answeredView, nudgePrompt, whereView } from './nudge.view.ts';
import { ownedOf } from './owned.ts';

const ANSWERS: Record<string, NudgeAnswer> = {
  [LISTENING.no]: 'no',
  [LISTENING.neverHere]: 'never-here',
  [LISTENING.neverAnywhere]: 'never',
};

/** A press on a nudge, by its author. */
type Press = { team: TeamId; nudge: Nudge; text: Text; respond: RespondFn | undefined; deps: ListeningDeps };

/** The answers to a nudge, in the prompt or in App Home; each can be taken back. */
export function registerNudge(app: App, deps: ListeningDeps): void {
  const on = (actionId: string, act: (pressed: Press) => Promise<void>, isOurs = true) =>
    app.action<BlockAction>(actionId, async ({ ack, body, context, respond }) => {
      if (isOurs) await ack();
      const { actions, ...sent } = press.parse(body);
      const actor = actorOf(senderOf(context, sent));
      const { team, user } = actor;
      const nudge = await deps.store.findNudge(team, readNudgeKey(actions[0].value ?? ''));
      const text = await deps.textOf(actor);
      // App Home has nothing to respond to: it is published anew instead.
      const answer = body.response_url ? respond : undefined;
      if (nudge?.author !== user) return say(answer, { text: text.plain('nudge.gone'), blocks: [] });
      await act({ team, nudge, text, respond: answer, deps });
    });

  for (const [actionId, is] of Object.entries(ANSWERS)) on(actionId, (pressed) => answer(pressed, is));
  // The intake feature acknowledges this press and opens the form; two acknowledgements are an error to Bolt.
  on(LISTENING.yes, (pressed) => answer(pressed, 'yes'), false);
  on(LISTENING.never, ({ nudge, text, respond }) => say(respond, whereView(nudge, text)));
  on(LISTENING.undo, undo);
}

const say = async (respond: RespondFn | undefined, said: Content) => {
  await respond?.({ response_type: 'ephemeral', replace_original: true, ...said });
};

async function answer({ team, nudge, text, respond, deps }: Press, is: NudgeAnswer): Promise<void> {
  await wish(team, nudge, is, deps);
  const leads = deps.org().it.leads;
  await deps.store.changeNudge(team, nudge, (current, known) =>
    answerNudge(current, { is, at: deps.now() }, { ...known, leads }),
  );
  await say(respond, answeredView(nudge, is, text));
}

/** What the author wishes from now on stands in their preferences. */
async function wish(
  team: TeamId,
  { author, channel }: Nudge,
  is: NudgeAnswer,
  { store }: ListeningDeps,
): Promise<void> {
  if (is !== 'never' && is !== 'never-here') return;
  const { hearing = {} } = await store.preferences(team, author);
  const wished = is === 'never' ? { ...hearing, off: true } : notHeardIn(hearing, channel);
  await store.remember(team, author, { hearing: wished });
}

async function unwish(team: TeamId, { author, channel, answer }: Nudge, { store }: ListeningDeps): Promise<void> {
  if (answer?.is !== 'never' && answer?.is !== 'never-here') return;
  const { hearing = {} } = await store.preferences(team, author);
  const back = answer.is === 'never' ? { ...hearing, off: false } : heardAgainIn(hearing, channel);
  await store.remember(team, author, { hearing: back });
}

async function undo({ team, nudge, text, respond, deps }: Press): Promise<void> {
  await unwish(team, nudge, deps);
  await deps.store.changeNudge(team, nudge, undoAnswer);
  const owned = await ownedOf(nudge, deps);
  await say(respond, nudgePrompt(nudge, { text, ...(owned && { owned }) }));
}
