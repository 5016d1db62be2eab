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

/** Why this person may not decide here; undefined when they may. A late click is told so, whoever clicks. */
export function whyNotDecider(request: PurchaseRequest, person: UserId): Refusal | undefined {
  const closed = whyClosed(request);
  if (closed) return closed;
  if (person === request.requester) return { code: 'own-request' };
  const waiting = request.seats.filter(({ verdict }) => !verdict);
  if (waiting.some((seat) => mayFill(request, seat, person))) return undefined;
  const [holders, standIns] = [waiting.flatMap((seat) => seat.holders), waiting.flatMap((seat) => seat.standIns)];
  return { code: 'not-your-seat', holders, standIns };
}

/** Whether anything can be seen in it: zero-width and control characters are no words, though Slack takes them. */
export const hasWords = (typed: string): boolean => /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u.test(typed);

export const isOfThePair = ({ requester, pairing }: PurchaseRequest, person: UserId): boolean =>
  [requester, pairing.engineer, pairing.standIn].includes(person);
