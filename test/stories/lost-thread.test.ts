import { describe, expect, it } from 'vitest';
import type { ChannelId, RequestId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import { DECISIONS, EVE, IAN, LENA, MARKETING_DECISIONS, MIA, SAM } from '#test/support/company.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';

const inChannel =
  (channel: string | undefined) =>
  ({ workspace: { decisionChannel: _, ...workspace }, ...org }: Organisation): Organisation => ({
    ...org,
    workspace,
    units: org.units.map(({ channel: __, ...unit }) => ({
      ...unit,
      ...(channel && { channel: channel as ChannelId }),
    })),
  });

/** It goes on in a group DM, which says why; the IT lead knows; the job can be done to its end there. */
async function goesOnElsewhere(office: Office, request: RequestId, why: string, mend: string): Promise<void> {
  await expect.poll(async () => (await office.stored(request)).request.place).toBe('direct');
  await office.settled();
  const { channel } = await office.thread(request);
  const there = office.slack
    .person(MIA)
    .sees()
    .conversations.find(({ id }) => id === channel);
  expect(there).toMatchObject({ kind: 'group-dm' });
  expect([...(there?.memberIds ?? [])].sort()).toEqual([EVE, MIA, 'U0TANDEM'].sort());
  expect(asShown(await office.card(request))).toContain(why);
  expect(office.told(IAN)).toHaveLength(1);
  expect(office.told(IAN)[0]).toContain(`${request}*: its thread cannot be used, so it goes on in a group DM. ${mend}`);

  await office.fills(EVE, request, 'ask', { words: 'Which pages?' });
  await office.fills(MIA, request, 'answer', { words: 'All' });
  await office.approves(EVE, request);
  const replies = await office.replies(request);
  expect(replies.slice(-3).map((reply) => reply.split('\n')[0])).toEqual([
    '@Eve asks @Mia:',
    '@Mia answers:',
    'Approved: Figma',
  ]);
  expect(office.told(IAN)).toHaveLength(1);
}

const refused = ({ slack }: Office) => slack.refusals.map(({ method, error }) => `${method} ${error}`);

describe('a request goes on in a group DM', () => {
  it('when an admin deletes its card, which leaves a tombstone over the replies', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    const { channel, ts } = await office.thread(request);
    await office.slack.person(IAN).deleteMessage(channel, ts);
    await goesOnElsewhere(office, request, 'The thread was deleted, so we go on here.', 'Its message was deleted');
    expect(refused(office)).toEqual([]);
  });

  it('when its card is deleted together with everything below it', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    const { channel, ts } = await office.thread(request);
    const ian = office.slack.person(IAN);
    for (const reply of office.slack.thread(channel, ts).slice(1)) await ian.deleteMessage(channel, reply.ts);
    await ian.deleteMessage(channel, ts);
    await goesOnElsewhere(office, request, 'The thread was deleted', 'Its message was deleted');
    expect(refused(office)).toEqual([]);
  });

  it('when its channel is archived', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.slack.person(IAN).act({ type: 'archiveChannel', channelId: MARKETING_DECISIONS });
    await goesOnElsewhere(office, request, 'The channel was archived', 'Its channel is archived: name another one');
    expect(refused(office)).toEqual([]);
  });

  it('when its channel is deleted', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.slack.person(IAN).act({ type: 'deleteChannel', channelId: MARKETING_DECISIONS });
    await goesOnElsewhere(office, request, 'so we go on here.', '');
    expect(refused(office)).toEqual([]);
  });

  it('when the app was taken out of its channel, and finds out while saying something', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.slack.person(IAN).act({ type: 'removeApp', channelId: MARKETING_DECISIONS });
    await office.fills(EVE, request, 'ask', { words: 'First of all: for whom?' });
    expect((await office.replies(request)).join()).toContain('First of all: for whom?');
    await office.fills(MIA, request, 'answer', { words: 'For all' });
    await goesOnElsewhere(office, request, 'I am not in #C0MKTDEC yet', 'I am not in its channel: invite me there');
    expect(refused(office)).toEqual([expect.stringMatching(/^chat\.(update|postMessage) not_in_channel$/)]);
  });

  it('when the app was never in the channel that the org file names', async () => {
    const office = await openOffice();
    await office.slack.person(IAN).act({ type: 'removeApp', channelId: MARKETING_DECISIONS });
    const request = await office.asks(MIA);
    await goesOnElsewhere(office, request, 'I am not in #C0MKTDEC yet', 'I am not in its channel: invite me there');
    expect(refused(office)).toEqual([expect.stringMatching(/^chat\.postMessage (not_in_channel|channel_not_found)$/)]);
  });

  it('when the channel of the org file does not exist', async () => {
    const office = await openOffice({ org: inChannel('C0NOWHERE') });
    const request = await office.asks(MIA);
    await goesOnElsewhere(office, request, 'I am not in #C0NOWHERE yet', 'I am not in its channel');
    expect(refused(office)).toEqual(['chat.postMessage channel_not_found']);
  });

  it('when the channel was archived before anyone asked', async () => {
    const office = await openOffice();
    await office.slack.person(IAN).act({ type: 'archiveChannel', channelId: MARKETING_DECISIONS });
    const request = await office.asks(MIA);
    await goesOnElsewhere(office, request, 'The channel was archived', 'Its channel is archived: name another one');
    expect(refused(office)).toEqual(['chat.postMessage is_archived']);
  });

  it('from the start, when the org file names no decision channel', async () => {
    const office = await openOffice({ org: inChannel(undefined) });
    const request = await office.asks(MIA);
    await goesOnElsewhere(
      office,
      request,
      'There is no decision channel for Marketing yet, so we go on here. @Ian can name one in the org file.',
      'Marketing has no decision channel: set `channel`',
    );
    expect(refused(office)).toEqual([]);
  });
});

it('what is decided already stays where it is', async () => {
  const office = await openOffice();
  const request = await office.asks(MIA);
  await office.approves(EVE, request);
  const before = await office.stored(request);
  await office.slack.person(IAN).act({ type: 'archiveChannel', channelId: MARKETING_DECISIONS });
  await office.slack.quiet();
  expect(await office.stored(request)).toEqual(before);
  expect(office.told(IAN)).toEqual([]);
  expect(refused(office)).toEqual([]);
});

it('every open request of a channel moves, and those of others stay', async () => {
  const office = await openOffice();
  const [one, other] = [await office.asks(MIA), await office.asks(LENA, { outcome: 'More leads' })];
  const elsewhere = await office.asks(SAM, { unit: 'sales' });
  await office.slack.person(IAN).act({ type: 'archiveChannel', channelId: MARKETING_DECISIONS });
  await expect.poll(async () => (await office.stored(other)).request.place).toBe('direct');
  await office.settled();
  for (const request of [one, other]) expect((await office.thread(request)).channel).not.toBe(MARKETING_DECISIONS);
  expect(await office.thread(elsewhere)).toMatchObject({ channel: DECISIONS });
  expect(office.told(IAN)).toHaveLength(2);
  expect(refused(office)).toEqual([]);
});

it('a reply that was deleted is no lost thread', async () => {
  const office = await openOffice();
  const request = await office.asks(MIA);
  await office.writes(EVE, request, 'Hello');
  const { channel, ts } = await office.thread(request);
  const reply = office.slack.thread(channel, ts).at(-1);
  await office.slack.person(EVE).deleteMessage(channel, reply?.ts ?? '');
  await office.slack.quiet();
  expect(await office.thread(request)).toEqual({ channel, ts });
  expect(refused(office)).toEqual([]);
});
