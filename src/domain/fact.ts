import type { Instant, LocalDate, UnitId } from './ids.ts';
import type { Money } from './money.ts';
import type { Took } from './promises.ts';
import type { Decision, Progress, PurchaseRequest, Seat } from './purchase-request.ts';
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
  /** As the requester named it: a tool, or a kind of tool. */
  tool: string;
  submittedAt: Instant;
  response?: { at: Instant; took?: Took };
  /**
   * Absent while it is open. `cost` is the yearly cost as it was converted when it was decided, else as the requester
   * said it: then it counts only where it needs no rate.
   */
  end?: { how: Ending; at: Instant; took?: Took; cost?: Money };
  /** What comes to its own end one day: a pilot that was agreed, or what was bought already and is paid until then. */
  runsOut?: { what: RunsOut; on: LocalDate };
};

/** What ends by itself, so that somebody has to think of it before. */
export type RunsOut = 'pilot' | 'renewal';

function endOf(progress: Progress, said: Money | undefined): Fact['end'] {
  if (!('at' in progress)) return undefined;
  const { state, at } = progress;
  if (state !== 'decided') return { how: state, at };
  const { decision, took, yearlyCost = said } = progress;
  return { how: decision, at, ...(took && { took }), ...(yearlyCost && { cost: yearlyCost }) };
}

/** The earliest end that a seat has set to a pilot. */
function pilotEnd(seats: readonly Seat[]): LocalDate | undefined {
  const ends = seats.flatMap(({ verdict }) =>
    verdict?.kind === 'approve' && verdict.terms.kind === 'pilot' ? verdict.terms.endsOn : [],
  );
  return ends.toSorted()[0];
}

function runsOutOf({ intake, seats, progress }: PurchaseRequest): Fact['runsOut'] {
  if (progress.state === 'withdrawn') return undefined;
  if (intake.paidUntil) return { what: 'renewal', on: intake.paidUntil };
  const on = progress.state === 'decided' && progress.decision === 'pilot' ? pilotEnd(seats) : undefined;
  return on && { what: 'pilot', on };
}

export function factOf(request: PurchaseRequest): Fact {
  const { intake, submittedAt, firstResponse, progress } = request;
  const { unit, restricted, stage, funding, tool, yearlyCost } = intake;
  const runsOut = runsOutOf(request);
  const end = endOf(progress, yearlyCost);
  const took = firstResponse?.took;
  return {
    ...{ unit, restricted, stage, funding, tool, submittedAt },
    ...(firstResponse && { response: { at: firstResponse.at, ...(took && { took }) } }),
    ...(end && { end }),
    ...(runsOut && { runsOut }),
  };
}
