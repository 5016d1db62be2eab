import fc from 'fast-check';
import type { UnitId } from '#domain/ids.ts';
import type { Money } from '#domain/money.ts';
import type { Took } from '#domain/promises.ts';
import type { Progress, PurchaseRequest } from '#domain/purchase-request.ts';
import { BUYING_STAGES, FUNDINGS } from '#domain/vocabulary.ts';
import { ANA, anIntake, aRequest, HOUR_MS, MONDAY } from './builders.ts';

// Requests as a company leaves them, few enough kinds of each thing that they meet: the same unit, moment and length.

/** Hours around which everything happens, so that the ends of a period are often hit exactly. */
const HOURS_MAX = 12;
const moments = fc.nat(HOURS_MAX).map((hours) => MONDAY + hours * HOUR_MS);
export const periods = fc
  .tuple(moments, moments)
  .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }));

const tooks = fc.option(fc.record<Took>({ ms: fc.nat(6), promisedMs: fc.constantFrom(2, 4, 8) }), { nil: undefined });
const moneys = fc.option(
  fc.record<Money>({
    minor: fc.oneof({ weight: 9, arbitrary: fc.nat(5_000) }, fc.constant(Number.MAX_SAFE_INTEGER)),
    currency: fc.constantFrom('USD', 'USD', 'TWD'),
  }),
  { nil: undefined },
);
const decisions = fc.constantFrom('approved', 'approved_with_conditions', 'pilot', 'reuse', 'declined');

const progresses: fc.Arbitrary<Progress> = fc.oneof(
  fc.constant<Progress>({ state: 'deciding' }),
  moments.map<Progress>((at) => ({ state: 'waiting', since: at, until: at })),
  moments.map<Progress>((at) => ({ state: 'withdrawn', at })),
  moments.map<Progress>((at) => ({ state: 'expired', at })),
  {
    weight: 6,
    arbitrary: fc.tuple(moments, decisions, tooks, moneys).map<Progress>(([at, decision, took, yearlyCost]) => ({
      ...({ state: 'decided', decision, at } as const),
      ...(took && { took }),
      ...(yearlyCost && { yearlyCost }),
    })),
  },
);

const intakes = fc
  .record({
    unit: fc.constantFrom('marketing' as UnitId, 'sales' as UnitId, 'tw' as UnitId),
    stage: fc.constantFrom(...BUYING_STAGES),
    funding: fc.constantFrom(...FUNDINGS),
    restricted: fc.nat(4).map((die) => die === 0),
    yearlyCost: moneys,
  })
  .map(({ yearlyCost, ...said }) => anIntake({ ...said, ...(yearlyCost && { yearlyCost }) }));

/** Their clock may have run backwards: something can end before it began. */
export const requests: fc.Arbitrary<PurchaseRequest> = fc
  .record({
    intake: intakes,
    submittedAt: moments,
    firstResponse: fc.option(fc.tuple(moments, tooks), { nil: undefined }),
    progress: progresses,
  })
  .map(({ firstResponse, ...rest }) => {
    const [at, took] = firstResponse ?? [];
    return aRequest({ ...rest, ...(at && { firstResponse: { by: ANA, at, ...(took && { took }) } }) });
  });
