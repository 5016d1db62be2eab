import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '#domain/decide.ts';
import type { UserId } from '#domain/ids.ts';
import type { RequestEvent } from '#domain/outcome.ts';
import type { PurchaseRequest, Verdict } from '#domain/purchase-request.ts';
import { always, isApproved, isOfIt, law, RUNS } from '#test/support/laws.ts';
import { BLANKS, play, type Story, stories } from '#test/support/worlds.ts';

const isClosed = ({ progress: { state } }: PurchaseRequest): boolean =>
  ['decided', 'withdrawn', 'expired'].includes(state);
const verdictsOf = ({ seats }: PurchaseRequest): Verdict[] => seats.flatMap(({ verdict }) => verdict ?? []);
const unseen = new Set(BLANKS.join(''));
const canBeRead = (text: string): boolean => [...text].some((character) => !unseen.has(character));

describe('nothing is approved without IT', () => {
  law('a yes always holds the yes of an engineer of the pair, given by that engineer', (moment, past) => {
    if (!isApproved(moment.after)) return true;
    const verdict = moment.after.seats.find(({ role }) => role === 'it')?.verdict;
    const given = [...past, moment].findLast(
      ({ before, command, outcome }) =>
        outcome.ok &&
        command.type === 'approve' &&
        command.by === verdict?.by &&
        before.seats.some(({ role, verdict }) => role === 'it' && !verdict),
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
    const said = [...declines, ...after.objections];
    const areSaid = said.every(({ reason, wayForward }) => canBeRead(reason) && canBeRead(wayForward));
    const isOver = isDeclined || after.progress.state === 'withdrawn';
    return (
      areSaid &&
      (!isDeclined || declines.length > 0) &&
      declines.length > 0 === (isOver ? declines.length > 0 : after.progress.state === 'objected')
    );
  });

  law('the first no is with the requester; only a no that was talked through, left or let lie decides', (moment) => {
    const { before, command, after } = moment;
    const isNo = ({ progress }: PurchaseRequest) => progress.state === 'decided' && progress.decision === 'declined';
    if (!isNo(after) || isNo(before)) return true;
    if (before.progress.state !== 'objected') return command.type === 'decline' && before.talk !== undefined;
    const isTheirs = command.type === 'leave-it' && command.by === before.requester;
    return isTheirs || (command.type === 'time-comes' && command.at >= before.progress.until);
  });

  law('what was objected is kept until a reopening, and comes into the record', ({ before, command, outcome }) => {
    if (!outcome.ok || command.type === 'reopen') return true;
    const { objections } = outcome.request;
    const noes = verdictsOf(before).filter(({ kind }) => kind === 'decline').length;
    const talkedThrough = command.type === 'talk-through' ? noes : 0;
    const record = outcome.messages.find(({ kind }) => kind === 'decision-recorded');
    return (
      isDeepStrictEqual(objections.slice(0, before.objections.length), before.objections) &&
      objections.length === before.objections.length + talkedThrough &&
      (record?.kind !== 'decision-recorded' || isDeepStrictEqual(record.record.objections, objections))
    );
  });

  law('time alone never approves anything, and gives no verdict', ({ before, command, after }) =>
    command.type === 'time-comes'
      ? (!isApproved(after) || isApproved(before)) && isDeepStrictEqual(after.seats, before.seats)
      : true,
  );

  law('only a press on approve approves; only a verdict is a verdict', ({ before, command, after }) => {
    const isVerdict = command.type === 'approve' || command.type === 'decline';
    const isSame = isDeepStrictEqual(verdictsOf(after), verdictsOf(before));
    const asksAgain = command.type === 'reopen' || command.type === 'talk-through';
    const isNewYes = isApproved(after) && !isApproved(before);
    return (isVerdict || isSame || asksAgain) && (command.type === 'approve' || !isNewYes);
  });

  law('replies, views and supporters decide nothing, and time only what was asked and not answered', (moment) => {
    const { before, command, after } = moment;
    const isEnd = command.type === 'time-comes' && ['waiting-ends', 'objection-ends'].includes(command.timer);
    const isQuiet = ['time-comes', 'respond', 'support', 'lose-thread', 'tell-view'].includes(command.type);
    if (isEnd || !isQuiet) return true;
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
    declined: { state: 'objected' },
    'talk-opened': { state: 'deciding' },
    decided: { state: 'decided', decision: detail.decision },
    expired: { state: 'expired' },
    revived: { state: 'waiting' },
    'stood-in': { engineer: detail.to },
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
  law('only a reopening changes what is over, and a revival what expired', ({ before, command, after }) => {
    const isRevived = command.type === 'revive' && before.progress.state === 'expired';
    if (!isClosed(before) || command.type === 'reopen' || isRevived) return true;
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

  law(
    'a verdict that was given is never replaced by another; talking takes back a no alone',
    ({ before, command, after }) =>
      before.seats.every(
        ({ role, verdict }) =>
          !verdict ||
          command.type === 'reopen' ||
          (command.type === 'talk-through' && verdict.kind === 'decline') ||
          after.seats.find((seat) => seat.role === role)?.verdict === verdict,
      ),
  );

  law('a late click is told that it is late, whoever clicks', ({ before, command, outcome }) => {
    if (!isClosed(before) || !['approve', 'decline', 'ask', 'tick', 'support', 'hand-over'].includes(command.type)) {
      return true;
    }
    return !outcome.ok && outcome.refusal.code === `already-${before.progress.state}`;
  });
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
        .sample(stories, { numRuns: 2500, seed: 1 })
        .flatMap((story) =>
          play(story).flatMap(({ before, command, outcome, after }) => [
            `${before.progress.state}: ${command.type} ${outcome.ok}`,
            after.progress.state === 'decided' ? after.progress.decision : '',
          ]),
        ),
    );
    const openDeeds = [
      'ask',
      'tick',
      'approve',
      'decline',
      'hand-over',
      'withdraw',
      'support',
      'respond',
      'time-comes',
      'stand-in',
    ];
    expect([...seen]).toEqual(
      expect.arrayContaining([
        ...openDeeds.map((deed) => `deciding: ${deed} true`),
        ...['answer', 'approve', 'hand-over', 'tick', 'lose-thread', 'time-comes'].map(
          (deed) => `waiting: ${deed} true`,
        ),
        ...['talk-through', 'leave-it', 'time-comes', 'stand-in', 'withdraw'].map((deed) => `objected: ${deed} true`),
        ...['deciding: tell-view true', 'expired: revive true', 'expired: reopen true', 'expired: approve false'],
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
