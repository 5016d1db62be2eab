import { type Calendar, localDate } from './clocks.ts';
import type { Instant, LocalDate } from './ids.ts';
import { openStepsOf } from './joint-steps.ts';
import type { DecisionRecord } from './outcome.ts';
import type { Decision, PurchaseRequest, Seat, Terms, Verdict } from './purchase-request.ts';

const verdictsOf = (seats: Seat[]): Verdict[] => seats.flatMap(({ verdict }) => verdict ?? []);

const termsOf = (seats: Seat[]): Terms[] =>
  verdictsOf(seats).flatMap((verdict) => (verdict.kind === 'approve' ? verdict.terms : []));

/** The decision that the seats have come to, or undefined while one is still awaited. Silence approves nothing. */
export function decisionOf(seats: Seat[]): Decision | undefined {
  if (verdictsOf(seats).some(({ kind }) => kind === 'decline')) return 'declined';
  if (seats.length === 0 || seats.some(({ verdict }) => !verdict)) return undefined;
  const kinds = new Set(termsOf(seats).map(({ kind }) => kind));
  if (kinds.has('reuse')) return 'reuse';
  if (kinds.has('pilot')) return 'pilot';
  return kinds.has('conditions') ? 'approved_with_conditions' : 'approved';
}

const ONE_YEAR_ON = (today: LocalDate): LocalDate => {
  const [year, ...rest] = today.split('-');
  return `${Number(year) + 1}-${rest.join('-').replace('02-29', '02-28')}` as LocalDate;
};

/** The earliest date that somebody set, else a year from today. */
function reviewDate(seats: Seat[], today: LocalDate): LocalDate {
  const dates = termsOf(seats).flatMap((terms) => {
    if (terms.kind === 'pilot') return terms.endsOn;
    return terms.kind === 'conditions' ? terms.due : [];
  });
  return dates.toSorted()[0] ?? ONE_YEAR_ON(today);
}

/** The facts of a decision, kept apart from the request so that a reopening does not change them. */
export function recordOf(
  request: PurchaseRequest,
  decision: Decision,
  decidedAt: Instant,
  calendar: Calendar,
): DecisionRecord {
  const { seats } = request;
  return {
    decision,
    verdicts: seats.flatMap(({ role, verdict }) => (verdict ? { role, verdict } : [])),
    objections: request.objections,
    openSteps: openStepsOf(request),
    decidedAt,
    ...(decision !== 'declined' && { reviewOn: reviewDate(seats, localDate(calendar, decidedAt)) }),
  };
}
