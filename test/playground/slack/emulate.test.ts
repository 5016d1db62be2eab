import { createEmulator } from 'emulate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openOffice } from './office.ts';

type Answer = { ok: boolean; error?: string; [key: string]: unknown };
type Ask = (method: string, args?: object) => Promise<Answer>;

const asker =
  (apiUrl: string, token: string): Ask =>
  async (method, args = {}) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    return (await fetch(`${apiUrl}${method}`, { method: 'POST', headers, body: JSON.stringify(args) })).json();
  };

/** emulate's own Slack, which cannot fix ids: the channel is looked up by its name. */
async function theirs() {
  const port = 20_000 + (process.pid % 20_000);
  const emulator = await createEmulator({
    service: 'slack',
    port,
    seed: {
      tokens: { 'xoxb-theirs': { login: 'tandem', scopes: [] } },
      slack: {
        team: { name: 'Example', domain: 'example' },
        users: [{ name: 'tandem', real_name: 'Tandem' }],
        channels: [{ name: 'marketing' }],
      },
    },
  });
  onTestFinished(() => emulator.close());
  const ask = asker(`${emulator.url}/api/`, 'xoxb-theirs');
  const { channels } = (await ask('conversations.list')) as { channels?: { id: string; name: string }[] };
  return { ask, channel: channels?.find(({ name }) => name === 'marketing')?.id ?? '' };
}

async function ours() {
  const { slack } = await openOffice();
  return { ask: asker(slack.apiUrl, 'xoxb-local'), channel: 'C0MKT' };
}

/** The same calls to both; only `ok` and `error` are compared, for ids and times differ. */
async function outcomes({ ask, channel }: { ask: Ask; channel: string }) {
  const seen: [string, boolean, string | undefined][] = [];
  const call = async (method: string, args: object = {}) => {
    const answer = await ask(method, args);
    seen.push([method, answer.ok, answer.error]);
    return answer;
  };
  await call('auth.test');
  const posted = await call('chat.postMessage', { channel, text: 'Hi' });
  const { ts } = posted;
  await call('chat.postMessage', { channel: 'C0NOWHERE', text: 'Hi' });
  await call('chat.postMessage', { channel });
  await call('chat.postMessage', { channel, text: 'reply', thread_ts: ts });
  await call('chat.postMessage', { channel, text: 'x', blocks: 'not json' }).then(() => seen.pop());
  await call('chat.update', { channel, ts, text: 'Changed' });
  await call('chat.update', { channel, ts: '1700000000.000001', text: 'x' });
  const history = await call('conversations.history', { channel });
  const replies = await call('conversations.replies', { channel, ts });
  await call('conversations.info', { channel });
  await call('conversations.info', { channel: 'C0NOWHERE' });
  await call('users.info', { user: 'U0NOBODY' });
  await call('users.lookupByEmail', { email: 'nobody@example.org' });
  await call('reactions.add', { channel, timestamp: ts, name: 'eyes' });
  await call('reactions.add', { channel, timestamp: ts, name: 'eyes' });
  await call('chat.delete', { channel, ts: '1700000000.000001' });
  const texts = (answer: Answer) =>
    (answer.messages as { text: string; type: string }[]).map(({ type, text }) => [type, text]);
  return { seen, history: texts(history), replies: texts(replies), hasMore: history.has_more };
}

describe('emulate’s own Slack and ours', () => {
  it('answer the same calls with the same ok and error', async () => {
    expect(await outcomes(await ours())).toEqual(await outcomes(await theirs()));
  });
});
