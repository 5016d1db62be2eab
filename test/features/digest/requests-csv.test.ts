import { describe, expect, it } from 'vitest';
import type { RequestId, UnitId } from '#domain/ids.ts';
import { type QuarterId, quarterPeriod } from '#domain/quarters.ts';
import { csvOf, requestsIn } from '#features/digest/requests-csv.ts';
import { readCompany } from '#playground/start-playground.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import { anIntake, aRequest, aStoredRequest, HOUR_MS, MONDAY, TEAM } from '#test/support/builders.ts';
import { textFor } from '#text/text.ts';

const MARKETING = 'marketing' as UnitId;
const DAY_MS = 24 * HOUR_MS;

async function rows(...intakes: Parameters<typeof anIntake>[0][]): Promise<string[]> {
  const { calendar } = await readCompany();
  const requests = intakes.map((intake, index) =>
    aRequest({ id: `BUY-${index + 1}` as RequestId, intake: anIntake(intake) }),
  );
  return csvOf(requests, calendar, textFor('en')).split('\r\n');
}

describe('a table of requests', () => {
  it('begins with a byte order mark, by which Excel reads Chinese, and has a row for each', async () => {
    const [header, one, end] = await rows({
      tool: '問卷工具',
      yearlyCost: { minor: 120_050, currency: 'USD' },
      people: 12,
      data: ['customer', 'personal'],
    });
    expect(header).toBe(
      '\uFEFFRequest,Submitted,Tool,Outcome,Buying stage,Track,State,Decided,Yearly cost,Currency,Who pays,People,Data',
    );
    expect(one).toBe(
      'BUY-1,2026-01-05,問卷工具,Publish twice as many case studies,Just thinking about it,Fast track,Open,,1200.5,USD,Our unit’s budget,12,"Customer, Personal"',
    );
    expect(end).toBe('');
  });

  it('holds nothing that a spreadsheet would run', async () => {
    const [, ...lines] = await rows(
      ...['=1+2', '+A1', '-A1', '@SUM(A1)', '\t=1', '\r=1'].map((tool) => ({ tool, outcome: `=cmd|' /C calc'!A0` })),
    );
    const cells = lines.filter(Boolean).flatMap((line) => line.split(','));
    expect(cells.filter((cell) => /^"?[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(lines[0]).toContain(",'=1+2,'=cmd|' /C calc'!A0,");
  });

  it('quotes what holds commas, quotes and line breaks', async () => {
    const text = (await rows({ outcome: 'Fast, "cheap"\nand good' })).join('\r\n');
    expect(text).toContain('"Fast, ""cheap""\nand good"');
  });
});

describe('the requests of a quarter', () => {
  it('are those that came or ended in it, without private ones', async () => {
    const store = await openSqliteStore('file::memory:');
    const { calendar } = await readCompany();
    const period = quarterPeriod(calendar, '2026Q1' as QuarterId);
    const put = (tool: string, submittedAt: number, decidedAt?: number, restricted = false) =>
      aStoredRequest(store, {
        request: {
          intake: anIntake({ tool, restricted }),
          submittedAt,
          ...(decidedAt && { progress: { state: 'decided', decision: 'approved', at: decidedAt } }),
        },
      });
    await put('Came', MONDAY);
    await put('Ended', period.from - 9 * DAY_MS, MONDAY);
    await put('Earlier', period.from - 9 * DAY_MS, period.from - 1);
    await put('Old and open', period.from - 9 * DAY_MS);
    await put('Later', period.to);
    await put('Private', MONDAY, undefined, true);
    const found = await requestsIn(TEAM, MARKETING, period, store);
    expect(found.map(({ intake }) => intake.tool)).toEqual(['Ended', 'Came']);
    await store.close();
  });
});
