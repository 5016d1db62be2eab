import { describe, expect, it } from 'vitest';
import { movableClock } from '#playground/clock.ts';
import { aClock, BO, MIA, MKT, openOffice } from './office.ts';

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;

describe('moving the clock', () => {
  it('moves it for everybody: what people see, what they say next, and the page is told', async () => {
    const clock = movableClock();
    const { slack } = await openOffice({ clock });
    const before = slack.person(MIA).sees();
    expect(before).toMatchObject({ aheadMs: 0, team: { tz: 'Asia/Taipei' } });
    expect(await slack.person(MIA).act({ type: 'moveClock', by: DAY_MS })).toMatchObject({ ok: true });
    const after = slack.person(BO).sees();
    expect(after.aheadMs).toBe(DAY_MS);
    expect(Date.parse(after.now) - Date.parse(before.now)).toBeGreaterThanOrEqual(DAY_MS);
    expect(after.version).toBeGreaterThan(before.version);
    const said = await slack.person(BO).say(MKT, 'a day later');
    expect(Number((said.ok && said.ts) || 0) * 1000).toBeGreaterThanOrEqual(Date.parse(before.now) + DAY_MS);
  });

  it('goes to an instant, and never back', async () => {
    const { slack } = await openOffice();
    const later = new Date(Date.now() + HOUR_MS).toISOString();
    expect(await slack.person(MIA).act({ type: 'moveClock', to: later })).toMatchObject({ ok: true });
    const { version } = slack.person(MIA).sees();
    for (const act of [
      { type: 'moveClock', to: later },
      { type: 'moveClock', by: -HOUR_MS },
    ] as const)
      expect(await slack.person(MIA).act(act)).toEqual({
        ok: false,
        why: expect.stringContaining('only moves forward'),
      });
    expect(slack.person(MIA).sees().version).toBe(version);
  });

  it('ages a trigger, so that a modal can no longer be opened with it', async () => {
    const { slack, app, api } = await openOffice();
    await slack.person(MIA).command(MKT, '/buy-tool');
    await slack.person(MIA).act({ type: 'moveClock', by: HOUR_MS });
    const view = { type: 'modal', title: { type: 'plain_text', text: 'Late' }, blocks: [] };
    const answer = await api('views.open', { trigger_id: app.heard[0]?.body.trigger_id, view });
    expect(answer).toMatchObject({ ok: false, error: 'expired_trigger_id' });
  });

  it('still reaches the app: requests are signed with the real time', async () => {
    const { slack, app } = await openOffice();
    await slack.person(MIA).act({ type: 'moveClock', by: DAY_MS });
    await slack.person(MIA).command(MKT, '/buy-tool');
    const signedAt = Number(app.heard[0]?.headers['x-slack-request-timestamp']) * 1000;
    expect(Math.abs(signedAt - Date.now())).toBeLessThan(HOUR_MS);
  });

  it('is refused where a test holds the clock', async () => {
    const { slack } = await openOffice({ clock: aClock().now });
    expect(await slack.person(MIA).act({ type: 'moveClock', by: 1 })).toMatchObject({ ok: false });
  });
});

describe('reading a channel', () => {
  it('reads what only this person sees there, too', async () => {
    const { slack, api } = await openOffice();
    const unread = () =>
      slack
        .person(MIA)
        .sees()
        .conversations.find(({ id }) => id === MKT)?.unreadCount;
    await api('chat.postMessage', { channel: MKT, text: 'for all' });
    await api('chat.postEphemeral', { channel: MKT, user: MIA, text: 'for Mia' });
    await api('chat.postEphemeral', { channel: MKT, user: BO, text: 'for Bo' });
    expect(unread()).toBe(2);
    await slack.person(MIA).act({ type: 'markRead', channelId: MKT });
    expect(unread()).toBe(0);
  });
});
