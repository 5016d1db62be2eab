import { describe, expect, it } from 'vitest';
import type { RequestId, TeamId, UserId } from '#domain/ids.ts';
import { DECISION } from '#features/decision/decision.actions.ts';
import { COMPANY, TEAM_ID } from '#playground/company/company.ts';
import { ADA, EVE, HOUR_MS, IAN, LENA, MIA } from '#test/support/company.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';

const DAY_MS = 24 * HOUR_MS;

/** How many DMs each person has, and how many messages the channels have. */
const counts = ({ slack }: Office): Record<string, number> =>
  Object.fromEntries([
    ...COMPANY.people.map(({ id }) => [id, slack.dmWith(id).length]),
    ...COMPANY.channels.map(({ id }) => [id, slack.messagesIn(id).length]),
  ]);

describe('a reminder', () => {
  it('reaches only the one who has the next step, once half-way and once when the promise is due', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    const before = counts(office);
    await office.clock.forward(0.9 * HOUR_MS);
    await office.slack.quiet();
    await office.settled();
    expect(counts(office)).toEqual(before);

    await office.clock.forward(0.2 * HOUR_MS);
    await office.slack.waitFor(() => office.told(EVE).length === 2);
    await office.settled();
    expect(office.told(EVE)[1]).toMatch(/^\*BUY-1\*: @Mia hopes for a first word by Mon 5 Jan, 12:00/);
    await office.clock.forward(HOUR_MS);
    await office.slack.waitFor(() => office.told(EVE).length === 3);
    await office.settled();
    expect(office.told(EVE)[2]).toMatch(/^\*BUY-1\*: @Mia is waiting for a first word from you since Mon 5 Jan, 10:00/);
    expect(counts(office)).toEqual({ ...before, [EVE]: (before[EVE] ?? 0) + 2 });
    expect(await office.history(request)).toEqual(['submitted', 'reminded', 'reminded']);
    expect(office.slack.refusals).toEqual([]);
  });

  it('of the decision comes when that is due, also after the computers were off', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.writes(EVE, request, 'On it');
    await expect.poll(async () => (await office.stored(request)).request.firstResponse?.by).toBe(EVE);
    await office.clock.forward(25 * HOUR_MS);
    await office.slack.waitFor(() => office.told(EVE).length === 2);
    await office.settled();
    expect(office.told(EVE)[1]).toContain('the decision was promised by Tue 6 Jan, 10:00');
    expect(await office.history(request)).toEqual(['submitted', 'first-responded', 'reminded']);
    expect(office.slack.refusals).toEqual([]);
  });

  it('that nobody could send for days is moot: only that it is late is said, to the IT lead', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.writes(EVE, request, 'On it');
    await expect.poll(async () => (await office.stored(request)).request.firstResponse?.by).toBe(EVE);
    await office.clock.forward(10 * DAY_MS);
    await office.slack.waitFor(() => office.told(IAN).length === 1);
    await office.settled();
    expect(office.told(IAN)).toEqual([expect.stringContaining('promised by Tue 6 Jan, 10:00')]);
    expect((await office.replies(request)).at(-1)).toContain('@Ian: the decision was promised by Tue 6 Jan, 10:00');
    expect(office.told(EVE)).toHaveLength(1);
    expect(await office.history(request)).toEqual(['submitted', 'first-responded', 'escalated']);
    expect(office.slack.refusals).toEqual([]);
  });

  it.each([
    [
      'while the clock waits for the requester',
      (office: Office, id: RequestId) => office.fills(EVE, id, 'ask', { words: 'For whom?' }),
    ],
    ['once it is decided', (office: Office, id: RequestId) => office.approves(EVE, id)],
    ['once it is withdrawn', (office: Office, id: RequestId) => office.fills(MIA, id, 'withdraw')],
  ])('does not come %s', async (_, happens) => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await happens(office, request);
    const before = counts(office);
    await office.clock.forward(60 * DAY_MS);
    // The workers look at least once a second; a marker of our own shows that they have.
    const marker = await office.asks(MIA);
    await office.clock.forward(2.2 * HOUR_MS);
    await office.slack.waitFor(() => office.told(EVE).some((line) => line.includes(`*${marker}*: @Mia is waiting`)));
    await office.settled();
    expect(office.told(EVE).filter((line) => line.includes(`*${request}*`))).toHaveLength(before[EVE] ?? 0);
    expect(await office.history(request)).not.toContain('reminded');
    expect(office.slack.refusals).toEqual([]);
  });
});

it('three weeks of clock: reminders at half and when due, the IT lead when late, then rest, and one press', async () => {
  const office = await openOffice();
  await Promise.all(
    [LENA, IAN].map((lead) => office.tandem.store.remember(TEAM_ID as TeamId, lead, { digest: 'muted' })),
  );
  const request = await office.asks(MIA);
  /** Lets hours pass until this person has heard something new, and nobody else has. */
  const after = async (hours: number, person: UserId): Promise<string | undefined> => {
    const heard = () => [MIA, EVE, ADA, LENA, IAN].map((one) => office.told(one).length);
    const before = heard();
    const sofar = office.told(person).length;
    await office.clock.forward(hours * HOUR_MS);
    await office.slack.waitFor(() => office.told(person).length > sofar);
    await office.settled();
    const news = heard().map((count, index) => count - (before[index] ?? 0));
    expect(news).toEqual([MIA, EVE, ADA, LENA, IAN].map((one) => (one === person ? 1 : 0)));
    return office.told(person).at(-1);
  };

  expect(await after(1.1, EVE)).toContain('@Mia hopes for a first word by Mon 5 Jan, 12:00');
  expect(await after(1, EVE)).toContain('is waiting for a first word from you');
  expect(await after(1, IAN)).toContain('@Mia still waits for a first word from @Eve');
  expect((await office.replies(request)).at(-1)).toMatch(/^@Ian: @Mia still waits for a first word/);
  await office.writes(EVE, request, 'On it');
  await expect.poll(async () => (await office.stored(request)).request.firstResponse?.by).toBe(EVE);

  expect(await after(1.5, EVE)).toContain('half of the time to decide is gone');
  expect(await after(19.5, EVE)).toContain('the decision was promised by Tue 6 Jan, 10:00');
  expect(await after(4.5, IAN)).toContain('and @Eve has it. Can you help it along?');
  expect((await office.replies(request)).at(-1)).toMatch(/^@Ian: the decision was promised by Tue 6 Jan, 10:00/);

  await office.fills(EVE, request, 'ask', { words: 'Which pages?' });
  expect(await after(3 * 24 + 0.1, MIA)).toContain('waits for your answer. The clock stands still until then.');
  expect(await after(6 * 24, MIA)).toMatch(/still waits for your answer\. After Tue 20 Jan, .* it rests/);
  expect(await after(5 * 24, MIA)).toContain('rests: the question has waited for ten working days');
  expect(asShown(await office.card(request))).toContain('*Resting* since Tue 20 Jan');

  await office.pressesInDm(MIA, request, DECISION.revive);
  expect(asShown(await office.card(request))).toContain('*Next:* @Mia answers the question below.');
  await office.fills(MIA, request, 'answer', { words: 'All' });
  await office.approves(EVE, request);
  expect(await office.records(request)).toHaveLength(1);
  expect((await office.history(request)).join(' ')).toBe(
    'submitted reminded reminded escalated first-responded reminded reminded escalated ' +
      'asked reminded reminded expired revived answered approved decided',
  );
  expect(office.slack.refusals).toEqual([]);
});
