import { describe, expect, it } from 'vitest';
import { aClock, MIA, MKT, OTHER, openOffice, SECRET, TOKENS } from './office.ts';

async function office(more = {}) {
  const opened = await openOffice(more);
  const post = async (text: string, channel = MKT) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${TOKENS.botToken}` };
    const body = JSON.stringify({ channel, text });
    const response = await fetch(`${opened.slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body });
    return { status: response.status, wait: response.headers.get('retry-after'), ...(await response.json()) };
  };
  const said = () => opened.slack.messagesIn(MKT).map(({ text }) => text);
  return { ...opened, post, said };
}

describe('a fault', () => {
  it('may come before anything is done', async () => {
    const { slack, post, said } = await office();
    slack.faults.next('chat.postMessage', 'status500');
    slack.faults.next('chat.postMessage', 'rateLimited', { retryAfterSeconds: 7 });
    slack.faults.next('chat.postMessage', 'resetBefore');
    expect(await post('a')).toMatchObject({ status: 500 });
    expect(await post('b')).toMatchObject({ status: 429, wait: '7', error: 'ratelimited' });
    await expect(post('c')).rejects.toThrow();
    expect(await post('d')).toMatchObject({ ok: true });
    expect(said()).toEqual(['d']);
    expect(slack.refusals).toEqual([]);
    expect(slack.calls.map(({ status }) => status)).toEqual([500, 429, 0, 200]);
  });

  it('may lose the reply, or deny it, after it was done', async () => {
    const { slack, post, said } = await office();
    slack.faults.next('chat.postMessage', 'loseReply');
    slack.faults.next('*', 'fatalError');
    await expect(post('a')).rejects.toThrow();
    expect(await post('b')).toMatchObject({ ok: false, error: 'fatal_error' });
    expect(said()).toEqual(['a', 'b']);
    expect(slack.refusals).toEqual([]);
  });

  it('may slow a call down', async () => {
    const { slack, post } = await office();
    slack.faults.next('chat.postMessage', 'slow', { delayMs: 30 });
    const start = performance.now();
    await post('a');
    expect(performance.now() - start).toBeGreaterThanOrEqual(29);
  });

  it('strikes only its method, as often as told, until cleared', async () => {
    const { slack, api, post } = await office();
    slack.faults.next('chat.postMessage', 'status500', { times: 2 });
    expect(await api('auth.test')).toMatchObject({ ok: true });
    for (const status of [500, 500, 200]) expect(await post('x')).toMatchObject({ status });
    slack.faults.next('chat.postMessage', 'status500');
    slack.faults.clear();
    expect(await post('x')).toMatchObject({ status: 200 });
  });

  it('strikes at random, but the same way for the same seed', async () => {
    const run = async () => {
      const { slack, post } = await office();
      slack.faults.sometimes('chat.postMessage', 'status500', { probability: 0.5, seed: 4 });
      const statuses = [];
      for (let at = 0; at < 20; at += 1) statuses.push((await post('x')).status);
      return statuses;
    };
    const first = await run();
    expect(first).toContain(500);
    expect(first).toContain(200);
    expect(await run()).toEqual(first);
  });

  it('strikes response urls too', async () => {
    const { slack, app, said } = await office();
    await slack.person(MIA).command(MKT, '/buy-tool');
    const url = app.heard.at(-1)?.body.response_url;
    const use = () =>
      fetch(url, {
        method: 'POST',
        body: JSON.stringify({ text: 'x', response_type: 'in_channel' }),
        headers: { 'content-type': 'application/json' },
      });
    slack.faults.next('response_url', 'status500');
    expect((await use()).status).toBe(500);
    expect((await use()).status).toBe(200);
    expect(said()).toEqual(['x']);
  });
});

describe('rate limits', () => {
  it('let a channel take a short burst, then one message a second', async () => {
    const clock = aClock();
    const { post } = await office({ rateLimits: true, clock: clock.now });
    for (let at = 0; at < 5; at += 1) expect(await post('x')).toMatchObject({ status: 200 });
    expect(await post('x')).toMatchObject({ status: 429, wait: '1', error: 'ratelimited' });
    expect(await post('x', SECRET)).toMatchObject({ status: 200 });
    clock.forward(1000);
    expect(await post('x')).toMatchObject({ status: 200 });
    expect(await post('x')).toMatchObject({ status: 429 });
  });

  it.each([
    ['conversations.list', 20, {}],
    ['conversations.info', 50, { channel: MKT }],
    ['users.info', 100, { user: MIA }],
  ])('let %s be called %i times a minute', async (method, count, args) => {
    const clock = aClock();
    const { api, slack } = await office({ rateLimits: true, clock: clock.now });
    for (let at = 0; at < count; at += 1) expect((await api(method, args)).ok).toBe(true);
    clock.forward(10_000);
    expect(await api(method, args)).toMatchObject({ error: 'ratelimited' });
    expect(await api('auth.test')).toMatchObject({ ok: true });
    clock.forward(50_000);
    expect(await api(method, args)).toMatchObject({ ok: true });
    expect(slack.refusals).toEqual([]);
  });

  it('are off unless asked for', async () => {
    const { post } = await office();
    for (let at = 0; at < 20; at += 1) expect(await post('x')).toMatchObject({ status: 200 });
  });
});

describe('waiting', () => {
  it('says what happened lately when it was in vain', async () => {
    const { slack, post } = await office();
    await post('x', OTHER);
    const waiting = slack.waitFor(() => slack.messagesIn(OTHER).length > 0, 20);
    await expect(waiting).rejects.toThrow(/20 ms in vain.*chat\.postMessage not_in_channel/);
  });

  it('ends when the local Slack closes', async () => {
    const { slack } = await office();
    const waiting = slack.waitFor(() => false);
    const told = expect(waiting).rejects.toThrow('closed');
    await slack.close();
    await told;
  });
});

describe('many at once', () => {
  it('keeps posts in order, at many a second', async () => {
    const { slack, api } = await office({ events: ['user_change'] });
    const start = performance.now();
    const lanes = Array.from({ length: 10 }, async () => {
      for (let at = 0; at < 40; at += 1) await api('chat.postMessage', { channel: MKT, text: 'x' });
    });
    await Promise.all(lanes);
    const seconds = (performance.now() - start) / 1000;
    const ts = slack.messagesIn(MKT).map((message) => message.ts);
    expect(ts).toEqual([...new Set(ts)].sort());
    expect(ts).toHaveLength(400);
    expect(400 / seconds).toBeGreaterThan(50);
  });
});
