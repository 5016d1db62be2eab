import { describe, expect, it } from 'vitest';
import {
  BO,
  BOT,
  GUEST,
  MIA,
  MKT,
  OLD,
  OTHER,
  openOffice,
  PARTNER,
  SCOPES,
  SECRET,
  TOKENS,
  UNKNOWN,
} from './office.ts';

const without = (scope: string) => ({ scopes: SCOPES.filter((one) => one !== scope) });

describe('tokens', () => {
  it('are needed, known, and of the right kind', async () => {
    const { api } = await openOffice();
    expect(await api('auth.test', {}, '')).toMatchObject({ error: 'not_authed' });
    expect(await api('auth.test', {}, 'xoxb-other')).toMatchObject({ error: 'invalid_auth' });
    expect(await api('auth.test', {}, TOKENS.appToken)).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await api('auth.test', { token: TOKENS.botToken }, '')).toMatchObject({ ok: true });
    expect(await api('apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await api('apps.connections.open', { token: TOKENS.appToken }, '')).toMatchObject({ error: 'not_authed' });
    expect(await api('apps.connections.open', {}, TOKENS.appToken)).toMatchObject({ ok: true });
    expect(await api('chat.nonsense')).toMatchObject({ error: 'unknown_method' });
    expect(await api('toString')).toMatchObject({ error: 'unknown_method' });
  });

  it('tell who the app is', async () => {
    const { api } = await openOffice();
    expect(await api('auth.test')).toMatchObject({ user_id: BOT, bot_id: 'B0BOT', team_id: 'T0TEAM', team: 'Example' });
  });
});

describe('scopes', () => {
  it.each([
    ['users:read', 'users.info', { user: MIA }],
    ['users:read', 'users.list', {}],
    ['users:read.email', 'users.lookupByEmail', { email: 'mia@example.com' }],
    ['team:read', 'team.info', {}],
    ['files:read', 'files.info', { file: 'F1' }],
    ['reactions:write', 'reactions.add', { channel: MKT, timestamp: '1', name: 'eyes' }],
    ['im:write', 'conversations.open', { users: MIA }],
    ['mpim:write', 'conversations.open', { users: `${MIA},${BO}` }],
    ['channels:read', 'conversations.list', {}],
    ['groups:read', 'conversations.list', { types: 'public_channel,private_channel' }],
    ['channels:read', 'conversations.info', { channel: MKT }],
    ['groups:read', 'conversations.info', { channel: SECRET }],
    ['channels:read', 'conversations.members', { channel: MKT }],
    ['channels:history', 'conversations.history', { channel: MKT }],
    ['groups:history', 'conversations.replies', { channel: SECRET, ts: '1' }],
    ['channels:read', 'users.conversations', {}],
  ])('%s is needed for %s %j', async (needed, method, args) => {
    const { api } = await openOffice(without(needed));
    expect(await api(method, args)).toMatchObject({ error: 'missing_scope', needed });
  });
});

describe('people', () => {
  it('have a locale only when asked for, and a time zone with its offset now', async () => {
    const { api } = await openOffice();
    const { user } = await api('users.info', { user: BO, include_locale: true });
    expect(user).toMatchObject({ locale: 'zh-TW', tz: 'Asia/Taipei', tz_offset: 28800, is_admin: true });
    const again = await api('users.info', { user: BO });
    expect(again.user).not.toHaveProperty('locale');
    expect((await api('users.info', { user: GUEST })).user).toMatchObject({ is_restricted: true });
    expect(await api('users.info', { user: 'U0NOBODY' })).toMatchObject({ error: 'user_not_found' });
  });

  it('of other companies come without locale, zone or address', async () => {
    const { api, slack } = await openOffice();
    const { user } = await api('users.info', { user: PARTNER, include_locale: true });
    expect(user).toMatchObject({ team_id: 'T0PARTNER', is_stranger: false });
    for (const member of ['locale', 'tz', 'is_admin']) expect(user).not.toHaveProperty(member);
    expect(user.profile).not.toHaveProperty('email');
    await slack.person(PARTNER).act({ type: 'leaveChannel', channelId: MKT });
    expect((await api('users.info', { user: PARTNER })).user).toMatchObject({ is_stranger: true });
    expect(await api('conversations.open', { users: PARTNER })).toMatchObject({ error: 'user_not_visible' });
  });

  it('show their address only with its scope, and are found by it while active', async () => {
    const { api, slack } = await openOffice();
    expect((await api('users.info', { user: MIA })).user.profile.email).toBe('mia@example.com');
    const { api: poor } = await openOffice(without('users:read.email'));
    expect((await poor('users.info', { user: MIA })).user.profile).not.toHaveProperty('email');
    const found = await api('users.lookupByEmail', { email: 'MIA@example.com' });
    expect(found.user.id).toBe(MIA);
    await slack.person(BO).act({ type: 'deactivatePerson', userId: MIA });
    expect(await api('users.lookupByEmail', { email: 'mia@example.com' })).toMatchObject({ error: 'users_not_found' });
    expect(await api('users.lookupByEmail', {})).toMatchObject({ error: 'users_not_found' });
  });

  it('are listed in pages', async () => {
    const { api } = await openOffice();
    const first = await api('users.list', { limit: 4 });
    expect(first.members).toHaveLength(4);
    const second = await api('users.list', { limit: 4, cursor: first.response_metadata.next_cursor });
    expect([...first.members, ...second.members].map(({ id }) => id)).toContain(BOT);
    expect(second.response_metadata.next_cursor).toBe('');
    expect(await api('users.list', { cursor: 'nonsense' })).toMatchObject({ error: 'invalid_cursor' });
    expect(await api('users.list', { limit: 0 })).toMatchObject({ error: 'invalid_limit' });
  });

  it('belong to a team that has a name', async () => {
    const { api } = await openOffice();
    expect(await api('team.info')).toMatchObject({ team: { id: 'T0TEAM', name: 'Example' } });
  });
});

describe('conversations', () => {
  it('tell what they are, and only those the app may know', async () => {
    const { api } = await openOffice();
    const info = async (channel: string) => (await api('conversations.info', { channel })).channel;
    expect(await info(MKT)).toMatchObject({
      name: 'marketing',
      is_member: true,
      is_private: false,
      is_ext_shared: true,
    });
    expect(await info(OTHER)).toMatchObject({ is_member: false, is_ext_shared: false });
    expect(await info(SECRET)).toMatchObject({ is_group: true, is_private: true });
    expect(await info(OLD)).toMatchObject({ is_archived: true });
    expect(await api('conversations.info', { channel: UNKNOWN })).toMatchObject({ error: 'channel_not_found' });
  });

  it('are listed by type, without archived ones when asked', async () => {
    const { api } = await openOffice();
    const ids = async (args: object) =>
      (await api('conversations.list', args)).channels.map(({ id }: { id: string }) => id);
    expect(await ids({})).toEqual([MKT, OTHER, OLD]);
    expect(await ids({ exclude_archived: true })).toEqual([MKT, OTHER]);
    expect(await ids({ types: 'private_channel' })).toEqual([SECRET]);
    expect(await api('conversations.list', { types: 'nonsense' })).toMatchObject({ error: 'invalid_types' });
    const mine = await api('users.conversations', { types: 'public_channel,private_channel' });
    expect(mine.channels.map(({ id }: { id: string }) => id)).toEqual([MKT, SECRET, OLD]);
    expect(await api('users.conversations', { user: 'U0NOBODY' })).toMatchObject({ error: 'user_not_found' });
  });

  it('leave deactivated accounts out of the members', async () => {
    const { api } = await openOffice();
    const { members } = await api('conversations.members', { channel: MKT });
    expect(members).toEqual([MIA, BO, PARTNER, BOT]);
    expect(await api('conversations.members', { channel: UNKNOWN })).toMatchObject({ error: 'channel_not_found' });
  });

  it('open the same DM twice, and a group DM of up to eight', async () => {
    const { api } = await openOffice();
    const open = async (users: string) => api('conversations.open', { users });
    const dm = await open(MIA);
    expect(dm.channel.id).toMatch(/^D/);
    expect((await open(MIA)).channel.id).toBe(dm.channel.id);
    const group = await open(`${MIA},${BO}`);
    expect((await open(`${BO},${MIA}`)).channel.id).toBe(group.channel.id);
    expect(await open('U1,U2,U3,U4,U5,U6,U7,U8,U9')).toMatchObject({ error: 'too_many_users' });
    expect(await open('U0NOBODY')).toMatchObject({ error: 'user_not_found' });
    expect(await open('U0GONE')).toMatchObject({ error: 'user_disabled' });
    expect(await open('')).toMatchObject({ error: 'users_list_not_supplied' });
    expect(await api('conversations.open', { channel: MKT })).toMatchObject({
      error: 'method_not_supported_for_channel_type',
    });
  });
});

describe('history', () => {
  const office = async (more = {}) => {
    const opened = await openOffice(more);
    const ts: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      const metadata = { event_type: 'tandem', event_payload: { at } };
      ts.push((await opened.api('chat.postMessage', { channel: MKT, text: `m${at}`, metadata })).ts);
    }
    const read = (args: object) => opened.api('conversations.history', { channel: MKT, ...args });
    return { ...opened, ts, read };
  };
  const texts = (answer: { messages: { text: string }[] }) => answer.messages.map(({ text }) => text);

  it('comes newest first, in pages, without losing or repeating any', async () => {
    const { read } = await office();
    const first = await read({ limit: 2 });
    expect(texts(first)).toEqual(['m4', 'm3']);
    const second = await read({ limit: 2, cursor: first.response_metadata.next_cursor });
    const third = await read({ limit: 2, cursor: second.response_metadata.next_cursor });
    expect([...texts(second), ...texts(third)]).toEqual(['m2', 'm1', 'm0']);
    expect(third).toMatchObject({ has_more: false });
  });

  it('keeps to oldest and latest, inclusive or not', async () => {
    const { read, ts } = await office();
    expect(texts(await read({ oldest: ts[1], latest: ts[3] }))).toEqual(['m2']);
    expect(texts(await read({ oldest: ts[1], latest: ts[3], inclusive: true }))).toEqual(['m3', 'm2', 'm1']);
    expect(await read({ oldest: 'yesterday' })).toMatchObject({ error: 'invalid_ts_oldest' });
    expect(await read({ latest: 'x' })).toMatchObject({ error: 'invalid_ts_latest' });
    expect(await read({ limit: 'many' })).toMatchObject({ error: 'invalid_limit' });
    expect(await read({ cursor: 'x' })).toMatchObject({ error: 'invalid_cursor' });
  });

  it('shows the payload of metadata only with include_all_metadata', async () => {
    const { read } = await office();
    expect((await read({ limit: 1 })).messages[0].metadata).toEqual({ event_type: 'tandem' });
    const whole = await read({ limit: 1, include_all_metadata: true });
    expect(whole.messages[0].metadata).toEqual({ event_type: 'tandem', event_payload: { at: 4 } });
  });

  it('can be held to pages of 15', async () => {
    const { api, read } = await office({ historyPageMax: 15 });
    for (let at = 0; at < 15; at += 1) await api('chat.postMessage', { channel: MKT, text: 'more' });
    expect((await read({ limit: 999 })).messages).toHaveLength(15);
    expect((await read({})).messages).toHaveLength(15);
  });

  it('leaves replies to conversations.replies, which starts with the parent', async () => {
    const { api, slack, read, ts } = await office();
    const thread_ts = ts[2];
    for (const text of ['r0', 'r1', 'r2']) await api('chat.postMessage', { channel: MKT, text, thread_ts });
    await slack.person(MIA).say(MKT, 'r3', { threadTs: `${thread_ts}` });
    const parent = (await read({})).messages[2];
    expect(parent).toMatchObject({ text: 'm2', reply_count: 4, reply_users: [BOT, MIA], thread_ts });
    const first = await api('conversations.replies', { channel: MKT, ts: thread_ts, limit: 3 });
    expect(texts(first)).toEqual(['m2', 'r0', 'r1']);
    expect(first.messages[1]).toMatchObject({ parent_user_id: BOT, thread_ts });
    const cursor = first.response_metadata.next_cursor;
    const rest = await api('conversations.replies', { channel: MKT, ts: thread_ts, limit: 3, cursor });
    expect(texts(rest)).toEqual(['r2', 'r3']);
    expect(await api('conversations.replies', { channel: MKT, ts: '1' })).toMatchObject({ error: 'thread_not_found' });
  });

  it('is only for members', async () => {
    const { read } = await office();
    expect(await read({ channel: OTHER })).toMatchObject({ error: 'not_in_channel' });
    expect(await read({ channel: UNKNOWN })).toMatchObject({ error: 'channel_not_found' });
  });

  it('shows broadcast replies in the channel too', async () => {
    const { api, read, ts } = await office();
    await api('chat.postMessage', { channel: MKT, text: 'loud', thread_ts: ts[0], reply_broadcast: true });
    expect(texts(await read({ limit: 1 }))).toEqual(['loud']);
  });
});

describe('files', () => {
  it('are known by name and size', async () => {
    const { api, slack } = await openOffice();
    const uploaded = await slack.person(MIA).act({ type: 'uploadFile', name: 'quote.pdf', sizeBytes: 1234 });
    const file = uploaded.ok && uploaded.fileId;
    expect(await api('files.info', { file })).toMatchObject({
      file: { name: 'quote.pdf', size: 1234, filetype: 'pdf' },
    });
    expect(await api('files.info', { file: 'F0NONE' })).toMatchObject({ error: 'file_not_found' });
  });
});
