import { describe, expect, it } from 'vitest';
import type { TeamId, UserId } from '#domain/ids.ts';
import { TEAM_ID } from '#playground/company/company.ts';
import { ADA, CHIA, EVAN, EVE, HOUR_MS, IAN, LENA, MIA, NOAH } from '#test/support/company.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';
import { whoIsHere } from '../../src/availability.ts';

const TEAM = TEAM_ID as TeamId;
const DAY_MS = 24 * HOUR_MS;
const VACATION = { type: 'setStatus', text: 'Vacation', emoji: ':palm_tree:', forMs: 3 * DAY_MS } as const;

const leaves = (office: Office, person: UserId) =>
  office.slack.person(IAN).act({ type: 'deactivatePerson', userId: person });
const goesAway = (office: Office, person: UserId) => office.slack.person(person).act(VACATION);

async function pairedWith(office: Office, request: Parameters<Office['stored']>[0], engineer: UserId) {
  await expect.poll(async () => (await office.stored(request)).request.pairing.engineer).toBe(engineer);
  await office.settled();
}

/** The same listeners' deps that Home's setting calls, on the office's own store. */
const here = ({ tandem, org, clock }: Office) =>
  whoIsHere({
    store: tandem.store,
    people: { find: async (_, id) => ({ id, name: id, isDeactivated: false, isOutsider: false }), forget: () => {} },
    org: () => org,
    now: clock.now,
  });

describe('an engineer who cannot go on', () => {
  it('has left Slack: the stand-in takes over and is told, and the history stays', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.writes(EVE, request, 'I am on it');
    await leaves(office, EVE);
    await pairedWith(office, request, ADA);
    expect(asShown(await office.card(request))).toContain('@Mia (Marketing) and @Ada (IT), together');
    expect((await office.replies(request)).at(-1)).toBe(
      '@Eve has left, so @Ada takes over. Everything so far is above.',
    );
    expect(office.told(ADA).at(-1)).toContain('現在由你接手');
    expect(office.told(EVE).at(-1)).not.toContain('BUY-1* is with');
    expect(await office.history(request)).toEqual(['submitted', 'first-responded', 'stood-in']);
    await office.approves(ADA, request);
    expect(asShown(await office.card(request))).toContain('@Ada');
    expect(office.slack.refusals).toEqual([]);
  });

  it('is out of office by status: both are told, and new requests go to others', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await goesAway(office, EVE);
    await pairedWith(office, request, ADA);
    expect((await office.replies(request)).at(-1)).toContain('@Eve is away, so @Ada takes over.');
    expect(office.told(EVE).at(-1)).toBe('*BUY-1* is with @Ada while you are away.');
    const next = await office.asks(MIA);
    expect((await office.stored(next)).request.pairing.engineer).not.toBe(EVE);
    expect(office.slack.refusals).toEqual([]);
  });

  it('is not away with a palm tree that has no end, or in a meeting', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.slack.person(EVE).act({ type: 'setStatus', text: 'Vacation', emoji: ':palm_tree:' });
    const meeting = { text: 'In a meeting', emoji: ':calendar:', forMs: HOUR_MS };
    await office.slack.person(EVE).act({ type: 'setStatus', ...meeting });
    await office.slack.quiet();
    expect(await office.history(request)).toEqual(['submitted']);
  });

  it('is away by their setting, and moves once though it is said twice', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.tandem.store.remember(TEAM, EVE, { awayUntil: office.clock.now() + DAY_MS });
    const { wentAway } = here(office);
    await Promise.all([wentAway(TEAM, EVE), here(office).wentAway(TEAM, EVE)]);
    await pairedWith(office, request, ADA);
    expect(await office.history(request)).toEqual(['submitted', 'stood-in']);

    await office.fills(ADA, request, 'hand-over', { person: EVE });
    await wentAway(TEAM, EVE);
    await pairedWith(office, request, EVE);
    expect(await office.history(request)).toEqual(['submitted', 'stood-in', 'first-responded', 'handed-over']);
    expect(office.slack.refusals).toEqual([]);
  });

  it('moves once though Slack sends the event again', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await goesAway(office, EVE);
    await pairedWith(office, request, ADA);
    await office.wire.again(office.wire.last('user_change'));
    await office.slack.quiet();
    expect(await office.history(request)).toEqual(['submitted', 'stood-in']);
  });

  it('is found to be away when nobody was listening as it happened', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.tandem.store.remember(TEAM, EVE, { awayUntil: office.clock.now() + DAY_MS });
    await here(office).catchUp(TEAM);
    await pairedWith(office, request, ADA);
  });
});

describe('when the stand-in cannot either', () => {
  it('somebody else is paired anew', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await goesAway(office, ADA);
    await office.slack.quiet();
    await goesAway(office, EVE);
    await expect.poll(() => office.history(request)).toContain('stood-in');
    const { pairing } = (await office.stored(request)).request;
    expect([NOAH, CHIA, EVAN]).toContain(pairing.engineer);
    expect(pairing.standIn).not.toBe(ADA);
    await office.settled();
    expect(office.told(pairing.engineer).at(-1)).toContain('BUY-1');
    expect(office.slack.refusals).toEqual([]);
  });

  it('and nobody is left, the IT lead is asked, once a day', async () => {
    const org = (full: Office['org']) => ({
      ...full,
      it: { leads: [IAN], engineers: full.it.engineers.filter(({ user }) => user === EVE) },
    });
    const office = await openOffice({ org });
    const request = await office.asks(MIA);
    await goesAway(office, IAN);
    await goesAway(office, EVE);
    await expect.poll(() => office.told(IAN).join()).toContain('nobody else in IT can take it');
    await office.wire.again(office.wire.last('user_change'));
    await office.slack.person(EVE).act({ ...VACATION, text: 'Still on vacation' });
    await office.slack.quiet();
    await office.settled();
    expect(office.told(IAN)).toMatchInlineSnapshot(`
      [
        "*BUY-1* waits for somebody: @Eve is away, and nobody else in IT can take it now. Who could? Add them under \`it.engineers\` in the org file, and hand it over in its thread.",
      ]
    `);
    expect((await office.stored(request)).request.pairing.engineer).toBe(EVE);
    expect(office.slack.refusals).toEqual([]);
  });
});

it('a private request moves to a group DM with its new partner', async () => {
  const office = await openOffice();
  const request = await office.asks(MIA, { restricted: ['restricted'], cost: '12,000' });
  const before = await office.thread(request);
  await goesAway(office, EVE);
  await expect.poll(async () => (await office.thread(request)).channel).not.toBe(before.channel);
  await office.settled();
  const { channel, ts } = await office.thread(request);
  const now = office.slack
    .person(ADA)
    .sees()
    .conversations.find(({ id }) => id === channel);
  expect(now?.memberIds.toSorted()).toEqual([MIA, ADA, LENA, 'U0TANDEM'].toSorted());
  expect(asShown(office.slack.thread(channel, ts)[0] ?? { text: '' })).toContain('@Ada');
  expect(office.told(EVE)).toEqual([]);
  expect(office.slack.refusals).toEqual([]);
});
