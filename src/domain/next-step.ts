import type { Instant, UserId } from './ids.ts';
import type { PurchaseRequest, Seat } from './purchase-request.ts';

/** What somebody has to do next, who it is, and by when. Every open request has exactly one. */
export type NextStep = { who: UserId; by: Instant } & (
  | { what: 'respond' }
  | { what: 'decide'; seat: Seat }
  | { what: 'answer' }
  | { what: 'talk' }
);

/** Undefined once nothing is left to do. IT goes first; then the other seats in their order. */
export function nextStepOf({
  progress,
  requester,
  promises,
  seats,
  firstResponse,
}: PurchaseRequest): NextStep | undefined {
  if (progress.state === 'waiting') return { what: 'answer', who: requester, by: progress.until };
  if (progress.state === 'objected') return { what: 'talk', who: requester, by: progress.until };
  if (progress.state !== 'deciding') return undefined;
  const seat = seats.find(({ verdict }) => !verdict);
  const who = seat?.holders[0];
  if (!seat || !who) return undefined;
  const isFirst = seat.role === 'it' && !firstResponse;
  return isFirst
    ? { what: 'respond', who, by: promises.firstResponseBy }
    : { what: 'decide', seat, who, by: promises.decisionBy };
}
