import type { Instant, UnitId } from './ids.ts';
import type { Money } from './money.ts';
import type { Took } from './promises.ts';
import type { Decision, Progress, PurchaseRequest } from './purchase-request.ts';
import type { BuyingStage, Funding } from './vocabulary.ts';

/** How a request can end. */
export type Ending = Decision | 'withdrawn' | 'expired';

/** What the figures ask about one request, and nothing about persons. */
export type Fact = {
  unit: UnitId;
  restricted: boolean;
  /** At intake. */
  stage: BuyingStage;
  funding: Funding;
  submittedAt: Instant;
  response?: { at: Instant; took?: Took };
  /**
   * Absent while it is open. `cost` is the yearly cost as it was converted when it was decided, else as the requester
   * said it: then it counts only where it needs no rate.
   */
  end?: { how: Ending; at: Instant; took?: Took; cost?: Money };
};

function endOf(progress: Progress, said: Money | undefined): Fact['end'] {
  if (!('at' in progress)) return undefined;
  const { state, at } = progress;
  if (state !== 'decided') return { how: state, at };
  const { decision, took, yearlyCost = said } = progress;
  return { how: decision, at, ...(took && { took }), ...(yearlyCost && { cost: yearlyCost }) };
}

export function factOf({ intake, submittedAt, firstResponse, progress }: PurchaseRequest): Fact {
  const { unit, restricted, stage, funding, yearlyCost } = intake;
  const end = endOf(progress, yearlyCost);
  const took = firstResponse?.took;
  return {
    ...{ unit, restricted, stage, funding, submittedAt },
    ...(firstResponse && { response: { at: firstResponse.at, ...(took && { took }) } }),
    ...(end && { end }),
  };
}
