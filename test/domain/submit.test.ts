import { describe, expect, it } from 'vitest';
import { type ChannelId, requestId } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import { policyVersion } from '#domain/policy/version.ts';
import { promisesFrom } from '#domain/promises.ts';
import type { Intake } from '#domain/purchase-request.ts';
import { type Submission, submit } from '#domain/submit.ts';
import { timersOf } from '#domain/timers.ts';
import { ANA, anIntake, BEN, HOUR_MS, MEI, MONDAY, TEAM } from '#test/support/builders.ts';
import { anOrganisation, CHO, LEA, LIV, MARKETING, mustAccept, refusalOf, TAIPEI } from '#test/support/deeds.ts';

const asking = (intake: Partial<Intake> = {}, overrides: Partial<Submission> = {}): Submission => ({
  id: requestId(17),
  team: TEAM,
  requester: MEI,
  intake: anIntake({ yearlyCost: { minor: 120_000, currency: 'USD' }, ...intake }),
  at: MONDAY,
  away: new Set(),
  ...overrides,
});

const submitted = (submission = asking(), org = anOrganisation()) => mustAccept(submit(submission, org, new Map()));
const inChannels = (decisionChannel?: ChannelId, channel?: ChannelId): Organisation =>
  anOrganisation({
    workspace: { language: 'en', currency: 'USD', ...(decisionChannel && { decisionChannel }) },
    units: [{ id: MARKETING, name: 'Marketing', leads: [LIV], ...(channel && { channel }) }],
  });

const COMPANY = 'C0COMPANY' as ChannelId;
const UNIT = 'C0UNIT' as ChannelId;
const NOBODY_ELSE = new Set([ANA, BEN, CHO]);

describe('a request', () => {
  it('starts with a track, an engineer, IT’s seat and dates', () => {
    const { request } = submitted();
    expect(request).toEqual({
      id: 'BUY-17',
      team: TEAM,
      requester: MEI,
      intake: asking().intake,
      track: 'fast',
      trackReasons: [{ kind: 'cost-below', limit: { minor: 200_000, currency: 'USD' } }, { kind: 'no-sensitive-data' }],
      pairing: { engineer: ANA, standIn: BEN, reason: { kind: 'embedded', unit: MARKETING, openRequests: 0 } },
      seats: [{ role: 'it', holders: [ANA], standIns: [BEN] }],
      policyVersion: policyVersion(anOrganisation()),
      objections: [],
      steps: [],
      questions: [],
      supporters: [],
      promises: { since: MONDAY, firstResponseBy: MONDAY + 2 * HOUR_MS, decisionBy: MONDAY + 24 * HOUR_MS },
      place: 'channel',
      submittedAt: MONDAY,
      reminded: [],
      reopened: 0,
      progress: { state: 'deciding' },
    });
  });

  it.each([
    ['fast', {}],
    ['standard', { yearlyCost: { minor: 200_000, currency: 'USD' } }],
    ['full', { data: ['health'] }],
  ] satisfies [string, Partial<Intake>][])(
    'promises what the %s track promises, and is timed by it',
    (track, intake) => {
      const { request, timers } = submitted(asking(intake));
      expect(request.track).toBe(track);
      expect(request.promises).toEqual(promisesFrom(request.track, TAIPEI, MONDAY));
      expect(timers).toEqual(timersOf(request, TAIPEI));
      expect(timers).toHaveLength(6);
      expect(timers).toContainEqual({ kind: 'response-due', dueAt: request.promises.firstResponseBy });
      expect(timers).toContainEqual({ kind: 'decision-due', dueAt: request.promises.decisionBy });
    },
  );

  it('is recorded with what was asked, and with what was made of it and why', () => {
    const { request, events } = submitted();
    const { intake, track, trackReasons: reasons, pairing, policyVersion: policy } = request;
    expect(events).toEqual([
      { type: 'submitted', by: MEI, at: MONDAY, detail: { intake, track, reasons, pairing, policy } },
    ]);
  });
});

describe('where it is decided', () => {
  it.each([
    ['in the company’s channel', inChannels(COMPANY), {}, 'channel'],
    ['in the unit’s channel', inChannels(undefined, UNIT), {}, 'channel'],
    ['among its people, when it is private', inChannels(COMPANY, UNIT), { restricted: true }, 'direct'],
    ['among its people, when it is private and there is no channel', inChannels(), { restricted: true }, 'direct'],
  ] as const)('%s', (_case, org, intake, place) => {
    const { request } = submitted(asking(intake), org);
    expect(request.place).toBe(place);
    expect(request).not.toHaveProperty('moved');
  });

  it('among its people, when there is no channel; the IT leads hear of it', () => {
    const { request, messages } = submitted(asking(), inChannels());
    expect(request).toMatchObject({ place: 'direct', moved: 'no-channel' });
    expect(messages).toContainEqual({
      kind: 'admin-told',
      to: LEA,
      problem: { kind: 'thread-lost', loss: 'no-channel' },
    });
  });
});

describe('who is told', () => {
  it('the thread, and in person the requester and the engineer', () => {
    expect(submitted().messages).toEqual([
      { kind: 'thread-opened' },
      { kind: 'paired' },
      { kind: 'told', to: MEI, news: { about: 'submitted' } },
      { kind: 'told', to: ANA, news: { about: 'paired' } },
    ]);
  });

  it('nobody in person where the thread itself reaches them', () =>
    expect(submitted(asking({ restricted: true })).messages).toEqual([{ kind: 'thread-opened' }, { kind: 'paired' }]));

  it('each IT lead, when one of them had to take it', () => {
    const org = anOrganisation({ it: { leads: [LEA, LIV], engineers: [] } });
    const { request, messages } = submitted(asking(), org);
    expect(request.pairing).toEqual({ engineer: LEA, standIn: LIV, reason: { kind: 'last-resort' } });
    expect(request.seats).toEqual([{ role: 'it', holders: [LEA], standIns: [LIV] }]);
    expect(messages.slice(4)).toEqual(
      [LEA, LIV].map((to) => ({ kind: 'admin-told', to, problem: { kind: 'only-lead-left' } })),
    );
  });
});

describe('without anybody of IT', () => {
  it.each([
    ['all are away', { away: new Set([...NOBODY_ELSE, LEA]) }],
    ['all but the requester are away', { requester: LEA, away: NOBODY_ELSE }],
  ])('nothing is opened when %s', (_case, overrides) =>
    expect(refusalOf(submit(asking({}, overrides), anOrganisation(), new Map()))).toEqual({ code: 'no-engineer' }),
  );
});

describe('pairing with what is on the desks', () => {
  it('counts open requests', () => {
    const org = anOrganisation({ it: { leads: [LEA], engineers: anOrganisation().it.engineers.slice(1) } });
    const { request } = mustAccept(submit(asking(), org, new Map([[BEN, { openRequests: 1 }]])));
    expect(request.pairing).toMatchObject({ engineer: CHO, standIn: BEN });
  });

  it('an engineer who asks is answered by another', () =>
    expect(submitted(asking({}, { requester: ANA })).request.pairing).toMatchObject({ engineer: BEN, standIn: CHO }));
});
