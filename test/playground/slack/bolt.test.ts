import { createServer } from 'node:net';
import { App, type AppOptions, LogLevel } from '@slack/bolt';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aClock, actions, button, input, MIA, MKT, modal, type Office, openOffice, plain, TOKENS } from './office.ts';

/** The real Bolt, against the local Slack, by socket or over HTTP. */
async function bolt(office: Office, options: AppOptions, port: number): Promise<App> {
  const app = new App({
    token: TOKENS.botToken,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: office.slack.apiUrl, retryConfig: { retries: 0 } },
    ...options,
  });
  await app.start(port);
  onTestFinished(async () => void (await app.stop()));
  return app;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

async function overHttp(): Promise<{ office: Office; app: App }> {
  const office = await openOffice({ clock: aClock(Date.UTC(2020, 0, 1)).now });
  const port = await freePort();
  const app = await bolt(office, { signingSecret: TOKENS.signingSecret }, port);
  office.slack.setAppUrl(`http://127.0.0.1:${port}`);
  return { office, app };
}

async function bySocket(): Promise<{ office: Office; app: App }> {
  const office = await openOffice();
  office.slack.setAppUrl(undefined);
  const app = await bolt(office, { socketMode: true, appToken: TOKENS.appToken }, 0);
  await office.slack.waitFor(() => office.slack.sockets.count() === 1);
  return { office, app };
}

describe.each([
  ['over HTTP', overHttp],
  ['by socket', bySocket],
])('Bolt %s', (_, start) => {
  it('hears a command, opens a form, validates it, and posts what was filled in', async () => {
    const { office, app } = await start();
    const { slack } = office;
    const text = input('outcome', { type: 'plain_text_input', action_id: 'text' });
    const tool = input('tool', { type: 'external_select', action_id: 'tool', min_query_length: 1 });
    app.command('/buy-tool', async ({ ack, client, body }) => {
      await ack();
      const view = modal([text, tool], { callback_id: 'request' });
      await client.views.open({ trigger_id: body.trigger_id, view: view as never });
    });
    app.options('tool', async ({ ack, options }) => {
      await ack({ options: [{ text: plain(`Found ${options.value}`) as never, value: 'found' }] });
    });
    app.view('request', async ({ ack, view, client, body }) => {
      const outcome = view.state.values.outcome?.text?.value ?? '';
      if (outcome.length < 5) return ack({ response_action: 'errors', errors: { outcome: 'Say more' } });
      await ack();
      const pick = view.state.values.tool?.tool?.selected_option?.value;
      const blocks = [actions(button('approve'))];
      await client.chat.postMessage({
        channel: MKT,
        text: `${body.user.id}: ${outcome} with ${pick}`,
        blocks: blocks as never,
      });
    });
    app.action('approve', async ({ ack, respond, body }) => {
      await ack();
      await respond({ text: `Thanks ${body.user.id}`, replace_original: false });
    });

    const mia = slack.person(MIA);
    expect(await mia.command(MKT, '/buy-tool figma')).toMatchObject({ ok: true });
    await slack.waitFor(() => slack.modalsOf(MIA).length === 1);
    expect(await mia.searchInModal('tool', 'fig')).toMatchObject({ options: [{ text: { text: 'Found fig' } }] });
    expect(await mia.submit({ outcome: 'Fast', tool: 'found' })).toMatchObject({ outcome: 'errors' });
    expect(await mia.submit({ outcome: 'Faster' })).toMatchObject({ outcome: 'closed' });
    const [card] = await slack.waitFor(() => slack.messagesIn(MKT).length > 0 && slack.messagesIn(MKT));
    expect(card).toMatchObject({ text: `${MIA}: Faster with found` });
    await mia.press({ in: 'message', channelId: MKT, ts: card?.ts ?? '' }, 'approve');
    await slack.waitFor(() => slack.ephemeralsTo(MIA).length === 1);
    expect(slack.ephemeralsTo(MIA)).toMatchObject([{ text: `Thanks ${MIA}` }]);
    expect(slack.refusals).toEqual([]);
  });

  it('hears shortcuts, events and closed forms, and knows people', async () => {
    const { office, app } = await start();
    const { slack } = office;
    const heard: string[] = [];
    app.shortcut('buy', async ({ ack, client, body }) => {
      await ack();
      const view = modal([input('a', { type: 'plain_text_input' })], { callback_id: 'v', notify_on_close: true });
      await client.views.open({ trigger_id: body.trigger_id, view: view as never });
    });
    app.view({ callback_id: 'v', type: 'view_closed' }, async ({ ack, body }) => {
      await ack();
      heard.push(`closed ${'is_cleared' in body && body.is_cleared}`);
    });
    app.message('hello', async ({ message, say, client }) => {
      const user = 'user' in message ? message.user : '';
      const { user: person } = await client.users.info({ user: user ?? '', include_locale: true });
      await say({ text: `Hi ${person?.name} (${person?.locale})`, thread_ts: message.ts });
    });
    const mia = slack.person(MIA);
    await mia.globalShortcut('buy');
    await slack.waitFor(() => slack.modalsOf(MIA).length === 1);
    await mia.cancel();
    expect(heard).toEqual(['closed false']);
    const said = await mia.say(MKT, 'hello');
    const ts = (said.ok && said.ts) || '';
    await slack.waitFor(() => slack.thread(MKT, ts).length === 2);
    expect(slack.thread(MKT, ts)[1]).toMatchObject({ text: 'Hi mia (en-GB)' });
  });
});
