import { type Instant, type RequestId, requestId, type TeamId } from '#domain/ids.ts';
import type { Accepted, Outcome } from '#domain/outcome.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import { chain, endOf, NO_EVENTS } from '../audit-chain.ts';
import type { Answer, DeliveryKey, RequestStore, SubmitContext } from '../store.ts';
import type { AuditTrail } from './audit.ts';
import type { ChangeNotices } from './changes.ts';
import type { Commits } from './commit.ts';
import type { Sqlite } from './connect.ts';
import type { Deliveries } from './deliveries.ts';
import { desks } from './desks.ts';
import { requestNumbers } from './numbers.ts';
import type { MessageQueue } from './queue.ts';
import { type RequestRow, type RequestRows, requestRows } from './request-rows.ts';
import type { TimerRows } from './timers.ts';

/** What one change of a request writes to beside the request itself. */
export type Parts = {
  commits: Commits;
  audit: AuditTrail;
  queue: MessageQueue;
  timers: TimerRows;
  deliveries: Deliveries;
  changes: ChangeNotices;
  now: () => Instant;
};

const answered = (request: PurchaseRequest, repeated: boolean): Answer => ({ ok: true, request, repeated });

/** @throws {Error} when a change made another request of it: a mistake in our code. */
function checkSame({ request }: Accepted, team: TeamId, id: RequestId): void {
  if (request.id === id && request.team === team) return;
  throw new Error(`${team} ${id} cannot become ${request.team} ${request.id}`);
}

/** The moment the command itself carries, so that the outbox and the domain are on one clock. */
const momentOf = ({ events }: Accepted, now: () => Instant): Instant => events.at(-1)?.at ?? now();

type Finding = Pick<
  RequestStore,
  'find' | 'findByThread' | 'openInChannel' | 'requestsOf' | 'requestsWith' | 'requestsOfUnit' | 'openRequests'
>;

const finding = (rows: RequestRows): Finding => ({
  find: async (team, id) => rows.byId(team, id)?.stored,
  findByThread: async (team, thread) => rows.byThread(team, thread)?.stored,
  openInChannel: async (team, channel) => rows.openInChannel(team, channel),
  requestsOf: async (team, requester, limit) => rows.ofRequester(team, requester, limit),
  requestsWith: async (team, person, { openOnly = false } = {}) => rows.withPerson(team, person, openOnly),
  requestsOfUnit: async (team, unit, { openOnly = false, since = 0 } = {}) =>
    rows.ofUnit(team, unit, openOnly ? Number.MAX_SAFE_INTEGER : since),
  openRequests: async (team, limit) => rows.open(team, limit),
});

/** What is written in one transaction; to be run inside one. */
function writing(db: Sqlite, rows: RequestRows, { audit, queue, timers, deliveries, now }: Parts) {
  const numbers = requestNumbers(db);
  const desk = desks(db);

  function submit(team: TeamId, delivery: DeliveryKey, open: (context: SubmitContext) => Outcome): Answer {
    const earlier = rows.byDelivery(team, delivery);
    if (earlier) return answered(earlier.stored.request, true);
    const number = numbers.next(team);
    const id = requestId(number);
    const outcome = open({ id, workloads: desk.workloads(team) });
    if (!outcome.ok) return outcome;
    checkSame(outcome, team, id);
    const events = chain(team, id, NO_EVENTS, outcome.events);
    rows.add(team, number, delivery, outcome.request, endOf(NO_EVENTS, events));
    numbers.take(team, number);
    audit.append(events);
    const at = momentOf(outcome, now);
    desk.move(team, undefined, outcome.request, at);
    queue.open({ team, request: id, at }, outcome.messages);
    timers.add(team, id, outcome.timers ?? []);
    return answered(outcome.request, false);
  }

  function apply(team: TeamId, before: RequestRow, outcome: Accepted): Answer {
    const { id } = before.stored.request;
    checkSame(outcome, team, id);
    const at = momentOf(outcome, now);
    const events = chain(team, id, before.end, outcome.events);
    rows.save(team, before, outcome.request, endOf(before.end, events));
    desk.move(team, before.stored.request, outcome.request, at);
    audit.append(events);
    queue.append({ team, request: id, at }, outcome.messages);
    if (outcome.timers) timers.replace(team, id, outcome.timers);
    return answered(outcome.request, false);
  }

  function change(
    team: TeamId,
    id: RequestId,
    decide: (request: PurchaseRequest) => Outcome,
    delivery?: DeliveryKey,
  ): Answer {
    const before = rows.byId(team, id);
    if (!before) return { ok: false, refusal: { code: 'unknown-request' } };
    if (delivery && deliveries.hasChanged(team, id, delivery)) return answered(before.stored.request, true);
    const outcome = decide(before.stored.request);
    if (!outcome.ok) return outcome;
    if (delivery) deliveries.rememberChange(team, id, delivery, momentOf(outcome, now));
    return apply(team, before, outcome);
  }

  return { submit, change, workloads: desk.workloads };
}

export function requestStore(db: Sqlite, parts: Parts): RequestStore {
  const { commits, audit, changes } = parts;
  const rows = requestRows(db);
  const write = writing(db, rows, parts);
  return {
    submit: (team, delivery, open) =>
      changes.telling(
        commits.run(() => write.submit(team, delivery, open)),
        () => undefined,
      ),
    change(team, id, decide, delivery) {
      let before: PurchaseRequest | undefined;
      const deciding = (request: PurchaseRequest) => {
        before = request;
        return decide(request);
      };
      return changes.telling(
        commits.run(() => write.change(team, id, deciding, delivery)),
        () => before,
      );
    },
    onChanged: changes.onChanged,
    ...finding(rows),
    workloads: async (team) => write.workloads(team),
    eventsOf: audit.eventsOf,
  };
}
