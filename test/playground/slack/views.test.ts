import { describe, expect, it } from 'vitest';
import { aClock, actions, BO, button, input, MIA, modal, openOffice, plain } from './office.ts';

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

describe('a trigger', () => {
  it('opens one view within three seconds', async () => {
    const { api, slack, trigger } = await office();
    const trigger_id = await trigger();
    const opened = await api('views.open', { trigger_id, view: modal([TEXT]) });
    expect(opened).toMatchObject({ ok: true, view: { callback_id: 'form', root_view_id: opened.view.id } });
    expect(slack.modalsOf(MIA)).toMatchObject([{ id: opened.view.id, title: { text: 'Form' } }]);
    expect(await api('views.open', { trigger_id, view: modal([TEXT]) })).toMatchObject({
      error: 'exchanged_trigger_id',
    });
  });

  it('dies after three seconds of the local clock', async () => {
    const { api, clock, trigger } = await office();
    const trigger_id = await trigger();
    clock.forward(3001);
    expect(await api('views.open', { trigger_id, view: modal([TEXT]) })).toMatchObject({ error: 'expired_trigger_id' });
  });

  it('cannot be made up', async () => {
    const { api } = await office();
    expect(await api('views.open', { trigger_id: '1.2.3', view: modal([TEXT]) })).toMatchObject({
      error: 'invalid_trigger_id',
    });
  });

  it('is not used up by a view that Slack refuses', async () => {
    const { api, trigger, slack } = await office();
    const trigger_id = await trigger();
    const bad = await api('views.open', { trigger_id, view: modal([TEXT], { title: plain('x'.repeat(25)) }) });
    expect(bad).toMatchObject({ error: 'invalid_arguments' });
    expect(bad.response_metadata.messages[0]).toContain('/view/title');
    expect(slack.refusals).toMatchObject([{ method: 'views.open', error: 'invalid_arguments' }]);
    expect(await api('views.open', { trigger_id, view: modal([TEXT]) })).toMatchObject({ ok: true });
  });
});

describe('the stack of modals', () => {
  const WITH_BUTTON = modal([actions(button('more')), TEXT]);

  it('takes three views, pushed by presses in the modal', async () => {
    const { api, app, slack, mia, open } = await office();
    await open(WITH_BUTTON);
    const push = async () => {
      await mia.pressInModal('more');
      const trigger_id = app.heard.findLast((one) => one.kind === 'block_actions')?.body.trigger_id;
      return api('views.push', { trigger_id, view: WITH_BUTTON });
    };
    const second = await push();
    const [first] = slack.modalsOf(MIA);
    expect(second.view).toMatchObject({ previous_view_id: first?.id, root_view_id: first?.id });
    expect(await push()).toMatchObject({ ok: true });
    expect(await push()).toMatchObject({ error: 'push_limit_reached' });
    expect(slack.modalsOf(MIA)).toHaveLength(3);
  });

  it('cannot be pushed on by a trigger from elsewhere', async () => {
    const { api, trigger, open } = await office();
    await open();
    expect(await api('views.push', { trigger_id: await trigger(), view: WITH_BUTTON })).toMatchObject({
      error: 'invalid_trigger_id',
    });
  });

  it('tells of Cancel with the view on top, of ✕ with the root, when asked to', async () => {
    const { app, mia, open, slack } = await office();
    const view = modal([TEXT], { notify_on_close: true });
    const { view: first } = await open(view);
    await mia.cancel();
    expect(app.heard.at(-1)?.body).toMatchObject({ type: 'view_closed', is_cleared: false, view: { id: first.id } });
    const { view: again } = await open(view);
    app.answer((heard) => (heard.kind === 'view_submission' ? { body: { response_action: 'push', view } } : undefined));
    await mia.submit({ outcome: 'x' });
    expect(slack.modalsOf(MIA)).toHaveLength(2);
    await mia.closeAll();
    expect(app.heard.at(-1)?.body).toMatchObject({ type: 'view_closed', is_cleared: true, view: { id: again.id } });
    expect(slack.modalsOf(MIA)).toEqual([]);
  });

  it('tells nothing when not asked to', async () => {
    const { app, mia, open } = await office();
    await open();
    await mia.cancel();
    expect(app.heard.filter((one) => one.kind === 'view_closed')).toEqual([]);
  });
});

describe('views.update', () => {
  it('keeps what was typed where block and action ids stay', async () => {
    const { api, app, mia, open, slack } = await office();
    const { view } = await open(modal([TEXT, actions(button('more'))]));
    await mia.pressInModal('more', undefined, { outcome: 'Fewer e-mails' });
    expect(app.heard.at(-1)?.body.view.state.values.outcome.it.value).toBe('Fewer e-mails');
    await api('views.update', { view_id: view.id, view: modal([TEXT, input('new', { type: 'plain_text_input' })]) });
    expect(slack.modalsOf(MIA)[0]?.state).toMatchObject({
      outcome: { it: { value: 'Fewer e-mails' } },
      new: { it: { value: null } },
    });
  });

  it('refuses a stale hash, takes the fresh one', async () => {
    const { api, open } = await office();
    const { view } = await open();
    const update = (hash: string) => api('views.update', { view_id: view.id, hash, view: modal([TEXT]) });
    const next = await update(view.hash);
    expect(next).toMatchObject({ ok: true });
    expect(await update(view.hash)).toMatchObject({ error: 'hash_conflict' });
    expect(await update(next.view.hash)).toMatchObject({ ok: true });
  });

  it('finds a view by external_id, refuses a second one of that id, and one that is closed', async () => {
    const { api, open, mia, trigger } = await office();
    const view = modal([TEXT], { external_id: 'mine' });
    const opened = await open(view);
    expect(await api('views.update', { external_id: 'mine', view })).toMatchObject({ view: { id: opened.view.id } });
    expect(await api('views.open', { trigger_id: await trigger(), view })).toMatchObject({
      error: 'duplicate_external_id',
    });
    await mia.cancel();
    expect(await api('views.update', { view_id: opened.view.id, view })).toMatchObject({ error: 'not_found' });
    expect(await api('views.update', { view })).toMatchObject({ error: 'not_found' });
  });

  it('refuses a Home tab in place of a modal, and a view that is too large', async () => {
    const { api, open } = await office();
    const { view } = await open();
    const update = (next: object) => api('views.update', { view_id: view.id, view: next });
    expect(await update({ type: 'home', blocks: [] })).toMatchObject({ error: 'invalid_arguments' });
    const section = (at: number) => ({ type: 'section', block_id: `s${at}`, text: plain('中'.repeat(3000)) });
    const large = modal(Array.from({ length: 40 }, (_, at) => section(at)));
    expect(await update(large)).toMatchObject({ error: 'view_too_large' });
  });
});

describe('views.publish', () => {
  const home = { type: 'home', blocks: [actions(button('go'))] };

  it('shows each person their own Home tab', async () => {
    const { api, app, slack, mia } = await office();
    const first = await api('views.publish', { user_id: MIA, view: home });
    expect(first).toMatchObject({ ok: true, view: { type: 'home' } });
    expect(mia.sees().home).toMatchObject({ blocks: [{ block_id: 'acts' }] });
    expect(slack.homeOf(BO)).toBeUndefined();
    await mia.openHome();
    expect(app.heard.at(-1)?.body.event).toMatchObject({
      type: 'app_home_opened',
      tab: 'home',
      view: { id: first.view.id },
    });
    const again = await api('views.publish', { user_id: MIA, view: home, hash: first.view.hash });
    expect(again.view.id).toBe(first.view.id);
    expect(await api('views.publish', { user_id: MIA, view: home, hash: first.view.hash })).toMatchObject({
      error: 'hash_conflict',
    });
  });

  it('refuses strangers to the company, modals, and a Home tab that is off', async () => {
    const { api } = await office();
    expect(await api('views.publish', { user_id: 'U0NOBODY', view: home })).toMatchObject({ error: 'user_not_found' });
    expect(await api('views.publish', { user_id: 'U0GONE', view: home })).toMatchObject({ error: 'user_not_found' });
    expect(await api('views.publish', { user_id: MIA, view: modal([]) })).toMatchObject({ error: 'invalid_arguments' });
    const off = await openOffice({ appHome: { home_tab_enabled: false } });
    expect(await off.api('views.publish', { user_id: MIA, view: home })).toMatchObject({ error: 'not_enabled' });
    expect(await off.slack.person(MIA).openHome()).toMatchObject({ ok: false });
  });
});
