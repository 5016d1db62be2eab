import { describe, expect, it, onTestFinished } from 'vitest';
import WebSocket from 'ws';
import { MIA, MKT, openOffice, TOKENS } from './office.ts';

type Frame = { type: string; envelope_id?: string; [key: string]: unknown };

/** A bare client: keeps the frames and acknowledges when told to. */
async function office(more = {}) {
  const opened = await openOffice({ ackTimeoutMs: 40, ...more });
  opened.slack.setAppUrl(undefined);
  const connect = async (isAcknowledging = true) => {
    const { url } = await opened.api('apps.connections.open', {}, TOKENS.appToken);
    const socket = new WebSocket(url);
    const frames: Frame[] = [];
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data));
      frames.push(frame);
      if (frame.envelope_id && isAcknowledging) socket.send(JSON.stringify({ envelope_id: frame.envelope_id }));
    });
    socket.on('error', () => {});
    onTestFinished(() => socket.terminate());
    await new Promise((resolve) => socket.once('message', resolve));
    return { socket, frames, url };
  };
  return { ...opened, connect, mia: opened.slack.person(MIA) };
}

describe('Socket Mode', () => {
  it('says hello, then sends envelopes of each kind', async () => {
    const { connect, mia } = await office();
    const { frames } = await connect();
    expect(frames[0]).toMatchObject({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0APP' } });
    expect(await mia.say(MKT, 'x')).toMatchObject({ ack: { result: 'accepted' } });
    await mia.command(MKT, '/buy-tool x');
    await mia.globalShortcut('buy');
    expect(frames.slice(1)).toMatchObject([
      { type: 'events_api', accepts_response_payload: false, retry_attempt: 0, payload: { type: 'event_callback' } },
      { type: 'slash_commands', accepts_response_payload: true, payload: { command: '/buy-tool' } },
      { type: 'interactive', accepts_response_payload: true, payload: { type: 'shortcut' } },
    ]);
  });

  it('gives each payload to one connection only', async () => {
    const { connect, mia } = await office();
    const [one, two] = [await connect(), await connect()];
    for (let at = 0; at < 4; at += 1) await mia.say(MKT, `m${at}`);
    expect(one.frames.length + two.frames.length).toBe(2 + 4);
    expect(one.frames.length).toBe(3);
  });

  it('gives out addresses that work once', async () => {
    const { connect } = await office();
    const { url } = await connect();
    const again = new WebSocket(url);
    const status = await new Promise((resolve) => {
      again.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      again.on('error', () => {});
    });
    expect(status).toBe(403);
  });

  it('sends events again when nobody acknowledged, with number and reason', async () => {
    const { slack, connect, mia } = await office({ eventRetryDelaysMs: [0] });
    const { frames } = await connect(false);
    expect(await mia.say(MKT, 'x')).toMatchObject({ ack: { result: 'timed-out' } });
    await slack.waitFor(() => frames.length === 3);
    expect(frames[2]).toMatchObject({ retry_attempt: 1, retry_reason: 'http_timeout' });
    expect(await mia.command(MKT, '/buy-tool')).toMatchObject({ ok: false, ack: { result: 'timed-out' } });
  });

  it('fails what is under way when the connection goes', async () => {
    const { slack, connect, mia } = await office({ ackTimeoutMs: 5000 });
    await connect(false);
    const said = mia.say(MKT, 'x');
    slack.sockets.cut();
    expect(await said).toMatchObject({ ack: { result: 'failed' } });
    await slack.waitFor(() => slack.sockets.count() === 0);
  });

  it('asks for new connections, tells of too many events, and takes ten connections at most', async () => {
    const { slack, connect } = await office();
    const first = await connect(false);
    slack.sockets.disconnect('refresh_requested');
    slack.sockets.rateLimited();
    for (let at = 0; at < 9; at += 1) await connect();
    const eleventh = await connect();
    expect(eleventh.frames[0]).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
    expect(slack.sockets.count()).toBe(10);
    expect(first.frames[1]).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
    expect(first.frames[2]).toMatchObject({ payload: { type: 'app_rate_limited', team_id: 'T0TEAM' } });
    expect(first.frames[2]?.payload).not.toHaveProperty('event');
  });
});
