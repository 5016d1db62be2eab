import type { Button } from '@slack/types';
import { localDate } from '#domain/clocks.ts';
import { formatMoney } from '#domain/money.ts';
import { type Blocks, button, section } from '#slack/blocks.ts';
import { joined, type Mrkdwn } from '#slack/mrkdwn.ts';
import { shortDay, when } from '#text/when.ts';
import { ON_REQUEST } from './digest.actions.ts';
import type { Waiting } from './gather.ts';
import { nameOf } from './lists.view.ts';
import type { DigestSetting } from './setting.ts';

/** Requests that one line names beside those with buttons. */
const ALSO_MAX = 4;

function waitingLine({ stored, step, since }: Waiting, setting: DigestSetting): Mrkdwn {
  const { text, org } = setting;
  const { request } = stored;
  const { yearlyCost } = request.intake;
  const amount = yearlyCost && formatMoney(yearlyCost, text.language);
  const what = {
    request: nameOf(stored, setting),
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

/** What the reader can do with one press; the id leads to the thread. */
function buttonOf({ stored, step }: Waiting, { text, threadUrl }: DigestSetting): Button | undefined {
  const { request, thread } = stored;
  if (step.what === 'decide' || step.what === 'respond')
    return button(text.plain('action.approve'), ON_REQUEST.approve, request.id, { style: 'primary' });
  return (
    thread && button(text.plain('action.open-thread'), ON_REQUEST.openThread, request.id, { url: threadUrl(thread) })
  );
}

/** What waits for the reader, each with its button, as far as there is room for blocks; the rest on one line. */
export function waitingBlocks(waits: Waiting[], room: number, setting: DigestSetting): Blocks {
  const { text } = setting;
  const shown = waits.length > room ? room - 1 : waits.length;
  const others = waits.slice(shown);
  const named = others.slice(0, ALSO_MAX).map(({ stored }) => nameOf(stored, setting));
  const more = others.length - named.length;
  const which = [...named, ...(more > 0 ? [text.mrkdwn('digest.waits.more', { count: more })] : [])];
  return [
    ...waits.slice(0, shown).map((one) => section(waitingLine(one, setting), buttonOf(one, setting))),
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
