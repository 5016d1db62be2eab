import { describe, expect, it } from 'vitest';
import type { UserId } from '#domain/ids.ts';
import { DIGEST } from '#features/digest/digest.actions.ts';
import { EVE, EVERYONE_HERE, HOUR_MS, IAN, LENA, MIA } from '#test/support/company.ts';
import { type Office, openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';

const DAY_MS = 24 * HOUR_MS;
/** Stories begin on Monday, 5 January 2026, at ten: thirteen Mondays later is the first of April's quarter. */
const TO_APRIL_MS = 13 * 7 * DAY_MS - HOUR_MS;

const briefsOf = ({ slack }: Office, person: string): string[] =>
  slack
    .dmWith(person)
    .map(asShown)
    .filter((shown) => /^\S+, Q\d \d{4}\n/.test(shown));
const dmAt = ({ slack }: Office, person: UserId, has: string) => {
  const message = slack.dmWith(person).findLast((one) => JSON.stringify(one.blocks ?? '').includes(has));
  return { in: 'message', channelId: slack.dmIdWith(person), ts: message?.ts ?? '' } as const;
};

describe('the brief of a quarter', () => {
  it('comes with the first digest after it, and what is agreed on is logged, called to mind and carried on', async () => {
    const office = await openOffice();
    await office.approves(EVE, await office.asks(MIA, { tool: 'Figma', cost: '1,200', funding: 'unit' }));
    await office.clock.forward(TO_APRIL_MS);
    office.clock.hurry();
    await office.slack.waitFor(() => briefsOf(office, LENA).length === 1, 20_000);
    await office.settled();
    const [brief = ''] = briefsOf(office, LENA);
    expect(brief).toMatch(
      /^Marketing, Q1 2026\n\*The quarter against the one before\*\n• New requests: 1 · before 0\n/,
    );
    expect(brief).toContain('• Committed a year: US$1,200 · before none');
    expect(brief).toContain('*Bought most:* Figma (US$1,200 a year)');
    expect(brief).toContain('*Agreed*\nNothing is agreed yet.');
    expect(briefsOf(office, IAN)).toEqual([]);

    const lena = office.slack.person(LENA);
    await lena.press(dmAt(office, LENA, DIGEST.table), DIGEST.table);
    await office.slack.waitFor(() => office.toldPrivately(LENA).some((text) => text.includes('The table is')));
    const [file] = office.slack.dmWith(LENA).at(-1)?.files ?? [];
    expect(file?.name).toBe('marketing-2026Q1.csv');
    expect(office.slack.uploaded(file?.id ?? '')).toMatch(/^\uFEFFRequest,Submitted,.*\r\nBUY-1,2026-01-05,Figma,/);

    await lena.press(dmAt(office, LENA, DIGEST.logAction), DIGEST.logAction);
    await office.slack.waitFor(() => office.slack.modalsOf(LENA).length === 1);
    const past = await lena.submit({ what: 'One contract for Figma', who: EVE, due: '2026-04-05' });
    expect(JSON.stringify(past)).toContain('Pick a day from today on.');
    await lena.submit({ what: 'One contract for Figma', who: EVE, due: '2026-04-10' });
    await office.slack.waitFor(() => office.told(EVE).some((text) => text.includes('you agreed')));
    expect(office.told(LENA).at(-1)).toBe(
      'Logged: One contract for Figma, @Eve by Fri 10 Apr. I remind @Eve on that day, and the next brief shows it.',
    );
    expect(office.told(EVE).at(-1)).toContain('@Lena and you agreed (Marketing, Q1 2026): *One contract for Figma*');

    await office.clock.forward(4 * DAY_MS);
    await office.slack.waitFor(() => office.told(EVE).some((text) => text.includes('Due today')));
    await office.slack.person(EVE).press(dmAt(office, EVE, DIGEST.actionDone), DIGEST.actionDone);
    await office.slack.person(IAN).command(EVERYONE_HERE, '/buy-tool brief marketing 2026Q1');
    await office.slack.waitFor(() => office.toldPrivately(IAN).length === 1);
    expect(office.toldPrivately(IAN)[0]).toContain('*Agreed*\n• ~@Eve: One contract for Figma~ done');
    expect(briefsOf(office, LENA)).toHaveLength(1);
    expect(office.slack.refusals).toEqual([]);
  });

  it('is read by whoever leads the unit or IT, and by nobody else', async () => {
    const office = await openOffice();
    await office.slack.person(MIA).command(EVERYONE_HERE, '/buy-tool brief');
    await office.slack.waitFor(() => office.toldPrivately(MIA).length === 1);
    expect(office.toldPrivately(MIA)[0]).toContain('Briefs are for those who lead the unit, or IT.');
    await office.slack.person(LENA).command(EVERYONE_HERE, '/buy-tool brief');
    await office.slack.waitFor(() => office.toldPrivately(LENA).length === 1);
    expect(office.toldPrivately(LENA)[0]).toMatch(/^Marketing, Q4 2025\n/);
    await office.slack.person(LENA).command(EVERYONE_HERE, '/buy-tool brief sales');
    await office.slack.waitFor(() => office.toldPrivately(LENA).length === 2);
    expect(office.toldPrivately(LENA)[1]).toContain('Briefs are for those who lead the unit, or IT.');
    await office.slack.person(IAN).command(EVERYONE_HERE, '/buy-tool brief');
    await office.slack.waitFor(() => office.toldPrivately(IAN).length === 1);
    expect(office.toldPrivately(IAN)[0]).toContain('and one of: marketing, sales, operations');
    expect(office.slack.refusals).toEqual([]);
  });

  it('is not meant by somebody who looks for a brief writer', async () => {
    const office = await openOffice();
    await office.opensForm(MIA, 'brief writer');
    expect(JSON.stringify(office.slack.modalsOf(MIA).at(-1))).toContain('brief writer');
  });
});
