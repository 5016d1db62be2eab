import type { Instant, RequestId, TeamId, UserId } from './ids.ts';
import { decisionChannelOf, type Organisation } from './organisation.ts';
import { type Message, type Outcome, refuse } from './outcome.ts';
import { pair, type Workload } from './pairing.ts';
import { applyPolicy } from './policy/apply-policy.ts';
import { policyVersion } from './policy/version.ts';
import { promisesFrom } from './promises.ts';
import type { Intake, Place, PurchaseRequest } from './purchase-request.ts';
import { seatsFor } from './seats.ts';
import { timersOf } from './timers.ts';

export type Submission = {
  id: RequestId;
  team: TeamId;
  requester: UserId;
  intake: Intake;
  at: Instant;
  /** Who can't be paired now: deactivated or out of office. */
  away: ReadonlySet<UserId>;
};

const toldInPerson = (request: PurchaseRequest): Message[] => [
  { kind: 'told', to: request.requester, news: { about: 'submitted' } },
  { kind: 'told', to: request.pairing.engineer, news: { about: 'paired' } },
];

function openingMessages(request: PurchaseRequest, org: Organisation): Message[] {
  const { pairing, place, moved } = request;
  const problems = [
    ...(moved === 'no-channel' ? [{ kind: 'thread-lost', loss: moved } as const] : []),
    ...(pairing.reason.kind === 'last-resort' ? [{ kind: 'only-lead-left' } as const] : []),
  ];
  return [
    { kind: 'thread-opened' },
    { kind: 'paired' },
    ...(place === 'channel' ? toldInPerson(request) : []),
    ...org.it.leads.flatMap((to) => problems.map((problem) => ({ kind: 'admin-told', to, problem }) as const)),
  ];
}

/** Opens a request: chooses the track, pairs an engineer, promises dates. Refuses only when IT has nobody for it. */
export function submit(submission: Submission, org: Organisation, workloads: ReadonlyMap<UserId, Workload>): Outcome {
  const { id, team, requester, intake, at, away } = submission;
  const pairing = pair({ requester, unit: intake.unit, tool: intake.tool, away }, org, workloads);
  if (!pairing) return refuse({ code: 'no-engineer' });
  const { track, reasons } = applyPolicy(intake, org);
  const isMisplaced = !intake.restricted && !decisionChannelOf(org, intake.unit);
  const place: Place = intake.restricted || isMisplaced ? 'direct' : 'channel';
  const request: PurchaseRequest = {
    ...{ id, team, requester, intake, track, trackReasons: reasons, pairing, place },
    policyVersion: policyVersion(org),
    seats: seatsFor({ track, intake, requester, pairing }, org),
    ...{ objections: [], steps: [], questions: [], supporters: [], reminded: [], reopened: 0 },
    progress: { state: 'deciding' },
    ...(isMisplaced && { moved: 'no-channel' as const }),
    promises: promisesFrom(track, org.calendar, at),
    submittedAt: at,
  };
  return {
    ok: true,
    request,
    events: [
      {
        type: 'submitted',
        by: requester,
        at,
        detail: { intake, track, reasons, pairing, policy: request.policyVersion },
      },
    ],
    messages: openingMessages(request, org),
    timers: timersOf(request, org.calendar),
  };
}
