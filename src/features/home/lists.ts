import { EARLY_STAGES, PERCENT_OF_MIN } from '#domain/figures.ts';
import { type NextStep, nextStepOf } from '#domain/next-step.ts';
import type { Organisation } from '#domain/organisation.ts';
import { isBypass, isOpen, type PurchaseRequest, peopleOf } from '#domain/purchase-request.ts';
import type { StoredRequest } from '#store/store.ts';
import { figuresSince, type Look } from './look.ts';

/** The lists of a Home, in their order. */
export const LISTS = ['waits', 'mine', 'queue', 'unit', 'late'] as const;
export type ListName = (typeof LISTS)[number];

export type Row = { stored: StoredRequest; step: NextStep | undefined };
/** `hidden`: private requests that this person may only know to exist. */
export type List = { name: ListName; rows: Row[]; hidden: number };

const asRow = (stored: StoredRequest): Row => ({ stored, step: nextStepOf(stored.request) });
const byDue = (rows: Row[]): Row[] => rows.toSorted((one, other) => (one.step?.by ?? 0) - (other.step?.by ?? 0));
const isLate = ({ stored, step }: Row, now: number): boolean =>
  (step !== undefined && step.by < now) || stored.request.reminded.some((timer) => timer.endsWith('-late'));

/** What this person is shown, only lists that are theirs. */
export function listsOf(seen: Look, org: Organisation): List[] {
  const { person, now, mine, units, ofUnits, everything } = seen;
  const parts = seen.parts.map(asRow);
  const isEngineer = org.it.engineers.some(({ user }) => user === person);
  const hasUsed = mine.length > 0 || parts.length > 0;
  const isOfIt = isEngineer || everything !== undefined;
  const queue = byDue(parts.filter(({ stored }) => stored.request.pairing.engineer === person));
  const late = everything && byDue(everything.open.map(asRow).filter((row) => isLate(row, now)));
  const unit = byDue(ofUnits.filter(({ request }) => isOpen(request)).map(asRow));
  const shown: Partial<Record<ListName, Row[]>> = {
    ...((hasUsed || isOfIt || units.length > 0) && { waits: byDue(parts.filter(({ step }) => step?.who === person)) }),
    ...(mine.length > 0 && { mine: mine.map(asRow) }),
    ...((isEngineer || queue.length > 0) && { queue }),
    ...(units.length > 0 && { unit }),
    ...(late && { late }),
  };
  return LISTS.flatMap((name) => {
    const rows = shown[name];
    return rows ? [listFor(name, rows, person)] : [];
  });
}

function listFor(name: ListName, all: Row[], person: string): List {
  const rows = all.filter(({ stored }) => isVisible(stored.request, person));
  return { name, rows, hidden: all.length - rows.length };
}

const isVisible = (request: PurchaseRequest, person: string): boolean =>
  !request.intake.restricted || peopleOf(request).some((one) => one === person);

/** Of all the units somebody leads together, private requests counted: figures name nobody. */
export type Figures = { open: number; decided: number; earlyPercent?: number; bypassPercent?: number };

export function figuresOf({ ofUnits, now }: Look): Figures {
  const requests = ofUnits.map(({ request }) => request);
  const begun = requests.filter(({ submittedAt }) => submittedAt >= figuresSince(now));
  const early = begun.filter(({ intake }) => EARLY_STAGES.includes(intake.stage));
  const percent = (some: PurchaseRequest[]) => Math.round((100 * some.length) / begun.length);
  return {
    open: requests.filter(isOpen).length,
    decided: requests.filter(({ progress }) => progress.state === 'decided').length,
    ...(begun.length >= PERCENT_OF_MIN && {
      earlyPercent: percent(early),
      bypassPercent: percent(begun.filter(isBypass)),
    }),
  };
}
