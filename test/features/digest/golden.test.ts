import { DateTime } from 'luxon';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Instant, LocalDate, UnitId, UserId } from '#domain/ids.ts';
import type { Language, Organisation } from '#domain/organisation.ts';
import type { DigestMessage } from '#domain/outcome.ts';
import type { PurchaseRequest, Seat } from '#domain/purchase-request.ts';
import type { QuarterId } from '#domain/quarters.ts';
import { dayAt, readZone } from '#domain/wall-clock.ts';
import { weekOf } from '#domain/weeks.ts';
import { gatherBrief } from '#features/digest/brief.gather.ts';
import { briefView } from '#features/digest/brief.view.ts';
import type { DigestDeps } from '#features/digest/digest.deps.ts';
import { digestContent } from '#features/digest/present.ts';
import { readCompany } from '#playground/start-playground.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import type { Store } from '#store/store.ts';
import { aFullRequest, anIntake, aRequest, aStoredRequest, HOUR_MS, TEAM } from '#test/support/builders.ts';
import { EVE, IAN, LENA, MIA } from '#test/support/company.ts';
import { expectFitsSlack } from '#test/support/expect-fits-slack.ts';
import { asShown } from '#test/support/reading.ts';
import { textFor } from '#text/text.ts';

const DAY_MS = 24 * HOUR_MS;
const MARKETING = 'marketing' as UnitId;
const SALES = 'sales' as UnitId;
const BLOCKS_MAX = 12;
const date = (day: string) => day as LocalDate;

let company: Organisation;
beforeAll(async () => {
  company = await readCompany();
});

/** Midnight in Taipei, when digests' weeks end. */
const midnight = (day: string, zone = 'Asia/Taipei'): Instant => DateTime.fromISO(day, { zone }).toMillis();

const it_: Seat = { role: 'it', holders: [EVE], standIns: [] };
const budget: Seat = { role: 'budget', holders: [LENA], standIns: [] };
const yes = (seat: Seat, at: Instant): Seat => ({
  ...seat,
  verdict: { kind: 'approve', by: EVE, at, terms: { kind: 'plain' } },
});

type Part = Partial<PurchaseRequest>;
type Told = { at: Instant; tool: string; cost?: number; unit?: UnitId; intake?: Partial<PurchaseRequest['intake']> };

const asked = ({ at, tool, cost, unit = MARKETING, intake }: Told): Part => ({
  requester: MIA,
  submittedAt: at,
  pairing: { engineer: EVE, standIn: LENA, reason: { kind: 'embedded', unit, openRequests: 0 } },
  promises: { since: at, firstResponseBy: at + 2 * HOUR_MS, decisionBy: at + 2 * DAY_MS },
  seats: [it_],
  intake: anIntake({ tool, unit, ...(cost && { yearlyCost: { minor: cost * 100, currency: 'USD' } }), ...intake }),
});

/** Answered and decided, after so many business hours each. */
function decided(
  told: Told,
  decision: 'approved' | 'pilot' | 'reuse' | 'declined',
  [answer, took]: [number, number],
): Part {
  const at = told.at + took * HOUR_MS;
  return {
    ...asked(told),
    firstResponse: { by: EVE, at: told.at + answer * HOUR_MS, took: { ms: answer * HOUR_MS, promisedMs: 4 * HOUR_MS } },
    progress: {
      ...({ state: 'decided', decision, at, took: { ms: took * HOUR_MS, promisedMs: 27 * HOUR_MS } } as const),
      ...(told.cost && { yearlyCost: { minor: told.cost * 100, currency: 'USD' } }),
    },
  };
}

/** The same, days later. */
function later(request: Part, days: number): Part {
  const by = days * DAY_MS;
  const { submittedAt = 0, firstResponse, progress } = request;
  return {
    ...request,
    submittedAt: submittedAt + by,
    ...(firstResponse && { firstResponse: { ...firstResponse, at: firstResponse.at + by } }),
    ...(progress?.state === 'decided' && { progress: { ...progress, at: progress.at + by } }),
  };
}

type Case = {
  to: UserId;
  until: Instant;
  missed?: number;
  isFirst?: boolean;
  seed: Part[];
  org?: (org: Organisation) => Organisation;
};

async function seeded(parts: Part[]): Promise<Store> {
  const store = await openSqliteStore('file::memory:');
  for (const request of parts) await aStoredRequest(store, { request });
  return store;
}

/** The digest as its reader sees it, and below it what a phone's notification says. */
async function shown({ to, until, missed = 0, isFirst = false, seed, org = (same) => same }: Case, language: Language) {
  const store = await seeded(seed);
  const organisation = org(company);
  const deps: DigestDeps = {
    store,
    org: () => organisation,
    people: { find: async (_, id) => ({ id, name: id, isDeactivated: false, isOutsider: false }), forget: () => {} },
    now: () => until + 9 * HOUR_MS,
    threadUrl: () => 'https://harbour.slack.example/archives/C1/p1',
    textOf: async () => textFor(language),
  };
  const week = weekOf(dayAt(readZone(organisation.calendar.timeZone), until));
  const message: DigestMessage = { kind: 'digest', to, week, until, missed, isFirst };
  const content = await digestContent(TEAM, message, deps);
  await store.close();
  if (!content) throw new Error('Nothing is said');
  expectFitsSlack(content.blocks);
  expect(content.blocks.length).toBeLessThanOrEqual(BLOCKS_MAX);
  const charts = content.blocks.filter((block) => JSON.stringify(block).includes('data_visualization'));
  return `${asShown(content)}\n${charts.map((chart) => `${JSON.stringify(chart)}\n`).join('')}---\n${content.text}\n`;
}

const MONDAY = midnight('2026-01-12');
/** Days before that Monday, at ten. */
const ago = (days: number, from = MONDAY): Instant => from - days * DAY_MS + 10 * HOUR_MS;
const wait = (at: Instant, tool: string, cost: number): Part => ({
  ...asked({ at, tool, cost }),
  seats: [yes(it_, at + HOUR_MS), budget],
});

const BUSY: Part[] = [
  wait(ago(3), 'Survey tool', 4_800),
  wait(ago(5), 'Video editor', 12_000),
  wait(ago(9), 'Media monitor', 30_000),
  asked({ at: ago(2), tool: 'Translation service' }),
  asked({ at: ago(11), tool: 'Photo library', cost: 900 }),
  decided({ at: ago(4), tool: 'Figma', cost: 3_000, intake: { funding: 'unit' } }, 'approved', [3, 12]),
  decided({ at: ago(6), tool: 'Canva', cost: 6_000, intake: { stage: 'comparing' } }, 'reuse', [2, 9]),
  decided({ at: ago(6), tool: 'Loom', cost: 1_200, intake: { funding: 'it', stage: 'quote' } }, 'approved', [6, 30]),
  decided({ at: ago(12), tool: 'Airtable', cost: 2_000, intake: { funding: 'unit' } }, 'approved', [5, 30]),
  decided({ at: ago(13), tool: 'Miro', cost: 500, intake: { stage: 'signing' } }, 'declined', [1, 20]),
  decided({ at: ago(20), tool: 'Asana', cost: 700, intake: { funding: 'shared' } }, 'approved', [8, 40]),
  {
    ...decided({ at: ago(6), tool: 'Notion', cost: 4_000 }, 'pilot', [2, 14]),
    seats: [
      {
        ...it_,
        verdict: {
          ...({ kind: 'approve', by: EVE, at: ago(5) } as const),
          terms: { kind: 'pilot', text: 'Two teams', endsOn: date('2026-01-30') },
        },
      },
    ],
  },
  decided(
    {
      at: ago(1),
      tool: 'Zoom',
      cost: 2_400,
      intake: { stage: 'bought', paidUntil: date('2026-02-28'), funding: 'unit' },
    },
    'approved',
    [1, 4],
  ),
  asked({ at: ago(3), tool: 'Secret', intake: { restricted: true } }),
];

const COMPANY_WIDE: Part[] = [
  ...BUSY,
  decided({ at: ago(5), tool: 'figma', cost: 5_000, unit: SALES, intake: { funding: 'unit' } }, 'approved', [4, 20]),
  decided({ at: ago(30), tool: 'Zoom', cost: 9_000, unit: SALES, intake: { funding: 'it' } }, 'approved', [4, 20]),
];

const NEW_YEAR = midnight('2027-01-04');
const SUMMER_TIME = midnight('2026-03-30', 'Europe/Berlin');

const CASES: Record<string, Case> = {
  busy: { to: LENA, until: MONDAY, missed: 2, seed: BUSY },
  'busy-company': { to: IAN, until: MONDAY, seed: COMPANY_WIDE },
  quiet: { to: LENA, until: MONDAY, seed: [asked({ at: ago(40), tool: 'Photo library' })] },
  'first-ever': {
    to: LENA,
    until: MONDAY,
    isFirst: true,
    seed: [asked({ at: ago(2), tool: 'Survey tool', cost: 4_800 })],
  },
  'year-change': {
    to: LENA,
    until: NEW_YEAR,
    seed: [
      decided({ at: ago(5, NEW_YEAR), tool: 'Figma', cost: 3_000, intake: { funding: 'unit' } }, 'approved', [2, 10]),
      decided({ at: ago(2, NEW_YEAR), tool: 'Loom', cost: 1_200, intake: { funding: 'unit' } }, 'approved', [4, 20]),
      decided({ at: ago(9, NEW_YEAR), tool: 'Miro', cost: 500, intake: { funding: 'unit' } }, 'approved', [3, 18]),
    ],
  },
  'clock-change': {
    to: LENA,
    until: SUMMER_TIME,
    org: (org) => ({ ...org, calendar: { ...org.calendar, timeZone: 'Europe/Berlin' } }),
    seed: [
      // In the first and in the last hour of the week in which an hour is missing, and just before it.
      decided({ at: midnight('2026-03-23', 'Europe/Berlin'), tool: 'First hour' }, 'approved', [1, 3]),
      asked({ at: SUMMER_TIME - HOUR_MS, tool: 'Last hour' }),
      decided({ at: midnight('2026-03-22T20:00', 'Europe/Berlin'), tool: 'The week before' }, 'approved', [1, 3]),
    ],
  },
};

describe.each(['en', 'zh-TW'] as const)('a digest in %s', (language) => {
  it.each(Object.entries(CASES))('of a week that is %s', async (name, one) => {
    await expect(await shown(one, language)).toMatchFileSnapshot(`golden/${name}.${language}.txt`);
  });
});

describe.each(['en', 'zh-TW'] as const)('a brief in %s', (language) => {
  it('of a busy quarter', async () => {
    const store = await seeded([
      ...COMPANY_WIDE.map((request) => later(request, 30)),
      ...BUSY.map((request) => later(request, -60)),
    ]);
    const agreed = { team: TEAM, unit: MARKETING, quarter: '2026Q1' as QuarterId, loggedBy: LENA, loggedAt: MONDAY };
    await store.agree({ ...agreed, id: 'a', what: 'One contract for Figma', who: EVE, due: date('2026-04-30') }, []);
    await store.agree(
      { ...agreed, id: 'b', what: 'Show new people the catalogue', who: LENA, due: date('2026-03-01') },
      [],
    );
    await store.finishAgreed(TEAM, 'b', MONDAY + DAY_MS);
    const org = () => company;
    const brief = await gatherBrief(TEAM, { unit: MARKETING, quarter: '2026Q1' as QuarterId }, { store, org });
    await store.close();
    if (!brief) throw new Error('There is no brief');
    const content = briefView(brief, { text: textFor(language), org: company });
    expectFitsSlack(content.blocks);
    await expect(`${asShown(content)}\n`).toMatchFileSnapshot(`golden/brief.${language}.txt`);
  });
});

it('of requests with everything in them fits Slack', async () => {
  const seed = Array.from({ length: 12 }, () =>
    aFullRequest({
      submittedAt: ago(2),
      requester: MIA,
      progress: { state: 'deciding' },
      seats: [{ ...budget, holders: [LENA] }],
    }),
  );
  expect(await shown({ to: LENA, until: MONDAY, seed }, 'en')).toContain('12 wait for you');
  expect(aRequest().intake.unit).toBe(MARKETING);
});
