import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Language } from '#domain/organisation.ts';
import type { LocalSlack } from '#playground/slack/start-local-slack.ts';
import { startPlayground } from '#playground/start-playground.ts';
import { openLog } from '#server/log.ts';
import { openBrowser } from '#test/support/browser.ts';
import { startTandem } from '../../src/tandem.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

type Playing = { page: Page; slack: LocalSlack; refusals: unknown[] };

/** The playground as `npm start` runs it, and a page that shows it. */
async function openPlayground(language: Language): Promise<Playing> {
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  const options = { port: 0, folder, reset: false, language };
  const { slack, clock, org, databaseFile, credentials, fill } = await startPlayground(options);
  const tandem = await startTandem({
    slack: { mode: 'http', apiUrl: slack.apiUrl, ...credentials },
    ...{ port: 0, databaseFile, log: openLog('silent') },
    readOrganisation: async () => org,
    now: clock.now,
  });
  await fill(tandem.store);
  slack.setAppUrl(`http://127.0.0.1:${tandem.port}`);
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  onTestFinished(async () => {
    await page.close();
    await Promise.all([tandem.stop(), slack.close()]);
    await rm(folder, { recursive: true, force: true });
  });
  await page.goto(slack.url);
  return { page, slack, refusals: slack.refusals };
}

const choose = async (page: Page, block: string, label: string) => {
  await page.locator(`input[data-block-id="${block}"]`).click();
  await page.getByRole('option', { name: label }).first().click();
};

const become = async (page: Page, person: string) => {
  await page.getByTestId('person-switcher').click();
  await page.getByTestId(`person-${person}`).click();
};

type Asked = { requester: string; unit: string; tool: string; outcome: string; sees: { owned: string } };

type Journey = Asked & {
  engineer: string;
  channel: string;
  replies: RegExp;
  sees: { owned: string; card: string[]; record: string[] };
};

/** As the requester: type the command, fill in the form, send it. */
async function ask(page: Page, journey: Asked) {
  await become(page, journey.requester);
  await page.getByTestId('composer').fill(`/buy-tool ${journey.tool}`);
  await page.getByTestId('composer').press('Enter');
  const modal = page.getByTestId('modal');
  await modal.getByText(journey.sees.owned).waitFor();
  await page.locator('textarea[data-block-id="outcome"]').fill(journey.outcome);
  await choose(page, 'unit', journey.unit);
  // Small enough for the fast track in either company's currency.
  await page.locator('input[data-block-id="cost"]').fill('1,200');
  await page.getByTestId('modal-submit').click();
  await modal.waitFor({ state: 'detached' });
}

/** As a person: ask, become the engineer, press Approve, read the record. */
async function buy(page: Page, journey: Journey): Promise<void> {
  await ask(page, journey);
  await become(page, journey.engineer);
  await page.getByTestId(`channel-${journey.channel}`).click();
  for (const words of journey.sees.card) await page.getByText(words).first().waitFor();
  await page.locator('button[data-action-id="decision.approve"]').first().click();
  await page.getByText(journey.replies).first().click();
  const thread = page.getByTestId('thread');
  for (const words of journey.sees.record) await thread.getByText(words).first().waitFor();
}

/** Workers look once a second. */
const REMINDED_WITHIN_MS = 3_000;

/** Moves the clock by the menu behind the date. */
const moveClock = async (page: Page, item: 'hour' | 'day' | 'workday' | 'monday') => {
  await page.getByTestId('clock').click();
  await page.getByTestId(`clock-${item}`).click();
};

describe('the playground in a browser', () => {
  it('goes from the command to the record in English', async () => {
    const { page, refusals } = await openPlayground('en');
    await buy(page, {
      ...{ requester: 'U0MIA', engineer: 'U0EVE', unit: 'Marketing', channel: 'C0MKTDEC', tool: 'Figma' },
      ...{ outcome: 'Landing pages in two days instead of ten', replies: /^2 replies/ },
      sees: {
        owned: '6 of 40 seats are free',
        card: ['BUY-1 · Landing pages in two days instead of ten', 'Steps we take together'],
        record: ['Approved: Figma', 'Owners from now on:'],
      },
    });
    expect(refusals).toEqual([]);
  });

  it('goes the same way in Chinese', async () => {
    const { page, refusals } = await openPlayground('zh-TW');
    await buy(page, {
      ...{ requester: 'U0MEI', engineer: 'U0ADA', unit: '營運部', channel: 'C0DECIDE', tool: '問卷工具' },
      ...{ outcome: '問卷從兩週縮短到三天', replies: /^2 則回覆/ },
      sees: {
        owned: '還有 4 個空著',
        card: ['BUY-1 · 問卷從兩週縮短到三天', '一起走的步驟'],
        record: ['同意：SurveyCake', '接下來找誰：'],
      },
    });
    expect(refusals).toEqual([]);
  });

  it('reminds Eve before one’s eyes when the clock passes the promised first answer', async () => {
    const { page, slack, refusals } = await openPlayground('en');
    await moveClock(page, 'monday');
    await page.getByText('time is ahead of yours').waitFor();
    await ask(page, {
      ...{ requester: 'U0MIA', unit: 'Marketing', tool: 'Figma', outcome: 'Landing pages in two days instead of ten' },
      sees: { owned: '6 of 40 seats are free' },
    });
    await become(page, 'U0EVE');
    const told = () => slack.dmWith('U0EVE').map(({ text }) => text);
    const fromTandem = (count: number) => page.getByTestId(`channel-${slack.dmIdWith('U0EVE')}`).getByText(`${count}`);
    await slack.waitFor(() => told()[0]?.includes('would like your help'));
    await fromTandem(1).waitFor();
    await moveClock(page, 'hour');
    await slack.waitFor(() => told()[1]?.includes('hopes for a first word by'), REMINDED_WITHIN_MS);
    await moveClock(page, 'hour');
    await slack.waitFor(() => told()[2]?.includes('waiting for a first word from you'), REMINDED_WITHIN_MS);
    await fromTandem(3).waitFor();
    expect(refusals).toEqual([]);
  });
});
