import { localDate } from '#domain/clocks.ts';
import { formatMoney } from '#domain/money.ts';
import { actions, type Blocks, button, section } from '#slack/blocks.ts';
import { joined, type Mrkdwn } from '#slack/mrkdwn.ts';
import { shortDay, when } from '#text/when.ts';
import { ON_REQUEST } from './digest.actions.ts';
import type { DigestSetting } from './digest.view.ts';
import type { Waiting } from './gather.ts';
import { toolOf } from './lists.view.ts';

/** A request with its buttons takes two blocks. */
const BLOCKS_EACH = 2;
/** Requests that one line names beside those with buttons. */
const ALSO_MAX = 4;

function waitingLine({ stored, step, since }: Waiting, { text, org }: DigestSetting): Mrkdwn {
  const { request } = stored;
  const { yearlyCost } = request.intake;
  const amount = yearlyCost && formatMoney(yearlyCost, text.language);
  const what = {
    id: request.id,
    tool: toolOf(stored),
    cost: amount === undefined ? '' : text.plain('digest.waits.cost', { amount }),
  };
  if (step.what !== 'decide') {
    const by = when(text.language, step.by, org.calendar.timeZone);
    return text.mrkdwn(`digest.waits.${step.what}`, { ...what, by });
  }
  const day = shortDay(text.language, localDate(org.calendar, since), { weekday: true });
  const isLast = request.seats.filter(({ verdict }) => !verdict).length === 1;
  return isLast
    ? text.mrkdwn('digest.waits.last', { ...what, date: day })
    : text.mrkdwn('digest.waits.decide', { ...what, date: day, seat: text.plain(`seat.${step.seat.role}`) });
}

function buttonsOf({ stored, step }: Waiting, { text, threadUrl }: DigestSetting): Blocks {
  const { request, thread } = stored;
  const approves = step.what === 'decide' || step.what === 'respond';
  const buttons = [
    ...(approves
      ? [button(text.plain('action.approve'), ON_REQUEST.approve, request.id, { style: 'primary' as const })]
      : []),
    ...(thread
      ? [button(text.plain('action.open-thread'), ON_REQUEST.openThread, request.id, { url: threadUrl(thread) })]
      : []),
  ];
  return buttons.length > 0 ? [actions(...buttons)] : [];
}

/** What waits for the reader, with buttons as far as there is room for blocks; the rest on one line. */
export function waitingBlocks(waits: Waiting[], room: number, setting: DigestSetting): Blocks {
  const { text } = setting;
  const fitting = Math.floor(room / BLOCKS_EACH);
  const shown = waits.length > fitting ? Math.floor((room - 1) / BLOCKS_EACH) : waits.length;
  const others = waits.slice(shown);
  const named = others
    .slice(0, ALSO_MAX)
    .map(({ stored }) => text.mrkdwn('digest.request', { id: stored.request.id, tool: toolOf(stored) }));
  const more = others.length - named.length;
  const which = [...named, ...(more > 0 ? [text.mrkdwn('digest.waits.more', { count: more })] : [])];
  return [
    ...waits.slice(0, shown).flatMap((one) => [section(waitingLine(one, setting)), ...buttonsOf(one, setting)]),
    ...(others.length > 0
      ? [section(text.mrkdwn('digest.waits.also', { which: joined(which, text.plain('digest.separator')) }))]
      : []),
  ];
}

/** Requests that the notification names. */
const SAID_MAX = 5;

/** The same for the notification. */
export const waitingSaid = (waits: Waiting[], setting: DigestSetting): string[] =>
  waits.slice(0, SAID_MAX).map((one) => waitingLine(one, setting).mrkdwn);
