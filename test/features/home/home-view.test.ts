import { describe, expect, it } from 'vitest';
import { type ChannelId, type LocalDate, requestId, type UserId } from '#domain/ids.ts';
import type { Hearing, Nudge } from '#domain/listening.ts';
import type { ListeningWeek } from '#domain/listening-weeks.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import { heardRows } from '#features/home/heard.ts';
import { homeView } from '#features/home/home.view.ts';
import { figuresOf, listsOf } from '#features/home/lists.ts';
import type { Look } from '#features/home/look.ts';
import { pageOf, readPages, turned } from '#features/home/paging.ts';
import { settingsView } from '#features/home/settings.view.ts';
import type { StoredRequest } from '#store/store.ts';
import { ANA, anIntake, aRequest, BEN, HOUR_MS, MEI, MONDAY, TEAM } from '#test/support/builders.ts';
import { anOrganisation, MARKETING } from '#test/support/deeds.ts';
import { expectViewFitsSlack } from '#test/support/expect-fits-slack.ts';
import { asShown } from '#test/support/reading.ts';
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

/** A request of others that this person may only know to exist. */
const aPrivate = stored(501, {
  ...{ intake: anIntake({ restricted: true, unit: MARKETING }), seats: [] },
  pairing: { ...aRequest().pairing, engineer: BEN },
});
const all = [...many, aPrivate];

const aNudge = (number: number, overrides: Partial<Nudge> = {}): Nudge => ({
  ...{ team: TEAM, channel: 'C0LUNCH' as ChannelId, ts: `${number}.000001`, author: ANA, at: MONDAY + number },
  ...{ stage: 'exploring', tools: [LONG, LONG], kind: LONG, surface: 'here', isGone: false },
  ...overrides,
});
const answered = (number: number, is: 'no' | 'never' | 'never-here'): Nudge =>
  aNudge(number, { answer: { is, at: MONDAY } });
const aWeek = (monday: string, channels: number): ListeningWeek => ({
  monday: monday as LocalDate,
  channels: Array.from({ length: channels }, (_, index) => ({
    ...{ channel: `C${String(index).padStart(20, '0')}` as ChannelId, asked: 10 ** 15, homeOnly: 1 },
    ...{ yes: 10 ** 15 - 1, no: 10 ** 14, never: 1, unanswered: 1 },
  })),
});
const aMonth = ['2026-01-26', '2026-01-19', '2026-01-12', '2026-01-05'].map((monday) => aWeek(monday, 40));
const NOTHING_HEARD = { weeks: [], quiet: new Set<ChannelId>() };

const seenBy = (overrides: Partial<Look> = {}): Look => ({
  ...{ person: ANA, now: MONDAY + 100 * HOUR_MS, mine: [], parts: [], units: [], ofUnits: [] },
  ...{ preferences: {}, heard: { open: [], refused: [] } },
  ...overrides,
});
const everything = seenBy({
  ...{ mine: many, parts: many, units: ORG.units, ofUnits: all, preferences: { awayUntil: MONDAY + 200 * HOUR_MS } },
  heard: { open: [1, 2, 3, 4, 5, 6].map((number) => aNudge(number)), refused: [answered(7, 'no')] },
  everything: {
    ...{ open: all, away: new Set([ANA, BEN]) },
    listening: {
      weeks: aMonth,
      quiet: new Set(aMonth.flatMap(({ channels }) => channels.map(({ channel }) => channel))),
    },
  },
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
      expect(view.blocks.length).toBeGreaterThan(90);
      const answers = JSON.stringify(view).match(/"listening\.(?:yes|undo)"/g);
      expect(answers?.length).toBeGreaterThanOrEqual(3);
      expect(answers?.length).toBeLessThanOrEqual(5);
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

const shown = (seen: Partial<Look>, language: (typeof LANGUAGES)[number] = 'en') => {
  const view = homeView(seenBy(seen), {}, setting(language));
  expectViewFitsSlack(view);
  return asShown({ text: '', blocks: view.blocks }).split('\n');
};

describe('what was heard', () => {
  const rows = (open: Nudge[], refused: Nudge[], hearing: Hearing = {}, rowsMax = 5) =>
    heardRows({ open, refused }, hearing, rowsMax).map(({ at }) => at - MONDAY);
  const open = [6, 5, 4, 3, 2].map((number) => aNudge(number));

  it('is at most so many rows, and the last no stays where it was', () => {
    expect(rows(open, [])).toEqual([6, 5, 4, 3, 2]);
    expect(rows(open, [answered(1, 'no'), answered(7, 'no')])).toEqual([6, 5, 4, 3, 1]);
    expect(rows(open.slice(3), [answered(1, 'no'), answered(7, 'no')])).toEqual([7, 3, 2, 1]);
    expect(rows(open, [], {}, 2)).toEqual([6, 5]);
    expect(rows(open, [answered(1, 'no')], {}, -1)).toEqual([]);
  });

  it('is not asked of who wishes not to be asked, while the wish can be taken back', () => {
    const never = answered(1, 'never');
    const neverHere = answered(1, 'never-here');
    expect(rows(open, [never], { off: true })).toEqual([1]);
    expect(rows(open, [never], { off: false })).toEqual([6, 5, 4, 3, 2]);
    const elsewhere = aNudge(8, { channel: 'C0HALL' as ChannelId });
    expect(rows([elsewhere, ...open], [neverHere], { offIn: [never.channel] })).toEqual([8, 1]);
    expect(rows([], [neverHere], { offIn: ['C0HALL' as ChannelId] })).toEqual([]);
  });

  const { kind: _, ...nameless } = aNudge(7, { tools: [] });
  const heard = {
    open: [
      aNudge(9, { tools: ['HubSpot', 'Pipe\ndrive'], stage: 'renewal' }),
      aNudge(8, { tools: [], kind: '~CRM~' }),
      nameless,
    ],
    refused: [answered(6, 'never-here'), answered(5, 'never'), answered(4, 'no')].map((one) => ({
      ...one,
      tools: ['Figma'],
    })),
  };
  /** The lines under the title. */
  const said = (language: (typeof LANGUAGES)[number], hearing: Hearing) =>
    shown({ heard, preferences: { hearing } }, language).slice(6, -2);
  const offHere = { off: true, offIn: ['C0LUNCH' as ChannelId] };

  it('reads well in English', () => {
    expect(said('en', {})).toMatchInlineSnapshot(`
      [
        "Heard lately",
        "HubSpot, Pipe drive (Up for renewal) · What you said",
        "[Yes, start] [Not a purchase]",
        "∼CRM∼ (Just thinking about it) · What you said",
        "[Yes, start] [Not a purchase]",
        "A purchase (Just thinking about it) · What you said",
        "[Yes, start] [Not a purchase]",
        "~Figma~ · not a purchase",
      ]
    `);
    expect(said('en', offHere)).toMatchInlineSnapshot(`
      [
        "Heard lately",
        "~Figma~ · I won’t ask you in #C0LUNCH any more",
        "~Figma~ · I won’t ask you again, anywhere",
        "~Figma~ · not a purchase",
      ]
    `);
  });

  it('reads well in Chinese', () => {
    expect(said('zh-TW', {})).toMatchInlineSnapshot(`
      [
        "最近聽到的",
        "HubSpot、Pipe drive（要續約）· 看那則訊息",
        "[好，開始] [不是要買]",
        "∼CRM∼（剛開始想）· 看那則訊息",
        "[好，開始] [不是要買]",
        "想買的東西（剛開始想）· 看那則訊息",
        "[好，開始] [不是要買]",
        "~Figma~ · 不是要買",
      ]
    `);
    expect(said('zh-TW', offHere)).toMatchInlineSnapshot(`
      [
        "最近聽到的",
        "~Figma~ · 在 #C0LUNCH 不會再問你",
        "~Figma~ · 之後都不會再問你",
        "~Figma~ · 不是要買",
      ]
    `);
  });
});

describe('how well listening hears', () => {
  const channel = (id: string, yes: number, no: number) => ({
    ...{ channel: id as ChannelId, asked: yes + no + 1, homeOnly: 0, yes, no, never: 0, unanswered: 1 },
  });
  const week = {
    monday: '2026-01-05' as LocalDate,
    channels: [channel('C1', 13, 7), channel('C2', 2, 1), channel('C3', 0, 0)],
  };
  const listening = { weeks: [week, { ...aWeek('2025-12-29', 12) }], quiet: new Set(['C1' as ChannelId]) };

  const told = (language: (typeof LANGUAGES)[number], of: typeof listening | typeof NOTHING_HEARD) =>
    shown({ everything: { open: [], away: new Set(), listening: of } }, language).filter(
      (line) => !line.includes('000'),
    );

  it('is told to IT leads in English, a share only where there are answers enough', () => {
    expect(told('en', listening).slice(-8)).toMatchInlineSnapshot(`
      [
        "How well listening hears",
        "*Week of Mon, 5 Jan 2026*",
        "#C1: 21 asked, 13 right, 7 wrong · *65%* right · App Home only",
        "#C2: 4 asked, 2 right, 1 wrong · 2 of 3",
        "#C3: 1 asked, 0 right, 0 wrong",
        "*Week of Mon, 29 Dec 2025*",
        "+2 more channels",
        "By what authors answered. Under 70% over 20 answers a channel goes quiet: App Home only. \`npm run listening:export\` has every week, without any text.",
      ]
    `);
    expect(told('en', NOTHING_HEARD).slice(-2)).toMatchInlineSnapshot(`
      [
        "How well listening hears",
        "Nobody was asked in the last four weeks.",
      ]
    `);
  });

  it('is told to IT leads in Chinese, and to nobody else', () => {
    expect(told('zh-TW', listening).slice(-8)).toMatchInlineSnapshot(`
      [
        "聽得準不準",
        "*2026 年 1 月 5 日週一開始的一週*",
        "#C1 問了 21 次，對 13 次、錯 7 次 · 對了 *65%* · 只放在 App Home",
        "#C2 問了 4 次，對 2 次、錯 1 次 · 3 次對 2 次",
        "#C3 問了 1 次，對 0 次、錯 0 次",
        "*2025 年 12 月 29 日週一開始的一週*",
        "另外還有 2 個頻道",
        "看本人怎麼回答。二十次回答裡對不到七成，那個頻道就改成只在 App Home 提醒。每週數字用 \`npm run listening:export\` 匯出，不含任何訊息內容。",
      ]
    `);
    expect(shown({}, 'zh-TW')).not.toContain('聽得準不準');
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
    const seen = { units: ORG.units, ofUnits: [hidden] };
    const everything = { open: [hidden], away: new Set<UserId>(), listening: NOTHING_HEARD };
    const lead = 'U0OTHER' as UserId;
    const counts = (person: UserId) =>
      listsOf(seenBy({ person, ...seen, everything }), ORG)
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
    const view = homeView(seenBy({ person: lead, ...seen, everything }), {}, setting('en', lead));
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
