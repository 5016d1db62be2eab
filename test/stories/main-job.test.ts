import { describe, expect, it } from 'vitest';
import { openOffice } from '#test/support/office.ts';

describe.each(['http', 'socket'] as const)('the main job over %s', (mode) => {
  it('goes from /buy-tool to a decision in the thread', async () => {
    const { slack } = await openOffice({ mode });
    const mia = slack.person('U0MIA');
    const eve = slack.person('U0EVE');

    expect(await mia.command('C0GENERAL', '/buy-tool Figma')).toMatchObject({ ok: true });
    await slack.waitFor(() => slack.modalsOf('U0MIA')[0]);
    const sent = await mia.submit({ outcome: 'Landing pages in two days instead of ten', unit: 'marketing' });
    expect(sent).toMatchObject({ ok: true });
    expect(slack.modalsOf('U0MIA')).toEqual([]);

    const card = await slack.waitFor(() => slack.messagesIn('C0MKTDEC')[0]);
    expect(JSON.stringify(card.blocks)).toContain('BUY-1 · Landing pages in two days instead of ten');
    await slack.waitFor(() => slack.dmWith('U0EVE').length === 1 && slack.dmWith('U0MIA').length === 1);

    await eve.press({ in: 'message', channelId: 'C0MKTDEC', ts: card.ts }, 'decision.approve');
    const thread = await slack.waitFor(
      () => slack.thread('C0MKTDEC', card.ts).length === 3 && slack.thread('C0MKTDEC', card.ts),
    );
    expect(thread.map(({ text }) => text)).toMatchInlineSnapshot(`
      [
        "BUY-1 · Landing pages in two days instead of ten: Approved",
        "<@U0MIA>, <@U0EVE> is your IT partner for this: embedded with Marketing, nothing else open. Ada stands in when needed.
      Everything about it is said here, and decided here.",
        "BUY-1 · Figma: Approved",
      ]
    `);
    await slack.waitFor(() => slack.dmWith('U0MIA').length === 2);
    expect(slack.refusals).toEqual([]);
  });
});
