import { describe, expect, it } from 'vitest';
import { requestId, type UserId } from '#domain/ids.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import { homeView } from '#features/home/home.view.ts';
import { figuresOf, listsOf } from '#features/home/lists.ts';
import type { Look } from '#features/home/look.ts';
import { pageOf, readPages, turned } from '#features/home/paging.ts';
import { settingsView } from '#features/home/settings.view.ts';
import type { StoredRequest } from '#store/store.ts';
import { ANA, anIntake, aRequest, BEN, HOUR_MS, MEI, MONDAY } from '#test/support/builders.ts';
import { anOrganisation, MARKETING } from '#test/support/deeds.ts';
import { expectViewFitsSlack } from '#test/support/expect-fits-slack.ts';
import { LANGUAGES, textFor } from '#text/text.ts';

const ORG = anOrganisation({
  it: { leads: [ANA], engineers: [{ user: ANA, units: [], expertise: [], capacity: 8 }] },
  units: [{ id: MARKETING, name: '&'.repeat(80), leads: [ANA] }],
});
const LONG = '&<'.repeat(1_500);

const stored = (number: number, overrides: Partial<PurchaseRequest> = {}): StoredRequest => ({
  request: aRequest({ id: requestId(number), intake: anIntake({ outcome: LONG, unit: MARKETING }), ...overrides }),
  version: 1,
  thread: { channel: 'C1' as never, ts: '1.1' },
});
const many = Array.from({ length: 500 }, (_, index) => stored(index + 1));

const seenBy = (overrides: Partial<Look> = {}): Look => ({
  ...{ person: ANA, now: MONDAY + 100 * HOUR_MS, mine: [], parts: [], units: [], ofUnits: [], preferences: {} },
  ...overrides,
});
const everything = seenBy({
  ...{ mine: many, parts: many, units: ORG.units, ofUnits: many, preferences: { awayUntil: MONDAY + 200 * HOUR_MS } },
  everything: { open: many, away: new Set([ANA, BEN]) },
});
const setting = (language: (typeof LANGUAGES)[number], person: UserId = ANA) => ({
  ...{ text: textFor(language), org: ORG, person, now: MONDAY + 100 * HOUR_MS },
  threadUrl: () => `https://workspace.slack.example/${'x'.repeat(200)}`,
});

describe.each(LANGUAGES)('the Home in %s', (language) => {
  it('fits Slack for somebody with everything, 500 requests each, on any page', () => {
    for (const page of [0, 1, 49, 900]) {
      const pages = { waits: page, mine: page, queue: page, unit: page, late: page };
      const view = homeView(everything, pages, setting(language));
      expectViewFitsSlack(view);
      expect(view.blocks.length).toBeGreaterThan(80);
    }
  });

  it('fits Slack for a first-timer, and so do the settings of everybody', () => {
    expectViewFitsSlack(homeView(seenBy({ person: MEI }), {}, setting(language, MEI)));
    for (const person of [MEI, ANA]) {
      const preferences = { awayUntil: MONDAY + 200 * HOUR_MS, digest: 'muted', language: 'zh-TW' } as const;
      expectViewFitsSlack(settingsView({ person, preferences, text: textFor(language), org: ORG, now: MONDAY }));
    }
  });
});

describe('the lists', () => {
  const names = (seen: Look) => listsOf(seen, ORG).map(({ name }) => name);

  it('are only those that are somebody’s own', () => {
    expect(names(seenBy({ person: MEI }))).toEqual([]);
    expect(names(seenBy({ person: MEI, mine: [stored(1)], parts: [stored(1)] }))).toEqual(['waits', 'mine']);
    expect(names(everything)).toEqual(['waits', 'mine', 'queue', 'unit', 'late']);
  });

  it('hold what waits for this very person, soonest first', () => {
    const later = stored(1, { promises: { ...aRequest().promises, firstResponseBy: MONDAY + 9 * HOUR_MS } });
    const others = stored(3, { progress: { state: 'waiting', since: MONDAY, until: MONDAY + HOUR_MS } });
    const [waits] = listsOf(seenBy({ parts: [later, stored(2), others] }), ORG);
    expect(waits?.rows.map(({ stored: { request } }) => request.id)).toEqual(['BUY-2', 'BUY-1']);
  });

  it('name a private request to its own people only', () => {
    const hidden = stored(1, { intake: anIntake({ restricted: true, unit: MARKETING }) });
    const seen = { units: ORG.units, ofUnits: [hidden], everything: { open: [hidden], away: new Set<UserId>() } };
    const lead = 'U0OTHER' as UserId;
    const counts = (person: UserId) =>
      listsOf(seenBy({ person, ...seen }), ORG)
        .filter(({ name }) => name === 'unit' || name === 'late')
        .map(({ rows, hidden: count }) => [rows.length, count]);
    expect(counts(lead)).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(counts(ANA)).toEqual([
      [1, 0],
      [1, 0],
    ]);
    const view = homeView(seenBy({ person: lead, ...seen }), {}, setting('en', lead));
    expect(JSON.stringify(view)).not.toContain('BUY-1');
  });
});

describe('the figures of a unit', () => {
  it('give no share below five requests', () => {
    const of = (count: number) => figuresOf(seenBy({ now: MONDAY, ofUnits: many.slice(0, count) }));
    expect(of(4)).toEqual({ open: 4, decided: 0 });
    expect(of(5)).toEqual({ open: 5, decided: 0, earlyPercent: 100, bypassPercent: 0 });
  });
});

describe('what was bought without a request', () => {
  const bought = (number: number) => stored(number, { intake: anIntake({ stage: 'bought', unit: MARKETING }) });
  const lineOf = (ofUnits: StoredRequest[]) =>
    JSON.stringify(homeView(seenBy({ now: MONDAY, units: ORG.units, ofUnits }), {}, setting('en')));

  it('counts as a share of a unit’s purchases, and names nobody', () => {
    expect(figuresOf(seenBy({ now: MONDAY, ofUnits: [bought(1), ...many.slice(1, 4)] }))).not.toHaveProperty(
      'bypassPercent',
    );
    expect(lineOf([bought(1), ...many.slice(1, 5)])).toContain('*20%* came in once bought');
    expect(lineOf(many.slice(0, 5))).not.toContain('once bought');
  });
});

describe('paging', () => {
  it('stays on pages that there are', () => {
    expect(pageOf([...Array(25).keys()], 9)).toEqual({
      ...{ page: 2, from: 21, to: 25, total: 25 },
      rows: [20, 21, 22, 23, 24],
      isLast: true,
    });
    expect(pageOf([], 3)).toMatchObject({ page: 0, rows: [], isLast: true });
  });

  it('takes nothing unreadable from the client', () => {
    expect(['', '{', '{"mine":-1}', '{"mine":"x"}', '[]'].map(readPages)).toEqual([{}, {}, {}, {}, {}]);
    expect(turned({ mine: 2 }, 'queue:1')).toEqual({ mine: 2, queue: 1 });
    expect(turned({ mine: 2 }, 'other:1')).toEqual({ mine: 2 });
  });
});
