import { describe, expect, it } from 'vitest';
import type { ChannelId, LocalDate, TeamId, UnitId } from '#domain/ids.ts';
import type { DigestMessage } from '#domain/outcome.ts';
import type { Intake, PurchaseRequest } from '#domain/purchase-request.ts';
import type { WeekId } from '#domain/weeks.ts';
import type { Store } from '#store/store.ts';
import type { DigestReader } from '#store/summary-stores.ts';
import { ANA, anIntake, aStoredRequest, BEN, HOUR_MS, MEI, MONDAY, OTHER_TEAM, TEAM } from '#test/support/builders.ts';
import type { Opened } from './a-store.ts';
import { claimAll, NOW } from './steps.ts';

const LAST = '2026-W01' as WeekId;
const NEXT = { last: '2026-W02' as WeekId, nextAt: NOW + 7 * 24 * HOUR_MS };
const MESSAGE: DigestMessage = { kind: 'digest', to: ANA, week: NEXT.last, until: NOW, missed: 0, isFirst: true };
const EVERY_MS = 250;
const said = { messages: [MESSAGE], at: NOW, everyMs: EVERY_MS };

async function aReader(store: Store, reader: DigestReader['reader'] = ANA, nextAt = NOW): Promise<DigestReader> {
  await store.addDigestReader(TEAM, { reader, last: LAST, nextAt });
  const added = await store.findDigestReader(TEAM, reader);
  if (!added) throw new Error('The reader is not there');
  return added;
}

export function aDigestStore(open: Opened): void {
  describe('readers of digests', () => {
    it('are due in their order, and only in their own workspace', async () => {
      const store = await open();
      await aReader(store, BEN, NOW - 1);
      await aReader(store, ANA, NOW);
      await aReader(store, 'C0IT' as ChannelId, NOW + 1);
      expect((await store.dueDigests(TEAM, NOW, 10)).map(({ reader }) => reader)).toEqual([BEN, ANA]);
      expect((await store.dueDigests(TEAM, NOW, 1)).map(({ reader }) => reader)).toEqual([BEN]);
      expect(await store.dueDigests(OTHER_TEAM, NOW, 10)).toEqual([]);
      expect(await store.nextDigestDue(TEAM)).toBe(NOW - 1);
      expect(await store.nextDigestDue(OTHER_TEAM)).toBeUndefined();
    });

    it('who are there already stay as they are', async () => {
      const store = await open();
      const before = await aReader(store);
      await store.addDigestReader(TEAM, { reader: ANA, last: '2026-W05' as WeekId, nextAt: 5 });
      expect(await store.digestReaders(TEAM)).toEqual([before]);
      await store.removeDigestReader(TEAM, ANA);
      expect(await store.digestReaders(TEAM)).toEqual([]);
    });

    it('have a zone once Slack told it, which stays when Slack tells none', async () => {
      const store = await open();
      expect(await aReader(store)).toEqual({ reader: ANA, last: LAST, nextAt: NOW, hadOne: false });
      expect(await store.staleZone(TEAM, 0)).toMatchObject({ reader: ANA });
      await store.setZone(TEAM, ANA, NOW, 'Asia/Taipei');
      await store.setZone(TEAM, ANA, NOW + 1);
      expect(await store.findDigestReader(TEAM, ANA)).toMatchObject({ zone: 'Asia/Taipei', zoneAt: NOW + 1 });
      expect(await store.staleZone(TEAM, NOW + 1)).toBeUndefined();
      expect(await store.staleZone(TEAM, NOW + 2)).toMatchObject({ reader: ANA });
    });
  });

  describe('a digest', () => {
    it('goes into the outbox as its reader moves on: of two workers at once, one does it', async () => {
      const store = await open();
      const reader = await aReader(store);
      const done = await Promise.all([1, 2, 3].map(() => store.runDigest(TEAM, reader, NEXT, said)));
      expect(done).toEqual([true, false, false]);
      expect(await store.findDigestReader(TEAM, ANA)).toMatchObject({ ...NEXT, hadOne: true });
      expect(await claimAll(store)).toMatchObject([{ message: MESSAGE, bulk: true }]);
      expect(await store.runDigest(TEAM, reader, NEXT, said)).toBe(false);
    });

    it('that nobody wants moves its reader on without a word', async () => {
      const store = await open();
      expect(await store.runDigest(TEAM, await aReader(store), NEXT)).toBe(true);
      expect(await store.findDigestReader(TEAM, ANA)).toMatchObject({ ...NEXT, hadOne: false });
      expect(await claimAll(store)).toEqual([]);
    });

    it('of somebody who chose another time meanwhile is theirs to decide', async () => {
      const store = await open();
      const reader = await aReader(store);
      await store.moveDigestReader(TEAM, ANA, { last: LAST, nextAt: NOW + HOUR_MS });
      expect(await store.runDigest(TEAM, reader, NEXT, said)).toBe(false);
      expect(await claimAll(store)).toEqual([]);
    });

    it('waits its turn behind the others, and everything else goes before', async () => {
      const store = await open();
      for (const reader of [ANA, BEN, MEI]) await store.runDigest(TEAM, await aReader(store, reader), NEXT, said);
      await store.enqueue(TEAM, { kind: 'told', to: MEI, news: { about: 'submitted' } }, NOW);
      const one = { prompt: 1, bulk: 1 };
      expect(await store.nextDue({ prompt: 0, bulk: 1 })).toBe(NOW);
      expect((await store.claim(NOW, NOW + 9, { prompt: 1, bulk: 0 })).map(({ bulk }) => bulk)).toEqual([false]);
      const [first] = await store.claim(NOW + 9 * EVERY_MS, NOW + 99 * EVERY_MS, one);
      if (first) await store.delivered(first.id, NOW);
      expect(await store.nextDue({ prompt: 0, bulk: 1 })).toBe(NOW + EVERY_MS);
      expect(await store.claim(NOW + EVERY_MS - 1, NOW + 9, { prompt: 0, bulk: 5 })).toEqual([]);
      expect(await store.claim(NOW + 2 * EVERY_MS, NOW + 9_000, { prompt: 0, bulk: 5 })).toHaveLength(2);
    });
  });

  describe('that charts are refused', () => {
    it('is remembered for the workspace, and its requests are numbered on', async () => {
      const store = await open();
      expect(await store.chartsRefusedAt(TEAM)).toBeUndefined();
      await store.refuseCharts(TEAM, NOW);
      const { id } = await aStoredRequest(store);
      expect(id).toBe('BUY-1');
      await store.refuseCharts(TEAM, NOW + 1);
      expect(await store.chartsRefusedAt(TEAM)).toBe(NOW + 1);
      expect(await store.chartsRefusedAt(OTHER_TEAM)).toBeUndefined();
      expect((await aStoredRequest(store)).id).toBe('BUY-2');
    });
  });

  describe('what lies ahead', () => {
    const MARKETING = 'marketing' as UnitId;
    const SALES = 'sales' as UnitId;
    const day = (date: string) => date as LocalDate;
    const renews = (on: string, overrides: Partial<Intake> = {}) =>
      anIntake({ stage: 'bought', paidUntil: day(on), tool: `Until ${on}`, ...overrides });
    const put = (store: Store, request: Partial<PurchaseRequest>, team?: TeamId) =>
      aStoredRequest(store, { request, ...(team && { team }) });

    it('is what renews and the pilots that end, of these units, in these days', async () => {
      const store = await open();
      await put(store, { intake: renews('2026-03-01') });
      await put(store, { intake: renews('2026-01-31', { unit: SALES }) });
      await put(store, { intake: renews('2026-03-02') });
      await put(store, { intake: renews('2026-02-01', { restricted: true }) });
      await put(store, { intake: renews('2026-02-01') }, OTHER_TEAM);
      await put(store, { intake: renews('2026-02-02'), progress: { state: 'withdrawn', at: NOW } });
      const pilot = { kind: 'pilot', text: 'Two teams', endsOn: day('2026-02-10') } as const;
      await put(store, {
        intake: anIntake({ tool: 'Notion' }),
        seats: [
          { role: 'it', holders: [ANA], standIns: [], verdict: { kind: 'approve', by: ANA, at: NOW, terms: pilot } },
        ],
        progress: { state: 'decided', decision: 'pilot', at: NOW },
      });
      const days = { from: day('2026-01-31'), to: day('2026-03-01') };
      const all = await store.ahead(TEAM, 'all', days, 2);
      expect(all.shown.map(({ tool, what, on }) => [tool, what, on])).toEqual([
        ['Until 2026-01-31', 'renewal', '2026-01-31'],
        ['Notion', 'pilot', '2026-02-10'],
      ]);
      expect(all).toMatchObject({ more: 1, hidden: 1 });
      expect((await store.ahead(TEAM, [SALES], days, 9)).shown).toMatchObject([{ unit: SALES }]);
      expect(await store.ahead(TEAM, [], days, 9)).toEqual({ shown: [], more: 0, hidden: 0 });
    });

    it('several units have bought counts as one tool however it is written, and what is private not at all', async () => {
      const store = await open();
      const bought = (unit: UnitId, tool: string, minor: number, restricted = false) =>
        put(store, {
          intake: anIntake({ unit, tool, restricted }),
          progress: { state: 'decided', decision: 'approved', at: MONDAY, yearlyCost: { minor, currency: 'USD' } },
        });
      await bought(MARKETING, 'Figma', 100);
      await bought(SALES, ' figma', 200);
      await bought(MARKETING, 'Zoom', 900);
      await bought(MARKETING, 'Zoom', 900);
      await bought(MARKETING, 'Secret', 900, true);
      await bought(SALES, 'Secret', 900);
      const period = { from: MONDAY, to: MONDAY + 1 };
      expect(await store.overlaps(TEAM, period, 'USD', 5)).toEqual([
        { tool: 'Figma', units: [MARKETING, SALES], yearlyMinor: 300 },
      ]);
      expect(await store.overlaps(TEAM, { from: MONDAY + 1, to: MONDAY + 2 }, 'USD', 5)).toEqual([]);
      expect(await store.overlaps(TEAM, period, 'TWD', 5)).toMatchObject([{ yearlyMinor: 0 }]);
    });
  });
}
