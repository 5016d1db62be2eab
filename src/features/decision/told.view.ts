import type { Button } from '@slack/types';
import type { UserId } from '#domain/ids.ts';
import type { AdminProblem, Message, News } from '#domain/outcome.ts';
import { isBypass, type PurchaseRequest } from '#domain/purchase-request.ts';
import type { Content } from '#outbox/outbox.ts';
import { actions, type Blocks, button, labelled } from '#slack/blocks.ts';
import { channelLink, type Mrkdwn, mention } from '#slack/mrkdwn.ts';
import type { Text } from '#text/text.ts';
import { DECISION } from './decision.actions.ts';
import { dueLine } from './due.view.ts';
import { talkButtons } from './talk.view.ts';
import { said } from './thread.view.ts';
import { at, on, type Setting, unitName } from './words.ts';

/** What one person is told by DM. It makes sense alone, and a button leads to the thread. */
export function toldByDm(
  request: PurchaseRequest,
  { news, to }: Extract<Message, { kind: 'told' }>,
  url: string | undefined,
  setting: Setting,
): Content {
  const { text } = setting;
  const open = url ? [button(text.plain('action.open-thread'), DECISION.openThread, request.id, { url })] : [];
  const buttons = [...buttonsFor(news, request.id, text), ...open];
  return said(
    newsLine(request, news, to, setting),
    wordsOf(news),
    ...outcomeOf(request, news, setting),
    ...(buttons.length > 0 ? [actions(...buttons)] : []),
  );
}

/** What the reader can do right there. */
function buttonsFor({ about }: News, id: string, text: Text): Button[] {
  switch (about) {
    case 'asked':
      return [button(text.plain('action.answer'), DECISION.answer, id, { style: 'primary' })];
    case 'seat-waits':
      return [button(text.plain('action.approve'), DECISION.approve, id, { style: 'primary' })];
    case 'objected':
      return talkButtons(id, text);
    case 'expired':
      return [button(text.plain('action.revive'), DECISION.revive, id, { style: 'primary' })];
    default:
      return [];
  }
}

/** Somebody's words that the news is about, shown as typed. */
function wordsOf(news: News): string | undefined {
  switch (news.about) {
    case 'asked':
      return news.question;
    case 'answered':
      return news.answer;
    case 'withdrawn':
    case 'reopened':
      return news.because;
    default:
      return undefined;
  }
}

function outcomeOf(request: PurchaseRequest, news: News, { text }: Setting): Blocks {
  if (news.about === 'objected') {
    return [
      labelled(text.plain('objected.reason'), news.objection.reason),
      labelled(text.plain('objected.way-forward'), news.objection.wayForward),
    ];
  }
  if (news.about !== 'decided') return [labelled(text.plain('told.outcome'), request.intake.outcome)];
  const declined = news.record.verdicts.flatMap(({ verdict }) => (verdict.kind === 'decline' ? verdict : []))[0];
  if (!declined) return [];
  return [
    labelled(text.plain('record.reason'), declined.reason),
    labelled(text.plain('record.way-forward'), declined.wayForward),
  ];
}

function newsLine(request: PurchaseRequest, news: News, to: UserId, setting: Setting): Mrkdwn {
  const { text, org } = setting;
  const { id, promises } = request;
  const [requester, engineer] = [mention(request.requester), mention(request.pairing.engineer)];
  const [response, decision] = [at(setting, promises.firstResponseBy), at(setting, promises.decisionBy)];
  switch (news.about) {
    case 'submitted':
      return text.mrkdwn(isBypass(request) ? 'told.bought' : 'told.submitted', { id, engineer, response, decision });
    case 'paired':
      return text.mrkdwn('told.paired', { id, requester, unit: unitName(org, request), response, decision });
    case 'asked':
      return text.mrkdwn('told.asked', { id, engineer: mention(news.by) });
    case 'answered':
      return text.mrkdwn('told.answered', { id, requester, decision });
    case 'handed-over':
    case 'reopened':
    case 'supported':
      return text.mrkdwn(`told.${news.about}`, { id, by: mention(news.by), decision });
    case 'withdrawn':
      return text.mrkdwn('told.withdrawn', { id, requester });
    case 'decided':
      return decidedLine(request, news.record, setting);
    case 'objected':
      return text.mrkdwn('told.objected', { id, by: mention(news.objection.by), until: untilOf(request, setting) });
    case 'talk-opened':
      return text.mrkdwn('told.talk-opened', { id, requester, date: request.talk ? on(setting, request.talk.on) : '' });
    case 'seat-waits':
      return text.mrkdwn('told.seat-waits', { id, seat: text.plain(`seat.${news.role}`), decision });
    case 'expired':
      return text.mrkdwn('told.expired', { id });
    case 'stood-in':
      return stoodInLine(request, news, to, setting);
    case 'due':
      return dueLine(request, news.timer, setting);
  }
}

const untilOf = ({ progress }: PurchaseRequest, setting: Setting): Mrkdwn | string =>
  'until' in progress ? at(setting, progress.until) : '';

function stoodInLine(
  { id, promises }: PurchaseRequest,
  { from, to, why }: Extract<News, { about: 'stood-in' }>,
  reader: UserId,
  setting: Setting,
): Mrkdwn {
  const { text } = setting;
  if (reader !== to) return text.mrkdwn('told.stood-in.to-old', { id, to: mention(to) });
  const decision = at(setting, promises.decisionBy);
  return text.mrkdwn('told.stood-in.to-new', {
    id,
    from: mention(from),
    why: text.plain(`told.stood-in.${why}`),
    decision,
  });
}

function decidedLine(
  { id, requester }: PurchaseRequest,
  record: Extract<News, { about: 'decided' }>['record'],
  setting: Setting,
): Mrkdwn {
  const { text } = setting;
  const last = record.verdicts.at(-1)?.verdict;
  return text.mrkdwn('told.decided', {
    id,
    decision: text.plain(`decision.${record.decision}`),
    by: mention(last?.by ?? requester),
    when: at(setting, record.decidedAt),
  });
}

/** What the IT leads are told when only they can mend something. */
export function toldToAdmin(request: PurchaseRequest | undefined, problem: AdminProblem, setting: Setting): Content {
  const { text, org } = setting;
  const id = request?.id ?? '';
  switch (problem.kind) {
    case 'thread-lost': {
      const unit = request ? unitName(org, request) : '';
      const mend =
        problem.loss === 'no-channel'
          ? text.mrkdwn('admin.mend.no-channel', { unit })
          : text.mrkdwn(`admin.mend.${problem.loss}`);
      return said(text.mrkdwn('admin.thread-lost', { id, mend }));
    }
    case 'no-engineer':
      return said(text.mrkdwn('admin.no-engineer', { requester: mention(problem.requester) }));
    case 'only-lead-left':
      return said(text.mrkdwn('admin.only-lead-left', { id }));
    case 'nobody-left': {
      const { request: waiting, engineer, why } = problem;
      const reason = text.plain(`told.stood-in.${why}`);
      return said(text.mrkdwn('admin.nobody-left', { id: waiting, engineer: mention(engineer), why: reason }));
    }
    case 'undeliverable':
      return said(text.mrkdwn('admin.undeliverable', { id, error: problem.error }));
    case 'it-channel':
      return said(text.mrkdwn('admin.it-channel', { channel: channelLink(problem.channel), error: problem.error }));
    case 'channel-quiet': {
      const { channel, right, of } = problem;
      return said(text.mrkdwn('admin.channel-quiet', { channel: channelLink(channel), right, of }));
    }
  }
}
