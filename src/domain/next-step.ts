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

/**
 * What this person has to do next: the step is theirs, or they may take it beside the one who is named. Nobody decides
 * on their own request.
 */
export function stepFor(request: PurchaseRequest, person: UserId): NextStep | undefined {
  const step = nextStepOf(request);
  if (!step || step.who === person) return step;
  const holds = step.what === 'decide' && step.seat.holders.includes(person) && request.requester !== person;
  return holds ? step : undefined;
}

/** Since when the next step has been the next one. */
export function waitsSince({ progress, submittedAt, firstResponse, seats, questions, talk }: PurchaseRequest): Instant {
  if (progress.state === 'waiting' || progress.state === 'objected') return progress.since;
  const moments = [
    ...seats.flatMap(({ verdict }) => verdict?.at ?? []),
    ...questions.flatMap(({ answer }) => answer?.at ?? []),
  ];
  return Math.max(submittedAt, firstResponse?.at ?? 0, talk?.since ?? 0, ...moments);
}
