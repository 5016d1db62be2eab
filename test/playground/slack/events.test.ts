import { describe, expect, it } from 'vitest';
import { aClock, BO, BOT, EVENTS, MIA, MKT, OTHER, openOffice, PARTNER, SCOPES, SECRET } from './office.ts';

describe('events', () => {
  it('come in Slack’s envelope', async () => {
    const clock = aClock();
    const { app, slack } = await openOffice({ clock: clock.now });
    const said = await slack.person(MIA).say(MKT, `Fish & <chips> for <@${BO}>`);
    expect(said).toMatchObject({ ok: true, ack: { result: 'accepted', status: 200 } });
    expect(app.heard[0]?.body).toMatchObject({
      token: expect.any(String),
      team_id: 'T0TEAM',
      context_team_id: 'T0TEAM',
      context_enterprise_id: null,
      api_app_id: 'A0APP',
      type: 'event_callback',
      event_id: expect.stringMatching(/^Ev/),
      event_time: clock.now() / 1000,
      authorizations: [{ team_id: 'T0TEAM', user_id: BOT, is_bot: true, is_enterprise_install: false }],
      is_ext_shared_channel: true,
      event: {
        type: 'message',
        channel: MKT,
        channel_type: 'channel',
        user: MIA,
        text: `Fish &amp; &lt;chips&gt; for <@${BO}>`,
        ts: said.ok && said.ts,
        event_ts: said.ok && said.ts,
      },
    });
    const [richText] = app.heard[0]?.body.event.blocks ?? [];
    expect(richText.elements[0].elements).toEqual([
      { type: 'text', text: 'Fish & <chips> for ' },
      { type: 'user', user_id: BO },
    ]);
  });

  it('tell of replies, edits and deletions', async () => {
    const { app, slack } = await openOffice();
    const mia = slack.person(MIA);
    const parent = await mia.say(MKT, 'parent');
    const threadTs = (parent.ok && parent.ts) || '';
    const reply = await mia.say(MKT, 'reply', { threadTs });
    const ts = (reply.ok && reply.ts) || '';
    expect(app.heard.at(-1)?.body.event).toMatchObject({ thread_ts: threadTs, parent_user_id: MIA });
    await mia.editMessage(MKT, ts, 'better');
    expect(app.events('message_changed')[0].event).toMatchObject({
      hidden: true,
      channel: MKT,
      message: { ts, text: 'better', edited: { user: MIA } },
      previous_message: { text: 'reply' },
    });
    expect(app.events('message_changed')[0].event).not.toHaveProperty('text');
    await mia.deleteMessage(MKT, threadTs);
    expect(app.events('message_changed')[1].event.message).toMatchObject({ subtype: 'tombstone', user: 'USLACKBOT' });
    await mia.deleteMessage(MKT, ts);
    expect(app.events('message_deleted')[0].event).toMatchObject({
      deleted_ts: ts,
      previous_message: { text: 'better' },
    });
  });

  it('include the app’s own messages and changes, marked as a bot’s', async () => {
    const { app, slack, api } = await openOffice();
    const { ts } = await api('chat.postMessage', { channel: MKT, text: 'mine' });
    await api('chat.update', { channel: MKT, ts, text: 'changed' });
    await slack.waitFor(() => app.heard.length === 2);
    expect(app.heard[0]?.body.event).toMatchObject({ bot_id: 'B0BOT', app_id: 'A0APP', user: BOT });
    expect(app.events('message_changed')).toHaveLength(1);
  });

  it('tell of files shared', async () => {
    const { app, slack } = await openOffice();
    const mia = slack.person(MIA);
    const uploaded = await mia.act({ type: 'uploadFile', name: 'quote.pdf', sizeBytes: 5 });
    await mia.say(MKT, 'Look', { fileIds: [(uploaded.ok && uploaded.fileId) || ''] });
    expect(app.events('file_share')[0].event).toMatchObject({ text: 'Look', files: [{ name: 'quote.pdf' }] });
  });

  it('come only from conversations the app is in, of kinds it subscribes to, with the scope', async () => {
    const { app, slack } = await openOffice();
    const mia = slack.person(MIA);
    expect(await mia.say(OTHER, 'x')).toMatchObject({ ok: true, ack: { result: 'none' } });
    await mia.say(SECRET, 'x');
    await mia.say(slack.dmIdWith(MIA), 'x');
    const group = await mia.act({ type: 'openDm', userIds: [BO, BOT] });
    await mia.say((group.ok && group.channelId) || '', 'x');
    const types = app.heard.map(({ body }) => body.event.channel_type);
    expect(types).toEqual(['group', 'im', 'mpim']);
    const unsubscribed = await openOffice({ events: EVENTS.filter((name) => name !== 'message.channels') });
    expect(await unsubscribed.slack.person(MIA).say(MKT, 'x')).toMatchObject({ ack: { result: 'none' } });
    const poor = await openOffice({ scopes: SCOPES.filter((name) => name !== 'channels:history') });
    expect(await poor.slack.person(MIA).say(MKT, 'x')).toMatchObject({ ack: { result: 'none' } });
  });

  it('tell of mentions besides the message', async () => {
    const { app, slack } = await openOffice();
    await slack.person(MIA).say(MKT, `Hi <@${BOT}>`);
    expect(app.events('app_mention')).toMatchObject([{ event: { user: MIA, channel: MKT } }]);
    expect(app.events('message')).toHaveLength(1);
  });

  it('tell of channels and their members', async () => {
    const { app, slack } = await openOffice();
    const mia = slack.person(MIA);
    await mia.act({ type: 'inviteApp', channelId: OTHER });
    expect(app.events('member_joined_channel')).toMatchObject([{ event: { user: BOT, channel: OTHER, inviter: MIA } }]);
    await mia.act({ type: 'invitePerson', channelId: OTHER, userId: BO });
    expect(app.events('member_joined_channel')[1].event).toMatchObject({ user: BO });
    expect(app.events('channel_join')).toHaveLength(2);
    await mia.act({ type: 'removeApp', channelId: OTHER });
    expect(await mia.say(OTHER, 'x')).toMatchObject({ ack: { result: 'none' } });
    await mia.act({ type: 'archiveChannel', channelId: MKT });
    expect(app.events('channel_archive').map(({ event }) => event.type)).toEqual(['message', 'channel_archive']);
    expect(await mia.say(MKT, 'x')).toMatchObject({ ok: false });
    await mia.act({ type: 'unarchiveChannel', channelId: MKT });
    await mia.act({ type: 'deleteChannel', channelId: MKT });
    expect(app.events('channel_deleted')).toMatchObject([{ event: { channel: MKT } }]);
  });

  it('tell of people', async () => {
    const { app, slack } = await openOffice();
    const bo = slack.person(BO);
    await bo.act({ type: 'setStatus', text: 'Out of office', emoji: ':palm_tree:' });
    await bo.act({ type: 'setLocale', locale: 'en-US' });
    await bo.act({ type: 'setTimeZone', tz: 'Europe/Berlin' });
    await bo.act({ type: 'deactivatePerson', userId: MIA });
    await slack.addPerson({ id: 'U0NEW', name: 'Nia' });
    const users = app.events('user_change').map(({ event }) => event.user);
    expect(users[0].profile).toMatchObject({ status_text: 'Out of office', status_emoji: ':palm_tree:' });
    expect(users[1]).toMatchObject({ locale: 'en-US' });
    expect(users[2]).toMatchObject({ tz: 'Europe/Berlin' });
    expect(users[3]).toMatchObject({ id: MIA, deleted: true });
    expect(app.events('team_join')).toMatchObject([{ event: { user: { id: 'U0NEW' } } }]);
    expect(await bo.act({ type: 'setTimeZone', tz: 'Moon/Base' })).toMatchObject({ ok: false });
  });

  it('tell of reactions and of the messages tab', async () => {
    const { app, slack } = await openOffice();
    const said = await slack.person(MIA).say(MKT, 'x');
    const ts = (said.ok && said.ts) || '';
    await slack.person(BO).act({ type: 'react', channelId: MKT, ts, name: 'eyes' });
    expect(app.events('reaction_added')).toMatchObject([{ event: { user: BO, reaction: 'eyes', item: { ts } } }]);
    await slack.person(BO).act({ type: 'openAppDm' });
    expect(app.events('app_home_opened')).toMatchObject([{ event: { tab: 'messages', user: BO } }]);
  });
});

describe('events that are not acknowledged', () => {
  it('are sent again up to three times, with number and reason', async () => {
    const { app, slack } = await openOffice({ eventRetryDelaysMs: [0, 1, 1] });
    app.answer(() => ({ status: 500 }));
    expect(await slack.person(MIA).say(MKT, 'x')).toMatchObject({ ok: true, ack: { result: 'failed', status: 500 } });
    await slack.waitFor(() => app.heard.length === 4);
    await slack.quiet();
    const retries = app.heard.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);
    expect(retries).toEqual([[undefined, undefined], ...['1', '2', '3'].map((num) => [num, 'http_error'])]);
    expect(new Set(app.heard.map(({ body }) => body.event_id)).size).toBe(1);
  });

  it('are not sent again when the app says so', async () => {
    const { app, slack } = await openOffice({ eventRetryDelaysMs: [0, 1, 1] });
    app.answer(() => ({ status: 500, headers: { 'x-slack-no-retry': '1' } }));
    await slack.person(MIA).say(MKT, 'x');
    await slack.quiet();
    expect(app.heard).toHaveLength(1);
  });

  it('come again while the first try is still running when the app is slow', async () => {
    const { app, slack } = await openOffice({ eventRetryDelaysMs: [0], ackTimeoutMs: 30 });
    app.answer((heard) => (heard.headers['x-slack-retry-num'] ? undefined : new Promise(() => {})));
    expect(await slack.person(MIA).say(MKT, 'x')).toMatchObject({ ack: { result: 'timed-out' } });
    await slack.waitFor(() => app.heard.length === 2);
    expect(app.heard[1]?.headers['x-slack-retry-reason']).toBe('http_timeout');
  });

  it('wait for the app when nobody listens', async () => {
    const { app, slack } = await openOffice({ eventRetryDelaysMs: [20] });
    slack.setAppUrl(undefined);
    expect(await slack.person(MIA).say(MKT, 'x')).toMatchObject({ ack: { result: 'failed' } });
    slack.setAppUrl(app.url);
    await slack.waitFor(() => app.heard.length === 1);
    expect(app.heard[0]?.headers['x-slack-retry-reason']).toBe('connection_failed');
  });
});

describe('redelivery', () => {
  it('sends the same event again, by id or the last', async () => {
    const { app, slack } = await openOffice();
    await slack.person(MIA).say(MKT, 'one');
    await slack.person(PARTNER).say(MKT, 'two');
    const [first] = app.heard;
    await slack.redeliver();
    await slack.redeliver(first?.body.event_id, { num: 2, reason: 'http_error' });
    expect(app.heard[2]?.body).toEqual(app.heard[1]?.body);
    expect(app.heard[3]?.body).toEqual(first?.body);
    expect(app.heard[3]?.headers['x-slack-retry-num']).toBe('2');
    await expect(slack.redeliver('Ev0NONE')).rejects.toThrow('No event');
  });
});
