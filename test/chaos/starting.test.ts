import { expect, it, onTestFinished } from 'vitest';
import { APP, COMPANY, CREDENTIALS, TEAM_ID } from '#playground/company/company.ts';
import { type LocalSlack, startLocalSlack } from '#playground/slack/start-local-slack.ts';
import { readCompany, readManifestFile } from '#playground/start-playground.ts';
import { openLog } from '#server/log.ts';
import { startTandem } from '../../src/tandem.ts';

async function openSlack(): Promise<LocalSlack> {
  const slack = await startLocalSlack({
    ...{ company: COMPANY, teamId: TEAM_ID, app: APP, ...CREDENTIALS },
    manifest: await readManifestFile(),
  });
  onTestFinished(() => slack.close());
  return slack;
}

const start = ({ apiUrl }: LocalSlack, botToken = CREDENTIALS.botToken) =>
  startTandem({
    slack: { mode: 'http', apiUrl, botToken, signingSecret: CREDENTIALS.signingSecret },
    ...{ databaseFile: ':memory:', port: 0, log: openLog('silent') },
    readOrganisation: () => readCompany(),
  });

it.each(['status500', 'rateLimited', 'resetBefore', 'fatalError'] as const)(
  'a start goes on when Slack answers again after %s',
  async (fault) => {
    const slack = await openSlack();
    slack.faults.next('auth.test', fault);
    const tandem = await start(slack);
    await tandem.stop();
    const asked = slack.calls.filter(({ method }) => method === 'auth.test');
    expect(asked.map(({ ok }) => ok)).toEqual([false, true]);
  },
);

it('a start ends at once when Slack says no', async () => {
  const slack = await openSlack();
  await expect(start(slack, 'xoxb-wrong')).rejects.toThrow('invalid_auth');
  expect(slack.calls).toHaveLength(1);
});
