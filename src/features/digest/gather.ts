import { localDate } from '#domain/clocks.ts';
import { committedIn, type Figures } from '#domain/figures.ts';
import type { ChannelId, Instant, LocalDate, TeamId, UserId } from '#domain/ids.ts';
import { type NextStep, nextStepOf, stepFor, waitsSince } from '#domain/next-step.ts';
import type { BusinessUnit, Organisation } from '#domain/organisation.ts';
import type { DigestMessage } from '#domain/outcome.ts';
import { isOpen } from '#domain/purchase-request.ts';
import { quarterAt, quarterPeriod } from '#domain/quarters.ts';
import type { Overlap } from '#domain/tools-bought.ts';
import { dateOf, dayNumber } from '#domain/wall-clock.ts';
import { mondayOfWeek, type Week, weeksUpTo } from '#domain/weeks.ts';
import type { StoredRequest } from '#store/store.ts';
import type { Ahead, Scope } from '#store/summary-stores.ts';
import type { DigestDeps } from './digest.deps.ts';

/** A request with whoever is to do what next. */
export type Row = { stored: StoredRequest; step: NextStep | undefined };
/** `since`: when it became theirs. */
export type Waiting = { stored: StoredRequest; step: NextStep; since: Instant };

/** All that one digest tells, before words. Nothing in it is private, but how much of it is. */
export type Digest = {
  /** The units it is about; absent: all of them. */
  units?: BusinessUnit[];
  /** Absent: a channel reads it, and nothing waits for a channel. */
  reader?: UserId;
  /** The Monday of the week in which it comes. */
  monday: LocalDate;
  waits: Waiting[];
  /** Of a unit. Of all units only the ones past their date are listed. */
  fresh: Row[];
  decided: Row[];
  waiting: Row[];
  late: Row[];
  /** The newest week first. */
  weeks: Figures[];
  /** Yearly cost that was committed in the quarter so far, in minor units of the workspace's currency. */
  quarterMinor: number;
  ahead: { shown: Ahead[]; more: number; hidden: number };
  overlaps: Overlap[];
  missed: number;
  isFirst: boolean;
};

const TREND_WEEKS = 12;
const AHEAD_DAYS = 60;
const AHEAD_MAX = 4;
const OVERLAPS_MAX = 3;
/** Of the open requests the oldest are looked at for what is late: that is where those are. */
const LATE_AMONG = 500;

/** The units that this person leads; `all` for IT leads and for the IT channel; undefined for anybody else. */
export function unitsFor(org: Organisation, reader: UserId | ChannelId): BusinessUnit[] | 'all' | undefined {
  if (org.workspace.itChannel === reader || org.it.leads.some((lead) => lead === reader)) return 'all';
  return unitsLedBy(org, reader);
}

const led = new WeakMap<Organisation, Map<string, BusinessUnit[]>>();

/** Undefined for none. */
export const unitsLedBy = (org: Organisation, reader: UserId | ChannelId): BusinessUnit[] | undefined =>
  unitsByLead(org).get(reader);

/** Made once for each org file: a company may have thousands of units. */
function unitsByLead(org: Organisation): Map<string, BusinessUnit[]> {
  const known = led.get(org);
  if (known) return known;
  const units = new Map<string, BusinessUnit[]>();
  for (const unit of org.units) for (const lead of unit.leads) units.set(lead, [...(units.get(lead) ?? []), unit]);
  led.set(org, units);
  return units;
}

/** Undefined when this reader gets none, for example because they lead nothing any more. */
export async function gather(team: TeamId, message: DigestMessage, deps: DigestDeps): Promise<Digest | undefined> {
  const org = deps.org();
  const units = unitsFor(org, message.to);
  if (!units) return undefined;
  const reader = message.to === org.workspace.itChannel ? undefined : (message.to as UserId);
  const scope = units === 'all' ? units : units.map(({ id }) => id);
  const today = localDate(org.calendar, message.until);
  const [figures, ahead, overlaps, waits, rows] = await Promise.all([
    figuresFor(team, scope, message.until, deps),
    deps.store.ahead(team, scope, { from: today, to: daysAfter(today, AHEAD_DAYS) }, AHEAD_MAX),
    overlapsFor(team, scope, message.until, deps),
    reader ? waitsFor(team, reader, deps) : [],
    scope === 'all' ? lateOf(team, deps) : listsOf(team, scope, message.until, deps),
  ]);
  return {
    ...(units !== 'all' && { units }),
    ...(reader && { reader }),
    monday: dateOf(mondayOfWeek(message.week)),
    ...{ fresh: [], decided: [], waiting: [], late: [] },
    ...withoutThose(waits, rows),
    ...{ waits, ...figures, ahead, overlaps, missed: message.missed, isFirst: message.isFirst },
  };
}

const daysAfter = (date: LocalDate, days: number): LocalDate => dateOf(dayNumber(date) + days);

/** The weeks, and the quarter so far: its weeks among them and what of it comes before these. */
async function figuresFor(
  team: TeamId,
  scope: Scope,
  until: Instant,
  { store, org }: DigestDeps,
): Promise<Pick<Digest, 'weeks' | 'quarterMinor'>> {
  const periods = weeksUpTo(org().calendar, until, TREND_WEEKS);
  const { from } = quarterPeriod(org().calendar, quarterAt(org().calendar, until - 1));
  const inside = periods.filter((week) => week.from >= from).length;
  const rest = { from, to: periods[inside - 1]?.from ?? until };
  const figures = await store.figures(team, scope, [...periods, rest], org().workspace.currency);
  const ofQuarter = [...figures.slice(0, inside), ...figures.slice(TREND_WEEKS)];
  return {
    weeks: figures.slice(0, TREND_WEEKS),
    quarterMinor: ofQuarter.reduce((sofar, one) => sofar + committedIn(one).minor, 0),
  };
}

/** Only for whoever sees all units. */
async function overlapsFor(team: TeamId, scope: Scope, until: Instant, { store, org }: DigestDeps): Promise<Overlap[]> {
  const { calendar, workspace } = org();
  const from = weeksUpTo(calendar, until, TREND_WEEKS).at(-1)?.from ?? until;
  return scope === 'all' ? store.overlaps(team, { from, to: until }, workspace.currency, OVERLAPS_MAX) : [];
}

const byDue = <Of extends { step: NextStep | undefined }>(rows: Of[]): Of[] =>
  rows.toSorted((one, other) => (one.step?.by ?? 0) - (other.step?.by ?? 0));

async function waitsFor(team: TeamId, reader: UserId, { store }: DigestDeps): Promise<Waiting[]> {
  const open = await store.requestsWith(team, reader, { openOnly: true });
  return byDue(
    open.flatMap((stored) => {
      const step = stepFor(stored.request, reader);
      return step ? { stored, step, since: waitsSince(stored.request) } : [];
    }),
  );
}

/** What waits for the reader is said once. */
function withoutThose<Lists extends Record<string, Row[]>>(waits: Waiting[], lists: Lists): Lists {
  const theirs = new Set(waits.map(({ stored }) => stored.request.id));
  const others = (rows: Row[]) => rows.filter(({ stored }) => !theirs.has(stored.request.id));
  return Object.fromEntries(Object.entries(lists).map(([name, rows]) => [name, others(rows)])) as Lists;
}

const asRow = (stored: StoredRequest): Row => ({ stored, step: nextStepOf(stored.request) });

/** What is private is counted, and shown to nobody but whoever it waits for. */
const isShown = ({ request }: StoredRequest): boolean => !request.intake.restricted;

async function listsOf(
  team: TeamId,
  units: Exclude<Scope, 'all'>,
  until: Instant,
  { store, org }: DigestDeps,
): Promise<Pick<Digest, 'fresh' | 'decided' | 'waiting'>> {
  const [week] = weeksUpTo(org().calendar, until, 1) as [Week];
  const all = await Promise.all(units.map((unit) => store.requestsOfUnit(team, unit, { since: week.from })));
  const shown = all.flat().filter(isShown);
  const isIn = (at: Instant) => week.from <= at && at < week.to;
  const isFresh = ({ request }: StoredRequest) => isIn(request.submittedAt);
  const isOfBefore = ({ request }: StoredRequest) => isOpen(request) && request.submittedAt < week.from;
  const isDecided = ({ request: { progress } }: StoredRequest) => progress.state === 'decided' && isIn(progress.at);
  return {
    fresh: byDue(shown.filter((stored) => isFresh(stored) && isOpen(stored.request)).map(asRow)),
    decided: shown.filter(isDecided).map(asRow),
    waiting: byDue(shown.filter(isOfBefore).map(asRow)),
  };
}

async function lateOf(team: TeamId, { store, now }: DigestDeps): Promise<Pick<Digest, 'late'>> {
  const open = await store.openRequests(team, LATE_AMONG);
  const rows = open.filter(isShown).map(asRow);
  return { late: byDue(rows.filter(({ step }) => step !== undefined && step.by < now())) };
}

/** A week in which nothing happened and nothing is to be done. */
export const isQuiet = ({
  reader,
  waits,
  fresh,
  decided,
  late,
  weeks,
  ahead,
  overlaps,
  missed,
  isFirst,
}: Digest): boolean => {
  const [week] = weeks;
  const happened = week
    ? week.new + week.bypass.of + week.restricted + Object.values(week.decided).reduce((a, b) => a + b)
    : 0;
  const listed = [waits, fresh, decided, late, ahead.shown, overlaps].some((rows) => rows.length > 0);
  return happened + missed + ahead.hidden === 0 && !listed && !(reader && isFirst);
};
