import type { Organisation } from '#domain/organisation.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import { type Blocks, section } from '#slack/blocks.ts';
import { clip } from '#slack/limits.ts';
import { joined, link, type Mrkdwn, mention } from '#slack/mrkdwn.ts';
import type { StoredRequest, Thread } from '#store/store.ts';
import type { Text } from '#text/text.ts';
import { when } from '#text/when.ts';

type Office = { text: Text; org: Organisation; threadUrl(thread: Thread): string };

/** Characters of an outcome in a list of requests. */
const OUTCOME_CHARS_MAX = 120;

export function helpLines(text: Text): Mrkdwn {
  return joined([text.mrkdwn('help.title'), text.mrkdwn('help.commands'), text.mrkdwn('help.shortcuts')], '\n');
}

/** Requests with their state, who has the next step and by when. */
export function statusBlocks(requests: StoredRequest[], office: Office): Blocks {
  return requests.map((stored) => section(statusLine(stored, office)));
}

function statusLine({ request, thread }: StoredRequest, office: Office): Mrkdwn {
  const { text, threadUrl } = office;
  const outcome = clip(request.intake.outcome.replace(/\s+/g, ' '), OUTCOME_CHARS_MAX);
  const line = text.mrkdwn('status.line', { id: request.id, outcome, status: progressPhrase(request, office) });
  return thread ? joined([line, link(threadUrl(thread), text.plain('action.open-thread'))], ' · ') : line;
}

function progressPhrase({ progress, pairing, requester, promises }: PurchaseRequest, { text, org }: Office): Mrkdwn {
  const at = (instant: number) => when(text.language, instant, org.calendar.timeZone);
  switch (progress.state) {
    case 'deciding':
      return text.mrkdwn('status.deciding', { engineer: mention(pairing.engineer), decision: at(promises.decisionBy) });
    case 'waiting':
      return text.mrkdwn('status.waiting-other', { requester: mention(requester) });
    case 'decided':
      return text.mrkdwn('status.decided', {
        decision: text.plain(`decision.${progress.decision}`),
        when: at(progress.at),
      });
    case 'objected':
      return text.mrkdwn('status.objected', { requester: mention(requester), until: at(progress.until) });
    case 'expired':
      return text.mrkdwn('status.expired', { when: at(progress.at) });
    case 'withdrawn':
      return text.mrkdwn('status.withdrawn', { when: at(progress.at) });
  }
}
