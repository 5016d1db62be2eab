import { expect, it } from 'vitest';
import type { RequestId } from '#domain/ids.ts';
import { DECISION } from '#features/decision/decision.actions.ts';
import { COMPANY } from '#playground/company/company.ts';
import { ADA, EVE, EVERYONE_HERE, IAN, LENA, MIA, NOAH, SAM } from '#test/support/company.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';
import { withValue } from '#test/support/wire.ts';

const SECRET = 'A takeover that nobody knows of';
const asksPrivately = (office: Office): Promise<RequestId> =>
  office.asks(MIA, { tool: 'Secret tool', outcome: SECRET, restricted: ['restricted'] });

/** Whoever has no part in it, and everything that they can see anywhere. */
const seenByOthers = ({ slack }: Office): string =>
  COMPANY.people
    .filter(({ id }) => ![MIA, EVE].some((part) => part === id))
    .map(({ id }) => JSON.stringify(slack.person(id).sees().conversations))
    .join('\n');

it('a private request is talked about in a group DM of its people, and leaves no trace elsewhere', async () => {
  const office = await openOffice();
  const request = await asksPrivately(office);
  const { channel } = await office.thread(request);
  const [conversation] = office.slack
    .person(MIA)
    .sees()
    .conversations.filter(({ id }) => id === channel);
  expect(conversation).toMatchObject({ kind: 'group-dm' });
  expect([...(conversation?.memberIds ?? [])].sort()).toEqual([EVE, MIA, 'U0TANDEM'].sort());
  expect(asShown(await office.card(request))).toContain('Private: only its own people see this.');

  await office.fills(EVE, request, 'ask', { words: 'How many people?' });
  await office.fills(MIA, request, 'answer', { words: 'Five' });
  await office.fills(EVE, request, 'decline', { words: 'Too early', way: 'After the spring' });
  await office.leavesIt(MIA, request);
  await office.fills(MIA, request, 'reopen', { words: 'It is spring' });
  await office.approves(EVE, request);
  expect(await office.records(request)).toHaveLength(2);
  const others = seenByOthers(office);
  for (const trace of [SECRET, 'Secret tool', request]) expect(others).not.toContain(trace);
  expect(office.slack.refusals).toEqual([]);
});

it('its status is shown to its own people alone', async () => {
  const office = await openOffice();
  const request = await asksPrivately(office);
  const status = async (person: string, words: string) => {
    const before = office.toldPrivately(person).length;
    await office.slack.person(person).command(EVERYONE_HERE, `/buy-tool status ${words}`);
    await office.slack.waitFor(() => office.toldPrivately(person).length > before);
    return office.toldPrivately(person).at(-1);
  };
  for (const insider of [MIA, EVE]) expect(await status(insider, request)).toContain(SECRET);
  expect(await status(ADA, request)).toContain(SECRET);
  for (const outsider of [LENA, SAM, NOAH, IAN]) {
    expect(await status(outsider, request)).toBe(
      await status(outsider, 'BUY-99').then((line) => line?.replace('BUY-99', request)),
    );
  }
  expect(office.slack.refusals).toEqual([]);
});

it('to others it does not exist, whatever their client says', async () => {
  const office = await openOffice();
  const secret = await asksPrivately(office);
  const open = await office.asks(MIA);
  const before = await office.stored(secret);
  const place = await office.place(open);
  office.wire.forge((payload) =>
    payload.type === 'block_actions' ? withValue(payload, ['actions', '0', 'value'], secret) : payload,
  );
  for (const action of [DECISION.approve, DECISION.decline, DECISION.ask]) {
    const lines = office.toldPrivately(LENA).length;
    await office.slack.person(LENA).press(place, action);
    await office.slack.waitFor(() => office.toldPrivately(LENA).length > lines);
    expect(office.toldPrivately(LENA).at(-1)).toBe(`I can’t find ${secret}. \`/buy-tool status\` lists yours.`);
  }
  expect(await office.stored(secret)).toEqual(before);
  expect(office.slack.refusals).toEqual([]);
});

it('handed over, it goes on in a conversation with the new engineer', async () => {
  const office = await openOffice();
  const request = await asksPrivately(office);
  const before = await office.thread(request);
  await office.fills(EVE, request, 'hand-over', { person: NOAH });
  const after = await office.thread(request);
  expect(after.channel).not.toBe(before.channel);
  expect(asShown(await office.card(request))).toContain('A new partner, a new conversation: we go on here.');
  expect(
    office.slack
      .person(NOAH)
      .sees()
      .conversations.find(({ id }) => id === after.channel)?.memberIds,
  ).toContain(MIA);
  await office.approves(NOAH, request);
  expect(await office.records(request)).toHaveLength(1);
  expect(office.slack.refusals).toEqual([]);
});

it('the engineer’s words in the group DM are the first response, and earn a button', async () => {
  const office = await openOffice();
  const request = await asksPrivately(office);
  await office.writes(EVE, request, 'approved');
  await office.slack.waitFor(() => office.toldPrivately(EVE).length === 1);
  await expect.poll(async () => (await office.stored(request)).request.firstResponse?.by).toBe(EVE);
  await office.settled();
  expect(office.slack.refusals).toEqual([]);
});
