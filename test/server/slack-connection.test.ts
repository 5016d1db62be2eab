import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CREDENTIALS } from '#playground/company/company.ts';
import { openOffice } from '#test/support/office.ts';

const BODY =
  'team_id=T0HARBOUR&user_id=U0MIA&channel_id=C0GENERAL&command=%2Fbuy-tool&text=help&trigger_id=1.2.3&response_url=http%3A%2F%2F127.0.0.1%3A9%2F';

/** A command as Slack signs it, sent at some other time or with some other header. */
async function send(
  port: number,
  { shiftS = 0, type = 'application/x-www-form-urlencoded', secret = CREDENTIALS.signingSecret },
) {
  const timestamp = Math.floor(Date.now() / 1000) + shiftS;
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${BODY}`).digest('hex')}`;
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': signature,
  };
  const { status } = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', headers, body: BODY });
  return status;
}

describe('over HTTP', () => {
  it('takes what Slack signed, within five minutes either way, whatever a proxy adds to the content type', async () => {
    const { tandem } = await openOffice();
    expect(await send(tandem.port, {})).toBe(200);
    expect(await send(tandem.port, { type: 'application/x-www-form-urlencoded; charset=utf-8' })).toBe(200);
    expect(await send(tandem.port, { shiftS: -290 })).toBe(200);
    expect(await send(tandem.port, { shiftS: -310 })).toBe(401);
    expect(await send(tandem.port, { shiftS: 310 })).toBe(401);
    expect(await send(tandem.port, { secret: 'another' })).toBe(401);
  });

  it('answers health and readiness, and nothing else', async () => {
    const { tandem } = await openOffice();
    const get = async (path: string) => {
      const answer = await fetch(`http://127.0.0.1:${tandem.port}${path}`);
      return [answer.status, await answer.json()];
    };
    expect(await get('/healthz')).toEqual([200, { ok: true }]);
    expect(await get('/readyz')).toEqual([200, { ok: true, reasons: [] }]);
    expect(await get('/slack/events')).toEqual([404, { ok: false }]);
  });
});

describe('over Socket Mode', () => {
  it('outlives the notice that Slack holds events back', async () => {
    const { slack } = await openOffice({ mode: 'socket' });
    slack.sockets.rateLimited();
    await slack.person('U0MIA').command('C0GENERAL', '/buy-tool help');
    await slack.waitFor(() => slack.ephemeralsTo('U0MIA')[0]);
  });

  it('connects again by itself when the connection breaks', async () => {
    const { slack, tandem } = await openOffice({ mode: 'socket' });
    const ready = async () => (await fetch(`http://127.0.0.1:${tandem.port}/readyz`)).status;
    expect(await ready()).toBe(200);
    const connections = () => slack.calls.filter(({ method }) => method === 'apps.connections.open').length;
    expect(connections()).toBe(1);
    slack.sockets.cut();
    await slack.waitFor(() => connections() === 2 && slack.sockets.count() === 1, 15_000);
    await expect.poll(ready).toBe(200);
    await slack.person('U0MIA').command('C0GENERAL', '/buy-tool help');
    await slack.waitFor(() => slack.ephemeralsTo('U0MIA')[0]);
  });
});
