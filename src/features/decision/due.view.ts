import { nextStepOf } from '#domain/next-step.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import type { TimerKind } from '#domain/vocabulary.ts';
import { type Mrkdwn, mention } from '#slack/mrkdwn.ts';
import { at, type Setting } from './words.ts';

/** What the clock reminds of: who waits for what, and until when. */
export function dueLine(request: PurchaseRequest, timer: TimerKind, setting: Setting): Mrkdwn {
  const { text } = setting;
  const { id, promises, pairing } = request;
  const [requester, engineer] = [mention(request.requester), mention(pairing.engineer)];
  const [response, decision] = [at(setting, promises.firstResponseBy), at(setting, promises.decisionBy)];
  switch (timer) {
    case 'response-half':
      return text.mrkdwn('told.response-half', { id, requester, response });
    case 'response-due':
      return text.mrkdwn('told.response-due', { id, requester, since: at(setting, request.submittedAt) });
    case 'response-late':
      return text.mrkdwn('told.response-late', { id, requester, engineer, response });
    case 'decision-half':
    case 'decision-due':
      return text.mrkdwn(`told.${timer}`, { id, decision });
    case 'decision-late':
      return text.mrkdwn('told.decision-late', {
        id,
        decision,
        who: mention(nextStepOf(request)?.who ?? pairing.engineer),
      });
    case 'waiting-first':
    case 'waiting-ends':
    case 'objection-ends':
      return text.mrkdwn('told.waiting-first', { id });
    case 'waiting-second':
      return text.mrkdwn('told.waiting-second', {
        id,
        until: 'until' in request.progress ? at(setting, request.progress.until) : '',
      });
  }
}
