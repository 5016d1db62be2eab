import { type Calendar, localDate, startOfLocalDate } from './clocks.ts';
import type { Period } from './figures.ts';
import type { Instant, LocalDate } from './ids.ts';

/** A quarter of a year in the IT team's calendar, such as `2026Q4`. */
export type QuarterId = string & { readonly quarter: unique symbol };

const MONTHS = 3;
const QUARTERS = 4;

/** Quarters since the year 0. */
const numberOf = (id: QuarterId): number => Number(id.slice(0, 4)) * QUARTERS + Number(id.slice(-1)) - 1;
const idOf = (number: number): QuarterId => `${Math.floor(number / QUARTERS)}Q${(number % QUARTERS) + 1}` as QuarterId;

/** Reads `2026Q4`, `2026-q4` and `Q4 2026`; undefined for anything else. */
export function readQuarter(typed: string): QuarterId | undefined {
  const text = typed.trim().toUpperCase();
  const [, year, quarter] = /^(\d{4})[ -]?Q([1-4])$/.exec(text) ?? [];
  if (year) return `${year}Q${quarter}` as QuarterId;
  const [, number, of] = /^Q([1-4])[ -]?(\d{4})$/.exec(text) ?? [];
  return number ? (`${of}Q${number}` as QuarterId) : undefined;
}

export const quarterBefore = (id: QuarterId): QuarterId => idOf(numberOf(id) - 1);

export function quarterAt(calendar: Calendar, at: Instant): QuarterId {
  const [year, month] = localDate(calendar, at).split('-').map(Number);
  return idOf((year ?? 0) * QUARTERS + Math.floor(((month ?? 1) - 1) / MONTHS));
}

const firstDay = (id: QuarterId): LocalDate => {
  const month = Number(id.slice(-1)) * MONTHS - MONTHS + 1;
  return `${id.slice(0, 4)}-${String(month).padStart(2, '0')}-01` as LocalDate;
};

const latest = new WeakMap<Calendar, { id: QuarterId; period: Period }>();

/** From the midnight of its first day to that of the next one's. The latest is kept: digests of a day ask for the same. */
export function quarterPeriod(calendar: Calendar, id: QuarterId): Period {
  const known = latest.get(calendar);
  if (known?.id === id) return known.period;
  const period = {
    from: startOfLocalDate(calendar, firstDay(id)),
    to: startOfLocalDate(calendar, firstDay(idOf(numberOf(id) + 1))),
  };
  latest.set(calendar, { id, period });
  return period;
}
