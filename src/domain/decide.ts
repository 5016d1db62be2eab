import { revive, timeComes } from './clockwork.ts';
import type { UserId } from './ids.ts';
import type { Organisation } from './organisation.ts';
import type { Accepted, Command, Outcome } from './outcome.ts';
import { refuse, TANDEM } from './outcome.ts';
import { isOpen, type PurchaseRequest } from './purchase-request.ts';
import { approve, decline, reopen, withdraw } from './settling.ts';
import { standIn } from './standing-in.ts';
import { leaveIt, talkThrough, tellView } from './talking.ts';
import { timersOf } from './timers.ts';
import { responseTook } from './took.ts';
import { answer, ask, handOver, loseThread, support, tick } from './working.ts';

/**
 * Decides what a command does to a request. Never throws; a refusal is an answer.
 * Whatever the engineer does first counts as the first response.
 */
export function decide(request: PurchaseRequest, command: Command, org: Organisation): Outcome {
  if (OURS.includes(command.type) !== (command.by === TANDEM)) return refuse({ code: 'nothing-changes' });
  const outcome = carryOut(request, command, org);
  if (!outcome.ok) return outcome;
  const responded = withFirstResponse(request, command, outcome, org);
  return { ...responded, timers: timersOf(responded.request, org.calendar) };
}

/** What Tandem does by itself. Nobody's press makes time pass or moves a request to somebody else. */
const OURS: Command['type'][] = ['time-comes', 'stand-in', 'lose-thread'];

function carryOut(request: PurchaseRequest, command: Command, org: Organisation): Outcome {
  switch (command.type) {
    case 'ask':
      return ask(request, command, org);
    case 'answer':
      return answer(request, command, org);
    case 'tick':
      return tick(request, command);
    case 'approve':
      return approve(request, command, org);
    case 'decline':
      return decline(request, command, org);
    case 'hand-over':
      return handOver(request, command, org);
    case 'withdraw':
      return withdraw(request, command);
    case 'reopen':
      return reopen(request, command, org);
    case 'support':
      return support(request, command);
    case 'respond':
      return respond(request, command.by);
    case 'lose-thread':
      return loseThread(request, command, org);
    case 'talk-through':
      return talkThrough(request, command, org);
    case 'leave-it':
      return leaveIt(request, command, org);
    case 'tell-view':
      return tellView(request, command);
    case 'revive':
      return revive(request, command, org);
    case 'stand-in':
      return standIn(request, command, org);
    case 'time-comes':
      return timeComes(request, command, org);
    default:
      return command satisfies never;
  }
}

const isOfTheEngineers = ({ pairing }: PurchaseRequest, person: UserId): boolean =>
  person === pairing.engineer || person === pairing.standIn;

/** A reply in the thread changes nothing but the first response. What is said after the end is none. */
const respond = (request: PurchaseRequest, by: UserId): Outcome =>
  isOpen(request) && isOfTheEngineers(request, by) && !request.firstResponse
    ? { ok: true, request, events: [], messages: [{ kind: 'card-changed' }] }
    : refuse({ code: 'nothing-changes' });

function withFirstResponse(
  before: PurchaseRequest,
  { by, at }: Command,
  outcome: Accepted,
  { calendar }: Organisation,
): Accepted {
  if (before.firstResponse || !isOfTheEngineers(before, by)) return outcome;
  const took = responseTook(before, at, calendar);
  return {
    ...outcome,
    request: { ...outcome.request, firstResponse: { by, at, ...(took && { took }) } },
    events: [{ type: 'first-responded', by, at, detail: {} }, ...outcome.events],
  };
}
