import { describe, expect, it } from 'vitest';
import { aClock, actions, button, input, MIA, MKT, modal, openOffice, plain } from './office.ts';

const TEXT = input('outcome', { type: 'plain_text_input' });

async function office(more = {}) {
  const clock = aClock();
  const opened = await openOffice({ clock: clock.now, ...more });
  /** A fresh trigger of Mia's. */
  const trigger = async (): Promise<string> => {
    await opened.slack.person(MIA).globalShortcut('buy');
    return opened.app.heard.findLast((one) => one.kind === 'shortcut')?.body.trigger_id;
  };
  const open = async (view: object = modal([TEXT])) => opened.api('views.open', { trigger_id: await trigger(), view });
  return { ...opened, clock, trigger, open, mia: opened.slack.person(MIA) };
}

describe('submitting', () => {
  const answers = (body: unknown) => () => ({ body });

  it('closes on an empty answer, and sends all inputs, touched or not', async () => {
    const { app, mia, open, slack } = await office();
    const blocks = [TEXT, input('when', { type: 'datepicker' }, { optional: true })];
    await open(modal(blocks, { private_metadata: 'kept' }));
    expect(await mia.submit({ outcome: 'A & B' })).toMatchObject({ ok: true, outcome: 'closed' });
    const { body } = app.heard.at(-1) ?? {};
    expect(body).toMatchObject({ type: 'view_submission', response_urls: [], user: { id: MIA, team_id: 'T0TEAM' } });
    expect(body.view).toMatchObject({ private_metadata: 'kept', callback_id: 'form' });
    expect(body.view.state.values).toEqual({
      outcome: { it: { type: 'plain_text_input', value: 'A & B' } },
      when: { it: { type: 'datepicker', selected_date: null } },
    });
    expect(slack.modalsOf(MIA)).toEqual([]);
  });

  it('shows errors under their blocks and keeps the form', async () => {
    const { app, mia, open, slack } = await office();
    await open();
    app.answer(answers({ response_action: 'errors', errors: { outcome: 'Say more' } }));
    expect(await mia.submit({ outcome: 'x' })).toMatchObject({
      ok: true,
      outcome: 'errors',
      errors: { outcome: 'Say more' },
    });
    expect(slack.modalsOf(MIA)).toMatchObject([
      { errors: { outcome: 'Say more' }, state: { outcome: { it: { value: 'x' } } } },
    ]);
  });

  it('updates, pushes and clears', async () => {
    const { app, mia, open, slack } = await office();
    await open();
    app.answer(answers({ response_action: 'update', view: modal([TEXT], { title: plain('Two') }) }));
    expect(await mia.submit({ outcome: 'x' })).toMatchObject({ outcome: 'updated' });
    app.answer(answers({ response_action: 'push', view: modal([TEXT], { title: plain('Three') }) }));
    expect(await mia.submit({ outcome: 'x' })).toMatchObject({ outcome: 'pushed' });
    expect(slack.modalsOf(MIA).map(({ title }) => title.text)).toEqual(['Two', 'Three']);
    app.answer(answers({ response_action: 'clear' }));
    expect(await mia.submit({ outcome: 'x' })).toMatchObject({ outcome: 'cleared' });
    expect(slack.modalsOf(MIA)).toEqual([]);
  });

  it.each([
    ['invalid_errors', { response_action: 'errors', errors: { it: 'an action id' } }],
    ['invalid_errors', { response_action: 'errors', errors: { acts: 'not an input block' } }],
    ['invalid_errors', { response_action: 'errors', errors: {} }],
    ['invalid_response_action', { ok: true }],
    ['invalid_response', 'closed'],
    ['invalid_arguments', { response_action: 'update', view: { type: 'modal', blocks: [] } }],
    ['invalid_arguments', { response_action: 'push', view: { type: 'home', blocks: [] } }],
  ])('records %s when the app answers %j; the person sees that it failed', async (error, body) => {
    const { app, mia, open, slack } = await office();
    await open(modal([actions(button('more')), TEXT]));
    app.answer(answers(body));
    expect(await mia.submit({ outcome: 'x' })).toMatchObject({ ok: false });
    expect(slack.refusals).toMatchObject([{ method: 'view_submission', error }]);
    expect(slack.modalsOf(MIA)).toMatchObject([{ busy: false, failure: expect.stringContaining('trouble') }]);
  });

  it('tells the person when the app is too late, or fails, and takes a second try', async () => {
    const { app, mia, open, slack } = await office({ ackTimeoutMs: 40 });
    await open();
    let answer = () => {};
    app.answer(() => new Promise((resolve) => (answer = () => resolve(undefined))));
    const late = await mia.submit({ outcome: 'x' });
    answer();
    expect(late).toMatchObject({
      ok: false,
      why: expect.stringContaining('operation_timeout'),
      ack: { result: 'timed-out' },
    });
    expect(slack.modalsOf(MIA)).toMatchObject([{ failure: expect.stringContaining('operation_timeout') }]);
    app.answer(() => ({ status: 500 }));
    expect(await mia.submit()).toMatchObject({ ok: false, ack: { result: 'failed', status: 500 } });
    app.answer(() => undefined);
    expect(await mia.submit()).toMatchObject({ ok: true, outcome: 'closed' });
  });

  it('never bothers the app with what Slack’s own client would not send', async () => {
    const { app, mia, open } = await office();
    const field = (type: string, more: object = {}) => input(type, { type, ...more });
    await open(
      modal([
        TEXT,
        field('number_input', { is_decimal_allowed: false, max_value: '10' }),
        field('url_text_input'),
        field('email_text_input'),
      ]),
    );
    const sent = await mia.submit({ number_input: '11', url_text_input: 'figma', email_text_input: 'mia' });
    expect(sent).toMatchObject({ ok: true, outcome: 'errors', ack: { result: 'none' } });
    expect(Object.keys((sent.ok && sent.errors) || {})).toEqual([
      'outcome',
      'number_input',
      'url_text_input',
      'email_text_input',
    ]);
    expect(app.heard.some((one) => one.kind === 'view_submission')).toBe(false);
    const right = {
      outcome: 'x',
      number_input: '10',
      url_text_input: 'https://example.com',
      email_text_input: 'a@b.co',
    };
    expect(await mia.submit(right)).toMatchObject({ outcome: 'closed' });
  });

  it('refuses options that the form does not offer', async () => {
    const { mia, open } = await office();
    const options = [{ text: plain('One'), value: 'one' }];
    await open(modal([input('pick', { type: 'static_select', options })]));
    expect(await mia.submit({ pick: 'two' })).toMatchObject({ ok: false });
    expect(await mia.submit({ pick: 'one' })).toMatchObject({ outcome: 'closed' });
  });

  it('leaves elements outside input blocks out of the state when told so', async () => {
    const blocks = [TEXT, actions({ type: 'datepicker', action_id: 'day', initial_date: '2026-11-02' })];
    const all = await office();
    await all.open(modal(blocks));
    await all.mia.submit({ outcome: 'x' });
    expect(all.app.heard.at(-1)?.body.view.state.values.acts.day.selected_date).toBe('2026-11-02');
    const inputs = await office({ stateCovers: 'inputs' });
    await inputs.open(modal(blocks));
    await inputs.mia.submit({ outcome: 'x' });
    expect(inputs.app.heard.at(-1)?.body.view.state.values).not.toHaveProperty('acts');
  });

  it('hands out response urls for conversations that ask for one', async () => {
    const { app, mia, open, slack } = await office();
    const select = { type: 'conversations_select', response_url_enabled: true };
    await open(modal([input('where', select)]));
    await mia.submit({ where: MKT });
    const [url] = app.heard.at(-1)?.body.response_urls ?? [];
    expect(url).toMatchObject({ block_id: 'where', action_id: 'it', channel_id: MKT });
    const body = JSON.stringify({ text: 'here', response_type: 'in_channel' });
    await fetch(url.response_url, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    expect(slack.messagesIn(MKT)).toMatchObject([{ text: 'here' }]);
  });

  it('passes files on whole', async () => {
    const { app, mia, open } = await office();
    await open(modal([input('quote', { type: 'file_input', max_files: 1 })]));
    const uploaded = await mia.act({
      type: 'uploadFile',
      name: 'quote.pdf',
      sizeBytes: 10,
      mimetype: 'application/pdf',
    });
    await mia.submit({ quote: [(uploaded.ok && uploaded.fileId) || ''] });
    expect(app.heard.at(-1)?.body.view.state.values.quote.it.files).toMatchObject([{ name: 'quote.pdf', size: 10 }]);
  });
});
