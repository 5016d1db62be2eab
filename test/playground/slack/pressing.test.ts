import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signature } from '#playground/slack/signing.ts';
import {
  actions,
  BO,
  button,
  GUEST,
  input,
  MIA,
  MKT,
  modal,
  openOffice,
  PARTNER,
  plain,
  SECRET,
  TOKENS,
} from './office.ts';

const option = (value: string) => ({ text: plain(value.toUpperCase()), value });

async function office(more = {}) {
  const opened = await openOffice(more);
  const post = async (args: object) => (await opened.api('chat.postMessage', { channel: MKT, text: 'x', ...args })).ts;
  const last = () => opened.app.heard.at(-1)?.body;
  return { ...opened, post, last, mia: opened.slack.person(MIA) };
}

describe('signatures', () => {
  it('agree with Slack’s own example', () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    expect(signature('8f742231b10e8888abcd99yyyzzz85a5', 1531420618, body)).toBe(
      'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    );
  });

  it('come with everything sent to the app', async () => {
    const { app, mia } = await office();
    await mia.say(MKT, 'Hi');
    await mia.globalShortcut('buy');
    await mia.command(MKT, '/buy-tool');
    expect(app.heard).toHaveLength(3);
    for (const { headers, raw } of app.heard) {
      const base = `v0:${headers['x-slack-request-timestamp']}:${raw}`;
      const digest = createHmac('sha256', TOKENS.signingSecret).update(base).digest('hex');
      expect(headers['x-slack-signature']).toBe(`v0=${digest}`);
    }
  });
});

describe('a command', () => {
  it('carries what was typed, with mentions as ids when the manifest escapes', async () => {
    const { mia, last } = await office();
    await mia.command(MKT, `/buy-tool R&D asks <@${BO}> in <#${MKT}> and <#${SECRET}>`);
    expect(last()).toMatchObject({
      command: '/buy-tool',
      text: `R&amp;D asks <@${BO}> in <#${MKT}|marketing> and <#${SECRET}|>`,
      user_id: MIA,
      channel_id: MKT,
      channel_name: 'marketing',
      team_id: 'T0TEAM',
      api_app_id: 'A0APP',
    });
    await mia.command(SECRET, `/plain asks <@${BO}> in <#${MKT}>`);
    expect(last()).toMatchObject({ text: 'asks @bo in #marketing', channel_name: 'privategroup' });
  });

  it.each([
    ['text', 'Hello', 'Hello'],
    ['JSON', { text: 'Hello' }, 'Hello'],
  ])('may be answered with %s, which only the person sees', async (_, body, text) => {
    const { app, slack, mia } = await office();
    app.answer(() => ({ body }));
    await mia.command(MKT, '/buy-tool');
    expect(slack.ephemeralsTo(MIA)).toMatchObject([{ text, channelId: MKT }]);
    expect(slack.messagesIn(MKT)).toEqual([]);
  });

  it('may be answered for all', async () => {
    const { app, slack, mia } = await office();
    app.answer((heard) =>
      heard.kind === 'command' ? { body: { text: 'All', response_type: 'in_channel' } } : undefined,
    );
    await mia.command(MKT, '/buy-tool');
    expect(slack.messagesIn(MKT)).toMatchObject([{ text: 'All' }]);
  });

  it('records an answer that Slack would not take', async () => {
    const { app, slack, mia } = await office();
    app.answer(() => ({ body: { text: 'x', blocks: [{ type: 'nonsense' }] } }));
    await mia.command(MKT, '/buy-tool');
    expect(slack.refusals).toMatchObject([{ method: 'command answer', error: 'invalid_blocks' }]);
    expect(slack.ephemeralsTo(MIA)).toEqual([]);
  });

  it('shows the person that the app failed or was late', async () => {
    const { app, mia } = await office({ ackTimeoutMs: 40 });
    app.answer(() => ({ status: 500 }));
    expect(await mia.command(MKT, '/buy-tool')).toMatchObject({
      ok: false,
      why: expect.stringContaining('dispatch_failed'),
    });
    app.answer(() => new Promise(() => {}));
    expect(await mia.command(MKT, '/buy-tool')).toMatchObject({ ok: false, ack: { result: 'timed-out' } });
    expect(mia.sees().toasts).toMatchObject([
      { kind: 'error' },
      { text: expect.stringContaining('operation_timeout') },
    ]);
  });

  it('cannot be run in threads, by other companies, unknown, or without the scope', async () => {
    const { app, slack, mia } = await office();
    const said = await mia.say(MKT, 'x');
    const threadTs = (said.ok && said.ts) || '';
    const before = app.heard.length;
    const command = { type: 'command', command: '/buy-tool', text: '', channelId: MKT } as const;
    expect(await mia.act({ ...command, threadTs })).toMatchObject({
      ok: false,
      why: expect.stringContaining('threads'),
    });
    expect(await mia.act({ ...command, command: '/nothing' })).toMatchObject({ ok: false });
    expect(await mia.act({ ...command, channelId: 'C0NOWHERE' })).toMatchObject({ ok: false });
    const pat = slack.person(PARTNER);
    expect(await pat.act(command)).toMatchObject({ ok: false });
    expect(await pat.globalShortcut('buy')).toMatchObject({ ok: false });
    expect(await pat.messageShortcut('bring', MKT, threadTs)).toMatchObject({ ok: false });
    expect(pat.sees()).toMatchObject({ commands: [], globalShortcuts: [], messageShortcuts: [] });
    expect(app.heard).toHaveLength(before);
    const poor = await office({ scopes: ['chat:write'] });
    expect(await poor.mia.command(MKT, '/buy-tool')).toMatchObject({ ok: false });
  });
});

describe('shortcuts', () => {
  it('of the whole workspace carry no channel and no response_url', async () => {
    const { mia, last } = await office();
    await mia.globalShortcut('buy');
    expect(last()).toMatchObject({ type: 'shortcut', callback_id: 'buy', user: { id: MIA, username: 'mia' } });
    for (const member of ['channel', 'response_url']) expect(last()).not.toHaveProperty(member);
    expect(await mia.globalShortcut('bring')).toMatchObject({ ok: false });
  });

  it('of a message carry the message', async () => {
    const { mia, last } = await office();
    const said = await mia.say(MKT, 'We need <Figma>');
    await mia.messageShortcut('bring', MKT, (said.ok && said.ts) || '');
    expect(last()).toMatchObject({
      type: 'message_action',
      callback_id: 'bring',
      message_ts: said.ok && said.ts,
      channel: { id: MKT, name: 'marketing' },
      message: { type: 'message', user: MIA, text: 'We need &lt;Figma&gt;' },
      response_url: expect.stringContaining('/response/'),
    });
    expect(await mia.messageShortcut('bring', MKT, '1')).toMatchObject({ ok: false });
    expect(await mia.messageShortcut('buy', MKT, (said.ok && said.ts) || '')).toMatchObject({ ok: false });
  });
});

describe('a press in a message', () => {
  it('carries the message, the channel, a response_url and the button’s own value', async () => {
    const { mia, post, last } = await office();
    const ts = await post({ blocks: [actions(button('go', { url: 'https://example.com' }))] });
    await mia.press({ in: 'message', channelId: MKT, ts }, 'go');
    expect(last()).toMatchObject({
      type: 'block_actions',
      api_app_id: 'A0APP',
      team: { id: 'T0TEAM' },
      enterprise: null,
      container: { type: 'message', message_ts: ts, channel_id: MKT, is_ephemeral: false },
      channel: { id: MKT, name: 'marketing' },
      message: { ts, bot_id: 'B0BOT' },
      actions: [{ type: 'button', action_id: 'go', block_id: 'acts', value: 'v1', url: 'https://example.com' }],
    });
    expect(last().actions[0].text.text).toBe('Press &amp; go');
    expect(last()).toMatchObject({ trigger_id: expect.any(String), response_url: expect.any(String) });
  });

  it('works for people of other companies and guests who are in the channel, not for others', async () => {
    const { app, slack, post } = await office();
    const ts = await post({ blocks: [actions(button('go'))] });
    const place = { in: 'message', channelId: MKT, ts } as const;
    expect(await slack.person(PARTNER).press(place, 'go')).toMatchObject({ ok: true });
    const press = { type: 'press', place, blockId: 'acts', actionId: 'go' } as const;
    expect(await slack.person(GUEST).act(press)).toMatchObject({ ok: false });
    expect(await slack.person('U0GONE').act(press)).toMatchObject({ ok: false });
    expect(app.heard.filter((one) => one.kind === 'block_actions')).toHaveLength(1);
  });

  it('on an ephemeral one carries no message, and only its reader can press', async () => {
    const { api, slack, mia, last } = await office();
    const shown = { channel: MKT, user: MIA, text: 'x', blocks: [actions(button('go'))] };
    const { message_ts } = await api('chat.postEphemeral', shown);
    const place = { in: 'message', channelId: MKT, ts: message_ts } as const;
    await mia.press(place, 'go');
    expect(last()).toMatchObject({ container: { is_ephemeral: true, message_ts }, channel: { id: MKT } });
    expect(last()).not.toHaveProperty('message');
    const press = { type: 'press', place, blockId: 'acts', actionId: 'go' } as const;
    expect(await slack.person(BO).act(press)).toMatchObject({ ok: false });
  });

  it('tells the thread it stands in', async () => {
    const { mia, post, last } = await office();
    const thread_ts = await post({});
    const ts = await post({ thread_ts, blocks: [actions(button('go'))] });
    await mia.press({ in: 'message', channelId: MKT, ts }, 'go');
    expect(last()).toMatchObject({ container: { thread_ts }, message: { thread_ts } });
  });

  it('sends what was chosen, which must be on offer', async () => {
    const { mia, post, last } = await office();
    const select = { type: 'static_select', action_id: 'pick', options: [option('a'), option('b')] };
    const more = { type: 'overflow', action_id: 'menu', options: [option('c'), option('d')] };
    const day = { type: 'datepicker', action_id: 'day' };
    const boxes = { type: 'checkboxes', action_id: 'boxes', options: [option('e'), option('f')] };
    const people = { type: 'multi_users_select', action_id: 'people' };
    const ts = await post({ blocks: [actions(select, more, day, boxes, people)] });
    const place = { in: 'message', channelId: MKT, ts } as const;
    await mia.press(place, 'pick', 'b');
    expect(last().actions[0].selected_option).toEqual(option('b'));
    await mia.press(place, 'menu', 'd');
    expect(last().actions[0]).toMatchObject({ type: 'overflow', selected_option: option('d') });
    await mia.press(place, 'day', '2026-11-02');
    expect(last().actions[0].selected_date).toBe('2026-11-02');
    await mia.press(place, 'boxes', ['e', 'f']);
    expect(last().actions[0].selected_options).toEqual([option('e'), option('f')]);
    await mia.press(place, 'people', [MIA, BO]);
    expect(last().actions[0].selected_users).toEqual([MIA, BO]);
    expect(await mia.press(place, 'pick', 'z')).toMatchObject({ ok: false });
    expect(await mia.press(place, 'menu', 'z')).toMatchObject({ ok: false });
    expect(await mia.press(place, 'day', 'tomorrow')).toMatchObject({ ok: false });
    expect(await mia.press(place, 'people', ['U0NOBODY'])).toMatchObject({ ok: false });
  });

  it('goes nowhere when interactivity is off, or the button is gone', async () => {
    const off = await office({ isInteractive: false });
    const ts = await off.post({ blocks: [actions(button('go'))] });
    const place = { in: 'message', channelId: MKT, ts } as const;
    expect(await off.mia.press(place, 'go')).toMatchObject({ ok: false });
    const { mia } = await office();
    const press = { type: 'press', place: { ...place, ts: '1' }, blockId: 'acts', actionId: 'go' } as const;
    expect(await mia.act(press)).toMatchObject({ ok: false });
  });
});

describe('in a view', () => {
  const opened = async (blocks: object[]) => {
    const all = await office();
    await all.mia.globalShortcut('buy');
    const trigger_id = all.last().trigger_id;
    await all.api('views.open', { trigger_id, view: modal(blocks) });
    return all;
  };

  it('a press carries the view and neither channel nor response_url', async () => {
    const { mia, last, slack } = await opened([actions(button('go'))]);
    await mia.pressInModal('go');
    const [view] = slack.modalsOf(MIA);
    expect(last()).toMatchObject({ container: { type: 'view', view_id: view?.id }, view: { hash: view?.hash } });
    for (const member of ['channel', 'response_url', 'message']) expect(last()).not.toHaveProperty(member);
  });

  it('an input says nothing unless it dispatches', async () => {
    const text = (id: string, more: object = {}) => input(id, { type: 'plain_text_input', action_id: id }, more);
    const { mia, last } = await opened([text('quiet'), text('loud', { dispatch_action: true })]);
    expect(await mia.pressInModal('quiet', 'x')).toMatchObject({ ok: false });
    expect(await mia.pressInModal('loud', 'typed', { quiet: 'meanwhile' })).toMatchObject({ ok: true });
    expect(last().actions).toMatchObject([{ type: 'plain_text_input', value: 'typed' }]);
    expect(last().view.state.values).toMatchObject({
      quiet: { quiet: { value: 'meanwhile' } },
      loud: { loud: { value: 'typed' } },
    });
  });

  it('a press in the Home tab tells so', async () => {
    const { api, mia, last } = await office();
    await api('views.publish', { user_id: MIA, view: { type: 'home', blocks: [actions(button('go'))] } });
    await mia.pressInHome('go');
    expect(last()).toMatchObject({ type: 'block_actions', view: { type: 'home' }, container: { type: 'view' } });
  });

  it('type-ahead offers what the app answers, and only that can be chosen', async () => {
    const menu = input('tool', { type: 'external_select', action_id: 'tool', min_query_length: 2 });
    const { app, mia, last } = await opened([menu]);
    app.answer((heard) => (heard.kind === 'block_suggestion' ? { body: { options: [option('figma')] } } : undefined));
    expect(await mia.searchInModal('tool', 'f')).toMatchObject({ options: [], ack: { result: 'none' } });
    expect(await mia.submit({ tool: 'figma' })).toMatchObject({ ok: false });
    expect(await mia.searchInModal('tool', 'fi')).toMatchObject({ ok: true, options: [option('figma')] });
    expect(last()).toMatchObject({ type: 'block_suggestion', action_id: 'tool', block_id: 'tool', value: 'fi' });
    expect(await mia.submit({ tool: 'figma' })).toMatchObject({ outcome: 'closed' });
    expect(last().view.state.values.tool.tool.selected_option).toEqual(option('figma'));
  });

  it('type-ahead may offer groups', async () => {
    const { app, mia } = await opened([input('tool', { type: 'external_select', min_query_length: 0 })]);
    const groups = [{ label: plain('Ours'), options: [option('figma')] }];
    app.answer(() => ({ body: { option_groups: groups } }));
    expect(await mia.searchInModal('it', '')).toMatchObject({ optionGroups: groups });
    expect(await mia.submit({ tool: 'figma' })).toMatchObject({ ok: false, why: expect.stringContaining('trouble') });
  });

  it.each([
    ['too many', { options: Array.from({ length: 101 }, (_, at) => option(`o${at}`)) }],
    ['too long', { options: [{ text: plain('x'.repeat(76)), value: 'x' }] }],
    ['neither options nor groups', { ok: true }],
  ])('type-ahead refuses %s', async (_, body) => {
    const { app, slack, mia } = await opened([input('tool', { type: 'external_select', min_query_length: 0 })]);
    app.answer(() => ({ body }));
    expect(await mia.searchInModal('it', '')).toMatchObject({ ok: false });
    expect(slack.refusals).toMatchObject([{ method: 'block_suggestion' }]);
  });

  it('fixed menus have no type-ahead', async () => {
    const { mia } = await opened([input('tool', { type: 'static_select', options: [option('a')] })]);
    expect(await mia.searchInModal('it', 'abc')).toMatchObject({ ok: false });
  });
});
