import { addBusinessDays } from './clocks.ts';
import { hasWords, isOfThePair, whyClosed, whyNotDecider } from './guards.ts';
import { isEngineer, type Organisation } from './organisation.ts';
import { type Outcome, refuse, type Take, tell } from './outcome.ts';
import { afterWaiting } from './promises.ts';
import type { PurchaseRequest } from './purchase-request.ts';
import { itSeat } from './seats.ts';
import { WAITING_DAYS_MAX } from './timers.ts';

/** Asks the requester for more; the clock stands still until the answer. */
export function ask(request: PurchaseRequest, { by, at, question }: Take<'ask'>, org: Organisation): Outcome {
  const refusal = whyNotDecider(request, by);
  if (refusal) return refuse(refusal);
  if (request.progress.state === 'waiting') return refuse({ code: 'already-asked' });
  const text = question.trim();
  if (!hasWords(text)) return refuse({ code: 'words-needed', what: 'question' });
  return {
    ok: true,
    request: {
      ...request,
      progress: { state: 'waiting', since: at, until: addBusinessDays(org.calendar, at, WAITING_DAYS_MAX) },
      questions: [...request.questions, { text, by, at }],
      reminded: request.reminded.filter((kind) => !kind.startsWith('waiting-')),
    },
    events: [{ type: 'asked', by, at, detail: { question: text } }],
    messages: [
      { kind: 'card-changed' },
      { kind: 'asked', question: text, by },
      ...tell(request, request.requester, { about: 'asked', question: text, by }),
    ],
  };
}

export function answer(request: PurchaseRequest, command: Take<'answer'>, org: Organisation): Outcome {
  const { by, at } = command;
  const { progress, requester, questions, promises, pairing } = request;
  const last = questions.at(-1);
  if (by !== requester) return refuse({ code: 'requester-only', requester });
  if (progress.state !== 'waiting' || !last) return refuse(whyClosed(request) ?? { code: 'nothing-asked' });
  const text = command.answer.trim();
  if (!hasWords(text)) return refuse({ code: 'words-needed', what: 'answer' });
  return {
    ok: true,
    request: {
      ...request,
      progress: { state: 'deciding' },
      questions: [...questions.slice(0, -1), { ...last, answer: { text, at } }],
      promises: afterWaiting(promises, org.calendar, progress.since, at),
    },
    events: [{ type: 'answered', by, at, detail: { answer: text } }],
    messages: [
      { kind: 'card-changed' },
      { kind: 'answered', answer: text, question: last.text },
      ...tell(request, pairing.engineer, { about: 'answered', answer: text, question: last.text }),
    ],
  };
}

/** Ticks or unticks a joint step. Saying the same twice changes nothing, so a redelivery does no harm. */
export function tick(request: PurchaseRequest, { by, at, step, done }: Take<'tick'>): Outcome {
  const { requester, pairing, steps } = request;
  const closed = whyClosed(request);
  if (closed) return refuse(closed);
  if (!isOfThePair(request, by)) return refuse({ code: 'pair-only', requester, engineer: pairing.engineer });
  const others = steps.filter((tick) => tick.step !== step);
  if (done === others.length < steps.length) return refuse({ code: 'nothing-changes' });
  return {
    ok: true,
    request: { ...request, steps: done ? [...others, { step, by, at }] : others },
    events: [{ type: done ? 'step-ticked' : 'step-unticked', by, at, detail: { step } }],
    messages: [{ kind: 'card-changed' }],
  };
}

export function handOver(request: PurchaseRequest, { by, at, to }: Take<'hand-over'>, org: Organisation): Outcome {
  const { requester, pairing, place } = request;
  const closed = whyClosed(request);
  if (closed) return refuse(closed);
  const isTheirs = by === pairing.engineer || by === pairing.standIn || org.it.leads.includes(by);
  if (by === requester || !isTheirs) {
    return refuse({
      code: 'not-your-seat',
      holders: [pairing.engineer],
      standIns: pairing.standIn ? [pairing.standIn] : [],
    });
  }
  if (to === requester || !isEngineer(org, to)) return refuse({ code: 'not-an-engineer', person: to });
  if (to === pairing.engineer) return refuse({ code: 'has-it-already', person: to });
  const standIn = to === pairing.standIn || !pairing.standIn ? pairing.engineer : pairing.standIn;
  const handed = { engineer: to, standIn, reason: { kind: 'handed-over', by } as const };
  const seats = request.seats.map((seat) => (seat.role === 'it' ? { ...seat, ...itSeat(handed) } : seat));
  return {
    ok: true,
    request: { ...request, pairing: handed, seats, ...(place === 'direct' && { moved: 'handed-over' as const }) },
    events: [{ type: 'handed-over', by, at, detail: { from: pairing.engineer, to } }],
    messages: [
      { kind: place === 'direct' ? 'thread-opened' : 'card-changed' },
      { kind: 'handed-over', from: pairing.engineer, to, by },
      ...tell(request, to, { about: 'handed-over', by }),
    ],
  };
}

/** Somebody without a seat is for it: the engineer hears of it, once a person. */
export function support(request: PurchaseRequest, { by, at }: Take<'support'>): Outcome {
  const closed = whyClosed(request);
  if (closed) return refuse(closed);
  if (by === request.requester) return refuse({ code: 'own-request' });
  if (request.supporters.includes(by)) return refuse({ code: 'nothing-changes' });
  return {
    ok: true,
    request: { ...request, supporters: [...request.supporters, by] },
    events: [{ type: 'supported', by, at, detail: {} }],
    messages: [{ kind: 'told', to: request.pairing.engineer, news: { about: 'supported', by } }],
  };
}

/** The thread cannot be used any more: the request goes on in a group DM of its people. */
export function loseThread(
  request: PurchaseRequest,
  { by, at, loss }: Take<'lose-thread'>,
  org: Organisation,
): Outcome {
  if (request.place === 'direct' && loss !== 'deleted') return refuse({ code: 'nothing-changes' });
  return {
    ok: true,
    request: { ...request, place: 'direct', moved: loss },
    events: [{ type: 'thread-lost', by, at, detail: { loss } }],
    messages: [
      { kind: 'thread-opened' },
      ...org.it.leads.map((to) => ({ kind: 'admin-told', to, problem: { kind: 'thread-lost', loss } }) as const),
    ],
  };
}
