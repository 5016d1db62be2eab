import { addBusinessDays, localDate } from './clocks.ts';
import { hasWords, whyClosed, whyNotDecider } from './guards.ts';
import type { Instant, LocalDate, UserId } from './ids.ts';
import { convert } from './money.ts';
import { nextStepOf } from './next-step.ts';
import { isEngineer, type Organisation } from './organisation.ts';
import { type Message, type Outcome, type RequestEvent, refuse, type Take, tell } from './outcome.ts';
import { promisesFrom } from './promises.ts';
import {
  type Decision,
  isOpen,
  mayFill,
  type Objection,
  type PurchaseRequest,
  type Terms,
  type Verdict,
} from './purchase-request.ts';
import { decisionOf, recordOf } from './record.ts';
import { seatsFilledBy } from './seats.ts';
import { OBJECTION_DAYS_MAX } from './timers.ts';
import { decisionTook, usedMs } from './took.ts';
import type { SeatRole } from './vocabulary.ts';

const dateIn = (terms: Terms): LocalDate | undefined => {
  if (terms.kind === 'pilot') return terms.endsOn;
  return terms.kind === 'conditions' ? terms.due : undefined;
};

const lacksWords = (terms: Terms): boolean => {
  if (terms.kind === 'plain') return false;
  return !hasWords(terms.kind === 'reuse' ? terms.tool : terms.text) || dateIn(terms) === '';
};

export function approve(request: PurchaseRequest, { by, at, terms }: Take<'approve'>, org: Organisation): Outcome {
  const refusal = whyNotDecider(request, by);
  if (refusal) return refuse(refusal);
  if (lacksWords(terms)) return refuse({ code: 'words-needed', what: 'terms' });
  const date = dateIn(terms);
  if (date && date < localDate(org.calendar, at)) return refuse({ code: 'date-passed', date });
  return settle(request, { kind: 'approve', by, at, terms }, org);
}

export function decline(request: PurchaseRequest, command: Take<'decline'>, org: Organisation): Outcome {
  const { by, at, reason, wayForward } = command;
  const refusal = whyNotDecider(request, by);
  if (refusal) return refuse(refusal);
  if (!hasWords(reason)) return refuse({ code: 'words-needed', what: 'reason' });
  if (!hasWords(wayForward)) return refuse({ code: 'words-needed', what: 'way-forward' });
  return settle(request, { kind: 'decline', by, at, reason, wayForward }, org);
}

/** One verdict fills every seat of its giver's that is still waited for: who wears many hats presses once. */
function settle(request: PurchaseRequest, verdict: Verdict, org: Organisation): Outcome {
  const { by, at, kind, ...detail } = verdict;
  const filled = seatsFilledBy(request, by);
  const seats = request.seats.map((seat) => (filled.includes(seat) ? { ...seat, verdict } : seat));
  const event: RequestEvent = { type: kind === 'approve' ? 'approved' : 'declined', by, at, detail };
  const open: PurchaseRequest = { ...request, seats };
  if (verdict.kind === 'decline' && !request.talk) return objected(open, verdict, filled[0]?.role ?? 'it', event, org);
  const decision = decisionOf(seats);
  return decision ? decided(open, decision, { by, at }, [event], org) : stillOpen(open, event);
}

/** The next seat hears that it is its turn. */
function stillOpen(request: PurchaseRequest, event: RequestEvent): Outcome {
  const next = nextStepOf(request);
  const told = next?.what === 'decide' ? tell(request, next.who, { about: 'seat-waits', role: next.seat.role }) : [];
  return { ok: true, request, events: [event], messages: [{ kind: 'card-changed' }, ...told] };
}

/** The first no does not end it: the requester may talk it through. */
function objected(
  request: PurchaseRequest,
  { by, at, reason, wayForward }: Extract<Verdict, { kind: 'decline' }>,
  role: SeatRole,
  event: RequestEvent,
  { calendar }: Organisation,
): Outcome {
  const objection: Objection = { role, by, at, reason, wayForward };
  const until = addBusinessDays(calendar, at, OBJECTION_DAYS_MAX);
  const used = usedMs(request, at, calendar);
  return {
    ok: true,
    request: {
      ...request,
      progress: { state: 'objected', since: at, until, ...(used !== undefined && { usedMs: used }) },
    },
    events: [event],
    messages: [
      { kind: 'card-changed' },
      { kind: 'objected', objection },
      ...tell(request, request.requester, { about: 'objected', objection }),
    ],
  };
}

/** What the figures will ask about a decision, while its calendar and its rates are known. */
function measured(request: PurchaseRequest, at: Instant, { calendar, workspace, exchangeRates }: Organisation) {
  const took = decisionTook(request, at, calendar);
  const { yearlyCost } = request.intake;
  const converted = yearlyCost && convert(yearlyCost, workspace.currency, exchangeRates);
  return { ...(took && { took }), ...(converted?.ok && { yearlyCost: converted.money }) };
}

/** Ends the deciding, with the record of it. */
export function decided(
  request: PurchaseRequest,
  decision: Decision,
  { by, at }: { by: UserId; at: Instant },
  events: RequestEvent[],
  org: Organisation,
): Outcome {
  const record = recordOf(request, decision, at, org.calendar);
  return {
    ok: true,
    request: { ...request, progress: { state: 'decided', decision, at, ...measured(request, at, org) } },
    events: [...events, { type: 'decided', by, at, detail: { decision } }],
    messages: [
      { kind: 'card-changed' },
      { kind: 'decision-recorded', record },
      ...tell(request, request.requester, { about: 'decided', record }),
    ],
  };
}

export function withdraw(request: PurchaseRequest, { by, at, because }: Take<'withdraw'>): Outcome {
  const { requester, pairing } = request;
  const closed = whyClosed(request);
  if (by !== requester) return refuse({ code: 'requester-only', requester });
  if (closed) return refuse(closed);
  const reason = because && hasWords(because) ? { because: because.trim() } : {};
  return {
    ok: true,
    request: { ...request, progress: { state: 'withdrawn', at, ...reason } },
    events: [{ type: 'withdrawn', by, at, detail: reason }],
    messages: [
      { kind: 'card-changed' },
      { kind: 'withdrawn', ...reason },
      ...tell(request, pairing.engineer, { about: 'withdrawn', ...reason }),
    ],
  };
}

const mayReopen = (request: PurchaseRequest, { by }: Take<'reopen'>, org: Organisation): boolean =>
  by === request.requester || isEngineer(org, by) || request.seats.some((seat) => mayFill(request, seat, by));

/** Takes a decision back, on the record: every seat is asked anew and the promises start again. */
export function reopen(request: PurchaseRequest, command: Take<'reopen'>, org: Organisation): Outcome {
  const { by, at } = command;
  const { requester, pairing, seats, track } = request;
  const because = command.because.trim();
  if (isOpen(request)) return refuse({ code: 'not-decided-yet' });
  if (!mayReopen(request, command, org)) return refuse({ code: 'pair-only', requester, engineer: pairing.engineer });
  if (!hasWords(because)) return refuse({ code: 'words-needed', what: 'reason' });
  const messages: Message[] = [
    { kind: 'card-changed' },
    { kind: 'reopened', by, because },
    ...[requester, pairing.engineer]
      .filter((person) => person !== by)
      .flatMap((person) => tell(request, person, { about: 'reopened', by, because })),
  ];
  return {
    ok: true,
    request: {
      ...withoutTalk(request),
      progress: { state: 'deciding' },
      seats: seats.map(({ verdict: _, ...seat }) => seat),
      promises: promisesFrom(track, org.calendar, at),
      objections: [],
      reminded: [],
      reopened: request.reopened + 1,
    },
    events: [{ type: 'reopened', by, at, detail: { because, from: request.progress } }],
    messages,
  };
}

/** What was talked through belongs to the decision that was taken then. */
const withoutTalk = ({ talk: _, ...request }: PurchaseRequest): PurchaseRequest => request;
