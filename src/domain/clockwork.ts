import { addBusinessDays } from './clocks.ts';
import type { UserId } from './ids.ts';
import { nextStepOf } from './next-step.ts';
import type { Organisation } from './organisation.ts';
import { type Message, type Outcome, refuse, type Take, tell } from './outcome.ts';
import { afterWaiting } from './promises.ts';
import type { PurchaseRequest } from './purchase-request.ts';
import { decided } from './settling.ts';
import { dueTimers, WAITING_DAYS_MAX } from './timers.ts';
import type { TimerKind } from './vocabulary.ts';

/** The clock speaks, each timer once. A timer from before the promises moved is moot. */
export function timeComes(request: PurchaseRequest, command: Take<'time-comes'>, org: Organisation): Outcome {
  const { by, at, timer } = command;
  if (!dueTimers(request, at, org.calendar).includes(timer)) return refuse({ code: 'nothing-changes' });
  const told: PurchaseRequest = { ...request, reminded: [...request.reminded, timer] };
  switch (timer) {
    case 'waiting-ends':
      return expire(told, command, org);
    case 'objection-ends':
      return decided(told, 'declined', { by, at }, [{ type: 'let-be', by, at, detail: { timer } }], org);
    case 'response-late':
    case 'decision-late':
      return escalate(told, command, org);
    default:
      return remind(told, command);
  }
}

/** A reminder goes to the one who has the next step, never to everyone. */
function remind(request: PurchaseRequest, { by, at, timer }: Take<'time-comes'>): Outcome {
  const who = nextStepOf(request)?.who;
  if (!who) return refuse({ code: 'nothing-changes' });
  return {
    ok: true,
    request,
    events: [{ type: 'reminded', by, at, detail: { timer, to: who } }],
    messages: [{ kind: 'told', to: who, news: { about: 'due', timer } }],
  };
}

/** Half as late again as promised: the IT lead joins. */
function escalate(request: PurchaseRequest, { by, at, timer }: Take<'time-comes'>, { it }: Organisation): Outcome {
  const leads = it.leads.filter((lead) => lead !== request.requester);
  return {
    ok: true,
    request,
    events: [{ type: 'escalated', by, at, detail: { timer, to: leads } }],
    messages: [{ kind: 'escalated', timer }, ...leads.map((to) => dueFor(to, timer))],
  };
}

const dueFor = (to: UserId, timer: TimerKind): Message => ({ kind: 'told', to, news: { about: 'due', timer } });

function expire(request: PurchaseRequest, { by, at }: Take<'time-comes'>, { calendar }: Organisation): Outcome {
  const { progress } = request;
  const promises =
    progress.state === 'waiting' ? afterWaiting(request.promises, calendar, progress.since, at) : request.promises;
  return {
    ok: true,
    request: { ...request, progress: { state: 'expired', at }, promises },
    events: [{ type: 'expired', by, at, detail: {} }],
    messages: [
      { kind: 'card-changed' },
      { kind: 'expired' },
      ...tell(request, request.requester, { about: 'expired' }),
    ],
  };
}

const withoutWaiting = (reminded: TimerKind[]): TimerKind[] => reminded.filter((kind) => !kind.startsWith('waiting-'));

/**
 * One press brings an expired request back to where it stopped: with its requester, and with ten days again. The time
 * that it rested counts as waiting, so no promise has passed meanwhile.
 */
export function revive(request: PurchaseRequest, { by, at }: Take<'revive'>, org: Organisation): Outcome {
  const { progress, requester, pairing, reminded } = request;
  if (progress.state !== 'expired') return refuse({ code: 'nothing-changes' });
  if (by !== requester && by !== pairing.engineer)
    return refuse({ code: 'pair-only', requester, engineer: pairing.engineer });
  const until = addBusinessDays(org.calendar, at, WAITING_DAYS_MAX);
  const promises = afterWaiting(request.promises, org.calendar, progress.at, at);
  return {
    ok: true,
    request: {
      ...request,
      progress: { state: 'waiting', since: at, until },
      promises,
      reminded: withoutWaiting(reminded),
    },
    events: [{ type: 'revived', by, at, detail: {} }],
    messages: [{ kind: 'card-changed' }, { kind: 'revived', by }],
  };
}
