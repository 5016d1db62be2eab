import type { UserId } from './ids.ts';
import type { Refusal } from './outcome.ts';
import { mayFill, type PurchaseRequest, type Verdict } from './purchase-request.ts';

/** Why a request that is no longer open cannot be worked on; undefined when it is open. */
export function whyClosed({ progress, seats, requester }: PurchaseRequest): Refusal | undefined {
  if (progress.state === 'withdrawn') return { code: 'already-withdrawn', at: progress.at };
  if (progress.state !== 'decided') return undefined;
  const { decision, at } = progress;
  const last = seats.flatMap<Verdict>(({ verdict }) => verdict ?? []).toSorted((one, other) => other.at - one.at)[0];
  return { code: 'already-decided', decision, by: last?.by ?? requester, at };
}

/** Why this person may not decide here; undefined when they may. */
export function whyNotDecider(request: PurchaseRequest, person: UserId): Refusal | undefined {
  if (person === request.requester) return whyClosed(request) ?? { code: 'own-request' };
  const waiting = request.seats.filter(({ verdict }) => !verdict);
  const seats = waiting.length > 0 ? waiting : request.seats;
  if (!seats.some((seat) => mayFill(request, seat, person))) {
    const [holders, standIns] = [seats.flatMap((seat) => seat.holders), seats.flatMap((seat) => seat.standIns)];
    return { code: 'not-your-seat', holders, standIns };
  }
  return whyClosed(request);
}

export const isOfThePair = ({ requester, pairing }: PurchaseRequest, person: UserId): boolean =>
  [requester, pairing.engineer, pairing.standIn].includes(person);
