import fc from 'fast-check';
import type { Calendar } from '#domain/clocks.ts';
import { decide } from '#domain/decide.ts';
import { type LocalDate, requestId, type UserId } from '#domain/ids.ts';
import type { Engineer, Organisation } from '#domain/organisation.ts';
import { type Accepted, type Command, type Outcome, TANDEM } from '#domain/outcome.ts';
import type { Workload } from '#domain/pairing.ts';
import {
  BUYING_STAGES,
  DATA_KINDS,
  type Intake,
  type PurchaseRequest,
  type Seat,
  type SeatRole,
} from '#domain/purchase-request.ts';
import { type Submission, submit } from '#domain/submit.ts';
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

/** Any company: without a lead, without an engineer, without a channel. */
export const organisations: fc.Arbitrary<Organisation> = plain({
  engineers,
  leads: fc.uniqueArray(anybody, { maxLength: 2 }),
  channel: fc.option(fc.constant(CHANNEL), { nil: undefined }),
  calendar: fc.constantFrom(...CALENDARS),
}).map(({ engineers, leads, channel, calendar }) =>
  anOrganisation({
    calendar,
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
  yearlyCost: fc.constantFrom({ minor: 100, currency: 'USD' }, { minor: 9e9, currency: 'TWD' }),
}).map(anIntake);

const submissions: fc.Arbitrary<Submission> = plain({
  id: fc.constant(requestId(7)),
  team: fc.constant(TEAM),
  requester: anybody,
  intake: intakes,
  at: fc.integer({ min: 0, max: 24 * 90 }).map((hours) => MONDAY + hours * HOUR_MS),
  away: awayPeople,
});

/** Seats that other tracks add. They may list the requester, who must not count, and IT's own engineers. */
const moreSeats: fc.Arbitrary<Seat[]> = fc.uniqueArray(
  plain({
    role: fc.constantFrom<SeatRole>('budget', 'security'),
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
    const opened = mustAccept(outcome);
    return { org, opened: { ...opened, request: { ...opened.request, seats: [...opened.request.seats, ...seats] } } };
  });

/** Who acts, by their part at that moment, so that a story gets somewhere; or anybody. */
const PARTS = ['requester', 'engineer', 'stand-in'] as const;
type Actor = (typeof PARTS)[number] | UserId;
const actors: fc.Arbitrary<Actor> = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...PARTS) }, anybody);

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
  remind: plain({ type: fc.constant('remind'), timer: fc.constantFrom('response-due', 'decision-due') }),
};

type Act = { actor: Actor; deed: Deed; hoursLater: number };
const acts: fc.Arbitrary<Act> = plain({
  actor: actors,
  deed: fc.oneof(...Object.values(deedsOf), deedsOf.approve, deedsOf.answer, deedsOf['hand-over']),
  hoursLater: fc.constantFrom(0, 0, 1, 5, 30, 300),
});

/** A request and what people then try with it, each at its own time, never earlier than the one before. */
export type Story = { world: World; acts: Act[] };
export const stories: fc.Arbitrary<Story> = plain({
  world: worlds,
  acts: fc.array(acts, { maxLength: 16, size: 'max' }),
});

function whoIs(actor: Actor, { requester, pairing }: PurchaseRequest): UserId {
  if (actor === 'requester') return requester;
  if (actor === 'engineer') return pairing.engineer;
  return actor === 'stand-in' ? (pairing.standIn ?? pairing.engineer) : actor;
}

/** One attempt: what was, what was tried, what came of it, and what is now. */
export type Moment = {
  org: Organisation;
  before: PurchaseRequest;
  command: Command;
  outcome: Outcome;
  after: PurchaseRequest;
};

/** Plays a story to its end. */
export function play({ world: { org, opened }, acts }: Story): Moment[] {
  let request = opened.request;
  let at = request.submittedAt;
  return acts.map(({ actor, deed, hoursLater }) => {
    at += hoursLater * HOUR_MS;
    const before = request;
    const isOurs = deed.type === 'remind' || deed.type === 'lose-thread';
    const command: Command = { ...deed, by: isOurs ? TANDEM : whoIs(actor, before), at };
    const outcome = decide(before, command, org);
    request = outcome.ok ? outcome.request : before;
    return { org, before, command, outcome, after: request };
  });
}
