import { describe, expect, it } from 'vitest';
import { HOUR_MS, IAN, LENA, MIA } from '#test/support/company.ts';
import { openOffice } from '#test/support/office.ts';
import { asShown } from '#test/support/reading.ts';

const DAY_MS = 24 * HOUR_MS;
const IT_CHANNEL = 'C0IT';
/** From Monday at ten to the next one at nine. */
const UNTIL_MONDAY_MS = 7 * DAY_MS - HOUR_MS;

describe('a weekly digest', () => {
  it('shows', async () => {
    const office = await openOffice();
    const first = await office.asks(MIA, { tool: 'Figma', cost: '3000' });
    await office.approves('U0EVE' as typeof MIA, first);
    const second = await office.asks(MIA, { tool: 'Typeform', cost: '1000' });
    await office.approves('U0EVE' as typeof MIA, second);
    await office.asks(MIA, { tool: 'Canva', cost: '500' });
    await office.clock.forward(UNTIL_MONDAY_MS);
    office.clock.hurry();
    await office.slack.waitFor(() => office.slack.messagesIn(IT_CHANNEL).length > 0, 20_000);
    await office.slack.waitFor(() => office.told(LENA).some((text) => text.includes('week of')));
    await office.settled();
    console.log(office.told(LENA));
    console.log(office.slack.dmWith(LENA).map(asShown).at(-1));
    console.log(office.slack.dmWith(IAN).map(asShown).at(-1));
    console.log(office.slack.messagesIn(IT_CHANNEL).map(asShown));
    expect(office.slack.refusals).toEqual([]);
  });
});
