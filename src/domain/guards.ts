import type { UserId } from './ids.ts';
import type { Refusal } from './outcome.ts';
import type { PurchaseRequest, Verdict } from './purchase-request.ts';
import { seatsFilledBy } from './seats.ts';

/** Why a request that is no longer open cannot be worked on; undefined when it is open. */
export function whyClosed({ progress, seats, requester }: PurchaseRequest): Refusal | undefined {
  if (progress.state === 'expired') return { code: 'already-expired', at: progress.at };
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
  if (request.progress.state === 'objected') return { code: 'objection-first', requester: request.requester };
  if (person === request.requester) return { code: 'own-request' };
  if (seatsFilledBy(request, person).length > 0) return undefined;
  const own = request.seats.find(({ verdict }) => verdict?.by === person)?.verdict;
  if (own) return { code: 'has-decided', at: own.at };
  const waiting = request.seats.filter(({ verdict }) => !verdict);
  const [holders, standIns] = [waiting.flatMap((seat) => seat.holders), waiting.flatMap((seat) => seat.standIns)];
  return { code: 'not-your-seat', holders, standIns };
}

/** Whether anything can be seen in it: zero-width and control characters are no words, though Slack takes them. */
export const hasWords = (typed: string): boolean => /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u.test(typed);

export const isOfThePair = ({ requester, pairing }: PurchaseRequest, person: UserId): boolean =>
  [requester, pairing.engineer, pairing.standIn].includes(person);
