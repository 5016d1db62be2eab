import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { card, everyInput, showcase } from './blocks-on-show.ts';
import { type Office, openOffice, type Payload } from './office.ts';

let office: Office;
let page: Page;

beforeAll(async () => {
  office = await openOffice();
}, 60_000);
afterAll(async () => {
  await office.close();
});
beforeEach(async () => {
  await page?.context().close();
  office.received.length = 0;
  office.problems.length = 0;
  office.answerWith(() => undefined);
  if (office.slack.modalsOf('U0MIA').length > 0) await office.slack.person('U0MIA').closeAll();
});

const kinds = () => office.received.map((payload) => payload.type ?? payload.command);
const text = (value: string) => ({ type: 'plain_text', text: value });

/** The app opens this view at any command. */
const opening = (view: object) => async (payload: Payload) => {
  if (payload.command) await office.call('views.open', { trigger_id: payload.trigger_id, view });
  return undefined;
};

const oneField = (more: object = {}) => ({
  type: 'modal',
  callback_id: 'one_field',
  title: text('Buy a tool'),
  submit: text('Send'),
  blocks: [
    { type: 'input', block_id: 'why', label: text('Why?'), element: { type: 'plain_text_input', action_id: 'why' } },
    { type: 'actions', block_id: 'act', elements: [{ type: 'button', action_id: 'more', text: text('More') }] },
  ],
  ...more,
});

async function runCommand(): Promise<void> {
  await page.getByTestId('composer').fill('/buy-tool Figma');
  await page.getByTestId('composer').press('Enter');
  await page.getByTestId('modal').waitFor();
}

const why = () => page.locator('input[data-action-id=why]');

describe('talking', () => {
  it('sends with Enter, breaks the line with Shift+Enter, and mentions people', async () => {
    page = await office.open('U0MIA/C0MKT');
    const composer = page.getByTestId('composer');
    await composer.fill('Hello @Eve');
    await composer.press('Shift+Enter');
    await composer.pressSequentially('second line');
    await composer.press('Enter');
    const said = await office.slack.waitFor(() => office.slack.messagesIn('C0MKT').at(-1));
    expect(said.text).toBe('Hello <@U0EVE>\nsecond line');
    await page.getByTestId(`message-${said.ts}`).getByText('@Eve').waitFor();
    expect(await composer.inputValue()).toBe('');
  });

  it('answers in a thread, and the parent counts the replies', async () => {
    page = await office.open('U0MIA/C0MKT');
    const { ts } = await office.call('chat.postMessage', { channel: 'C0MKT', text: 'A parent' });
    const parent = page.getByTestId(`message-${ts}`);
    await parent.hover();
    await parent.getByRole('button', { name: 'Reply in thread' }).click();
    await page.getByTestId('thread-composer').fill('A reply');
    await page.getByTestId('thread-composer').press('Enter');
    await parent.getByRole('button', { name: '1 reply' }).waitFor();
    await page.getByTestId('thread-composer').press('Escape');
    await page.getByTestId('thread').waitFor({ state: 'detached' });
  });

  it('keeps focus, caret and what is being typed when something arrives', async () => {
    page = await office.open('U0MIA/C0MKT');
    const composer = page.getByTestId('composer');
    await composer.fill('half a sentence');
    await composer.evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(4, 4));
    const { ts } = await office.call('chat.postMessage', { channel: 'C0MKT', text: 'Meanwhile', blocks: card });
    await page.getByTestId(`message-${ts}`).waitFor();
    await page.keyboard.type('!');
    expect(await composer.inputValue()).toBe('half! a sentence');
  });

  it('never turns what people or apps write into markup', async () => {
    page = await office.open('U0MIA/C0MKT');
    const nasty = '<img src=x onerror=document.title=1> <script>document.title=1</script>';
    await page.getByTestId('composer').fill(nasty);
    await page.getByTestId('composer').press('Enter');
    const blocks = [
      { type: 'section', text: text(nasty) },
      { type: 'header', text: text(nasty.slice(0, 60)) },
    ];
    const { ts } = await office.call('chat.postMessage', { channel: 'C0MKT', text: nasty, blocks });
    await page.getByTestId(`message-${ts}`).waitFor();
    await page.getByText('onerror').first().waitFor();
    expect(await page.locator('.messages img, .messages script').count()).toBe(0);
    expect(await page.title()).toContain('Mia');
    expect(office.problems).toEqual([]);
  });

  it('offers commands with their hints, and completes with Tab', async () => {
    page = await office.open('U0MIA/C0MKT');
    await page.getByTestId('composer').fill('/bu');
    await page.getByTestId('suggestion-/buy-tool').getByText('[tool or what you need]').waitFor();
    await page.getByTestId('composer').press('Tab');
    expect(await page.getByTestId('composer').inputValue()).toBe('/buy-tool ');
  });

  it('shows an ephemeral to its reader alone, until dismissed', async () => {
    page = await office.open('U0MIA/C0MKT');
    await office.call('chat.postEphemeral', { channel: 'C0MKT', user: 'U0MIA', text: 'Between us' });
    await page.getByText('Only visible to you').waitFor();
    const other = await office.open('U0EVE/C0MKT');
    await other.getByTestId('composer').waitFor();
    expect(await other.getByText('Between us').count()).toBe(0);
    await other.context().close();
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    await page.getByText('Between us').waitFor({ state: 'detached' });
  });

  it('runs a message shortcut from the three dots, and lets only the author edit', async () => {
    page = await office.open('U0MIA/C0MKT');
    const { ts } = await office.call('chat.postMessage', { channel: 'C0MKT', text: 'Look at this' });
    await page.getByTestId(`message-${ts}`).hover();
    await page.getByTestId(`more-${ts}`).click();
    expect(await page.getByTestId('menu-edit').count()).toBe(0);
    await page.getByTestId('menu-bring_it_in').click();
    await office.slack.waitFor(() => kinds().includes('message_action'));
  });
});

describe('a modal', () => {
  it('takes every kind of input to the app', async () => {
    page = await office.open('U0MIA/C0MKT');
    office.answerWith(async (payload) => {
      if (payload.type !== 'block_suggestion') return opening(everyInput)(payload);
      return { options: [{ text: text('Figma'), value: 'figma' }] };
    });
    await runCommand();
    const input = (id: string) => page.locator(`[data-action-id=${id}]`);
    expect(await input('outcome').evaluate((box) => box === document.activeElement)).toBe(true);
    await input('outcome').fill('Pages in two days');
    await input('tool').pressSequentially('fig');
    await page.getByTestId('option-figma').click();
    await input('stage').click();
    await page.getByTestId('option-trial').click();
    await input('cost').fill('1200');
    await page.getByLabel('IT', { exact: true }).check();
    await page.getByLabel('Payment').check();
    await input('needed').fill('2026-03-01');
    await input('demo').fill('2026-03-02T09:30');
    await input('owner').pressSequentially('li');
    await page.keyboard.press('Enter');
    await input('files').setInputFiles({ name: 'quote.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') });
    await page.getByText('quote.pdf').waitFor();
    await page.getByTestId('modal-submit').click();
    await page.getByTestId('modal').waitFor({ state: 'detached' });
    const sent = office.received.find((payload) => payload.type === 'view_submission');
    const values = JSON.parse(JSON.stringify(sent?.view)).state.values;
    expect(values.outcome.outcome.value).toBe('Pages in two days');
    expect(values.tool.tool.selected_option.value).toBe('figma');
    expect(values.stage.stage.selected_option.value).toBe('trial');
    expect(values.pays.pays.selected_option.value).toBe('it');
    expect(values.data.data.selected_options).toHaveLength(1);
    expect(values.needed.needed.selected_date).toBe('2026-03-01');
    expect(values.demo.demo.selected_date_time).toBe(Date.parse('2026-03-02T09:30:00+08:00') / 1000);
    expect(values.owner.owner.selected_user).toBe('U0LIN');
    expect(values.users.users.selected_users).toEqual(['U0EVE']);
    expect(values.files.files.files).toHaveLength(1);
    expect(await page.getByTestId('guide-2').getAttribute('data-done')).toBe('true');
    expect(office.problems).toEqual([]);
  });

  it('shows an error beneath its field and keeps what was typed', async () => {
    page = await office.open('U0MIA/C0MKT');
    office.answerWith(async (payload) =>
      payload.type === 'view_submission'
        ? { response_action: 'errors', errors: { why: 'Say a little more.' } }
        : opening(oneField())(payload),
    );
    await runCommand();
    await why().fill('because');
    await page.getByTestId('modal-submit').click();
    expect(await page.getByTestId('error-why').textContent()).toBe('Say a little more.');
    expect(await why().inputValue()).toBe('because');
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-action-id') === 'why');
  });

  it('keeps what was typed when the app updates the view', async () => {
    page = await office.open('U0MIA/C0MKT');
    office.answerWith(async (payload) => {
      if (payload.type !== 'block_actions') return opening(oneField())(payload);
      const { id } = JSON.parse(JSON.stringify(payload.view));
      const blocks = [{ type: 'section', block_id: 'new', text: text('Updated') }, ...oneField().blocks];
      await office.call('views.update', { view_id: id, view: oneField({ blocks }) });
      return undefined;
    });
    await runCommand();
    await why().fill('half');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByText('Updated').waitFor();
    expect(await why().inputValue()).toBe('half');
  });

  it('says so when the app does not answer, and lets the person try again', async () => {
    page = await office.open('U0MIA/C0MKT');
    office.answerWith(async (payload) => (payload.type === 'view_submission' ? 'slow' : opening(oneField())(payload)));
    await runCommand();
    await why().fill('x');
    await page.getByTestId('modal-submit').click();
    await page.getByTestId('modal-failure').getByText('We had some trouble connecting.').waitFor();
    expect(await page.getByTestId('modal-submit').isEnabled()).toBe(true);
  });

  it('keeps the focus inside, and closes with Esc', async () => {
    page = await office.open('U0MIA/C0MKT');
    office.answerWith(opening(oneField()));
    await runCommand();
    for (let press = 0; press < 8; press += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
    }
    await page.keyboard.press('Escape');
    await page.getByTestId('modal').waitFor({ state: 'detached' });
    expect(await page.getByTestId('composer').evaluate((box) => box === document.activeElement)).toBe(true);
  });
});

describe('blocks in messages', () => {
  it('press buttons, after asking where the app wants it', async () => {
    page = await office.open('U0EVE/C0DEC');
    const { ts } = await office.call('chat.postMessage', { channel: 'C0DEC', text: 'BUY-17', blocks: card });
    const message = page.getByTestId(`message-${ts}`);
    await message.locator('[data-action-id="decision.decline"]').click();
    await page.getByTestId('confirm-no').click();
    expect(kinds()).not.toContain('block_actions');
    await message.locator('[data-action-id="decision.approve"]').click();
    await office.slack.waitFor(() => kinds().includes('block_actions'));
    await message.getByRole('button', { name: 'More actions' }).first().click();
    await page.getByTestId('option-hand').click();
    await office.slack.waitFor(() => kinds().filter((kind) => kind === 'block_actions').length === 2);
    expect(office.problems).toEqual([]);
  });

  it('draw charts, tables and rich text', async () => {
    page = await office.open('U0EVE/C0DEC');
    const { ts } = await office.call('chat.postMessage', { channel: 'C0DEC', text: 'Figures', blocks: showcase });
    const message = page.getByTestId(`message-${ts}`);
    await message.locator('svg rect').first().waitFor();
    expect(await message.locator('svg rect').count()).toBe(6);
    expect(await message.locator('td').first().textContent()).toBe('Figma');
    expect(await message.locator('li').first().textContent()).toBe('needs confirmed');
  });
});

describe('around', () => {
  it('becomes somebody else by Ctrl+K, in their language', async () => {
    page = await office.open('U0MIA/C0MKT');
    await page.keyboard.press('Control+k');
    await page.getByTestId('person-U0LIN').click();
    await page.getByPlaceholder('傳訊息到 #marketing').waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-TW');
    expect(await page.evaluate(() => location.hash)).toContain('U0LIN');
  });

  it('shows what went over the wire', async () => {
    page = await office.open('U0MIA/C0MKT');
    await page.getByTestId('traffic-toggle').click();
    await office.call('chat.postMessage', { channel: 'C0MKT', text: 'On the wire' });
    const row = page.getByTestId('traffic').locator('.exchange-row', { hasText: 'chat.postMessage' }).first();
    await row.click();
    await page.getByTestId('traffic').getByText('"On the wire"').first().waitFor();
  });

  it('opens the app’s Home and tells the app', async () => {
    page = await office.open('U0MIA/C0MKT');
    await office.call('views.publish', { user_id: 'U0MIA', view: { type: 'home', blocks: card } });
    await page.getByTestId('open-app').click();
    await page.getByTestId('home').getByText('BUY-17').waitFor();
    await office.slack.waitFor(() => JSON.stringify(office.received).includes('app_home_opened'));
  });

  it('folds the sidebar away on a phone', async () => {
    page = await office.open('U0MIA/C0MKT', { width: 390, height: 844 });
    expect(await page.getByTestId('channel-C0DEC').isVisible()).toBe(false);
    await page.getByTestId('open-sidebar').click();
    await page.getByTestId('channel-C0DEC').click();
    await page.getByPlaceholder('Message #decisions').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it('moves the clock by keyboard, tells everybody, and names the company’s zone', async () => {
    page = await office.open('U0MIA/C0MKT');
    const { now } = office.slack.person('U0MIA').sees();
    await page.getByTestId('clock').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').getByText('Asia/Taipei').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByTestId('clock').getByText('time is ahead of yours').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('clock');
    const seen = office.slack.person('U0EVE').sees();
    expect(Date.parse(seen.now) - Date.parse(now)).toBeGreaterThanOrEqual(24 * 60 * 60 * 1000);
    const other = await office.open('U0LIN/C0MKT');
    await other.getByTestId('clock').getByText('比你的時間快').waitFor();
    await other.getByTestId('clock').click();
    await other.getByTestId('clock-monday').getByText('下週一 09:00').waitFor();
    await other.context().close();
  });
});
