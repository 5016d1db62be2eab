import { describe, expect, it } from 'vitest';
import type { RequestId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import { DECISION } from '#features/decision/decision.actions.ts';
import { ADA, EVE, EVERYONE_HERE, LAUNCH, LENA, MIA, SAM, STELLA } from '#test/support/company.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { withValue } from '#test/support/wire.ts';

/** Ids come back from the client. Whatever they say, nothing changes that the sender may not change, and nothing breaks. */

const GARBAGE = ['', ' ', 'BUY-999', 'BUY-0', 'buy', '../../etc', '{}', 'null', '💣', '<!channel>', '&'.repeat(2_000)];

/** Runs acts that must leave every request as it is, without a listener failing. */
async function changesNothing(office: Office, ids: RequestId[], acts: () => Promise<void>): Promise<void> {
  const state = async () => Promise.all(ids.map((id) => office.stored(id)));
  const before = await state();
  await acts();
  await office.slack.quiet();
  await office.settled();
  expect(await state()).toEqual(before);
  expect(office.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  expect(office.slack.refusals).toEqual([]);
}

/** What the next press says is its value. */
const pressing = (office: Office, value: unknown): void =>
  office.wire.forge((payload) =>
    payload.type === 'block_actions' ? withValue(payload, ['actions', '0', 'value'], value) : payload,
  );

const choosing = (office: Office, value: unknown): void =>
  office.wire.forge((payload) =>
    payload.type === 'block_actions'
      ? withValue(payload, ['actions', '0', 'selected_option', 'value'], value)
      : payload,
  );

const carrying = (office: Office, metadata: unknown): void =>
  office.wire.forge((payload) =>
    payload.type === 'view_submission' || payload.view
      ? withValue(payload, ['view', 'private_metadata'], metadata)
      : payload,
  );

describe('a button’s value', () => {
  it('that names somebody else’s request gives no say in it', async () => {
    const office = await openOffice();
    const own = await office.asks(MIA);
    const other = await office.asks(SAM, { unit: 'sales' });
    const place = await office.place(own);
    await changesNothing(office, [own, other], async () => {
      pressing(office, other);
      for (const action of [DECISION.approve, DECISION.ask, DECISION.decline]) {
        const before = office.toldPrivately(EVE).length;
        await office.slack.person(EVE).press(place, action);
        await office.slack.waitFor(() => office.toldPrivately(EVE).length > before);
        expect(office.toldPrivately(EVE).at(-1)).toContain('Only @Evan');
      }
      choosing(office, `${other}:withdraw`);
      await office.slack.person(EVE).press(place, DECISION.more, `${own}:withdraw`);
      await office.slack.waitFor(() => office.toldPrivately(EVE).length === 4);
    });
    expect(office.slack.modalsOf(EVE)).toEqual([]);
  });

  it('that names nothing is answered with the way forward', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    const place = await office.place(request);
    await changesNothing(office, [request], async () => {
      for (const value of GARBAGE) {
        pressing(office, value);
        const before = office.toldPrivately(EVE).length;
        const action = value.length % 2 === 0 ? DECISION.approve : DECISION.decline;
        expect(await office.slack.person(EVE).press(place, action)).toMatchObject({ ok: true });
        await office.slack.waitFor(() => office.toldPrivately(EVE).length > before);
        expect(office.toldPrivately(EVE).at(-1)).toContain('`/buy-tool status` lists yours');
      }
    });
  });

  it('of the menu or the steps may be anything at all', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    const place = await office.place(request);
    await changesNothing(office, [request], async () => {
      for (const value of [...GARBAGE, `${request}:`, `${request}:launch`, ':::', `${request}:withdraw:now`]) {
        choosing(office, value);
        expect(await office.slack.person(EVE).press(place, DECISION.more, `${request}:pilot`)).toMatchObject({
          ok: true,
        });
        office.wire.forge((payload) => withValue(payload, ['actions', '0', 'selected_options'], [{ value }]));
        const ticked = await office.slack.person(EVE).press(place, DECISION.tick, [`${request}:needs`]);
        expect(ticked).toMatchObject({ ok: true });
      }
    });
  });

  it('of a step ticks nothing on another request', async () => {
    const office = await openOffice();
    const own = await office.asks(MIA);
    const other = await office.asks(SAM, { unit: 'sales' });
    const place = await office.place(own);
    await changesNothing(office, [own, other], async () => {
      office.wire.forge((payload) =>
        withValue(payload, ['actions', '0', 'selected_options'], [{ value: `${other}:needs` }]),
      );
      await office.slack.person(EVE).press(place, DECISION.tick, [`${own}:needs`]);
      await office.slack.waitFor(() => office.toldPrivately(EVE).length === 1);
    });
  });
});

describe('what a form carries', () => {
  it('that names somebody else’s request decides nothing, and hands the words back', async () => {
    const office = await openOffice();
    const own = await office.asks(MIA);
    const other = await office.asks(SAM, { unit: 'sales' });
    await office.opens(EVE, own, 'conditions');
    await changesNothing(office, [own, other], async () => {
      carrying(office, JSON.stringify({ id: other }));
      expect(await office.slack.person(EVE).submit({ words: 'Mine now' })).toMatchObject({ outcome: 'updated' });
    });
    expect(JSON.stringify(office.slack.modalsOf(EVE))).toContain('Mine now');
  });

  it('of the decision thread may be anything: the words are handed back', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    const carried = [
      '',
      'not JSON',
      'null',
      '[]',
      '"x"',
      '{}',
      '{"id":5}',
      '{"id":"💣"}',
      '{"id":"BUY-999"}',
      '{"id":{"id":1}}',
    ];
    await office.writes(EVE, request, 'On it');
    await expect.poll(async () => (await office.stored(request)).request.firstResponse?.by).toBe(EVE);
    await changesNothing(office, [request], async () => {
      for (const metadata of carried) {
        await office.opens(EVE, request, 'decline');
        carrying(office, metadata);
        const sent = await office.slack.person(EVE).submit({ words: 'Why not', way: 'A way' });
        expect(sent, metadata).toMatchObject({ ok: true, outcome: 'updated' });
        expect(JSON.stringify(office.slack.modalsOf(EVE))).toContain('Why not');
        await office.slack.person(EVE).cancel();
      }
    });
  });

  it('of a new request may be anything: the request starts all the same', async () => {
    const office = await openOffice();
    for (const metadata of [
      '',
      'not JSON',
      'null',
      '[]',
      '{"origin":5}',
      '{"origin":{"channel":"C1"}}',
      '{"isDraft":"yes"}',
    ]) {
      carrying(office, metadata);
      const request = await office.asks(MIA, {
        stage: 'signing',
        success: 'x',
        cost: '5',
        funding: 'it',
        people: '1',
        data: ['none'],
      });
      expect((await office.stored(request)).request.intake.origin, metadata).toBeUndefined();
    }
    expect(office.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
    expect(office.slack.refusals).toEqual([]);
  });

  it('cannot make a link of its own out of where it began', async () => {
    const office = await openOffice();
    carrying(office, JSON.stringify({ origin: { channel: 'x|<!channel>', ts: 'https://evil.example' } }));
    const request = await office.asks(MIA);
    expect(JSON.stringify((await office.card(request)).blocks)).not.toMatch(/evil\.example|<!channel>/);
    expect(office.slack.refusals).toEqual([]);
  });

  it('hands over to nobody who is no engineer', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.opens(EVE, request, 'hand-over');
    await changesNothing(office, [request], async () => {
      for (const person of [MIA, LENA, 'U0NOBODY', '', EVE]) {
        office.wire.forge((payload) =>
          withValue(payload, ['view', 'state', 'values', 'person', 'picked', 'selected_option', 'value'], person),
        );
        const sent = await office.slack.person(EVE).submit({ person: ADA });
        expect(sent).toMatchObject({ outcome: 'errors', errors: { person: expect.any(String) } });
      }
    });
  });

  it('may lack every field', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.opens(EVE, request, 'pilot');
    await changesNothing(office, [request], async () => {
      office.wire.forge((payload) => withValue(payload, ['view', 'state', 'values'], {}));
      expect(await office.slack.person(EVE).submit({ words: 'x' })).toMatchObject({ outcome: 'errors' });
    });
  });
});

describe('another workspace’s id', () => {
  it('sees and changes nothing of ours', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await changesNothing(office, [request], async () => {
      office.wire.forge((payload) => ({ ...payload, team_id: 'T0OTHER' }));
      await office.slack.person(MIA).command(EVERYONE_HERE, `/buy-tool status ${request}`);
      await office.slack.person(MIA).command(EVERYONE_HERE, '/buy-tool status');
      await office.slack.waitFor(() => office.toldPrivately(MIA).length === 2);
    });
    expect(office.toldPrivately(MIA).join()).not.toContain('Landing pages');
  });

  it('gives nobody a say: a person of another company presses from theirs', async () => {
    const shared = (org: Organisation) => ({ ...org, units: org.units.map((unit) => ({ ...unit, channel: LAUNCH })) });
    const office = await openOffice({ org: shared });
    const request = await office.asks(MIA);
    await changesNothing(office, [request], async () => {
      office.wire.forge((payload) => ({ ...payload, team: { id: 'T0OTHER', domain: 'other' } }));
      await office.approves(STELLA, request);
      expect(office.toldPrivately(STELLA)).toEqual([expect.stringContaining('Only @Eve')]);
    });
  });
});

it('a request without a proper signature is turned away', async () => {
  const office = await openOffice();
  const request = await office.asks(MIA);
  await office.approves(EVE, request);
  await office.fills(MIA, request, 'reopen', { words: 'A better price' });
  const press = office.wire.sent.find(({ kind }) => kind === 'block_actions');
  if (!press) throw new Error('Nobody pressed anything.');
  const before = await office.stored(request);
  const statusWith = async (headers: Record<string, string>) =>
    (await office.wire.again({ ...press, headers: { ...press.headers, ...headers } })).status;
  expect(await statusWith({ 'x-slack-signature': `v0=${'0'.repeat(64)}` })).toBe(401);
  expect(await statusWith({ 'x-slack-request-timestamp': '1700000000' })).toBe(401);
  expect(await statusWith({ 'x-slack-request-timestamp': '99999999999' })).toBe(401);
  await office.slack.quiet();
  expect(await office.stored(request)).toEqual(before);
  expect(office.slack.refusals).toEqual([]);
});
