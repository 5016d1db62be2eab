import { addBusinessDays, type Calendar } from './clocks.ts';
import type { Instant } from './ids.ts';
import { partOfTheWay } from './promises.ts';
import type { PurchaseRequest } from './purchase-request.ts';
import type { PromiseMark, TimerKind } from './vocabulary.ts';

export type Timer = { kind: TimerKind; dueAt: Instant };

/** Business days that a request waits on its requester, with two reminders on the way. Source: product.md, Clocks. */
export const WAITING_DAYS_MAX = 10;
const WAITING_REMINDER_DAYS = { 'waiting-first': 3, 'waiting-second': 7 } as const;

/** Business days in which a no can be talked through. */
export const OBJECTION_DAYS_MAX = 5;

const MARKS: Record<PromiseMark, number> = { half: 0.5, due: 1, late: 1.5 };

function promiseTimers({ promises, firstResponse }: PurchaseRequest, calendar: Calendar): Timer[] {
  const marks = Object.entries(MARKS) as [PromiseMark, number][];
  const of = (promise: 'response' | 'decision', by: Instant): Timer[] =>
    marks.map(([mark, part]) => ({ kind: `${promise}-${mark}`, dueAt: partOfTheWay(promises, by, part, calendar) }));
  return [...(firstResponse ? [] : of('response', promises.firstResponseBy)), ...of('decision', promises.decisionBy)];
}

function waitingTimers(since: Instant, until: Instant, calendar: Calendar): Timer[] {
  const reminders = Object.entries(WAITING_REMINDER_DAYS) as [keyof typeof WAITING_REMINDER_DAYS, number][];
  return [
    ...reminders.map(([kind, days]) => ({ kind, dueAt: addBusinessDays(calendar, since, days) })),
    { kind: 'waiting-ends', dueAt: until },
  ];
}

function allTimers(request: PurchaseRequest, calendar: Calendar): Timer[] {
  const { progress } = request;
  switch (progress.state) {
    case 'deciding':
      return promiseTimers(request, calendar);
    case 'waiting':
      return waitingTimers(progress.since, progress.until, calendar);
    case 'objected':
      return [{ kind: 'objection-ends', dueAt: progress.until }];
    default:
      return [];
  }
}

/** Timers of one kind of wait, in their order. Once a later one is told, the earlier ones are moot. */
const IN_ORDER: TimerKind[][] = [
  ['response-half', 'response-due', 'response-late'],
  ['decision-half', 'decision-due', 'decision-late'],
  ['waiting-first', 'waiting-second', 'waiting-ends'],
];

/** The timers that come after this one and make it moot. */
function laterThan(kind: TimerKind): TimerKind[] {
  const order = IN_ORDER.find((kinds) => kinds.includes(kind)) ?? [];
  return order.slice(order.indexOf(kind) + 1);
}

/** The timers that a request should have: not those that were told, nor those that a later one has made moot. */
export const timersOf = (request: PurchaseRequest, calendar: Calendar): Timer[] =>
  allTimers(request, calendar).filter(
    ({ kind }) => ![kind, ...laterThan(kind)].some((told) => request.reminded.includes(told)),
  );

/** What the clock has to say now: of several marks that have passed, as after a downtime, the last one only. */
export function dueTimers(request: PurchaseRequest, at: Instant, calendar: Calendar): TimerKind[] {
  const due = timersOf(request, calendar).flatMap(({ kind, dueAt }) => (dueAt <= at ? kind : []));
  return due.filter((kind) => !laterThan(kind).some((later) => due.includes(later)));
}
