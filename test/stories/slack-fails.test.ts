import { describe, expect, it } from 'vitest';
import type { LocalSlack } from '#playground/slack/start-local-slack.ts';
import { DECISIONS, EVAN, EVERYONE_HERE, IAN, MARKETING_DECISIONS, MIA, SAM } from '#test/support/company.ts';
import { type Office, openOffice } from '#test/support/office.ts';

type Fault = Parameters<LocalSlack['faults']['next']>[1];
const FAULTS: Fault[] = ['rateLimited', 'status500', 'resetBefore', 'fatalError', 'loseReply'];

async function theWholeJob(office: Office): Promise<void> {
  const request = await office.asks(SAM, { unit: 'sales' });
  await office.fills(EVAN, request, 'ask', { words: 'Which pages?' });
  await office.fills(SAM, request, 'answer', { words: 'All' });
  await office.approves(EVAN, request);
}

/** The job with everything said exactly once and in order, in the thread and to each of the two. */
function saidOnceInOrder({ slack, told }: Office): void {
  const [card, ...replies] = slack.messagesIn(DECISIONS);
  expect(card?.text).toBe('BUY-1 · Landing pages in two days instead of ten: Approved');
  expect(replies.map(({ text }) => text.split('\n')[0]?.split(' for this')[0])).toEqual([
    '<@U0SAM>, <@U0EVAN> is your IT partner',
    '<@U0EVAN> asks <@U0SAM>:',
    '<@U0SAM> answers:',
    'BUY-1 · Figma: Approved',
  ]);
  const beginnings = (person: string) => told(person).map((line) => line.slice(0, 20));
  expect(beginnings(SAM)).toEqual(['*BUY-1* is on its wa', '*BUY-1*: @Evan has a', '*BUY-1*: Approved. @']);
  expect(beginnings(EVAN)).toEqual(['*BUY-1*: @Sam from S', '*BUY-1*: @Sam has an']);
  expect(told(IAN)).toEqual([]);
}

describe.each(FAULTS)('%s', (fault) => {
  it('at every other call: each message is said once, in order', async () => {
    const office = await openOffice();
    office.clock.hurry();
    for (const method of ['chat.postMessage', 'chat.update']) {
      for (let call = 0; call < 10; call += 1) {
        office.slack.faults.next(method, fault);
        office.slack.faults.next(method, 'slow', { delayMs: 0 });
      }
    }
    await theWholeJob(office);
    saidOnceInOrder(office);
    expect(office.slack.refusals).toEqual([]);
  });
});

it.each<Fault>(['rateLimited', 'status500'])('%s while a message is looked for: it is said once', async (fault) => {
  const office = await openOffice();
  office.clock.hurry();
  office.slack.faults.next('chat.postMessage', 'loseReply', { times: 3 });
  for (const method of ['conversations.history', 'conversations.replies', 'conversations.open']) {
    office.slack.faults.next(method, fault);
  }
  await theWholeJob(office);
  saidOnceInOrder(office);
  expect(office.slack.refusals).toEqual([]);
});

it('a rate limit holds up its own channel and no other, for as long as Slack says', async () => {
  const office = await openOffice();
  office.slack.faults.next('chat.postMessage', 'rateLimited', { retryAfterSeconds: 60 });
  await office.opensForm(SAM, 'Miro');
  await office.slack.person(SAM).submit({ outcome: 'Waits', unit: 'sales' });
  await office.slack.waitFor(() => office.slack.calls.some(({ status }) => status === 429));
  const quick = office.slack.person(MIA);
  await office.opensForm(MIA, 'Miro');
  await quick.submit({ outcome: 'Does not wait', unit: 'marketing' });
  await office.slack.waitFor(() => office.slack.messagesIn(MARKETING_DECISIONS).length === 2);

  await office.clock.forward(58_000);
  await office.slack.quiet();
  expect(office.slack.messagesIn(DECISIONS)).toEqual([]);
  await office.clock.forward(3_000);
  await office.slack.waitFor(() => office.slack.messagesIn(DECISIONS).length === 2);
  await office.settled();
  expect(office.slack.refusals).toEqual([]);
});

it('Slack’s own limits are kept to: a burst of requests is said once each, however long it takes', async () => {
  const office = await openOffice({ rateLimits: true });
  for (let turn = 0; turn < 3; turn += 1) {
    await office.opensForm(MIA, 'Miro');
    await office.slack.person(MIA).submit({ outcome: `Request ${turn}`, unit: 'marketing' });
  }
  const heads = () =>
    office.slack.messagesIn(MARKETING_DECISIONS).filter(({ threadTs, ts }) => (threadTs ?? ts) === ts);
  await office.slack.waitFor(() => heads().length === 3, 15_000);
  expect(
    heads()
      .map(({ text }) => text.split(':')[0])
      .sort(),
  ).toEqual([0, 1, 2].map((turn) => `BUY-${turn + 1} · Request ${turn}`));
  expect(office.slack.refusals).toEqual([]);
});

describe('a person', () => {
  it('is told when Slack does not let the form open', async () => {
    const office = await openOffice();
    office.slack.faults.next('views.open', 'status500');
    await office.slack.person(MIA).command(EVERYONE_HERE, '/buy-tool Figma');
    await office.slack.waitFor(() => office.toldPrivately(MIA).length === 1);
    expect(office.toldPrivately(MIA)[0]).toMatch(/^Slack did not let me open the form\. .* tell @Ian\.$/);
    expect(office.slack.refusals).toEqual([]);
  });

  it('can start although Slack tells nothing about anybody', async () => {
    const office = await openOffice();
    office.slack.faults.next('users.info', 'status500', { times: 50 });
    const request = await office.asks(MIA);
    expect((await office.stored(request)).request.pairing.engineer).toBe('U0EVE');
    expect(office.slack.refusals).toEqual([]);
  });

  it('can start although Slack is slow to tell who is who', async () => {
    const office = await openOffice();
    office.slack.faults.next('users.info', 'slow', { times: 50, delayMs: 2_500 });
    const start = performance.now();
    await office.opensForm(MIA, 'Figma');
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(office.slack.refusals).toEqual([]);
  });
});
