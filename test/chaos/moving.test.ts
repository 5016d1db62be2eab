import { expect, it } from 'vitest';
import { EVE, IAN, MARKETING_DECISIONS, MIA } from '#test/support/company.ts';
import { openOffice } from '#test/support/office.ts';

const ARCHIVED = { type: 'archiveChannel', channelId: MARKETING_DECISIONS } as const;

it('a request whose channel is archived gets one card in its new place', async () => {
  const office = await openOffice();
  await office.slack.person(IAN).act(ARCHIVED);
  const request = await office.asks(MIA);
  await office.settled();
  const { channel } = await office.thread(request);
  const cards = office.slack
    .messagesIn(channel)
    .filter(({ threadTs, ts }) => threadTs === undefined || threadTs === ts);
  expect(cards).toHaveLength(1);
});

it('a message that is on its way while its channel is archived is said in the new place', async () => {
  const office = await openOffice();
  const { slack } = office;
  const request = await office.asks(MIA);
  const { channel, ts } = await office.thread(request);
  await slack.person(EVE).press({ in: 'message', channelId: channel, ts }, 'decision.ask');
  await slack.waitFor(() => slack.modalsOf(EVE)[0]);
  slack.faults.next('chat.postMessage', 'slow', { delayMs: 400 });
  const onItsWay = Promise.withResolvers<void>();
  const { take } = slack.faults;
  slack.faults.take = (method) => {
    const fault = take(method);
    if (fault?.kind === 'slow') onItsWay.resolve();
    return fault;
  };
  await slack.person(EVE).submit({ words: 'Which pages?' });
  await onItsWay.promise;
  await slack.person(IAN).act(ARCHIVED);
  await office.settled();
  expect((await office.thread(request)).channel).not.toBe(channel);
  expect((await office.replies(request)).join()).toContain('Which pages?');
  expect(office.logged.filter((line) => line.includes('cannot be delivered'))).toEqual([]);
});
