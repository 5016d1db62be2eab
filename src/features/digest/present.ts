import type { TeamId, UserId } from '#domain/ids.ts';
import type { DigestMessage, SummaryMessage } from '#domain/outcome.ts';
import { DAY_MS } from '#domain/wall-clock.ts';
import { weeksUpTo } from '#domain/weeks.ts';
import type { Content, Present } from '#outbox/outbox.ts';
import { textFor } from '#text/text.ts';
import { agreedMessage } from './agreed.view.ts';
import { gatherBrief, mayRead } from './brief.gather.ts';
import { briefView } from './brief.view.ts';
import type { DigestDeps } from './digest.deps.ts';
import { digestView } from './digest.view.ts';
import { gather } from './gather.ts';

/** A workspace that refused a chart is asked again after so long: it may have learnt it. */
const REFUSAL_KEPT_MS = 30 * DAY_MS;

/** Says digests and briefs, each in its reader's language, and the IT channel's in the workspace's. */
export function summaryPresenter(deps: DigestDeps): Present<SummaryMessage> {
  return async (team, message) => {
    const content = await contentOf(team, message, deps);
    if (!content) return undefined;
    const { itChannel } = deps.org().workspace;
    return itChannel === message.to
      ? { to: 'new-thread', channel: itChannel, ...content }
      : { to: 'person', user: message.to as UserId, ...content };
  };
}

async function contentOf(team: TeamId, message: SummaryMessage, deps: DigestDeps): Promise<Content | undefined> {
  if (message.kind === 'digest') return digestContent(team, message, deps);
  const [text, org] = [await deps.textOf({ team, user: message.to }), deps.org()];
  if (message.kind === 'agreed') {
    const action = await deps.store.findAgreed(team, message.action);
    return action && !action.doneAt ? agreedMessage(action, message.is, org, text) : undefined;
  }
  const brief = await gatherBrief(team, message, deps);
  return brief && mayRead(org, message.to, brief.unit) ? briefView(brief, { text, org }) : undefined;
}

/** Undefined for somebody who leads nothing any more. */
export async function digestContent(
  team: TeamId,
  message: DigestMessage,
  deps: DigestDeps,
): Promise<Content | undefined> {
  const digest = await gather(team, message, deps);
  if (!digest) return undefined;
  const org = deps.org();
  const [text, refusedAt = Number.NEGATIVE_INFINITY] = await Promise.all([
    digest.reader ? deps.textOf({ team, user: digest.reader }) : textFor(org.workspace.language),
    deps.store.chartsRefusedAt(team),
  ]);
  return digestView(digest, {
    ...{ text, org, threadUrl: deps.threadUrl },
    periods: weeksUpTo(org.calendar, message.until, digest.weeks.length),
    hasPicture: deps.now() - refusedAt > REFUSAL_KEPT_MS,
  });
}
