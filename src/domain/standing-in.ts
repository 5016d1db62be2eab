import { whyClosed } from './guards.ts';
import type { UserId } from './ids.ts';
import type { Organisation } from './organisation.ts';
import { type Message, type Outcome, refuse, type Take, tell } from './outcome.ts';
import { type Pairing, pair } from './pairing.ts';
import type { PurchaseRequest } from './purchase-request.ts';
import { itSeat } from './seats.ts';

/** Whom the request goes to when its engineer is gone: the stand-in, else whoever pairing names, else the IT lead. */
function nextPairing(request: PurchaseRequest, command: Take<'stand-in'>, org: Organisation): Pairing | undefined {
  const { requester, intake, pairing } = request;
  const away = new Set([...command.away, pairing.engineer]);
  const anew = pair({ requester, unit: intake.unit, tool: intake.tool, away }, org, command.workloads);
  const { standIn } = pairing;
  if (!standIn || away.has(standIn) || standIn === requester) return anew;
  const next = anew && anew.engineer !== standIn ? anew.engineer : anew?.standIn;
  const reason = { kind: 'stood-in', for: pairing.engineer } as const;
  return { engineer: standIn, ...(next && next !== standIn && { standIn: next }), reason };
}

/** The engineer left or is out of office: the request moves on, both are told, and nothing of it is lost. */
export function standIn(request: PurchaseRequest, command: Take<'stand-in'>, org: Organisation): Outcome {
  const { by, at, why } = command;
  const { pairing, place, seats } = request;
  const closed = whyClosed(request);
  if (closed) return refuse(closed);
  const next = nextPairing(request, command, org);
  if (!next) return refuse({ code: 'no-engineer' });
  const from = pairing.engineer;
  const isDirect = place === 'direct';
  return {
    ok: true,
    request: {
      ...request,
      pairing: next,
      seats: seats.map((seat) => (seat.role === 'it' ? { ...seat, ...itSeat(next) } : seat)),
      ...(isDirect && { moved: 'handed-over' as const }),
    },
    events: [{ type: 'stood-in', by, at, detail: { from, to: next.engineer, why } }],
    messages: [
      { kind: isDirect ? 'thread-opened' : 'card-changed' },
      { kind: 'stood-in', from, to: next.engineer, why },
      ...toldBoth(request, from, next.engineer, why),
    ],
  };
}

/** Who has left Slack gets no messages any more. */
const toldBoth = (request: PurchaseRequest, from: UserId, to: UserId, why: 'left' | 'away'): Message[] => {
  const news = { about: 'stood-in', from, to, why } as const;
  return [...tell(request, to, news), ...(why === 'away' ? tell(request, from, news) : [])];
};
