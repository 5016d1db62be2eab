import { type Organisation, unitOf } from '#domain/organisation.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import { actions, type Blocks, button, section } from '#slack/blocks.ts';
import { clip } from '#slack/limits.ts';
import { type Mrkdwn, mention } from '#slack/mrkdwn.ts';
import type { Thread } from '#store/store.ts';
import type { Text } from '#text/text.ts';
import { when } from '#text/when.ts';
import { ON_REQUEST } from './home.actions.ts';
import type { ListName, Row } from './lists.ts';

/** Everything the view needs beside the rows: whose words, whose calendar, who looks and when. */
export type Setting = { text: Text; org: Organisation; person: string; now: number; threadUrl(thread: Thread): string };

/** Characters of an outcome in a list. */
const OUTCOME_CHARS_MAX = 120;
/** Characters of a unit's name in a list. */
export const UNIT_CHARS_MAX = 60;

/** A request in a list. What waits for this person has its buttons below; any other opens the thread. */
export function rowBlocks(row: Row, list: ListName, setting: Setting): Blocks {
  const line = rowLine(row, list, setting);
  const thread = threadButton(row, setting);
  if (list !== 'waits') return [section(line, thread)];
  const buttons = [...actingButtons(row, setting), ...(thread ? [thread] : [])];
  return [section(line), ...(buttons.length > 0 ? [actions(...buttons)] : [])];
}

function rowLine(row: Row, list: ListName, setting: Setting): Mrkdwn {
  const { text, org } = setting;
  const { id, intake, requester } = row.stored.request;
  const outcome = clip(intake.outcome.replace(/\s+/g, ' '), OUTCOME_CHARS_MAX);
  const status = withLateness(row, setting);
  if (list === 'mine' || requester === setting.person) return text.mrkdwn('home.row', { id, outcome, status });
  const unit = clip(unitOf(org, intake.unit)?.name ?? intake.unit, UNIT_CHARS_MAX);
  return text.mrkdwn('home.row-of', { id, outcome, status, requester: mention(requester), unit });
}

function withLateness(row: Row, setting: Setting): Mrkdwn {
  const status = statusPhrase(row, setting);
  const isOverdue = row.step !== undefined && row.step.by < setting.now;
  return isOverdue ? setting.text.mrkdwn('home.overdue', { status }) : status;
}

/** Who has the next step and by when; or what came of it. */
function statusPhrase({ stored: { request }, step }: Row, setting: Setting): Mrkdwn {
  const { text, person } = setting;
  if (!step) return closedPhrase(request, setting);
  const by = at(step.by, setting);
  const seat = step.what === 'decide' ? text.plain(`seat.${step.seat.role}`) : '';
  if (step.who === person) {
    return step.what === 'decide'
      ? text.mrkdwn('home.yours.decide', { seat, by })
      : text.mrkdwn(`home.yours.${step.what}`, { by });
  }
  const who = mention(step.who);
  return step.what === 'decide'
    ? text.mrkdwn('home.step.decide', { who, seat, by })
    : text.mrkdwn(`home.step.${step.what}`, { who, by });
}

function closedPhrase({ progress, promises, pairing }: PurchaseRequest, setting: Setting): Mrkdwn {
  const { text } = setting;
  switch (progress.state) {
    case 'decided':
      return text.mrkdwn('status.decided', {
        decision: text.plain(`decision.${progress.decision}`),
        when: at(progress.at, setting),
      });
    case 'withdrawn':
    case 'expired':
      return text.mrkdwn(`status.${progress.state}`, { when: at(progress.at, setting) });
    default:
      return text.mrkdwn('status.deciding', {
        engineer: mention(pairing.engineer),
        decision: at(promises.decisionBy, setting),
      });
  }
}

const at = (instant: number, { text, org }: Setting): Mrkdwn => when(text.language, instant, org.calendar.timeZone);

function threadButton({ stored: { request, thread } }: Row, { text, threadUrl }: Setting) {
  return thread
    ? button(text.plain('action.open-thread'), ON_REQUEST.openThread, request.id, { url: threadUrl(thread) })
    : undefined;
}

function actingButtons({ stored: { request }, step }: Row, { text }: Setting) {
  const { id } = request;
  const first = { style: 'primary' } as const;
  switch (step?.what) {
    case 'respond':
      return [button(text.plain('action.approve'), ON_REQUEST.approve, id)];
    case 'decide':
      return [button(text.plain('action.approve'), ON_REQUEST.approve, id, first)];
    case 'answer':
      return [button(text.plain('action.answer'), ON_REQUEST.answer, id, first)];
    case 'talk':
      return [
        button(text.plain('action.talk-through'), ON_REQUEST.talkThrough, id, first),
        button(text.plain('action.leave-it'), ON_REQUEST.leaveIt, id),
      ];
    default:
      return [];
  }
}
