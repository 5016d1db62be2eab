import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Language } from '#domain/organisation.ts';
import { startPlayground } from '#playground/start-playground.ts';
import { openLog } from '#server/log.ts';
import { openBrowser } from '#test/support/browser.ts';
import { startTandem } from '../../src/tandem.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

/** The playground as `npm start` runs it, and a page that shows it. */
async function openPlayground(language: Language): Promise<{ page: Page; refusals: unknown[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  const { slack, org, databaseFile, credentials, fill } = await startPlayground({
    port: 0,
    folder,
    reset: false,
    language,
  });
  const tandem = await startTandem({
    slack: { mode: 'http', apiUrl: slack.apiUrl, ...credentials },
    ...{ port: 0, databaseFile, log: openLog('silent') },
    readOrganisation: async () => org,
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
  return { page, refusals: slack.refusals };
}

const choose = async (page: Page, block: string, label: string) => {
  await page.locator(`input[data-block-id="${block}"]`).click();
  await page.getByRole('option', { name: label }).first().click();
};

const become = async (page: Page, person: string) => {
  await page.getByTestId('person-switcher').click();
  await page.getByTestId(`person-${person}`).click();
};

type Journey = {
  requester: string;
  engineer: string;
  unit: string;
  channel: string;
  tool: string;
  outcome: string;
  replies: RegExp;
  sees: { owned: string; card: string[]; record: string[] };
};

/** As a person: type the command, fill in the form, become the engineer, press Approve, read the record. */
async function buy(page: Page, journey: Journey): Promise<void> {
  await become(page, journey.requester);
  await page.getByTestId('composer').fill(`/buy-tool ${journey.tool}`);
  await page.getByTestId('composer').press('Enter');
  const modal = page.getByTestId('modal');
  await modal.getByText(journey.sees.owned).waitFor();
  await page.locator('textarea[data-block-id="outcome"]').fill(journey.outcome);
  await choose(page, 'unit', journey.unit);
  await page.getByTestId('modal-submit').click();
  await modal.waitFor({ state: 'detached' });
  await become(page, journey.engineer);
  await page.getByTestId(`channel-${journey.channel}`).click();
  for (const words of journey.sees.card) await page.getByText(words).first().waitFor();
  await page.locator('button[data-action-id="decision.approve"]').first().click();
  await page.getByText(journey.replies).first().click();
  const thread = page.getByTestId('thread');
  for (const words of journey.sees.record) await thread.getByText(words).first().waitFor();
}

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
});
