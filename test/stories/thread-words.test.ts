import { describe, expect, it } from 'vitest';
import { DECISION } from '#features/decision/decision.actions.ts';
import { ADA, EVE, EVERYONE_HERE, IAN, LENA, MIA } from '#test/support/company.ts';
import { openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';

describe('what people write in the thread', () => {
  it('counts as the first response when the engineer writes it', async () => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.writes(LENA, request, 'Nice idea');
    expect(asShown(await office.card(request))).toContain('@Eve answers by');
    await office.writes(EVE, request, 'Let me look at what we have');
    await expect.poll(async () => asShown(await office.card(request))).toContain('*Next:* @Eve decides by');
    expect((await office.stored(request)).request.firstResponse).toMatchObject({ by: EVE });
    expect(office.slack.refusals).toEqual([]);
  });

  it.each([
    [EVE, 'approved', 'Shall I count that as your yes for BUY-1?'],
    [EVE, '核准', 'Shall I count that as your yes for BUY-1?'],
    [ADA, '我同意！', '這算是你同意 BUY-1 嗎？'],
  ])('decides nothing: %s writes “%s” and gets a button that does', async (engineer, words, question) => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.writes(engineer, request, words);
    await office.slack.waitFor(() => office.toldPrivately(engineer).length === 1);
    expect(office.toldPrivately(engineer)[0]).toContain(question);
    expect(await office.records(request)).toEqual([]);

    const offer = office.slack.ephemeralsTo(engineer)[0];
    const place = { in: 'message', channelId: offer?.channelId ?? '', ts: offer?.ts ?? '' } as const;
    await office.slack.person(engineer).press(place, DECISION.approve);
    await expect.poll(() => office.records(request)).toHaveLength(1);
    await office.settled();
    expect(office.slack.refusals).toEqual([]);
  });

  it.each([
    [MIA, 'approved'],
    [LENA, 'approved'],
    [IAN, '核准'],
    [EVE, 'not approved yet'],
    [EVE, 'approved?'],
    [EVE, 'once security has approved, we go on'],
    [EVE, '還沒核准'],
  ])('offers nothing to %s for “%s”', async (person, words) => {
    const office = await openOffice();
    const request = await office.asks(MIA);
    await office.writes(person, request, words);
    await office.slack.quiet();
    await office.settled();
    expect(office.toldPrivately(person)).toEqual([]);
    expect(await office.records(request)).toEqual([]);
    expect(office.slack.refusals).toEqual([]);
  });

  it('is none of ours outside the threads', async () => {
    const office = await openOffice();
    await office.asks(MIA);
    const calls = office.slack.calls.length;
    await office.slack.person(EVE).say(EVERYONE_HERE, 'approved');
    await office.slack.quiet();
    expect(office.slack.calls.length).toBe(calls);
    expect(office.slack.refusals).toEqual([]);
  });
});
