import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide } from '#domain/decide.ts';
import type { Instant, UserId } from '#domain/ids.ts';
import { nextStepOf } from '#domain/next-step.ts';
import type { Organisation } from '#domain/organisation.ts';
import { type Outcome, TANDEM } from '#domain/outcome.ts';
import type { Workload } from '#domain/pairing.ts';
import { isOpen, type PurchaseRequest } from '#domain/purchase-request.ts';
import { type Submission, submit } from '#domain/submit.ts';
import { dueTimers, type Timer, timersOf } from '#domain/timers.ts';
import { HOUR_MS, MONDAY } from '#test/support/builders.ts';
import type { Deed } from '#test/support/deeds.ts';
import {
  type Actor,
  actors,
  anyDeed,
  isOurs,
  organisations,
  submissions,
  whoIs,
  workloads,
} from '#test/support/worlds.ts';

// A year of a company in a moment: several requests, random people, presses and time. The timers are kept as the
// store keeps them and told as the worker tells them, sometimes after it was down for weeks.

const STEPS = 10_000;
const STEPS_PER_COMPANY = 250;
const REQUESTS = 4;
/** The same each run, so that a failure is a change; MODEL_SEED tries another company, and is printed. */
const SEED = Number(process.env.MODEL_SEED ?? 7);

type Kept = { request: PurchaseRequest; timers: Timer[] };
type Step = { which: number; actor: Actor; deed: Deed; hours: number; isDown: boolean };

const steps = fc.record<Step>({
  which: fc.nat(REQUESTS - 1),
  actor: actors,
  deed: anyDeed,
  hours: fc.constantFrom(0, 0, 0, 0.1, 1, 3, 9, 30, 200),
  isDown: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
});
type Company = [Organisation, Submission[], ReadonlyMap<UserId, Workload>];
const companies: fc.Arbitrary<Company> = fc.tuple(
  organisations,
  fc.array(submissions, { minLength: REQUESTS, maxLength: REQUESTS }),
  workloads,
);

const isYes = ({ progress }: PurchaseRequest): boolean =>
  progress.state === 'decided' && progress.decision !== 'declined';
const saysSomething = (text: string): boolean => text.trim() !== '';

/** What is broken about a request, at this moment; empty when all is well. `isAwake`: the timers that are due were told. */
function broken(kept: Kept, org: Organisation, now: Instant, isAwake: boolean): string[] {
  const { request, timers } = kept;
  const { seats, requester, progress, reminded } = request;
  const verdicts = seats.flatMap(({ verdict }) => verdict ?? []);
  const next = nextStepOf(request);
  const waitedFor = seats.filter(({ verdict }) => !verdict).flatMap(({ holders }) => holders);
  const isTheirs = progress.state === 'waiting' || progress.state === 'objected';
  const it = seats.find(({ role }) => role === 'it')?.verdict;
  const declines = verdicts.filter((verdict) => verdict.kind === 'decline');
  const ends = { respond: 'response-late', decide: 'decision-late', answer: 'waiting-ends', talk: 'objection-ends' };
  const end = next && ends[next.what];
  const isEscalated = reminded.some((kind) => kind === end);
  const isPending = timers.some(({ kind, dueAt }) => kind === end && (dueAt > now || !isAwake));
  const checks: Record<string, boolean> = {
    'a yes without the yes of IT': !isYes(request) || (it?.kind === 'approve' && it.by !== requester),
    'a yes while a seat is silent': !isYes(request) || seats.every(({ verdict }) => verdict?.kind === 'approve'),
    'a verdict on one’s own request': verdicts.every(({ by }) => by !== requester),
    'a verdict that nobody gave': verdicts.every(({ by }) => by !== TANDEM),
    'a no without a reason and a way forward': declines.every(
      ({ reason, wayForward }) => saysSomething(reason) && saysSomething(wayForward),
    ),
    'declined without a no': progress.state !== 'decided' || progress.decision !== 'declined' || declines.length > 0,
    'open without a next step, or over with one': isOpen(request) === (next !== undefined),
    'the next step is of the wrong person':
      !next || (isTheirs ? next.who === requester : next.who !== requester && waitedFor.includes(next.who)),
    'a date that passed, and nobody was or will be told': !next || next.by > now || isEscalated || isPending,
    'a timer that is due and was not told': !isAwake || timers.every(({ dueAt }) => dueAt > now),
    'timers that are not the request’s': JSON.stringify(timers) === JSON.stringify(timersOf(request, org.calendar)),
    'a mark that was told twice': new Set(reminded).size === reminded.length,
    'an engineer who is the requester': request.pairing.engineer !== requester,
    'a stand-in who is the requester': request.pairing.standIn !== requester,
  };
  return Object.entries(checks).flatMap(([what, holds]) => (holds ? [] : what));
}

/** As the store does: all or nothing. */
function keep(kept: Kept, outcome: Outcome): void {
  if (!outcome.ok) return;
  kept.request = outcome.request;
  kept.timers = outcome.timers ?? kept.timers;
}

/** As the worker does: each timer that is due, the earliest first, until none is. */
function wake(kept: Kept, org: Organisation, now: Instant): string[] {
  for (let times = 0; times < 20; times += 1) {
    const due = kept.timers.toSorted((one, other) => one.dueAt - other.dueAt)[0];
    if (!due || due.dueAt > now) return [];
    const wasYes = isYes(kept.request);
    const outcome = decide(kept.request, { type: 'time-comes', timer: due.kind, by: TANDEM, at: now }, org);
    if (!outcome.ok) {
      // A later mark of the same wait has passed as well, and is told instead.
      if (dueTimers(kept.request, now, org.calendar).includes(due.kind)) return [`refused: ${due.kind}`];
      kept.timers = kept.timers.filter((timer) => timer !== due);
      continue;
    }
    keep(kept, outcome);
    if (isYes(kept.request) && !wasYes) return ['silence approved'];
  }
  return ['the timers never end'];
}

type Seen = Set<string>;

function act(kept: Kept, { actor, deed }: Step, org: Organisation, now: Instant, seen: Seen): void {
  const by: UserId = isOurs(deed) ? TANDEM : whoIs(actor, kept.request);
  const { state } = kept.request.progress;
  const outcome = decide(kept.request, { ...deed, by, at: now }, org);
  keep(kept, outcome);
  if (outcome.ok) seen.add(`${state}: ${deed.type}`).add(kept.request.progress.state);
}

function live([org, asked, desks]: Company, plan: Step[], seen: Seen): number {
  const opened = asked.map((submission) => submit({ ...submission, at: MONDAY }, org, desks));
  const all = opened.flatMap((outcome): Kept[] =>
    outcome.ok ? [{ request: outcome.request, timers: outcome.timers ?? [] }] : [],
  );
  let now = MONDAY;
  let taken = 0;
  for (const step of plan) {
    const kept = all[step.which % all.length];
    if (!kept) return taken;
    now += step.hours * HOUR_MS;
    const slips = step.isDown ? [] : all.flatMap((each) => wake(each, org, now));
    act(kept, step, org, now, seen);
    slips.push(...all.flatMap((each) => broken(each, org, now, false)));
    if (!step.isDown) slips.push(...all.flatMap((each) => [...wake(each, org, now), ...broken(each, org, now, true)]));
    expect(slips, `${JSON.stringify(step)} MODEL_SEED=${SEED}`).toEqual([]);
    taken += 1;
  }
  return taken;
}

it(`no press and no time breaks a company in ${STEPS} steps (MODEL_SEED=${SEED})`, () => {
  const seen: Seen = new Set();
  let taken = 0;
  for (let round = 0; taken < STEPS; round += 1) {
    const [company] = fc.sample(companies, { numRuns: 1, seed: SEED + round });
    const plan = fc.sample(steps, { numRuns: STEPS_PER_COMPANY, seed: SEED + round });
    if (company) taken += live(company, plan, seen);
  }
  expect(taken).toBeGreaterThanOrEqual(STEPS);
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ...['deciding', 'waiting', 'objected', 'decided', 'withdrawn', 'expired'],
      ...['objected: talk-through', 'deciding: tell-view', 'expired: revive', 'deciding: stand-in', 'decided: reopen'],
    ]),
  );
});
