import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { TeamId } from '#domain/ids.ts';
import type { Language } from '#domain/organisation.ts';
import { TEAM_ID } from '#playground/company/company.ts';
import { startPlayground } from '#playground/start-playground.ts';
import { playTour } from '#playground/tour.ts';
import { STOPS, type Stop } from '#playground/tour-words.ts';
import { openLog } from '#server/log.ts';
import { startTandem } from '../../src/tandem.ts';

async function tourIn(language: Language) {
  const folder = await mkdtemp(join(tmpdir(), 'tour-'));
  const playground = await startPlayground({ port: 0, folder, language, reset: true });
  const { slack, clock, org, credentials, databaseFile } = playground;
  const tandem = await startTandem({
    slack: { mode: 'http', apiUrl: slack.apiUrl, ...credentials },
    ...{ port: 0, databaseFile, log: openLog('silent'), now: clock.now },
    readOrganisation: async () => org,
  });
  onTestFinished(async () => {
    await tandem.stop();
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  });
  await playground.fill(tandem.store);
  slack.setAppUrl(`http://127.0.0.1:${tandem.port}`);
  const said: string[] = [];
  const seen = await playTour({ slack, store: tandem.store, clock, org, language }, (line) => said.push(line));
  const requests = Object.fromEntries(
    await Promise.all(
      seen.map(async ({ stop, id }) => [stop, (await tandem.store.find(TEAM_ID as TeamId, id))?.request]),
    ),
  );
  return { slack, said, requests };
}

const EXPECTED: Record<Stop, object> = {
  expired: { progress: { state: 'expired' } },
  declined: { progress: { state: 'decided', decision: 'declined' } },
  withdrawn: { progress: { state: 'withdrawn' } },
  conditions: { progress: { state: 'decided', decision: 'approved_with_conditions' } },
  pilot: { progress: { state: 'decided', decision: 'pilot' } },
  reuse: { progress: { state: 'decided', decision: 'reuse' } },
  objected: { progress: { state: 'objected' } },
  talked: {
    progress: { state: 'deciding' },
    talk: { views: { requester: expect.any(String), objector: expect.any(String) } },
  },
  'handed-over': { progress: { state: 'deciding' }, pairing: { reason: { kind: 'handed-over' } } },
  lead: { requester: 'U0LENA', track: 'standard', seats: [{ role: 'it' }, { role: 'budget', holders: ['U0IAN'] }] },
  private: { progress: { state: 'deciding' }, place: 'direct', intake: { restricted: true } },
  waiting: { progress: { state: 'waiting' } },
  full: { progress: { state: 'deciding' }, track: 'full' },
  budget: {
    progress: { state: 'deciding' },
    track: 'standard',
    seats: [{ verdict: { kind: 'approve' } }, { role: 'budget' }],
  },
  fresh: { progress: { state: 'deciding' }, track: 'fast', intake: { stage: 'exploring' } },
};

it.each(['en', 'zh-TW'] as const)(
  'the tour in %s shows a request in every state, and says where',
  async (language) => {
    const { slack, said, requests } = await tourIn(language);
    expect(Object.keys(requests)).toEqual([...STOPS]);
    expect(requests).toMatchObject(EXPECTED);
    const [first] = slack.messagesIn('C0GENERAL');
    expect(first?.reactions).toEqual({ pushpin: ['U0IAN'] });
    expect(first?.text).toBe(said.join('\n'));
    expect(slack.refusals).toEqual([]);
  },
  20_000,
);
