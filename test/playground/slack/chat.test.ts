import { describe, expect, it } from 'vitest';
import {
  actions,
  BO,
  BOT,
  button,
  MIA,
  MKT,
  OLD,
  OTHER,
  openOffice,
  PARTNER,
  SCOPES,
  SECRET,
  UNKNOWN,
} from './office.ts';

const divider = { type: 'divider' };

describe('chat.postMessage', () => {
  it('says the message where the app is a member, and answers with Slack’s message', async () => {
    const { slack, api } = await openOffice();
    const answer = await api('chat.postMessage', { channel: MKT, text: 'Hi', blocks: [divider] });
    expect(answer).toMatchObject({ ok: true, channel: MKT, message: { text: 'Hi', user: BOT, bot_id: 'B0BOT' } });
    expect(answer.message.blocks[0].block_id).toBeTruthy();
    expect(slack.messagesIn(MKT)).toMatchObject([{ ts: answer.ts, text: 'Hi', botId: 'B0BOT' }]);
    expect(slack.refusals).toEqual([]);
  });

  it('takes a form with JSON inside and the token in it, as the SDK sends it', async () => {
    const { slack } = await openOffice();
    const body = new URLSearchParams({
      token: 'xoxb-local',
      channel: MKT,
      text: 'Form',
      blocks: JSON.stringify([divider]),
    });
    const answer = await (await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', body })).json();
    expect(answer).toMatchObject({ ok: true, message: { blocks: [divider] } });
  });

  it.each([
    ['channel_not_found', { channel: 'C0NOWHERE', text: 'x' }],
    ['channel_not_found', { channel: UNKNOWN, text: 'a private channel without the app' }],
    ['channel_not_found', { channel: '#marketing', text: 'names are no ids' }],
    ['not_in_channel', { channel: OTHER, text: 'x' }],
    ['is_archived', { channel: OLD, text: 'x' }],
    ['user_not_found', { channel: 'U0NOBODY', text: 'x' }],
    ['user_disabled', { channel: 'U0GONE', text: 'x' }],
    ['cannot_dm_bot', { channel: BOT, text: 'x' }],
    ['no_text', { channel: MKT }],
    ['invalid_blocks', { channel: MKT, text: 'x', blocks: [{ type: 'nonsense' }] }],
    ['invalid_blocks_format', { channel: MKT, text: 'x', blocks: '[{' }],
    ['invalid_attachments', { channel: MKT, text: 'x', attachments: '[{' }],
    ['invalid_metadata_format', { channel: MKT, text: 'x', metadata: { event_payload: {} } }],
    ['thread_not_found', { channel: MKT, text: 'x', thread_ts: '1700000000.000001' }],
    ['invalid_arguments', { channel: MKT, text: 'x', thread_ts: 1700000000.000001 }],
  ])('refuses with %s: %j', async (error, args) => {
    const { slack, api } = await openOffice();
    const answer = await api('chat.postMessage', args);
    expect(answer).toMatchObject({ ok: false, error });
    expect(answer.response_metadata.messages.length).toBeGreaterThan(0);
    expect(slack.refusals).toMatchObject([{ method: 'chat.postMessage', error }]);
  });

  it('needs the scope chat:write', async () => {
    const { api } = await openOffice({ scopes: ['users:read', 'im:write'] });
    expect(await api('chat.postMessage', { channel: MKT, text: 'x' })).toMatchObject({
      error: 'missing_scope',
      needed: 'chat:write',
      provided: 'users:read,im:write',
    });
  });

  it('may post to public channels it is not in with chat:write.public', async () => {
    const { api } = await openOffice({ scopes: [...SCOPES, 'chat:write.public'] });
    expect(await api('chat.postMessage', { channel: OTHER, text: 'x' })).toMatchObject({ ok: true });
  });

  it('opens the DM when given a person’s id, and refuses when the messages tab is off', async () => {
    const open = await openOffice();
    const answer = await open.api('chat.postMessage', { channel: MIA, text: 'Psst' });
    expect(answer.channel).toMatch(/^D/);
    expect(open.slack.dmWith(MIA)).toMatchObject([{ text: 'Psst' }]);
    const shut = await openOffice({ appHome: { home_tab_enabled: true, messages_tab_enabled: false } });
    expect(await shut.api('chat.postMessage', { channel: MIA, text: 'x' })).toMatchObject({
      error: 'messages_tab_disabled',
    });
  });

  it('goes on posting into the DM of somebody who was deactivated, as Slack does', async () => {
    const { slack, api } = await openOffice();
    await api('chat.postMessage', { channel: MIA, text: 'before' });
    await slack.person(BO).act({ type: 'deactivatePerson', userId: MIA });
    expect(await api('chat.postMessage', { channel: MIA, text: 'after' })).toMatchObject({ ok: true });
  });

  it('refuses a thread whose parent is a reply or was deleted', async () => {
    const { slack, api } = await openOffice();
    const { ts } = await api('chat.postMessage', { channel: MKT, text: 'parent' });
    const reply = await api('chat.postMessage', { channel: MKT, text: 'reply', thread_ts: ts });
    const under = (thread_ts: string) => api('chat.postMessage', { channel: MKT, text: 'x', thread_ts });
    expect(await under(reply.ts)).toMatchObject({ error: 'thread_not_found' });
    await api('chat.delete', { channel: MKT, ts });
    expect(await under(ts)).toMatchObject({ error: 'thread_not_found' });
    expect(slack.thread(MKT, ts)).toMatchObject([{ deleted: true }, { text: 'reply' }]);
  });

  it('sends button text back with entities, as Slack does', async () => {
    const { api } = await openOffice();
    const { message } = await api('chat.postMessage', { channel: MKT, text: 'x', blocks: [actions(button('go'))] });
    expect(message.blocks[0].elements[0].text.text).toBe('Press &amp; go');
  });
});

describe('chat.update', () => {
  const posted = async () => {
    const office = await openOffice();
    const metadata = { event_type: 'tandem', event_payload: { id: '1' } };
    const message = { channel: MKT, text: 'old', blocks: [divider], metadata };
    const { ts } = await office.api('chat.postMessage', message);
    return { ...office, ts };
  };

  it('removes the blocks when only text is given, and then says it was edited', async () => {
    const { slack, api, ts } = await posted();
    await api('chat.update', { channel: MKT, ts, text: 'new' });
    expect(slack.messagesIn(MKT)).toMatchObject([{ text: 'new', edited: true }]);
    expect(slack.messagesIn(MKT)[0]).not.toHaveProperty('blocks');
  });

  it('keeps metadata unless given, and takes it off with {}', async () => {
    const { slack, api, ts } = await posted();
    await api('chat.update', { channel: MKT, ts, text: 'new', blocks: [divider] });
    expect(slack.metadataOf(MKT, ts)).toEqual({ event_type: 'tandem', event_payload: { id: '1' } });
    expect(slack.messagesIn(MKT)).toMatchObject([{ text: 'new', edited: false, blocks: [divider] }]);
    await api('chat.update', { channel: MKT, ts, text: 'new', blocks: [divider], metadata: {} });
    expect(slack.metadataOf(MKT, ts)).toBeUndefined();
  });

  it('refuses what is not its own, not there, ephemeral, too long, archived, or out of reach', async () => {
    const { slack, api, ts } = await posted();
    const update = (args: object) => api('chat.update', { channel: MKT, ts, text: 'x', ...args });
    const said = await slack.person(MIA).say(MKT, 'mine');
    const ephemeral = await api('chat.postEphemeral', { channel: MKT, user: MIA, text: 'x' });
    expect(await update({ ts: said.ok && said.ts })).toMatchObject({ error: 'cant_update_message' });
    expect(await update({ ts: '1700000000.000001' })).toMatchObject({ error: 'message_not_found' });
    expect(await update({ ts: ephemeral.message_ts })).toMatchObject({ error: 'message_not_found' });
    expect(await update({ text: 'x'.repeat(4001) })).toMatchObject({ error: 'msg_too_long' });
    expect(await update({ channel: MIA })).toMatchObject({ error: 'channel_not_found' });
    expect(await update({ channel: OTHER })).toMatchObject({ error: 'not_in_channel' });
    await slack.person(MIA).act({ type: 'archiveChannel', channelId: MKT });
    expect(await update({})).toMatchObject({ error: 'is_inactive' });
  });
});

describe('chat.delete', () => {
  it('deletes its own message and refuses others', async () => {
    const { slack, api } = await openOffice();
    const { ts } = await api('chat.postMessage', { channel: MKT, text: 'x' });
    const said = await slack.person(MIA).say(MKT, 'mine');
    expect(await api('chat.delete', { channel: MKT, ts: said.ok && said.ts })).toMatchObject({
      error: 'cant_delete_message',
    });
    expect(await api('chat.delete', { channel: MKT, ts })).toMatchObject({ ok: true });
    expect(await api('chat.delete', { channel: MKT, ts })).toMatchObject({ error: 'message_not_found' });
    expect(slack.messagesIn(MKT)).toMatchObject([{ text: 'mine' }]);
  });
});

describe('chat.postEphemeral', () => {
  it('shows the message to one person only', async () => {
    const { slack, api } = await openOffice();
    await api('chat.postEphemeral', { channel: MKT, user: MIA, text: 'for you' });
    const seen = (userId: string) =>
      slack
        .person(userId)
        .sees()
        .conversations.find((one) => one.id === MKT)?.messages;
    expect(seen(MIA)).toMatchObject([{ text: 'for you', onlyYou: true }]);
    expect(seen(BO)).toEqual([]);
    expect(slack.ephemeralsTo(MIA)).toMatchObject([{ channelId: MKT }]);
  });

  it.each([
    ['user_not_in_channel', { channel: SECRET, user: PARTNER }],
    ['user_not_in_channel', { channel: MKT, user: 'U0GONE' }],
    ['user_not_found', { channel: MKT, user: 'U0NOBODY' }],
    ['not_in_channel', { channel: OTHER, user: MIA }],
    ['msg_too_long', { channel: MKT, user: MIA, text: '中'.repeat(1400) }],
  ])('refuses with %s: %j', async (error, args) => {
    const { api } = await openOffice();
    expect(await api('chat.postEphemeral', { text: 'x', ...args })).toMatchObject({ error });
  });

  it('is seen by nobody in a thread without replies, which goes on the list of refusals', async () => {
    const { slack, api } = await openOffice();
    const { ts } = await api('chat.postMessage', { channel: MKT, text: 'parent' });
    const inThread = { channel: MKT, user: MIA, text: 'hey', thread_ts: ts };
    expect(await api('chat.postEphemeral', inThread)).toMatchObject({ ok: true });
    expect(slack.ephemeralsTo(MIA)).toEqual([]);
    expect(slack.refusals).toMatchObject([{ error: 'ephemeral_not_shown' }]);
    await slack.person(BO).say(MKT, 'now it is a thread', { threadTs: ts });
    await api('chat.postEphemeral', inThread);
    expect(slack.ephemeralsTo(MIA)).toMatchObject([{ text: 'hey', threadTs: ts }]);
  });
});

describe('links and reactions', () => {
  it('answers a permalink, and refuses a message that is not there', async () => {
    const { api } = await openOffice();
    const { ts } = await api('chat.postMessage', { channel: MKT, text: 'x' });
    const { permalink } = await api('chat.getPermalink', { channel: MKT, message_ts: ts });
    expect(permalink).toContain(`/archives/${MKT}/p${ts.replace('.', '')}`);
    expect(await api('chat.getPermalink', { channel: MKT, message_ts: '1' })).toMatchObject({
      error: 'message_not_found',
    });
  });

  it('reacts once', async () => {
    const { api } = await openOffice();
    const { ts } = await api('chat.postMessage', { channel: MKT, text: 'x' });
    const add = (name: string, timestamp = ts) => api('reactions.add', { channel: MKT, timestamp, name });
    expect(await add('eyes')).toMatchObject({ ok: true });
    expect(await add('eyes')).toMatchObject({ error: 'already_reacted' });
    expect(await add('No Emoji')).toMatchObject({ error: 'invalid_name' });
    expect(await add('eyes', '1')).toMatchObject({ error: 'message_not_found' });
  });
});
