import { describe, expect, it } from 'vitest';
import { DECISION } from '#features/decision/decision.actions.ts';
import { EVE, EVERYONE_HERE, IAN, LENA, MARKETING_DECISIONS, MIA } from '#test/support/company.ts';
import { openOffice } from '#test/support/office.ts';

/** Slack's redeliveries carry retry headers, and may come while the first try still runs. */

describe('when every delivery comes three times at the same moment', () => {
  it('the whole job is done and said once', async () => {
    const office = await openOffice();
    office.wire.repeat(3);
    const request = await office.asks(MIA);
    expect(request).toBe('BUY-1');
    await office.fills(EVE, request, 'ask', { words: 'Which pages?' });
    await office.fills(MIA, request, 'answer', { words: 'All' });
    await office.presses(MIA, request, DECISION.tick, [`${request}:needs`]);
    await office.fills(EVE, request, 'conditions', { words: 'Single sign-on' });
    await office.fills(MIA, request, 'reopen', { words: 'A better price' });
    await office.approves(EVE, request);
    await office.slack.quiet();
    await office.settled();
    expect(await office.history(request)).toEqual(
      'submitted first-responded asked answered step-ticked approved decided reopened approved decided'.split(' '),
    );
    expect(office.slack.messagesIn(MARKETING_DECISIONS)).toHaveLength(7);
    expect(office.told(MIA)).toHaveLength(4);
    expect(office.told(EVE)).toHaveLength(3);
    expect([...office.toldPrivately(MIA), ...office.toldPrivately(EVE)]).toEqual([]);
    expect(office.slack.calls.filter(({ method }) => method === 'views.open')).toHaveLength(5);
    expect(office.slack.refusals).toEqual([]);
  });

  it('a request is withdrawn, and handed over, once', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    office.wire.repeat(3);
    await office.fills(EVE, request, 'hand-over', { person: 'U0NOAH' });
    await office.fills(MIA, request, 'withdraw');
    await office.slack.quiet();
    expect(await office.history(request)).toEqual(['submitted', 'first-responded', 'handed-over', 'withdrawn']);
    expect(await office.replies(request)).toHaveLength(3);
    expect(office.slack.refusals).toEqual([]);
  });

  it('a refusal is said once', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    office.wire.repeat(3);
    await office.approves(LENA, request);
    await office.slack.quiet();
    expect(office.toldPrivately(LENA)).toHaveLength(1);
    expect(office.slack.refusals).toEqual([]);
  });

  it('help and status are answered once', async () => {
    const office = await openOffice();
    office.wire.repeat(3);
    await office.slack.person(MIA).command(EVERYONE_HERE, '/buy-tool help');
    await office.slack.person(MIA).command(EVERYONE_HERE, '/buy-tool status');
    await office.slack.waitFor(() => office.toldPrivately(MIA).length === 2);
    await office.slack.quiet();
    expect(office.toldPrivately(MIA)).toHaveLength(2);
    expect(office.slack.refusals).toEqual([]);
  });

  it('words in the thread earn one button', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    office.wire.repeat(3);
    await office.writes(EVE, request, 'approved');
    await office.slack.waitFor(() => office.toldPrivately(EVE).length > 0);
    await office.slack.quiet();
    expect(office.toldPrivately(EVE)).toHaveLength(1);
    expect(office.slack.refusals).toEqual([]);
  });

  it('a lost thread is moved once', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    const { channel, ts } = await office.thread(request);
    office.wire.repeat(3);
    await office.slack.person(IAN).deleteMessage(channel, ts);
    await office.slack.quiet();
    await office.settled();
    expect(await office.history(request)).toEqual(['submitted', 'thread-lost']);
    expect(office.told(IAN)).toHaveLength(1);
    expect(office.slack.refusals).toEqual([]);
  });
});

describe('what comes again later changes nothing', () => {
  it('a submission, a press and an event', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    const submission = office.wire.last('view_submission');
    await office.writes(EVE, request, 'I am on it');
    const event = office.wire.last('message');
    await office.approves(EVE, request);
    const press = office.wire.last('block_actions');
    await office.fills(MIA, request, 'reopen', { words: 'A better price' });
    await office.settled();
    const before = { stored: await office.stored(request), calls: office.slack.calls.length };

    expect(await office.wire.again(submission)).toEqual({ status: 200, text: '' });
    expect(await office.wire.again(press, 2)).toEqual({ status: 200, text: '' });
    expect(await office.wire.again(event, 3)).toMatchObject({ status: 200 });
    await office.slack.quiet();
    await office.settled();
    expect(await office.stored(request)).toEqual(before.stored);
    expect(office.slack.calls.slice(before.calls)).toEqual([]);
    expect(office.slack.refusals).toEqual([]);
  });

  it('a command, whose trigger is used up', async () => {
    const office = await openOffice();
    await office.opensForm(MIA, 'Figma');
    await office.slack.quiet();
    const calls = office.slack.calls.length;
    expect(await office.wire.again(office.wire.last('command'))).toMatchObject({ status: 200 });
    await office.slack.quiet();
    expect(office.slack.calls.slice(calls)).toEqual([]);
    expect(office.slack.modalsOf(MIA)).toHaveLength(1);
    expect(office.slack.refusals).toEqual([]);
  });
});

it('a form sent twice at once opens one request', async () => {
  const office = await openOffice();
  const mia = office.slack.person(MIA);
  await office.opensForm(MIA, 'Figma');
  const send = () => mia.submit({ outcome: 'One', unit: 'marketing' });
  const answers = await Promise.all([send(), send()]);
  expect(answers.map(({ ok }) => ok)).toContain(true);
  expect(await office.wire.again(office.wire.last('view_submission'))).toEqual({ status: 200, text: '' });
  await office.settled();
  expect(
    office.slack.messagesIn(MARKETING_DECISIONS).filter(({ threadTs, ts }) => !threadTs || threadTs === ts),
  ).toHaveLength(1);
  expect(office.slack.refusals).toEqual([]);
});
