import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '#domain/decide.ts';
import type { UserId } from '#domain/ids.ts';
import type { RequestEvent } from '#domain/outcome.ts';
import { timersOf } from '#domain/promises.ts';
import type { PurchaseRequest, Verdict } from '#domain/purchase-request.ts';
import { BLANKS, type Moment, play, type Story, stories } from '#test/support/worlds.ts';

/** For each law: 23 of them make over 13,000 stories of up to 16 attempts each. */
const RUNS = 600;

const always = (name: string, holds: (story: Story) => boolean): void =>
  it(name, () => fc.assert(fc.property(stories, holds), { numRuns: RUNS }));

/** What must be so after every attempt, whatever was tried before. */
const law = (name: string, holds: (moment: Moment, past: Moment[]) => boolean): void =>
  always(name, (story) => play(story).every((moment, index, all) => holds(moment, all.slice(0, index))));

const isClosed = ({ progress: { state } }: PurchaseRequest): boolean => state === 'decided' || state === 'withdrawn';
const isApproved = ({ progress }: PurchaseRequest): boolean =>
  progress.state === 'decided' && progress.decision !== 'declined';
const verdictsOf = ({ seats }: PurchaseRequest): Verdict[] => seats.flatMap(({ verdict }) => verdict ?? []);
const isOfIt = ({ org: { it } }: Moment, person: UserId): boolean =>
  [...it.leads, ...it.engineers.map(({ user }) => user)].includes(person);
const unseen = new Set(BLANKS.join(''));
const canBeRead = (text: string): boolean => [...text].some((character) => !unseen.has(character));

describe('nothing is approved without IT', () => {
  law('a yes always holds the yes of an engineer of the pair, given by that engineer', (moment, past) => {
    if (!isApproved(moment.after)) return true;
    const verdict = moment.after.seats.find(({ role }) => role === 'it')?.verdict;
    const given = [...past, moment].findLast(
      ({ command, outcome }) => outcome.ok && command.type === 'approve' && command.by === verdict?.by,
    );
    const { engineer, standIn } = given?.before.pairing ?? {};
    return (
      verdict?.kind === 'approve' &&
      verdict.at === given?.command.at &&
      [engineer, standIn].includes(verdict.by) &&
      isOfIt(moment, verdict.by) &&
      verdict.by !== moment.after.requester
    );
  });

  law('a yes is the yes of every seat', ({ after }) =>
    isApproved(after) ? after.seats.every(({ verdict }) => verdict?.kind === 'approve') : true,
  );
});

describe('nobody decides on their own request', () => {
  law('no verdict is ever the requester’s, even where a seat lists them', ({ after }) =>
    verdictsOf(after).every(({ by }) => by !== after.requester),
  );

  law('the requester never becomes engineer or stand-in', ({ after: { requester, pairing, seats } }) => {
    const it = seats.find(({ role }) => role === 'it');
    const seated = [pairing.engineer, pairing.standIn, ...(it?.holders ?? []), ...(it?.standIns ?? [])];
    return !seated.includes(requester);
  });
});

describe('a no has reasons, silence has no meaning', () => {
  law('every decline says why and what would make it a yes, in words that can be read', ({ after }) => {
    const declines = verdictsOf(after).flatMap((verdict) => (verdict.kind === 'decline' ? verdict : []));
    const isDeclined = after.progress.state === 'decided' && after.progress.decision === 'declined';
    const areSaid = declines.every(({ reason, wayForward }) => canBeRead(reason) && canBeRead(wayForward));
    return areSaid && isDeclined === declines.length > 0;
  });

  law('only a press on approve approves; only a verdict is a verdict', ({ before, command, after }) => {
    const isVerdict = command.type === 'approve' || command.type === 'decline';
    const isSame = isDeepStrictEqual(verdictsOf(after), verdictsOf(before));
    return (
      (isVerdict || isSame || command.type === 'reopen') && (command.type === 'approve' || turnedYes(before, after))
    );
  });
  const turnedYes = (before: PurchaseRequest, after: PurchaseRequest) => !isApproved(after) || isApproved(before);

  law('reminders, replies and supporters decide nothing', ({ before, command, after }) => {
    if (!['remind', 'respond', 'support', 'lose-thread'].includes(command.type)) return true;
    return isDeepStrictEqual([after.progress, after.seats], [before.progress, before.seats]);
  });
});

describe('every change is told, and a refusal changes nothing', () => {
  law('a change has events of its own time and person; a refusal has a code and nothing else', (moment) => {
    const { command, outcome } = moment;
    if (!outcome.ok) return isDeepStrictEqual(Object.keys(outcome), ['ok', 'refusal']);
    const { by, at } = command;
    return outcome.events.length > 0 && outcome.events.every((event) => event.by === by && event.at === at);
  });

  always('the audit alone tells how the request stands', (story) => {
    const moments = play(story);
    const events = moments.flatMap(({ outcome }) => (outcome.ok ? outcome.events : []));
    const { request } = story.world.opened;
    return isDeepStrictEqual(
      [...story.world.opened.events, ...events].reduce(retell, told(request)),
      told(moments.at(-1)?.after ?? request),
    );
  });
});

/** What the audit must tell. */
type Told = {
  state: string;
  decision: unknown;
  engineer: unknown;
  steps: unknown[];
  supporters: UserId[];
  reopened: number;
};

const told = ({ progress, pairing, steps, supporters, reopened }: PurchaseRequest): Told => ({
  state: progress.state,
  decision: progress.state === 'decided' ? progress.decision : undefined,
  engineer: pairing.engineer,
  steps: steps.map(({ step }) => step),
  supporters,
  reopened,
});

function retell(sofar: Told, { type, by, detail }: RequestEvent): Told {
  const { steps, supporters, reopened } = sofar;
  const told: Partial<Record<RequestEvent['type'], Partial<Told>>> = {
    asked: { state: 'waiting' },
    answered: { state: 'deciding' },
    decided: { state: 'decided', decision: detail.decision },
    withdrawn: { state: 'withdrawn' },
    reopened: { state: 'deciding', decision: undefined, reopened: reopened + 1 },
    'handed-over': { engineer: detail.to },
    'step-ticked': { steps: [...steps, detail.step] },
    'step-unticked': { steps: steps.filter((step) => step !== detail.step) },
    supported: { supporters: [...supporters, by] },
  };
  return { ...sofar, ...told[type] };
}

describe('what is decided stays decided', () => {
  law('only a reopening changes what was decided or withdrawn', ({ before, command, after }) => {
    if (!isClosed(before) || command.type === 'reopen') return true;
    const { place: _, moved: __, ...then } = before;
    const { place: ___, moved: ____, ...now } = after;
    return isDeepStrictEqual(now, then);
  });

  law('a reopening is recorded with what it took back, and asks every seat anew', (moment) => {
    const { before, command, outcome, after } = moment;
    if (command.type !== 'reopen' || !outcome.ok) return true;
    const event = outcome.events.find(({ type }) => type === 'reopened');
    return (
      isClosed(before) &&
      isDeepStrictEqual(event?.detail.from, before.progress) &&
      canBeRead(String(event?.detail.because)) &&
      after.progress.state === 'deciding' &&
      verdictsOf(after).length === 0
    );
  });

  law('a verdict that was given is never replaced by another', ({ before, command, after }) =>
    before.seats.every(
      ({ role, verdict }) =>
        !verdict || command.type === 'reopen' || after.seats.find((seat) => seat.role === role)?.verdict === verdict,
    ),
  );

  law('a late click is told that it is late, whoever clicks', ({ before, command, outcome }) => {
    if (!isClosed(before) || !['approve', 'decline', 'ask', 'tick', 'support', 'hand-over'].includes(command.type)) {
      return true;
    }
    return !outcome.ok && outcome.refusal.code === `already-${before.progress.state}`;
  });
});

describe('a request is never left alone', () => {
  law('an open request has somebody of IT in its seat', (moment) => {
    const { pairing, seats } = moment.after;
    const it = seats.find(({ role }) => role === 'it');
    return isOfIt(moment, pairing.engineer) && isDeepStrictEqual(it?.holders, [pairing.engineer]);
  });

  law('it is timed only while it is being decided, and then always until told', ({ outcome, after }) => {
    const isOn = after.progress.state === 'deciding';
    const expected = [
      ...(isOn && !after.firstResponse && !after.reminded.includes('response-due') ? ['response-due'] : []),
      ...(isOn && !after.reminded.includes('decision-due') ? ['decision-due'] : []),
    ];
    const timers = timersOf(after);
    return (
      isDeepStrictEqual(
        timers.map(({ kind }) => kind),
        expected,
      ) &&
      (!outcome.ok || isDeepStrictEqual(outcome.timers, timers))
    );
  });

  law('a reminder comes when it is due, once, to the engineer alone', ({ before, command, outcome }) => {
    if (command.type !== 'remind' || !outcome.ok) return true;
    const { timer, at } = command;
    const { firstResponseBy, decisionBy } = before.promises;
    const to = before.pairing.engineer;
    return (
      at >= (timer === 'response-due' ? firstResponseBy : decisionBy) &&
      !before.reminded.includes(timer) &&
      isDeepStrictEqual(outcome.messages, [{ kind: 'told', to, news: { about: 'due', timer } }])
    );
  });

  law('waiting for the requester never brings a promise nearer, and nothing else moves it', (moment) => {
    const { before, command, after } = moment;
    if (command.type === 'reopen') return true;
    const [was, is] = [before.promises, after.promises];
    if (command.type !== 'answer') return isDeepStrictEqual(is, was);
    return is.decisionBy >= was.decisionBy && is.firstResponseBy >= was.firstResponseBy;
  });
});

describe('news stays with the people of the request', () => {
  law('only the requester, the engineer and, about trouble, the IT leads are told', ({ org, outcome, after }) => {
    const people = [after.requester, after.pairing.engineer];
    const messages = outcome.ok ? outcome.messages : [];
    return messages.every((message) => {
      if (message.kind === 'told') return people.includes(message.to);
      return message.kind !== 'admin-told' || org.it.leads.includes(message.to);
    });
  });

  law('what is private, or has left its channel, never goes to a channel', ({ before, after }) =>
    before.place === 'direct' || before.intake.restricted ? after.place === 'direct' : true,
  );
});

describe('decide', () => {
  it('answers whatever is tried, even when the clock runs backwards', () => {
    const backwards = ({ world, acts }: Story): Story => ({
      world,
      acts: acts.map((act) => ({ ...act, hoursLater: -act.hoursLater })),
    });
    fc.assert(
      fc.property(stories, (story) => void play(backwards(story))),
      { numRuns: RUNS },
    );
  });

  always('gives the same answer again, and leaves alone what it was given', (story) =>
    play(story).every(({ org, before, command, outcome }) =>
      isDeepStrictEqual(decide(frozen(before), frozen(command), frozen(org)), outcome),
    ),
  );

  always('gives the same answer for a request that was stored in between', (story) =>
    play(story).every(({ org, before, command, outcome }) => {
      const stored = JSON.parse(JSON.stringify(before));
      return isDeepStrictEqual(stored, before) && isDeepStrictEqual(decide(stored, command, org), outcome);
    }),
  );

  it('is tried with stories that reach every command and every end', () => {
    const seen = new Set(
      fc
        .sample(stories, { numRuns: RUNS, seed: 1 })
        .flatMap((story) =>
          play(story).flatMap(({ before, command, outcome, after }) => [
            `${before.progress.state}: ${command.type} ${outcome.ok}`,
            after.progress.state === 'decided' ? after.progress.decision : '',
          ]),
        ),
    );
    const openDeeds = ['ask', 'tick', 'approve', 'decline', 'hand-over', 'withdraw', 'support', 'respond', 'remind'];
    expect([...seen]).toEqual(
      expect.arrayContaining([
        ...openDeeds.map((deed) => `deciding: ${deed} true`),
        ...['answer', 'approve', 'hand-over', 'tick', 'lose-thread'].map((deed) => `waiting: ${deed} true`),
        ...['decided: reopen true', 'withdrawn: reopen true', 'decided: approve false', 'decided: lose-thread true'],
        ...['approved', 'approved_with_conditions', 'pilot', 'reuse', 'declined'],
      ]),
    );
  });
});

/** Frozen to the bottom: whoever writes to it throws. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
  return value;
}
