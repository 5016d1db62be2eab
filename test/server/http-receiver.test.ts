import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, type ReceiverEvent } from '@slack/bolt';
import { describe, expect, it, onTestFinished } from 'vitest';
import { signature } from '#playground/slack/signing.ts';
import { httpReceiver } from '#server/http-receiver.ts';
import { openLog } from '#server/log.ts';

const SECRET = 'test-secret';
const FORM = 'application/x-www-form-urlencoded';

/** A receiver behind a server; `take` is what Bolt would do with what comes. */
async function receiving(take: (event: ReceiverEvent) => Promise<void> = ({ ack }) => ack()) {
  const logged: string[] = [];
  const receiver = httpReceiver(SECRET, openLog('info', { write: (line) => void logged.push(line) }));
  const taken: ReceiverEvent[] = [];
  const app = new App({ receiver, authorize: async () => ({}) });
  app.processEvent = async (event) => {
    taken.push(event);
    await take(event);
  };
  const server = createServer(receiver.onRequest);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  const send = async (body: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(url, { method: 'POST', body, headers });
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
  };
  const seconds = Math.floor(Date.now() / 1_000);
  const signed = (body: string, type = FORM) => ({
    'content-type': type,
    'x-slack-request-timestamp': String(seconds),
    'x-slack-signature': signature(SECRET, seconds, body),
  });
  return { send, signed, taken, logged, seconds };
}

describe('what Slack signed', () => {
  it('reaches Bolt: a command as its fields, an interaction and an event as JSON', async () => {
    const { send, signed, taken } = await receiving();
    const command = 'command=%2Fbuy-tool&text=Figma+%26+%E8%A8%AD%E8%A8%88';
    const interaction = `payload=${encodeURIComponent('{"type":"view_submission","view":{"id":"V1"}}')}`;
    const event = '{"type":"event_callback","event":{"type":"message"}}';
    for (const body of [command, interaction]) expect(await send(body, signed(body))).toMatchObject({ status: 200 });
    const again = { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_timeout' };
    await send(event, { ...signed(event, 'application/json; charset=utf-8'), ...again });
    expect(taken.map(({ body }) => ({ ...body }))).toEqual([
      { command: '/buy-tool', text: 'Figma & 設計' },
      { type: 'view_submission', view: { id: 'V1' } },
      { type: 'event_callback', event: { type: 'message' } },
    ]);
    expect(taken[2]).toMatchObject({ retryNum: 2, retryReason: 'http_timeout' });
  });

  it('is answered as the listener says: empty, as text, as JSON', async () => {
    const { send, signed } = await receiving(({ body, ack }) => ack(JSON.parse(String(body.text))));
    const answerTo = async (text: string) => {
      const body = `text=${encodeURIComponent(text)}`;
      return send(body, signed(body));
    };
    expect(await answerTo('null')).toEqual({ status: 200, type: null, text: '' });
    expect(await answerTo('"words"')).toEqual({ status: 200, type: null, text: 'words' });
    expect(await answerTo('{"response_action":"clear"}')).toEqual({
      status: 200,
      type: 'application/json',
      text: '{"response_action":"clear"}',
    });
  });

  it('is answered once', async () => {
    const second: unknown[] = [];
    const { send, signed } = await receiving(async ({ ack }) => {
      await ack('first');
      await ack('second').catch((error: unknown) => second.push(error));
    });
    expect(await send('a=1', signed('a=1'))).toMatchObject({ status: 200, text: 'first' });
    expect(second).toHaveLength(1);
  });

  it('is turned away when it cannot be read, and when it is longer than anything of Slack’s', async () => {
    const { send, signed, taken } = await receiving();
    for (const body of ['{"half":', 'null', '7']) {
      expect(await send(body, signed(body, 'application/json')), body).toMatchObject({ status: 400 });
    }
    const long = `a=${'x'.repeat(5 * 1_024 * 1_024)}`;
    expect(await send(long, signed(long))).toMatchObject({ status: 413 });
    expect(taken).toEqual([]);
  });

  it('gets an error of ours as an error, and the log has it', async () => {
    const { send, signed, logged } = await receiving(() => Promise.reject(new TypeError('planted')));
    expect(await send('a=1', signed('a=1'))).toMatchObject({ status: 500 });
    expect(logged.join()).toContain('TypeError');
    expect(logged.join()).not.toContain('planted');
  });

  it('may be Slack asking whether this address is ours', async () => {
    const { send, signed, taken } = await receiving();
    const body = '{"type":"url_verification","challenge":"c1"}';
    expect(await send(body, signed(body, 'application/json'))).toMatchObject({
      status: 200,
      text: '{"challenge":"c1"}',
    });
    expect(taken).toEqual([]);
  });
});

describe('what Slack did not sign', () => {
  it('goes no further, whatever is wrong with its signature', async () => {
    const { send, signed, taken, seconds } = await receiving();
    const good = signed('a=1');
    const { 'x-slack-signature': _, ...unsigned } = good;
    for (const headers of [
      unsigned,
      { ...good, 'x-slack-signature': '' },
      { ...good, 'x-slack-signature': 'v0=' },
      { ...good, 'x-slack-signature': good['x-slack-signature'].replace('v0=', 'v1=') },
      { ...good, 'x-slack-signature': good['x-slack-signature'].toUpperCase() },
      { ...good, 'x-slack-signature': signature('another', seconds, 'a=1') },
      { ...good, 'x-slack-signature': signature(SECRET, seconds, 'a=2') },
      { ...good, 'x-slack-request-timestamp': String(seconds - 1) },
      { ...good, 'x-slack-request-timestamp': 'NaN' },
    ]) {
      expect(await send('a=1', headers), JSON.stringify(headers)).toMatchObject({ status: 401 });
    }
    expect(taken).toEqual([]);
  });

  it('goes no further when it is old, or from the future, though the signature is right', async () => {
    const { send, taken, seconds } = await receiving();
    for (const at of [seconds - 400, seconds + 400]) {
      const headers = { 'x-slack-request-timestamp': String(at), 'x-slack-signature': signature(SECRET, at, 'a=1') };
      expect(await send('a=1', headers)).toMatchObject({ status: 401 });
    }
    expect(taken).toEqual([]);
  });

  it('may be a probe of the certificate, which is answered and carries nothing in', async () => {
    const { send, taken } = await receiving();
    const smuggled = `ssl_check=1&payload=${encodeURIComponent('{"type":"block_actions"}')}`;
    expect(await send(smuggled, { 'content-type': FORM })).toEqual({ status: 200, type: null, text: '' });
    expect(await send('text=ssl_check', { 'content-type': FORM })).toMatchObject({ status: 401 });
    expect(taken).toEqual([]);
  });
});
