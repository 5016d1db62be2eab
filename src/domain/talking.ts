import { addBusinessDays, localDate } from './clocks.ts';
import { hasWords, whyClosed } from './guards.ts';
import type { Organisation } from './organisation.ts';
import { unitOf } from './organisation.ts';
import { type Message, type Outcome, type Refusal, refuse, type Take, tell } from './outcome.ts';
import { promisesFrom } from './promises.ts';
import type { Objection, PurchaseRequest, Seat } from './purchase-request.ts';
import { decided } from './settling.ts';
import { usedMs } from './took.ts';

/** Business days until both sides sit down. */
const TALK_IN_DAYS = 2;

const objectionIn = ({ role, verdict }: Seat): Objection[] =>
  verdict?.kind === 'decline'
    ? [{ role, by: verdict.by, at: verdict.at, reason: verdict.reason, wayForward: verdict.wayForward }]
    : [];

/** Leaves the no where it was and asks that seat again; what was objected is kept. */
const askedAgain = ({ verdict, ...seat }: Seat): Seat =>
  verdict?.kind === 'decline' || !verdict ? seat : { ...seat, verdict };

const nothingToTalk = (request: PurchaseRequest): Refusal => whyClosed(request) ?? { code: 'nothing-to-talk-through' };

/** The requester wants to sit down: the IT lead and the unit's leads join, there is one date, and the seats decide again. */
export function talkThrough(request: PurchaseRequest, { by, at }: Take<'talk-through'>, org: Organisation): Outcome {
  const { progress, requester, seats, track } = request;
  const objections = seats.flatMap(objectionIn);
  const objector = objections[0]?.by;
  if (by !== requester) return refuse({ code: 'requester-only', requester });
  if (progress.state !== 'objected' || !objector) return refuse(nothingToTalk(request));
  const used = usedMs(request, at, org.calendar);
  const on = localDate(org.calendar, addBusinessDays(org.calendar, at, TALK_IN_DAYS));
  const joining = new Set([...org.it.leads, ...(unitOf(org, request.intake.unit)?.leads ?? [])]);
  joining.delete(requester);
  return {
    ok: true,
    request: {
      ...request,
      progress: { state: 'deciding' },
      seats: seats.map(askedAgain),
      objections: [...request.objections, ...objections],
      talk: { since: at, on, objector, views: {}, ...(used !== undefined && { usedMs: used }) },
      promises: promisesFrom(track, org.calendar, at),
      reminded: [],
    },
    events: [{ type: 'talk-opened', by, at, detail: { on, objector } }],
    messages: [
      { kind: 'card-changed' },
      { kind: 'talk-opened', by },
      ...[...joining].flatMap((to) => tell(request, to, { about: 'talk-opened', by })),
    ],
  };
}

/** The requester lets the no be: it is decided now instead of when the days have passed. */
export function leaveIt(request: PurchaseRequest, { by, at }: Take<'leave-it'>, org: Organisation): Outcome {
  const { progress, requester } = request;
  if (by !== requester) return refuse({ code: 'requester-only', requester });
  if (progress.state !== 'objected') return refuse(nothingToTalk(request));
  return decided(request, 'declined', { by, at }, [{ type: 'let-be', by, at, detail: {} }], org);
}

/** One side says how it sees it. With both there, they stand side by side in the thread. */
export function tellView(request: PurchaseRequest, { by, at, view }: Take<'tell-view'>): Outcome {
  const { talk, requester, progress, pairing } = request;
  if (!talk || progress.state !== 'deciding') return refuse(nothingToTalk(request));
  const side = by === requester ? 'requester' : by === talk.objector ? 'objector' : undefined;
  if (!side) return refuse({ code: 'pair-only', requester, engineer: pairing.engineer });
  const words = view.trim();
  if (!hasWords(words)) return refuse({ code: 'words-needed', what: 'view' });
  const views = { ...talk.views, [side]: words };
  const both: Message[] = views.requester && views.objector ? [{ kind: 'views-told' }] : [];
  return {
    ok: true,
    request: { ...request, talk: { ...talk, views } },
    events: [{ type: 'view-told', by, at, detail: { side, view: words } }],
    messages: [{ kind: 'card-changed' }, ...both],
  };
}
