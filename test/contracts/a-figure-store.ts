import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factOf } from '#domain/fact.ts';
import { figuresOf, type Period } from '#domain/figures.ts';
import type { TeamId, UnitId } from '#domain/ids.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import type { Store } from '#store/store.ts';
import type { Scope } from '#store/summary-stores.ts';
import { ANA, accepted, aDelivery, aRequest, aStoredRequest, HOUR_MS, MONDAY, TEAM } from '#test/support/builders.ts';
import { periods, requests } from '#test/support/facts.ts';
import type { Opened } from './a-store.ts';

const MARKETING = 'marketing' as UnitId;
const SCOPES: Scope[] = ['all', [MARKETING], [MARKETING, 'sales' as UnitId], ['nowhere' as UnitId], []];
const THE_DAY: Period = { from: MONDAY, to: MONDAY + 24 * HOUR_MS };

/** So many of the largest amounts are more than a 64-bit integer holds. */
const MORE_THAN_64_BITS = 1_030;

/** Stores what was asked, and then what became of it. */
async function put(store: Store, team: TeamId, request: PurchaseRequest): Promise<void> {
  const { intake, submittedAt } = request;
  const { id } = await aStoredRequest(store, { team, request: { intake, submittedAt } });
  await store.change(team, id, () => accepted({ ...request, team, id }));
}

export function aFigureStore(open: Opened): void {
  describe('the joint figures', () => {
    it('of any requests in any periods are what the domain says they mean, of all units and of some together', async () => {
      const store = await open();
      let runs = 0;
      const company = fc.record({ asked: fc.array(requests, { maxLength: 25 }), weeks: fc.array(periods) });
      await fc.assert(
        fc.asyncProperty(company, async ({ asked, weeks }) => {
          runs += 1;
          const team = `T${runs}` as TeamId;
          await Promise.all(asked.map((request) => put(store, team, request)));
          const facts = asked.map(factOf);
          for (const scope of SCOPES) {
            const inScope = facts.filter(({ unit }) => scope === 'all' || scope.includes(unit));
            expect(await store.figures(team, scope, weeks, 'USD')).toEqual(
              weeks.map((period) => figuresOf(inScope, period, 'USD')),
            );
          }
        }),
        { numRuns: 60 },
      );
    });

    it('are exact percentiles of however many lengths there are', async () => {
      const store = await open();
      let runs = 0;
      const lengths = fc.array(fc.nat(30), { minLength: 1, maxLength: 25 });
      await fc.assert(
        fc.asyncProperty(lengths, async (all) => {
          runs += 1;
          const team = `T${runs}` as TeamId;
          const answered = all.map((ms) =>
            aRequest({ firstResponse: { by: ANA, at: MONDAY, took: { ms, promisedMs: 15 } } }),
          );
          await Promise.all(answered.map((request) => put(store, team, request)));
          const [figures] = await store.figures(team, [MARKETING], [THE_DAY], 'USD');
          expect(figures?.answer).toEqual(figuresOf(answered.map(factOf), THE_DAY, 'USD').answer);
        }),
        { numRuns: 30 },
      );
    });

    it('stop at the largest amount that can be held, however much more it is', async () => {
      const store = await open();
      const yearlyCost = { minor: Number.MAX_SAFE_INTEGER, currency: 'USD' };
      const progress = { state: 'decided', decision: 'reuse', at: MONDAY, yearlyCost } as const;
      await Promise.all(
        Array.from({ length: MORE_THAN_64_BITS }, () => aStoredRequest(store, { request: { progress } })),
      );
      expect(await store.figures(TEAM, [MARKETING], [THE_DAY], 'USD')).toMatchObject([
        {
          reuse: { minor: Number.MAX_SAFE_INTEGER, known: MORE_THAN_64_BITS },
        },
      ]);
    });

    it('follow a reopening: the decision that was taken back counts no more', async () => {
      const store = await open();
      const yearlyCost = { minor: 500, currency: 'USD' };
      const took = { ms: HOUR_MS, promisedMs: 9 * HOUR_MS };
      const decided = { state: 'decided', decision: 'approved', at: MONDAY + HOUR_MS, took, yearlyCost } as const;
      const { id } = await aStoredRequest(store, { request: { firstResponse: { by: ANA, at: MONDAY } } });
      await store.change(TEAM, id, (request) => accepted({ ...request, progress: decided }));
      expect(await store.figures(TEAM, [MARKETING], [THE_DAY], 'USD')).toMatchObject([
        {
          open: 0,
          committed: { unit: { minor: 500, known: 1, unknown: 0 } },
          decision: { spread: { median: HOUR_MS, p90: HOUR_MS, promised: 9 * HOUR_MS }, kept: { count: 1, of: 1 } },
          answer: { unknown: 1 },
        },
      ]);
      await store.change(TEAM, id, (request) => accepted({ ...request, progress: { state: 'deciding' } }));
      expect(await store.figures(TEAM, [MARKETING], [THE_DAY], 'USD')).toMatchObject([
        {
          open: 1,
          decided: { approved: 0 },
          committed: { unit: { minor: 0, known: 0, unknown: 0 } },
          decision: { kept: { count: 0, of: 0 }, unknown: 0 },
        },
      ]);
    });

    it('hold nothing of a submission that was not stored', async () => {
      const store = await open();
      await expect(
        store.submit(TEAM, aDelivery(), ({ id }) => ({
          ...accepted(aRequest({ id })),
          timers: [{ kind: 'decision-due', dueAt: Number.NaN }],
        })),
      ).rejects.toThrow();
      expect(await store.figures(TEAM, 'all', [THE_DAY], 'USD')).toEqual([figuresOf([], THE_DAY, 'USD')]);
    });
  });
}
