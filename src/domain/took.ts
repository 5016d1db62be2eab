import { businessMinutesBetween, type Calendar, workdayMinutes } from './clocks.ts';
import type { Instant } from './ids.ts';
import { TARGETS, type Took } from './promises.ts';
import type { Progress, PurchaseRequest } from './purchase-request.ts';

const MINUTE_MS = 60_000;
const MINUTES_PER_HOUR = 60;

const businessMs = (calendar: Calendar, from: Instant, to: Instant): number =>
  Math.round(businessMinutesBetween(calendar, from, to) * MINUTE_MS);

/** Until when the clock has run: it stands still while the requester is waited for, and once all is over. */
function ranUntil(progress: Progress, at: Instant): Instant {
  if ('at' in progress) return progress.at;
  return progress.state === 'waiting' ? progress.since : at;
}

/**
 * Business time that a request has used up at `at`, in milliseconds, since it was submitted or last reopened. Waiting on
 * the requester is left out: for an answer, for their say after a no, and while it rested. What came before a talk
 * counts, although the promises begin anew with it. Undefined when a no is from before this was kept.
 */
export function usedMs(request: PurchaseRequest, at: Instant, calendar: Calendar): number | undefined {
  const { progress, promises, talk } = request;
  if (progress.state === 'objected') return progress.usedMs;
  const before = talk ? talk.usedMs : 0;
  return before === undefined ? undefined : before + businessMs(calendar, promises.since, ranUntil(progress, at));
}

/** What a first response at `at` took. */
export function responseTook(request: PurchaseRequest, at: Instant, calendar: Calendar): Took | undefined {
  const ms = usedMs(request, at, calendar);
  const promisedMs = TARGETS[request.track].firstResponseHours * MINUTES_PER_HOUR * MINUTE_MS;
  return ms === undefined ? undefined : { ms, promisedMs };
}

/** What a decision at `at` took. A business day is a full working day. */
export function decisionTook(request: PurchaseRequest, at: Instant, calendar: Calendar): Took | undefined {
  const ms = usedMs(request, at, calendar);
  const promisedMs = TARGETS[request.track].decisionDays * workdayMinutes(calendar) * MINUTE_MS;
  return ms === undefined ? undefined : { ms, promisedMs };
}
