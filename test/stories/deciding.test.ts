import { describe, expect, it } from 'vitest';
import type { Organisation } from '#domain/organisation.ts';
import { DECISION } from '#features/decision/decision.actions.ts';
import { ADA, EVE, HOUR_MS, IAN, LENA, MIA, NOAH } from '#test/support/company.ts';
import { openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';

describe('an engineer decides', () => {
  it('with conditions, which carry a text and a date', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.fills(EVE, request, 'conditions', { words: 'Single sign-on first', date: '2026-02-01' });
    expect(asShown(await office.card(request))).toContain('*Approved with conditions* by @Eve');
    const [record] = await office.records(request);
    expect(asShown(record ?? { text: '' })).toMatchInlineSnapshot(`
      "Approved with conditions: Figma
      *IT:* @Eve said yes, Mon 5 Jan, 10:00 GMT+8
      Conditions, by Sun, 1 Feb 2026: Single sign-on first
      What we want from it: Landing pages in two days instead of ten
      *Owners from now on:* @Mia for the business, @Eve for IT
      *Cost:* about US$1,200 a year
      *We look again on* Sun, 1 Feb 2026
      *Left open:* Needs confirmed, Existing tools checked and Security and data checked
      If something changes, reopen it: same thread, same people."
    `);
    expect(office.told(MIA).at(-1)).toContain('Approved with conditions');
    expect(office.slack.refusals).toEqual([]);
  });

  it('as a pilot, which ends on a day', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.fills(EVE, request, 'pilot', { words: 'Two teams, four weeks', date: '2026-03-02' });
    const [record] = await office.records(request);
    expect(asShown(record ?? { text: '' })).toContain('Pilot until Mon, 2 Mar 2026: Two teams, four weeks');
    expect(asShown(record ?? { text: '' })).toContain('*We look again on* Mon, 2 Mar 2026');
    expect(office.slack.refusals).toEqual([]);
  });

  it('to use what we have', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.fills(EVE, request, 'reuse', { words: 'Canva; Lena gives access' });
    const [record] = await office.records(request);
    expect(asShown(record ?? { text: '' })).toContain('Instead of buying, we use: Canva; Lena gives access');
    expect(office.slack.refusals).toEqual([]);
  });

  it('not this time, with the reason and the way forward', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    const words = 'The vendor keeps customer data outside the region';
    const way = 'A data-processing addendum with hosting in Taiwan';
    await office.fills(EVE, request, 'decline', { words, way });
    expect(asShown(await office.card(request))).toContain(
      '*Next:* @Mia can talk it through until Mon 12 Jan, 10:00 GMT+8; otherwise it stays at that.\n',
    );
    expect(await office.records(request)).toEqual([]);
    await office.leavesIt(MIA, request);
    expect(asShown(await office.card(request))).toContain('*Not this time* by @Eve');
    const [record] = await office.records(request);
    expect(asShown(record ?? { text: '' })).toMatchInlineSnapshot(`
      "Not this time: Figma
      *IT:* @Eve said not this time, Mon 5 Jan, 10:00 GMT+8
      Why: The vendor keeps customer data outside the region
      What would make it a yes: A data-processing addendum with hosting in Taiwan
      What we want from it: Landing pages in two days instead of ten
      When that is in place, reopen it here and it goes on where it stopped."
    `);
    const dm = office.slack.dmWith(MIA).at(-1);
    expect(asShown(dm ?? { text: '' })).toMatchInlineSnapshot(`
      "*BUY-1*: Not this time. @Eve decided, Mon 5 Jan, 10:00 GMT+8.
      Why: The vendor keeps customer data outside the region
      What would make it a yes: A data-processing addendum with hosting in Taiwan
      [Open thread]"
    `);
    expect(office.slack.refusals).toEqual([]);
  });

  it('only with a reason, a way forward and a day to come', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.opens(EVE, request, 'pilot');
    const past = await office.slack.person(EVE).submit({ words: 'Two teams', date: '2026-01-04' });
    expect(past).toMatchObject({ outcome: 'errors', errors: { date: expect.stringContaining('has passed') } });
    await office.slack.person(EVE).cancel();
    await office.opens(EVE, request, 'decline');
    expect(await office.slack.person(EVE).submit({ words: 'No' })).toMatchObject({ outcome: 'errors' });
    expect(await office.slack.person(EVE).submit({ words: 'No', way: ' \n ' })).toMatchObject({ outcome: 'errors' });
    expect(await office.records(request)).toEqual([]);
    expect(office.slack.refusals).toEqual([]);
  });

  it('in the engineer’s absence the stand-in does', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.approves(ADA, request);
    expect(asShown(await office.card(request))).toContain('*Approved* by @Ada');
    expect(office.slack.refusals).toEqual([]);
  });
});

describe('working on it together', () => {
  it('stops the clock between a question and its answer', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    const before = (await office.stored(request)).request.promises;
    await office.fills(EVE, request, 'ask', { words: 'Which pages?' });
    expect(asShown(await office.card(request))).toContain('*Next:* @Mia answers the question below.');
    expect(office.told(MIA).at(-1)).toContain('@Eve has a question');

    await office.clock.forward(3 * HOUR_MS);
    const asked = office.slack.dmWith(MIA).at(-1);
    await office.slack
      .person(MIA)
      .press({ in: 'message', channelId: office.slack.dmIdWith(MIA), ts: asked?.ts ?? '' }, DECISION.answer);
    await office.slack.waitFor(() => office.slack.modalsOf(MIA).length === 1);
    expect(asShown({ text: '', blocks: office.slack.modalsOf(MIA)[0]?.blocks })).toContain(
      'The question: Which pages?',
    );
    await office.slack.person(MIA).submit({ words: 'All of them' });
    await office.settled();

    const after = (await office.stored(request)).request.promises;
    expect(after.decisionBy - before.decisionBy).toBeGreaterThanOrEqual(3 * HOUR_MS - 60_000);
    expect(asShown(await office.card(request))).toContain('*Next:* @Eve decides by Tue 6 Jan, 13:0');
    expect(office.told(EVE).at(-1)).toContain('@Mia has answered');
    expect(office.slack.refusals).toEqual([]);
  });

  it('lets either of the two tick steps, and shows who is next', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    const tick = (...steps: string[]) => steps.map((step) => `${request}:${step}`);
    await office.presses(MIA, request, DECISION.tick, tick('needs'));
    await office.presses(EVE, request, DECISION.tick, tick('needs', 'existing'));
    const card = asShown(await office.card(request));
    expect(card).toContain('☑ Needs confirmed\n☑ Existing tools checked\n☐ Security and data checked');
    expect(card).toContain('*Next:* @Eve decides');
    await office.presses(EVE, request, DECISION.tick, tick('existing'));
    expect(asShown(await office.card(request))).toContain('☐ Needs confirmed\n☑ Existing tools checked');
    const { steps } = (await office.stored(request)).request;
    expect(steps).toMatchObject([{ step: 'existing', by: EVE }]);
    expect(office.slack.refusals).toEqual([]);
  });

  it('hands over to another engineer, who decides from then on', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.fills(EVE, request, 'hand-over', { person: NOAH });
    expect(asShown(await office.card(request))).toContain('@Mia (Marketing) and @Noah (IT), together');
    expect((await office.replies(request)).at(-1)).toContain('@Eve hands this over to @Noah.');
    expect(office.told(NOAH).at(-1)).toContain('is yours now: @Eve handed it over');
    await office.approves(NOAH, request);
    expect(asShown(await office.card(request))).toContain('*Approved* by @Noah');
    expect(office.slack.refusals).toEqual([]);
  });

  it('offers nobody to hand over to whose account is deactivated', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.slack.person(IAN).act({ type: 'deactivatePerson', userId: NOAH });
    await expect
      .poll(async () => {
        await office.opens(EVE, request, 'hand-over');
        const form = JSON.stringify(office.slack.modalsOf(EVE).at(-1)?.blocks);
        await office.slack.person(EVE).cancel();
        return form.includes('Evan') && !form.includes('Noah');
      })
      .toBe(true);
    expect(office.slack.refusals).toEqual([]);
  });

  it('says so when there is nobody to hand over to', async () => {
    const alone = (org: Organisation) => ({
      ...org,
      it: { leads: [EVE], engineers: org.it.engineers.filter(({ user }) => user === EVE) },
    });
    const office = await openOffice({ org: alone });
    const request = await office.asks(MIA);
    await office.opens(EVE, request, 'hand-over');
    const [notice] = office.slack.modalsOf(EVE);
    expect(asShown({ text: '', blocks: notice?.blocks })).toBe(
      'Nobody else in IT can take it yet. @Eve can add an engineer in the org file.',
    );
    expect(office.slack.refusals).toEqual([]);
  });

  it('is withdrawn by its requester, and reopened', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.fills(MIA, request, 'withdraw', { words: 'The campaign is off' });
    expect(asShown(await office.card(request))).toContain('*Withdrawn* by @Mia');
    expect((await office.replies(request)).at(-1)).toContain('> The campaign is off');
    expect(office.told(EVE).at(-1)).toContain('@Mia withdrew it');

    await office.fills(MIA, request, 'reopen', { words: 'The campaign is back' });
    expect(asShown(await office.card(request))).toContain('*Next:* @Eve');
    expect(office.told(EVE).at(-1)).toContain('is open again: @Mia reopened it');
    await office.approves(EVE, request);
    expect(await office.history(request)).toEqual([
      'submitted',
      'withdrawn',
      'reopened',
      'first-responded',
      'approved',
      'decided',
    ]);
    expect(office.slack.refusals).toEqual([]);
  });

  it('takes a decision back only by reopening, and keeps both records', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.fills(EVE, request, 'decline', { words: 'No hosting in Taiwan', way: 'Hosting in Taiwan' });
    await office.leavesIt(MIA, request);
    await office.fills(EVE, request, 'reopen', { words: 'They signed for Taiwan' });
    await office.approves(EVE, request);
    const records = await office.records(request);
    expect(records.map(({ text }) => text)).toEqual(['BUY-1 · Figma: Not this time', 'BUY-1 · Figma: Approved']);
    expect(office.slack.refusals).toEqual([]);
  });

  it('lets others support it: the engineer hears of it, once a person', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.approves(LENA, request);
    const offer = office.slack.ephemeralsTo(LENA).at(-1);
    const place = { in: 'message', channelId: offer?.channelId ?? '', ts: offer?.ts ?? '' } as const;
    await office.slack.person(LENA).press(place, DECISION.support);
    await office.slack.waitFor(() => office.toldPrivately(LENA).at(-1)?.includes('Done, I told @Eve'));
    await office.settled();
    expect(office.told(EVE).at(-1)).toContain('@Lena is for it too');
    expect(await office.records(request)).toEqual([]);
    expect(office.slack.refusals).toEqual([]);
  });
});
