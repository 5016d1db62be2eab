import type { MessageView } from '../../person-sees.ts';
import type { Page } from '../page.ts';
import { slackDate } from '../text/slack-date.ts';
import { h, type VNode } from '../ui/h.ts';
import { dayOf } from '../ui/zoned.ts';
import { messageRow, type Spot, seconds } from './message.ts';

/** Messages of one author this close together share one name and picture. */
const SAME_BREATH_SECONDS = 300;

function follows(message: MessageView, before: MessageView | undefined): boolean {
  if (!before || before.userId !== message.userId || before.onlyYou || message.onlyYou) return false;
  if (before.subtype || message.subtype) return false;
  return seconds(message) - seconds(before) < SAME_BREATH_SECONDS;
}

const divider = (page: Page, message: MessageView): VNode =>
  h(
    'div',
    { class: 'day', key: `day ${message.ts}` },
    h('span', { class: 'day-name' }, slackDate(seconds(message), '{date_long_pretty}', page.names.clock)),
  );

/** Messages oldest first, with a line at each new day. */
export function messageList(page: Page, spot: Spot, messages: MessageView[]): VNode[] {
  const { tz } = page.world.me;
  return messages.flatMap((message, index) => {
    const before = messages[index - 1];
    const isNewDay = !before || dayOf(seconds(before), tz) !== dayOf(seconds(message), tz);
    const row = messageRow(page, spot, message, !isNewDay && follows(message, before));
    return isNewDay && !spot.inThread ? [divider(page, message), row] : [row];
  });
}
