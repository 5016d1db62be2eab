import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UserId } from '#domain/ids.ts';
import type { Engineer } from '#domain/organisation.ts';
import { type PairingNeed, pair, type Workload } from '#domain/pairing.ts';
import { ANA, BEN, MEI } from '#test/support/builders.ts';
import { anEngineer, anOrganisation, CHO, LEA, LIV, MARKETING, SALES, SAM } from '#test/support/deeds.ts';
import { awayPeople, organisations, workloads } from '#test/support/worlds.ts';

type Desks = Record<string, Workload>;
const desk = (openRequests: number, lastAssignedAt?: number): Workload => ({
  openRequests,
  ...(lastAssignedAt !== undefined && { lastAssignedAt }),
});

const paired = (
  engineers: Engineer[],
  { desks = {}, leads = [LEA], ...need }: Partial<PairingNeed> & { desks?: Desks; leads?: UserId[] } = {},
) =>
  pair(
    { requester: MEI, unit: MARKETING, tool: 'Whiteboard', away: new Set(), ...need },
    anOrganisation({ it: { leads, engineers } }),
    new Map(Object.entries(desks).map(([user, load]) => [user as UserId, load])),
  );

const ana = anEngineer(ANA, { units: [MARKETING] });
const ben = anEngineer(BEN, { expertise: ['whiteboard'] });
const cho = anEngineer(CHO);

describe('who is asked', () => {
  it('is embedded with the unit, before anybody who knows the tool, before anybody', () => {
    expect(paired([cho, ben, ana])).toEqual({
      engineer: ANA,
      standIn: BEN,
      reason: { kind: 'embedded', unit: MARKETING, openRequests: 0 },
    });
    expect(paired([cho, ben])).toMatchObject({ engineer: BEN, reason: { kind: 'expertise', openRequests: 0 } });
    expect(paired([cho])).toMatchObject({ engineer: CHO, reason: { kind: 'available', openRequests: 0 } });
  });

  it('stays embedded though busier: the unit has one name to know', () => {
    expect(paired([ana, cho], { desks: { [ANA]: desk(7) } })).toMatchObject({
      engineer: ANA,
      reason: { openRequests: 7 },
    });
  });

  it.each([
    ['AI 客服', 'ai'],
    ['ＡＩ assistant', 'ai'],
    ['an AI, please', 'ai'],
    ['線上客服系統', '客服'],
    ['Google Analytics 4', 'analytics'],
    ['CRMs', 'crm'],
    ['machine  learning', 'machine learning'],
  ])('knows the tool: %s is about %s', (tool, topic) =>
    expect(paired([anEngineer(CHO, { expertise: [topic] }), anEngineer(ANA)], { tool })).toMatchObject({
      engineer: CHO,
      reason: { kind: 'expertise' },
    }),
  );

  it.each([
    ['Email newsletter', 'ai'],
    ['Maintenance', 'ai'],
    ['Enterprise', 'erp'],
    ['', 'ai'],
  ])('is not picked by chance: %j is not about %s', (tool, topic) =>
    expect(paired([anEngineer(CHO, { expertise: [topic] }), anEngineer(ANA)], { tool })).toMatchObject({
      engineer: ANA,
      reason: { kind: 'available' },
    }),
  );
});

describe('who is left out', () => {
  const other = anEngineer(CHO, { units: [MARKETING] });
  it('is the requester', () => expect(paired([ana, other], { requester: ANA })?.engineer).toBe(CHO));
  it('is whoever is away', () => expect(paired([ana, other], { away: new Set([ANA]) })?.engineer).toBe(CHO));

  it('is whoever has no room, even for an engineer of no circle', () => {
    const full = { ...ana, capacity: 2 };
    expect(paired([full, other], { desks: { [ANA]: desk(2), [CHO]: desk(9) } })?.engineer).toBe(CHO);
    expect(paired([full, cho], { desks: { [ANA]: desk(2) } })?.reason.kind).toBe('available');
    expect(paired([full, cho], { desks: { [ANA]: desk(1) } })?.engineer).toBe(ANA);
    expect(paired([{ ...ana, capacity: 1 }, cho])?.engineer).toBe(ANA);
  });

  it('is nobody for lack of room when all lack it', () => {
    const all = [ana, ben, cho].map((engineer) => ({ ...engineer, capacity: 1 }));
    const desks = { [ANA]: desk(5), [BEN]: desk(1), [CHO]: desk(1) };
    expect(paired(all, { desks })).toMatchObject({ engineer: ANA, reason: { kind: 'embedded', openRequests: 5 } });
    expect(paired(all, { desks, away: new Set([CHO]) })?.engineer).toBe(ANA);
  });
});

describe('among equals', () => {
  const both = [ana, anEngineer(CHO, { units: [MARKETING] })];
  it.each<[string, Desks, UserId]>([
    ['fewest open requests', { [ANA]: desk(2, 1), [CHO]: desk(1, 9) }, CHO],
    ['longest since the last', { [ANA]: desk(1, 9), [CHO]: desk(1, 1) }, CHO],
    ['never asked before', { [ANA]: desk(0, 1) }, CHO],
    ['first by id', {}, ANA],
    ['first by id when all is equal', { [ANA]: desk(1, 5), [CHO]: desk(1, 5) }, ANA],
  ])('%s wins', (_case, desks, engineer) => {
    expect(paired(both, { desks })?.engineer).toBe(engineer);
    expect(paired(both.toReversed(), { desks })?.engineer).toBe(engineer);
  });
});

describe('the stand-in', () => {
  const near = anEngineer(CHO, { units: [MARKETING] });
  it('is the next of the same circle', () => expect(paired([ana, ben, near])?.standIn).toBe(CHO));
  it('else the freest of the others', () =>
    expect(paired([ana, ben, cho], { desks: { [BEN]: desk(1) } })?.standIn).toBe(CHO));
  it('else somebody without room', () =>
    expect(paired([ana, { ...ben, capacity: 1 }], { desks: { [BEN]: desk(1) } })?.standIn).toBe(BEN));
  it('else a lead who is there', () =>
    expect(paired([ana], { leads: [MEI, ANA, LIV, LEA], away: new Set([LIV]) })?.standIn).toBe(LEA));
  it('else nobody', () => expect(paired([ana], { leads: [MEI] })).not.toHaveProperty('standIn'));
});

describe('when no engineer is left', () => {
  it('a lead takes it, the next lead stands in', () => {
    expect(paired([ana], { away: new Set([ANA]), leads: [LEA, LIV] })).toEqual({
      engineer: LEA,
      standIn: LIV,
      reason: { kind: 'last-resort' },
    });
    expect(paired([], { leads: [LEA] })).toEqual({ engineer: LEA, reason: { kind: 'last-resort' } });
  });

  it('the lead who asks does not answer themselves', () =>
    expect(paired([ana], { requester: LEA, away: new Set([ANA]), leads: [LEA, LIV] })?.engineer).toBe(LIV));

  it.each<[string, Parameters<typeof paired>[1]]>([
    ['the only engineer asks', { requester: ANA, leads: [] }],
    ['the only engineer is away', { away: new Set([ANA]), leads: [] }],
    ['the only lead is away too', { away: new Set([ANA, LEA]) }],
    ['the only lead asks', { requester: LEA, away: new Set([ANA]) }],
  ])('there is nobody when %s', (_case, need) => expect(paired([ana], need)).toBeUndefined());
});

describe('whatever the company', () => {
  const needs = fc.record({
    requester: fc.constantFrom(MEI, ANA, LEA, SAM),
    unit: fc.constantFrom(MARKETING, SALES),
    tool: fc.constantFrom('AI 客服', 'Email', ''),
    away: awayPeople,
  });

  it('the order of the org file’s engineers changes nothing', () => {
    const shuffled = organisations.chain((org) =>
      fc
        .shuffledSubarray(org.it.engineers, { minLength: org.it.engineers.length })
        .map((engineers) => ({ org, other: { ...org, it: { ...org.it, engineers } } })),
    );
    fc.assert(
      fc.property(needs, shuffled, workloads, (need, { org, other }, desks) =>
        isDeepStrictEqual(pair(need, other, desks), pair(need, org, desks)),
      ),
      { numRuns: 500 },
    );
  });

  it('two different people who are there are named, neither of them the requester; nobody only when nobody is', () => {
    fc.assert(
      fc.property(needs, organisations, workloads, (need, org, desks) => {
        const able = new Set([...org.it.engineers.map(({ user }) => user), ...org.it.leads]);
        const there = able.difference(need.away).difference(new Set([need.requester]));
        const pairing = pair(need, org, desks);
        const named = [pairing?.engineer, pairing?.standIn].filter((user) => user !== undefined);
        expect(new Set(named).size).toBe(Math.min(there.size, 2));
        expect(named.every((user) => there.has(user))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
