import type { UserId } from './ids.ts';
import { leadsUpFrom, type Organisation } from './organisation.ts';
import type { Pairing } from './pairing.ts';
import { costOf } from './policy/facts.ts';
import type { Intake, PurchaseRequest, Seat } from './purchase-request.ts';
import type { SeatRole, Track } from './vocabulary.ts';

export type SeatNeed = { track: Track; intake: Intake; requester: UserId; pairing: Pairing };

/** The first is waited for by name; the others may decide in their place. */
const seatOfPeople = (role: SeatRole, [first, ...others]: UserId[], raised?: Seat['raised']): Seat => ({
  role,
  holders: first ? [first] : [],
  standIns: others,
  ...(raised && { raised }),
});

export const itSeat = ({ engineer, standIn }: Pairing): Seat =>
  seatOfPeople('it', [engineer, ...(standIn ? [standIn] : [])]);

/** Nobody sits for their own request: then the next lead up does, else the IT lead. */
function budgetSeat({ intake, requester }: SeatNeed, org: Organisation): Seat {
  const { leads, above } = leadsUpFrom(org, intake.unit, (lead) => lead !== requester);
  return leads.length > 0
    ? seatOfPeople('budget', leads, above ? 'lead-above' : undefined)
    : leadSeat('budget', requester, org);
}

const leadSeat = (role: SeatRole, requester: UserId, org: Organisation): Seat =>
  seatOfPeople(
    role,
    org.it.leads.filter((lead) => lead !== requester),
    'it-lead',
  );

function reviewerSeat(role: 'security' | 'finance' | 'legal', { requester }: SeatNeed, org: Organisation): Seat {
  const reviewers = org.reviewers[role].filter((reviewer) => reviewer !== requester);
  return reviewers.length > 0 ? seatOfPeople(role, reviewers) : leadSeat(role, requester, org);
}

/** Finance and legal sit above their limits, and when no rate tells how large the cost is. */
function isAtLeast(limit: number, intake: Intake, org: Organisation): boolean {
  const cost = costOf(intake, org);
  return cost.kind === 'no-rate' || (cost.kind === 'known' && cost.major >= limit);
}

/** Who decides: IT alone on the fast track; IT and budget on the standard one; security and more on the full one. */
export function seatsFor(need: SeatNeed, org: Organisation): Seat[] {
  const { track, intake, pairing } = need;
  const isFull = track === 'full';
  const seats = [
    itSeat(pairing),
    ...(track === 'fast' ? [] : [budgetSeat(need, org)]),
    ...(isFull ? [reviewerSeat('security', need, org)] : []),
    ...(isFull && isAtLeast(org.seats.financeAtLeast, intake, org) ? [reviewerSeat('finance', need, org)] : []),
    ...(isFull && isAtLeast(org.seats.legalAtLeast, intake, org) ? [reviewerSeat('legal', need, org)] : []),
  ];
  return seats.filter(({ holders }) => holders.length > 0);
}

/** The seats that somebody's verdict fills: all that are theirs; without any, the first they stand in for. */
export function seatsFilledBy({ seats, requester }: PurchaseRequest, person: UserId): Seat[] {
  if (person === requester) return [];
  const waiting = seats.filter(({ verdict }) => !verdict);
  const own = waiting.filter(({ holders }) => holders.includes(person));
  return own.length > 0 ? own : waiting.filter(({ standIns }) => standIns.includes(person)).slice(0, 1);
}
