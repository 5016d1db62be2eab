import type { UserId } from '#domain/ids.ts';
import type { Nudge } from '#domain/listening.ts';
import type { ListeningMessage } from '#domain/outcome.ts';
import type { Delivery, Present } from '#outbox/outbox.ts';
import { type Text, textFor } from '#text/text.ts';
import { introduction, switched } from './channel.view.ts';
import type { ListeningDeps } from './listening.deps.ts';
import { nudgePrompt } from './nudge.view.ts';
import { ownedOf } from './owned.ts';

/** Says what belongs to listening: prompts in their reader's language, what a whole channel reads in the workspace's. */
export function listeningPresenter(deps: Omit<ListeningDeps, 'hear'>): Present<ListeningMessage> {
  const shared = (): Text => textFor(deps.org().workspace.language);
  return async (team, message) => {
    switch (message.kind) {
      case 'nudge': {
        const nudge = await deps.store.findNudge(team, message);
        return nudge && prompt(nudge, deps);
      }
      case 'introduced': {
        const { mode } = await deps.store.channelListening(team, message.channel);
        const isOff = mode === 'off' || deps.org().listening.offChannels.includes(message.channel);
        return {
          to: 'new-thread',
          channel: message.channel,
          ...introduction(message.by, { isOff, asksModel: deps.asksModel }, shared()),
        };
      }
      case 'listening-changed':
        return { to: 'new-thread', channel: message.channel, ...switched(message.mode, message.by, shared()) };
    }
  };
}

/** Nothing is left to ask once they answered, or took the message back. */
async function prompt(nudge: Nudge, deps: Omit<ListeningDeps, 'hear'>): Promise<Delivery | undefined> {
  if (nudge.answer || nudge.isGone) return undefined;
  const { team, author, channel, threadTs } = nudge;
  const [text, { unit }, owned] = await Promise.all([
    deps.textOf({ team, user: author }),
    deps.store.preferences(team, author),
    ownedOf(nudge, deps),
  ]);
  const engineer = await engineerOf(unit, author, team, deps);
  const setting = { text, ...(engineer && { engineer }), ...(owned && { owned }) };
  return {
    to: 'only',
    user: author,
    channel,
    ...(threadTs !== undefined && { thread: threadTs }),
    ...nudgePrompt(nudge, setting),
  };
}

/** The engineer who sits with the author's unit, by name. */
async function engineerOf(
  unit: string | undefined,
  author: UserId,
  team: string,
  { org, people }: Pick<ListeningDeps, 'org' | 'people'>,
) {
  const embedded = org().it.engineers.find(({ user, units }) => user !== author && units.some((one) => one === unit));
  return embedded && (await people.find(team, embedded.user)).name;
}
