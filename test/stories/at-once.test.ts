import { expect, it } from 'vitest';
import type { RequestId, TeamId } from '#domain/ids.ts';
import { submit } from '#domain/submit.ts';
import { DECISION } from '#features/decision/decision.actions.ts';
import { TEAM_ID } from '#playground/company/company.ts';
import { aDelivery, anIntake } from '#test/support/builders.ts';
import { ADA, EVE, MIA } from '#test/support/company.ts';
import { type Office, openOffice } from '#test/support/office.ts';

const TRIES = 100;
const AT_A_TIME = 10;

/** Many requests of Mia's at once, each paired with Eve. The form has stories of its own. */
async function asksMany({ tandem, org, clock, settled }: Office, count: number): Promise<RequestId[]> {
  const team = TEAM_ID as TeamId;
  // Small enough that IT decides alone.
  const forIT = anIntake({ yearlyCost: { minor: 120_000, currency: 'USD' } });
  const ask = async () => {
    const answer = await tandem.store.submit(team, aDelivery(), ({ id }) =>
      submit({ id, team, requester: MIA, intake: forIT, at: clock.now(), away: new Set() }, org, new Map()),
    );
    if (!answer.ok) throw new Error(`Refused: ${answer.refusal.code}`);
    return answer.request.id;
  };
  const requests = await Promise.all(Array.from({ length: count }, ask));
  await settled();
  return requests;
}

it(`of two deciders at the same moment one decides, ${TRIES} times of ${TRIES}`, async () => {
  const office = await openOffice();
  const requests = await asksMany(office, TRIES);
  const both = async (request: RequestId) => {
    const place = await office.place(request);
    await Promise.all([EVE, ADA].map((engineer) => office.slack.person(engineer).press(place, DECISION.approve)));
  };
  for (let from = 0; from < TRIES; from += AT_A_TIME) {
    await Promise.all(requests.slice(from, from + AT_A_TIME).map(both));
  }
  const answers = () => office.slack.calls.filter(({ method }) => method === 'response_url').length;
  await office.slack.waitFor(() => answers() === TRIES, 15_000);
  await office.settled();

  const decidedBy: unknown[] = [];
  for (const request of requests) {
    expect(await office.history(request)).toEqual(['submitted', 'first-responded', 'approved', 'decided']);
    expect(await office.records(request)).toHaveLength(1);
    decidedBy.push((await office.stored(request)).request.seats[0]?.verdict?.by);
  }
  expect(office.toldPrivately(EVE)).toHaveLength(decidedBy.filter((by) => by === ADA).length);
  expect(office.toldPrivately(ADA)).toHaveLength(decidedBy.filter((by) => by === EVE).length);
  for (const line of office.toldPrivately(EVE)) expect(line).toContain('Already decided: Approved, by @Ada');
  for (const line of office.toldPrivately(ADA)) expect(line).toContain('已經決定了：同意（@Eve');
  expect(answers()).toBe(TRIES);
  expect(office.slack.refusals).toEqual([]);
});

it('a double press decides once, and says so privately once', async () => {
  const office = await openOffice();
  const request = await office.asks(MIA);
  const place = await office.place(request);
  const press = () => office.slack.person(EVE).press(place, DECISION.approve);
  await Promise.all([press(), press()]);
  await office.slack.waitFor(() => office.toldPrivately(EVE).length === 1);
  await office.settled();
  expect(await office.records(request)).toHaveLength(1);
  expect(office.toldPrivately(EVE)).toEqual([expect.stringContaining('Already decided: Approved, by @Eve')]);
  expect(office.slack.refusals).toEqual([]);
});

it('a late press on an old card is told who decided and when', async () => {
  const office = await openOffice();
  const request = await office.asks(MIA);
  await office.opens(ADA, request, 'ask');
  await office.slack.person(ADA).cancel();
  const { payload } = office.wire.last('block_actions');
  await office.approves(EVE, request);
  // The card of somebody whose connection was slow still shows its buttons.
  office.wire.forge((now) => ({ ...now, actions: payload.actions }));
  await office.presses(ADA, request, DECISION.reopen);
  expect(office.toldPrivately(ADA)).toEqual([expect.stringContaining('已經決定了：同意（@Eve')]);
  expect(office.slack.modalsOf(ADA)).toEqual([]);
  expect(office.slack.refusals).toEqual([]);
});

it('one who approves while the other declines: the first counts, the other gets the words back', async () => {
  const office = await openOffice();
  const request = await office.asks(MIA);
  await office.opens(ADA, request, 'decline');
  const place = await office.place(request);
  const declining = office.slack.person(ADA).submit({ words: 'No hosting here', way: 'Hosting here' });
  const approving = office.slack.person(EVE).press(place, DECISION.approve);
  const [declined] = await Promise.all([declining, approving]);
  await expect.poll(async () => (await office.stored(request)).request.progress.state).not.toBe('deciding');
  await office.settled();
  const { progress } = (await office.stored(request)).request;
  const wasDeclined = progress.state === 'objected';
  expect(declined).toMatchObject({ outcome: wasDeclined ? 'closed' : 'updated' });
  if (!wasDeclined) expect(JSON.stringify(office.slack.modalsOf(ADA))).toContain('No hosting here');
  // A first no waits for the requester and has no record yet; a yes is the decision.
  const verdict = wasDeclined ? ['declined'] : ['approved', 'decided'];
  expect(await office.history(request)).toEqual(['submitted', 'first-responded', ...verdict]);
  expect(await office.records(request)).toHaveLength(wasDeclined ? 0 : 1);
  if (wasDeclined) await office.slack.waitFor(() => office.toldPrivately(EVE).length === 1);
  expect(office.slack.refusals).toEqual([]);
});

it('both tick at once, and both ticks stay', async () => {
  const office = await openOffice();
  const request = await office.asks(MIA);
  const place = await office.place(request);
  await Promise.all([
    office.slack.person(MIA).press(place, DECISION.tick, [`${request}:needs`]),
    office.slack.person(EVE).press(place, DECISION.tick, [`${request}:existing`]),
  ]);
  await expect.poll(async () => (await office.stored(request)).request.steps.length).toBe(2);
  await office.settled();
  expect(JSON.stringify((await office.card(request)).blocks).match(/"initial_options":\[.*?\]/)?.[0]).toMatch(
    /:needs.*:existing/,
  );
  expect(office.slack.refusals).toEqual([]);
});
