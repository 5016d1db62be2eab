import { WebClient } from '@slack/web-api';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDelivering } from '#outbox/deliver.ts';
import { slackSender } from '#outbox/slack-sender.ts';
import { APP, COMPANY, CREDENTIALS, TEAM_ID } from '#playground/company/company.ts';
import { type LocalSlack, startLocalSlack } from '#playground/slack/start-local-slack.ts';
import { readManifestFile } from '#playground/start-playground.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import type { Store } from '#store/store.ts';
import { TEAM } from '#test/support/builders.ts';
import { MIA } from '#test/support/company.ts';

const PAGE_MESSAGES = 15;
const HELLO = { kind: 'told', to: MIA, news: { about: 'submitted' } } as const;
const DM = { to: 'person', user: MIA, text: 'Hello', blocks: [] } as const;
const LEASE_MS = 3_000;

async function openSlack(): Promise<{ slack: LocalSlack; client: WebClient }> {
  const slack = await startLocalSlack({
    ...{ company: COMPANY, teamId: TEAM_ID, app: APP, ...CREDENTIALS },
    manifest: await readManifestFile(),
    historyPageMax: PAGE_MESSAGES,
  });
  onTestFinished(() => slack.close());
  const options = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  return { slack, client: new WebClient(CREDENTIALS.botToken, options) };
}

async function openStore(): Promise<Store> {
  const store = await openSqliteStore('file::memory:');
  onTestFinished(() => store.close());
  return store;
}

const calls = ({ slack }: { slack: LocalSlack }, method: string) =>
  slack.calls.filter((call) => call.method === method);

/** A process that delivers; `beforeSending` runs when it has a row in its hands. */
function aProcess(store: Store, client: WebClient, now: () => number, beforeSending = () => {}) {
  const logged: string[] = [];
  const worker = startDelivering({
    ...{ store, now, leaseMs: LEASE_MS, sender: slackSender(client), chance: () => 0 },
    present: async () => {
      beforeSending();
      return { ...DM, blocks: [] };
    },
    fallbacks: { loseThread: async () => false, instead: () => [] },
    log: {
      sent: () => void logged.push('sent'),
      postponed: (_, __, why) => void logged.push(`postponed: ${why}`),
      abandoned: (_, error) => void logged.push(`abandoned: ${error}`),
      crashed: () => void logged.push('crashed'),
    },
  });
  onTestFinished(() => worker.stop());
  return { worker, logged };
}

describe('a process that stood still beyond its lease', () => {
  it('neither says what another may have said meanwhile, nor takes the message out of its hands', async () => {
    const world = await openSlack();
    const store = await openStore();
    let ahead = 0;
    const now = () => Date.now() + ahead;
    await store.enqueue(TEAM, HELLO, now());
    const { worker, logged } = aProcess(store, world.client, now, () => {
      ahead += LEASE_MS;
    });
    await expect.poll(() => logged[0]).toBe('postponed: lease over');
    await worker.stop();
    expect(calls(world, 'chat.postMessage')).toEqual([]);

    // Nobody gave the lease back, so whoever takes it up looks first.
    const [row] = await store.claim(now() + LEASE_MS, now() + 2 * LEASE_MS, { prompt: 1, bulk: 1 });
    expect(row).toMatchObject({ unsure: true, attempts: 0 });
  });
});

describe('a message that may have been sent', () => {
  it('is found behind many pages, also when Slack lets us read one page and then makes us wait', async () => {
    const world = await openSlack();
    const { slack, client } = world;
    const sender = slackSender(client);
    const row = {
      id: 'row-1',
      team: TEAM,
      message: HELLO,
      attempts: 0,
      bulk: false,
      unsure: false,
      createdAt: Date.now(),
    };
    const first = await sender.send(row, { ...DM, blocks: [] }, undefined, () => true);
    for (let count = 0; count < 3 * PAGE_MESSAGES; count += 1) {
      await client.chat.postMessage({ channel: first.channel, text: `Later ${count}` });
    }
    const said = slack.dmWith(MIA).length;

    const again = () => sender.send({ ...row, unsure: true }, { ...DM, blocks: [] }, undefined, () => true);
    const outcomes: string[] = [];
    for (let minute = 0; minute < 4; minute += 1) {
      slack.faults.next('conversations.history', 'slow', { delayMs: 0 });
      slack.faults.next('conversations.history', 'rateLimited');
      outcomes.push(
        await again().then(
          ({ ts }) => (ts === first.ts ? 'found' : 'said again'),
          () => 'wait',
        ),
      );
      slack.faults.clear();
      if (outcomes.at(-1) !== 'wait') break;
    }
    expect(outcomes).toEqual(['wait', 'wait', 'wait', 'found']);
    expect(slack.dmWith(MIA)).toHaveLength(said);
  });
});
