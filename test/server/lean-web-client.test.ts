import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ErrorCode } from '@slack/web-api';
import { expect, it, onTestFinished } from 'vitest';
import { keepAliveFetch } from '#server/keep-alive-fetch.ts';
import { LeanWebClient } from '#server/lean-web-client.ts';

type Heard = { url: string | undefined; type: string | undefined; authorization: string | undefined; body: string };

/** A Slack that answers every call in this way, and what it heard. */
async function slackThat(answer: (response: ServerResponse) => void, timeout = 5_000) {
  const heard: Heard[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { authorization, 'content-type': type } = request.headers;
    heard.push({ url: request.url, type, authorization, body });
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fetch = keepAliveFetch();
  onTestFinished(() => {
    fetch.close();
    server.closeAllConnections();
    server.close();
  });
  const slackApiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  return { client: new LeanWebClient('xoxb-test', { slackApiUrl, fetch, timeout }), heard };
}

it('sends what holds objects as JSON, and everything else as a form, without what is not given', async () => {
  const { client, heard } = await slackThat((response) => response.end('{"ok":true,"ts":"1.2"}'));
  const blocks = [{ type: 'divider' as const }];
  expect(await client.chat.postMessage({ channel: 'C1', text: 'é & <b>', blocks })).toMatchObject({ ts: '1.2' });
  await client.users.info({ user: 'U1', include_locale: true });
  expect(heard).toEqual([
    {
      url: '/api/chat.postMessage',
      type: 'application/json; charset=utf-8',
      authorization: 'Bearer xoxb-test',
      body: '{"channel":"C1","text":"é & <b>","blocks":[{"type":"divider"}]}',
    },
    {
      url: '/api/users.info',
      type: 'application/x-www-form-urlencoded',
      authorization: 'Bearer xoxb-test',
      body: 'user=U1&include_locale=true',
    },
  ]);
});

it.each([
  [
    'an error of Slack',
    { status: 200, body: '{"ok":false,"error":"is_archived"}', headers: {} },
    ErrorCode.PlatformError,
  ],
  ['a rate limit', { status: 429, body: '', headers: { 'retry-after': '7' } }, ErrorCode.RateLimitedError],
  ['a status that is no answer', { status: 503, body: 'busy', headers: {} }, ErrorCode.HTTPError],
  ['an answer that is no JSON', { status: 200, body: '<html>', headers: {} }, ErrorCode.RequestError],
])('throws for %s what the SDK throws', async (_, { status, body, headers }, code) => {
  const { client, heard } = await slackThat((response) => response.writeHead(status, headers).end(body));
  await expect(client.auth.test()).rejects.toMatchObject({ code });
  expect(heard).toHaveLength(1);
});

it('says for how long a rate limit lasts, in seconds', async () => {
  const { client } = await slackThat((response) => response.writeHead(429, { 'retry-after': '7' }).end());
  await expect(client.auth.test()).rejects.toMatchObject({ retryAfter: 7 });
});

it.each([
  ['never answers', () => {}],
  ['begins an answer and stops', (response: ServerResponse) => void response.writeHead(200).write('{"ok":')],
])('gives a Slack that %s up in time', async (_, answer) => {
  const { client } = await slackThat(answer, 50);
  await expect(client.auth.test()).rejects.toMatchObject({ code: ErrorCode.RequestError });
});

it('tells a connection that never was from one that broke', async () => {
  const { client } = await slackThat((response) => response.destroy());
  await expect(client.auth.test()).rejects.toMatchObject({ original: { code: 'ECONNRESET' } });
  const nobody = new LeanWebClient('xoxb-test', {
    slackApiUrl: 'http://127.0.0.1:1/api/',
    fetch: keepAliveFetch(),
    timeout: 5_000,
  });
  await expect(nobody.auth.test()).rejects.toMatchObject({ original: { code: 'ECONNREFUSED' } });
});
