import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { PATHS } from '#playground/person-api.ts';
import type { Act } from '#playground/person-does.ts';
import { aClock, BO, BOT, GUEST, MIA, MKT, OTHER, openOffice, PARTNER, SECRET, TOKENS, UNKNOWN } from './office.ts';

async function office(more = {}) {
  const opened = await openOffice(more);
  const get = async (path: string) => (await fetch(opened.slack.url + path)).json();
  const state = (userId: string) => get(`${PATHS.state}?as=${userId}`);
  const act = async (as: string, act: object) => {
    const body = JSON.stringify({ as, act });
    const response = await fetch(opened.slack.url + PATHS.act, { method: 'POST', body });
    return { status: response.status, ...(await response.json()) };
  };
  return { ...opened, get, state, act };
}

const names = (view: { conversations: { name: string }[] }) => view.conversations.map(({ name }) => name);

describe('the state of the workspace', () => {
  it('shows each person what they may see', async () => {
    const { state, act } = await office();
    expect(names(await state(MIA))).toEqual(['marketing', 'other', 'secret', 'unknown', 'old']);
    expect(names(await state(BO))).toEqual(['marketing', 'other', 'secret', 'old']);
    expect(names(await state(PARTNER))).toEqual(['marketing']);
    expect(names(await state(GUEST))).toEqual([]);
    const dm = await act(BO, { type: 'openDm', userIds: [MIA] });
    expect((await state(MIA)).conversations).toContainEqual(expect.objectContaining({ id: dm.channelId, name: 'Bo' }));
    expect(names(await state(PARTNER))).toEqual(['marketing']);
    expect(await state('U0NOBODY')).toMatchObject({ ok: false });
    expect(await state(BOT)).toMatchObject({ ok: false });
  });

  it('shows commands, shortcuts, people, the clock, and what is unread', async () => {
    const clock = aClock();
    const { state, act, slack } = await office({ clock: clock.now });
    await slack.person(BO).say(MKT, 'news');
    clock.forward(60_000);
    const view = await state(MIA);
    expect(view).toMatchObject({
      now: new Date(clock.now()).toISOString(),
      team: { id: 'T0TEAM', name: 'Example' },
      app: { name: 'Tandem', botUserId: BOT, hasHome: true, isConnected: true },
      me: { id: MIA, name: 'Mia', tz: 'Europe/London', isStranger: false },
      commands: [{ name: '/buy-tool', usageHint: '[what you want]' }, { name: '/plain' }],
      globalShortcuts: [{ callbackId: 'buy' }],
      messageShortcuts: [{ callbackId: 'bring' }],
      modals: [],
      toasts: [],
    });
    const unread = async () => (await state(MIA)).conversations[0].unreadCount;
    expect(await unread()).toBe(1);
    await act(MIA, { type: 'markRead', channelId: MKT });
    expect(await unread()).toBe(0);
    expect(view.people.find(({ id }: { id: string }) => id === PARTNER)).toMatchObject({ isStranger: true });
  });

  it('shows threads, reactions, edits and files as the page draws them', async () => {
    const { state, slack } = await office();
    const mia = slack.person(MIA);
    const parent = await mia.say(MKT, 'parent');
    const ts = (parent.ok && parent.ts) || '';
    await slack.person(BO).say(MKT, 'reply', { threadTs: ts });
    await slack.person(BO).act({ type: 'react', channelId: MKT, ts, name: 'eyes' });
    await mia.editMessage(MKT, ts, 'better');
    const [shown, reply] = (await state(MIA)).conversations[0].messages;
    expect(shown).toMatchObject({ text: 'better', edited: true, threadTs: ts, replyCount: 1, replyUserIds: [BO] });
    expect(shown.reactions).toEqual({ eyes: [BO] });
    expect(reply).toMatchObject({ text: 'reply', threadTs: ts });
  });
});

const onMessage = { channelId: MKT, ts: '1' };
const element = { place: { in: 'home' }, blockId: 'b', actionId: 'a' } as const;
/** One of each: the contract and what is taken at the door must not drift apart. */
const everyAct: { [T in Act['type']]: Extract<Act, { type: T }> } = {
  say: { type: 'say', channelId: MKT, text: 'x', threadTs: '1', fileIds: [] },
  editMessage: { type: 'editMessage', ...onMessage, text: 'x' },
  deleteMessage: { type: 'deleteMessage', ...onMessage },
  command: { type: 'command', command: '/x', text: '', channelId: MKT },
  globalShortcut: { type: 'globalShortcut', callbackId: 'x' },
  messageShortcut: { type: 'messageShortcut', callbackId: 'x', ...onMessage },
  press: { type: 'press', ...element, payload: { value: 'x' }, values: { b: { a: { type: 'datepicker' } } } },
  submitView: { type: 'submitView', viewId: 'V1', values: {} },
  closeView: { type: 'closeView', viewId: 'V1', all: true },
  loadOptions: { type: 'loadOptions', ...element, query: 'x' },
  openHome: { type: 'openHome' },
  openAppDm: { type: 'openAppDm' },
  uploadFile: { type: 'uploadFile', name: 'x', sizeBytes: 1, mimetype: 'text/plain' },
  joinChannel: { type: 'joinChannel', channelId: MKT },
  leaveChannel: { type: 'leaveChannel', channelId: OTHER },
  inviteApp: { type: 'inviteApp', channelId: MKT },
  removeApp: { type: 'removeApp', channelId: MKT },
  invitePerson: { type: 'invitePerson', channelId: MKT, userId: GUEST },
  archiveChannel: { type: 'archiveChannel', channelId: MKT },
  unarchiveChannel: { type: 'unarchiveChannel', channelId: MKT },
  deleteChannel: { type: 'deleteChannel', channelId: MKT },
  createChannel: { type: 'createChannel', name: 'x', isPrivate: false },
  openDm: { type: 'openDm', userIds: [BO] },
  deactivatePerson: { type: 'deactivatePerson', userId: BO },
  reactivatePerson: { type: 'reactivatePerson', userId: BO },
  setStatus: { type: 'setStatus', text: 'x', emoji: ':x:' },
  setLocale: { type: 'setLocale', locale: 'zh-TW' },
  setTimeZone: { type: 'setTimeZone', tz: 'UTC' },
  react: { type: 'react', ...onMessage, name: 'x' },
  markRead: { type: 'markRead', channelId: MKT },
  dismissMessage: { type: 'dismissMessage', ...onMessage },
  dismissToast: { type: 'dismissToast', toastId: 1 },
  moveClock: { type: 'moveClock', by: 1000 },
};

describe('what the page does', () => {
  it('is understood, whatever the contract names', async () => {
    const { act } = await office();
    for (const one of Object.values(everyAct)) expect(await act(MIA, one)).toMatchObject({ status: 200 });
  });

  it('goes the same way as in tests', async () => {
    const { act, slack } = await office();
    expect(await act(MIA, { type: 'say', channelId: MKT, text: 'Hi' })).toMatchObject({ status: 200, ok: true });
    expect(slack.messagesIn(MKT)).toMatchObject([{ text: 'Hi', userId: MIA }]);
    expect(await act('U0NOBODY', { type: 'openHome' })).toMatchObject({ ok: false });
    expect(await act('U0GONE', { type: 'openHome' })).toMatchObject({
      ok: false,
      why: expect.stringContaining('deactivated'),
    });
    expect(await act(BOT, { type: 'openHome' })).toMatchObject({ ok: false });
  });

  it.each([
    [{ type: 'nonsense' }],
    [{ type: 'say', channelId: MKT }],
    [{ type: 'moveClock' }],
    [{ type: 'moveClock', by: 1, to: '2027-01-04T01:00:00.000Z' }],
    [{ type: 'moveClock', to: 'tomorrow' }],
    [{ type: 'press', place: { in: 'nowhere' }, blockId: 'a', actionId: 'b' }],
    [null],
  ])('is refused when it is no act: %j', async (wrong) => {
    const { act } = await office();
    expect(await act(MIA, wrong as never)).toMatchObject({ status: 400, ok: false, why: expect.any(String) });
  });

  it('is held to what Slack’s client allows', async () => {
    const { act } = await office();
    const refused = async (as: string, one: object) => expect(await act(as, one)).toMatchObject({ ok: false });
    await refused(BO, { type: 'say', channelId: OTHER, text: 'not a member' });
    await refused(BO, { type: 'say', channelId: UNKNOWN, text: 'cannot see it' });
    await refused(MIA, { type: 'say', channelId: MKT, text: '  ' });
    await refused(MIA, { type: 'say', channelId: MKT, text: 'x', threadTs: '1' });
    await refused(MIA, { type: 'say', channelId: MKT, text: 'x', fileIds: ['F0NONE'] });
    await refused(MIA, { type: 'editMessage', channelId: MKT, ts: '1', text: 'x' });
    await refused(MIA, { type: 'deleteMessage', channelId: MKT, ts: '1' });
    await refused(MIA, { type: 'react', channelId: MKT, ts: '1', name: 'eyes' });
    await refused(MIA, { type: 'joinChannel', channelId: MKT });
    await refused(BO, { type: 'joinChannel', channelId: UNKNOWN });
    await refused(BO, { type: 'leaveChannel', channelId: OTHER });
    await refused(MIA, { type: 'inviteApp', channelId: MKT });
    await refused(MIA, { type: 'removeApp', channelId: OTHER });
    await refused(BO, { type: 'archiveChannel', channelId: OTHER });
    await refused(BO, { type: 'deleteChannel', channelId: OTHER });
    await refused(GUEST, { type: 'createChannel', name: 'mine', isPrivate: true });
    await refused(MIA, { type: 'createChannel', name: 'No Good', isPrivate: true });
    await refused(MIA, { type: 'createChannel', name: 'marketing', isPrivate: true });
    await refused(MIA, { type: 'openDm', userIds: [] });
    await refused(MIA, { type: 'openDm', userIds: ['U0NOBODY'] });
    await refused(MIA, { type: 'submitView', viewId: 'V1', values: {} });
    await refused(MIA, { type: 'closeView', viewId: 'V1' });
    await refused(MIA, { type: 'dismissMessage', channelId: MKT, ts: '1' });
    await refused(MIA, { type: 'uploadFile', name: ' ', sizeBytes: 1 });
    await refused(MIA, { type: 'deactivatePerson', userId: BOT });
  });

  it('lets people join, leave, dismiss and upload', async () => {
    const { act, api, slack, state } = await office();
    expect(await act(BO, { type: 'joinChannel', channelId: OTHER })).toMatchObject({ ok: true });
    expect(await act(BO, { type: 'leaveChannel', channelId: OTHER })).toMatchObject({ ok: true });
    await api('chat.postEphemeral', { channel: MKT, user: MIA, text: 'x' });
    const [shown] = slack.ephemeralsTo(MIA);
    expect(await act(BO, { type: 'dismissMessage', channelId: MKT, ts: shown?.ts })).toMatchObject({ ok: false });
    await act(MIA, { type: 'dismissMessage', channelId: MKT, ts: shown?.ts });
    expect(slack.ephemeralsTo(MIA)).toEqual([]);
    slack.setAppUrl(undefined);
    await act(MIA, { type: 'command', command: '/buy-tool', text: '', channelId: MKT });
    const [toast] = (await state(MIA)).toasts;
    await act(MIA, { type: 'dismissToast', toastId: toast.id });
    expect((await state(MIA)).toasts).toEqual([]);
    expect((await state(MIA)).app.isConnected).toBe(false);
  });

  it('cannot type to the app when the manifest says so', async () => {
    const { slack } = await office({
      appHome: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
    });
    expect(await slack.person(MIA).say(slack.dmIdWith(MIA), 'x')).toMatchObject({ ok: false });
  });
});

describe('other sites', () => {
  it('can neither act nor read here', async () => {
    const { slack } = await office();
    const from = (origin: string) =>
      fetch(slack.url + PATHS.act, { method: 'POST', body: '{}', headers: { origin } }).then(({ status }) => status);
    expect(await from('https://evil.example')).toBe(403);
    expect(await from('null')).toBe(403);
    expect(await from(slack.url)).toBe(400);
    const rebound = await new Promise((resolve) => {
      const { port } = new URL(slack.url);
      request({ host: '127.0.0.1', port, path: PATHS.state, headers: { host: 'evil.example' } }, (answer) =>
        resolve(answer.statusCode),
      ).end();
    });
    expect(rebound).toBe(403);
  });
});

describe('changes', () => {
  it('are told at once, many as one', async () => {
    const { slack } = await office();
    const stop = new AbortController();
    const response = await fetch(`${slack.url}${PATHS.events}?as=${MIA}`, { signal: stop.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => (await reader?.read())?.value;
    expect(await next()).toMatch(/^event: changed\ndata: \{"version":\d+\}\n\n$/);
    for (let at = 0; at < 5; at += 1) await slack.person(MIA).say(MKT, 'x');
    expect(await next()).toContain('event: changed');
    stop.abort();
  });
});

describe('traffic', () => {
  it('shows both directions, with secrets blotted out', async () => {
    const { slack, api, get } = await office();
    const mia = slack.person(MIA);
    await mia.command(SECRET, '/buy-tool');
    await api('chat.postMessage', { channel: OTHER, text: `my token is ${TOKENS.botToken}`, token: TOKENS.botToken });
    const { exchanges, lastSeq } = await get(`${PATHS.traffic}?after=0`);
    expect(exchanges).toMatchObject([
      { seq: 1, direction: 'slack-to-app', kind: 'command:/buy-tool', ok: true, via: 'http' },
      { seq: 2, direction: 'app-to-slack', kind: 'chat.postMessage', ok: false, error: 'not_in_channel' },
    ]);
    expect(exchanges[0].request).toMatchObject({ response_url: '[redacted]', trigger_id: '[redacted]' });
    expect(JSON.stringify(exchanges)).not.toContain(TOKENS.botToken);
    expect(exchanges[1].notes[0]).toContain('not a member');
    expect(await get(`${PATHS.traffic}?after=${lastSeq}`)).toEqual({ exchanges: [], lastSeq });
  });
});

describe('the page itself', () => {
  it('is served by whoever started the local Slack', async () => {
    const { slack } = await office({
      servePage: (_request: unknown, response: { end(text: string): void }) => response.end('the page'),
    });
    expect(await (await fetch(`${slack.url}/`)).text()).toBe('the page');
    expect((await fetch(`${slack.url}/`, { method: 'POST' })).status).toBe(404);
    const bare = await office();
    expect((await fetch(`${bare.slack.url}/`)).status).toBe(404);
  });
});
