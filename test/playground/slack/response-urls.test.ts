import { describe, expect, it } from 'vitest';
import { aClock, actions, BO, button, MIA, MKT, openOffice } from './office.ts';

async function office() {
  const clock = aClock();
  const opened = await openOffice({ clock: clock.now });
  const use = async (url: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: answer.status, ...(await answer.json()) };
  };
  const mia = opened.slack.person(MIA);
  const urlOf = () => opened.app.heard.at(-1)?.body.response_url;
  const fromCommand = async () => {
    await mia.command(MKT, '/buy-tool');
    return urlOf();
  };
  const posted = { channel: MKT, text: 'old', blocks: [actions(button('go'))] };
  const pressed = async (ts: string) => {
    await mia.press({ in: 'message', channelId: MKT, ts }, 'go');
    return urlOf();
  };
  return { ...opened, clock, use, mia, fromCommand, posted, pressed };
}

describe('a response_url', () => {
  it('answers privately unless told otherwise', async () => {
    const { slack, use, fromCommand } = await office();
    const url = await fromCommand();
    expect(await use(url, { text: 'psst' })).toMatchObject({ status: 200, ok: true });
    expect(await use(url, { text: 'all', response_type: 'in_channel' })).toMatchObject({ status: 200 });
    expect(slack.ephemeralsTo(MIA)).toMatchObject([{ text: 'psst' }]);
    expect(slack.messagesIn(MKT)).toMatchObject([{ text: 'all' }]);
  });

  it('works five times', async () => {
    const { use, fromCommand } = await office();
    const url = await fromCommand();
    for (let at = 0; at < 5; at += 1) expect(await use(url, { text: 'x' })).toMatchObject({ status: 200 });
    expect(await use(url, { text: 'x' })).toMatchObject({ status: 404, error: 'used_url' });
  });

  it('works for thirty minutes', async () => {
    const { use, clock, fromCommand } = await office();
    const url = await fromCommand();
    clock.forward(30 * 60_000);
    expect(await use(url, { text: 'x' })).toMatchObject({ status: 200 });
    clock.forward(1);
    expect(await use(url, { text: 'x' })).toMatchObject({ status: 404, error: 'expired_url' });
  });

  it('cannot be made up', async () => {
    const { slack, use } = await office();
    expect(await use(`${slack.url}/response/abc`, { text: 'x' })).toMatchObject({ status: 404, error: 'invalid_url' });
  });

  it('replaces the message of the press, wholly', async () => {
    const { api, slack, use, posted, pressed } = await office();
    const { ts } = await api('chat.postMessage', posted);
    await use(await pressed(ts), { text: 'new', replace_original: true });
    expect(slack.messagesIn(MKT)).toMatchObject([{ ts, text: 'new' }]);
    expect(slack.messagesIn(MKT)[0]).not.toHaveProperty('blocks');
  });

  it('deletes the message of the press', async () => {
    const { api, slack, use, posted, pressed } = await office();
    const { ts } = await api('chat.postMessage', posted);
    const url = await pressed(ts);
    expect(await use(url, { delete_original: true })).toMatchObject({ status: 200 });
    expect(slack.messagesIn(MKT)).toEqual([]);
    expect(await use(url, { delete_original: true })).toMatchObject({ status: 400, error: 'message_not_found' });
  });

  it('replaces and deletes an ephemeral message, which stays private', async () => {
    const { api, slack, use, posted, pressed } = await office();
    const { message_ts } = await api('chat.postEphemeral', { ...posted, user: MIA });
    const url = await pressed(message_ts);
    await use(url, { text: 'new', replace_original: true, response_type: 'in_channel' });
    expect(slack.ephemeralsTo(MIA)).toMatchObject([{ text: 'new' }]);
    expect(slack.messagesIn(MKT)).toEqual([]);
    await use(url, { delete_original: true });
    expect(slack.ephemeralsTo(MIA)).toEqual([]);
  });

  it('does not replace what somebody else wrote, but answers anew', async () => {
    const { app, slack, use, mia } = await office();
    const said = await slack.person(BO).say(MKT, 'mine');
    await mia.messageShortcut('bring', MKT, (said.ok && said.ts) || '');
    await use(app.heard.at(-1)?.body.response_url, { text: 'x', replace_original: true });
    expect(slack.messagesIn(MKT)).toMatchObject([{ text: 'mine' }]);
    expect(slack.ephemeralsTo(MIA)).toMatchObject([{ text: 'x' }]);
  });

  it('refuses what no message may hold, and records it', async () => {
    const { slack, use, fromCommand } = await office();
    const url = await fromCommand();
    expect(await use(url, { blocks: [{ type: 'nonsense' }], text: 'x' })).toMatchObject({
      status: 400,
      error: 'invalid_blocks',
    });
    expect(await use(url, {})).toMatchObject({ status: 400, error: 'no_text' });
    expect(await use(url, { text: 'x', thread_ts: '1700000000.000001' })).toMatchObject({ error: 'thread_not_found' });
    expect(slack.refusals.map(({ method, error }) => [method, error])).toEqual([
      ['response_url', 'invalid_blocks'],
      ['response_url', 'no_text'],
      ['response_url', 'thread_not_found'],
    ]);
  });

  it('is gone with its channel', async () => {
    const { use, mia, fromCommand } = await office();
    const url = await fromCommand();
    await mia.act({ type: 'deleteChannel', channelId: MKT });
    expect(await use(url, { text: 'x' })).toMatchObject({ status: 404, error: 'channel_not_found' });
  });
});
