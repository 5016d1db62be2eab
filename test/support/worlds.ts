import fc from 'fast-check';
import type { Calendar } from '#domain/clocks.ts';
import { decide } from '#domain/decide.ts';
import { type LocalDate, requestId, type UserId } from '#domain/ids.ts';
import { nextStepOf } from '#domain/next-step.ts';
import type { Engineer, Organisation } from '#domain/organisation.ts';
import { type Accepted, type Command, type Outcome, TANDEM } from '#domain/outcome.ts';
import type { Workload } from '#domain/pairing.ts';
import type { Intake, PurchaseRequest, Seat } from '#domain/purchase-request.ts';
import { type Submission, submit } from '#domain/submit.ts';
import { type Timer, timersOf } from '#domain/timers.ts';
import { BUYING_STAGES, DATA_KINDS, type SeatRole, type TimerKind } from '#domain/vocabulary.ts';
import { ANA, anIntake, BEN, CHANNEL, HOUR_MS, MEI, MONDAY, TEAM } from './builders.ts';
import { anOrganisation, CHO, type Deed, LEA, LIV, MARKETING, mustAccept, SALES, SAM, TAIPEI } from './deeds.ts';

// Worlds in which laws are tried. Few people, so that their parts collide: engineers who ask, leads who engineer.

/** Ordinary objects only: fast-check would make some without a prototype. */
const plain = <Value>(model: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> }): fc.Arbitrary<Value> =>
  fc.record(model, { noNullPrototype: true });

const POOL = [MEI, ANA, BEN, CHO, LEA, LIV, SAM];
const anybody = fc.constantFrom(...POOL);
const CALENDARS: Calendar[] = [
  TAIPEI,
  { ...TAIPEI, timeZone: 'America/New_York', end: '17:30', halfDays: ['2026-03-06' as LocalDate] },
];

const engineers: fc.Arbitrary<Engineer[]> = fc.uniqueArray(
  plain({
    user: anybody,
    units: fc.subarray([MARKETING, SALES]),
    expertise: fc.subarray(['ai', 'analytics', '客服']),
    capacity: fc.constantFrom(1, 3, Number.POSITIVE_INFINITY),
  }),
  { selector: ({ user }) => user, maxLength: 4 },
);

/** People of a seat, often the same as others: the requester among them, and who has another seat. */
const people = fc.uniqueArray(anybody, { maxLength: 2 });

/** Any company: without a lead, without an engineer, without a channel, without reviewers; a unit above or none. */
export const organisations: fc.Arbitrary<Organisation> = plain({
  engineers,
  leads: fc.uniqueArray(anybody, { maxLength: 2 }),
  channel: fc.option(fc.constant(CHANNEL), { nil: undefined }),
  calendar: fc.constantFrom(...CALENDARS),
  reviewers: plain({ security: people, finance: people, legal: people }),
  unitLeads: fc.tuple(people, people),
  isUnder: fc.boolean(),
}).map(({ engineers, leads, channel, calendar, reviewers, unitLeads, isUnder }) =>
  anOrganisation({
    calendar,
    reviewers,
    units: [
      { id: MARKETING, name: 'Marketing', leads: unitLeads[0], ...(isUnder && { parent: SALES }) },
      { id: SALES, name: 'Sales', leads: unitLeads[1], region: 'tw' },
    ],
    it: { leads, engineers },
    workspace: { language: 'en', currency: 'USD', ...(channel && { decisionChannel: channel }) },
  }),
);

export const workloads: fc.Arbitrary<ReadonlyMap<UserId, Workload>> = fc
  .array(fc.tuple(anybody, fc.nat(4), fc.nat(3)), { maxLength: 6 })
  .map(
    (desks) => new Map(desks.map(([user, openRequests, lastAssignedAt]) => [user, { openRequests, lastAssignedAt }])),
  );

export const awayPeople: fc.Arbitrary<ReadonlySet<UserId>> = fc
  .uniqueArray(anybody, { maxLength: 4 })
  .map((users) => new Set(users));

const intakes: fc.Arbitrary<Intake> = plain({
  stage: fc.constantFrom(...BUYING_STAGES),
  data: fc.subarray([...DATA_KINDS]),
  restricted: fc.boolean(),
  unit: fc.constantFrom(MARKETING, SALES),
  tool: fc.constantFrom('Email writer', 'AI 客服', 'analytics', ''),
  yearlyCost: fc.constantFrom(
    { minor: 100, currency: 'USD' },
    { minor: 300_000, currency: 'USD' },
    { minor: 9e9, currency: 'TWD' },
    { minor: 5, currency: 'JPY' },
  ),
}).map(anIntake);

export const submissions: fc.Arbitrary<Submission> = plain({
  id: fc.constant(requestId(7)),
  team: fc.constant(TEAM),
  requester: anybody,
  intake: intakes,
  at: fc.integer({ min: 0, max: 24 * 90 }).map((hours) => MONDAY + hours * HOUR_MS),
  away: awayPeople,
});

/** Seats that nobody's policy asks for. They may list the requester too, who must not count. */
const moreSeats: fc.Arbitrary<Seat[]> = fc.uniqueArray(
  plain({
    role: fc.constantFrom<SeatRole>('budget', 'security', 'legal'),
    holders: fc.oneof(fc.subarray(POOL, { maxLength: 2 }), fc.constant(POOL)),
    standIns: fc.subarray(POOL, { maxLength: 1 }),
  }),
  { selector: ({ role }) => role, maxLength: 2 },
);

/** A company and a request that was accepted there. */
export type World = { org: Organisation; opened: Accepted };

const worlds: fc.Arbitrary<World> = fc
  .tuple(organisations, submissions, workloads, fc.option(moreSeats, { nil: [], freq: 2 }))
  .map(([org, submission, desks, seats]) => ({ org, seats, outcome: submit(submission, org, desks) }))
  .filter(({ outcome }) => outcome.ok)
  .map(({ org, outcome, seats }) => {
    const { request, ...opened } = mustAccept(outcome);
    const more = seats.flatMap((seat) => sittingBeside(request, seat));
    return { org, opened: { ...opened, ok: true, request: { ...request, seats: [...request.seats, ...more] } } };
  });

/** As Tandem would seat them: somebody else comes first, and nobody sits where there is such a seat already. */
function sittingBeside({ seats, requester }: PurchaseRequest, seat: Seat): Seat[] {
  const others = seat.holders.filter((person) => person !== requester);
  const isNew = !seats.some(({ role }) => role === seat.role);
  return isNew && others.length > 0 ? [{ ...seat, holders: [...new Set([...others, ...seat.holders])] }] : [];
}

/** Who acts, by their part at that moment, so that a story gets somewhere; or anybody. */
const PARTS = ['requester', 'engineer', 'stand-in', 'awaited'] as const;
export type Actor = (typeof PARTS)[number] | UserId;
export const actors: fc.Arbitrary<Actor> = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PARTS) }, anybody);

/** What people type: words, nothing, what only looks like something, and far too much. */
export const BLANKS = ['', ' ', '\n\t', '　', '\u200b', '\u2060\ufeff', '\u3164', '\0'];
const typed = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('Yes', '好的', ' spaced ') },
  { weight: 3, arbitrary: fc.constantFrom(...BLANKS) },
  fc.constantFrom('__proto__', '<!channel> *x* `y`', '\ud800', 'x'.repeat(50_000)),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const dates = fc.constantFrom(
  '',
  '1999-12-31',
  '2026-01-05',
  '2026-06-30',
  '9999-12-31',
  'soon',
) as fc.Arbitrary<LocalDate>;

const TIMER_KINDS: TimerKind[] = [
  ...(['response-half', 'response-due', 'response-late'] as const),
  ...(['decision-half', 'decision-due', 'decision-late'] as const),
  ...(['waiting-first', 'waiting-second', 'waiting-ends', 'objection-ends'] as const),
];

const deedsOf: { [Type in Deed['type']]: fc.Arbitrary<Extract<Deed, { type: Type }>> } = {
  ask: plain({ type: fc.constant('ask'), question: typed }),
  answer: plain({ type: fc.constant('answer'), answer: typed }),
  tick: plain({
    type: fc.constant('tick'),
    step: fc.constantFrom('needs', 'existing', 'exit'),
    done: fc.boolean(),
  }),
  approve: plain({
    type: fc.constant('approve'),
    terms: fc.oneof(
      plain({ kind: fc.constant('plain') }),
      plain({ kind: fc.constant('conditions'), text: typed, due: dates }),
      plain({ kind: fc.constant('pilot'), text: typed, endsOn: dates }),
      plain({ kind: fc.constant('reuse'), tool: typed }),
    ),
  }),
  decline: plain({ type: fc.constant('decline'), reason: typed, wayForward: typed }),
  'hand-over': plain({ type: fc.constant('hand-over'), to: anybody }),
  withdraw: plain({ type: fc.constant('withdraw'), because: typed }),
  reopen: plain({ type: fc.constant('reopen'), because: typed }),
  support: plain({ type: fc.constant('support') }),
  respond: plain({ type: fc.constant('respond') }),
  'lose-thread': plain({
    type: fc.constant('lose-thread'),
    loss: fc.constantFrom('deleted', 'archived', 'not-in-channel', 'no-channel'),
  }),
  'talk-through': plain({ type: fc.constant('talk-through') }),
  'leave-it': plain({ type: fc.constant('leave-it') }),
  'tell-view': plain({ type: fc.constant('tell-view'), view: typed }),
  revive: plain({ type: fc.constant('revive') }),
  'stand-in': plain({
    type: fc.constant('stand-in'),
    why: fc.constantFrom('left', 'away'),
    away: awayPeople,
    workloads,
  }),
  'time-comes': plain({ type: fc.constant('time-comes'), timer: fc.constantFrom(...TIMER_KINDS) }),
};

/** Any deed, the usual ones more often. */
export const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  ...Object.values(deedsOf),
  ...[deedsOf.approve, deedsOf.answer, deedsOf['hand-over'], deedsOf.decline, deedsOf['talk-through']],
  ...[deedsOf.approve, deedsOf.ask, deedsOf['time-comes'], deedsOf['time-comes'], deedsOf.revive],
  ...[deedsOf['tell-view'], deedsOf['tell-view'], deedsOf['talk-through']],
);

/** `inTime`: when the clock speaks, it is when the next mark is reached; after long, the last one. */
type Act = { actor: Actor; deed: Deed; hoursLater: number; inTime: boolean };
const acts: fc.Arbitrary<Act> = plain({
  actor: actors,
  deed: anyDeed,
  hoursLater: fc.constantFrom(0, 0, 1, 5, 30, 300),
  inTime: fc.boolean(),
});

/** A request and what people then try with it, each at its own time, never earlier than the one before. */
export type Story = { world: World; acts: Act[] };
export const stories: fc.Arbitrary<Story> = plain({
  world: worlds,
  acts: fc.array(acts, { maxLength: 16, size: 'max' }),
});

export function whoIs(actor: Actor, request: PurchaseRequest): UserId {
  const { requester, pairing } = request;
  if (actor === 'requester') return requester;
  if (actor === 'engineer') return pairing.engineer;
  if (actor === 'awaited') return nextStepOf(request)?.who ?? requester;
  return actor === 'stand-in' ? (pairing.standIn ?? pairing.engineer) : actor;
}

/** What Tandem does by itself. */
export const isOurs = ({ type }: Deed): boolean => ['time-comes', 'stand-in', 'lose-thread'].includes(type);

/** One attempt: what was, what was tried, what came of it, and what is now. */
export type Moment = {
  org: Organisation;
  before: PurchaseRequest;
  command: Command;
  outcome: Outcome;
  after: PurchaseRequest;
};

const timerOf = (request: PurchaseRequest, { calendar }: Organisation, isLast: boolean): Timer | undefined =>
  timersOf(request, calendar)
    .toSorted((one, other) => one.dueAt - other.dueAt)
    .at(isLast ? -1 : 0);

/** Plays a story to its end. */
export function play({ world: { org, opened }, acts }: Story): Moment[] {
  let request = opened.request;
  let at = request.submittedAt;
  return acts.map(({ actor, deed, hoursLater, inTime }) => {
    const before = request;
    const next = inTime && deed.type === 'time-comes' ? timerOf(before, org, hoursLater > 1) : undefined;
    at = next ? Math.max(at, next.dueAt) : at + hoursLater * HOUR_MS;
    const by = isOurs(deed) ? TANDEM : whoIs(actor, before);
    const command: Command = next ? { type: 'time-comes', timer: next.kind, by, at } : { ...deed, by, at };
    const outcome = decide(before, command, org);
    request = outcome.ok ? outcome.request : before;
    return { org, before, command, outcome, after: request };
  });
}
