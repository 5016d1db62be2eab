import type { Calendar } from './clocks.ts';
import type { ChannelId, UnitId, UserId } from './ids.ts';
import type { Currency } from './money.ts';
import type { PolicyRule } from './policy/rules.ts';

export type Language = 'en' | 'zh-TW';

export type Engineer = {
  user: UserId;
  /** Units this engineer is embedded with; may be empty. */
  units: UnitId[];
  /** Kinds of tool or tools, in lower case, as the org file names them. */
  expertise: string[];
  /** Open requests at the same time; Infinity when the org file sets none. */
  capacity: number;
};

export type BusinessUnit = {
  id: UnitId;
  name: string;
  leads: UserId[];
  /** Where the unit's requests are decided; the company's decision channel when absent. */
  channel?: ChannelId;
  region?: string;
  parent?: UnitId;
};

/** The org file, checked and turned into domain values. Immutable; a reload makes a new one. */
export type Organisation = {
  workspace: { language: Language; currency: Currency; decisionChannel?: ChannelId; itChannel?: ChannelId };
  calendar: Calendar;
  it: { leads: UserId[]; engineers: Engineer[] };
  reviewers: { security: UserId[]; finance: UserId[]; legal: UserId[] };
  units: BusinessUnit[];
  /** Value of one unit of a currency in the workspace's currency. */
  exchangeRates: Record<Currency, number>;
  policy: PolicyRule[];
  /** Yearly cost, in the workspace's currency, from which finance or legal has a seat on the full track. */
  seats: { financeAtLeast: number; legalAtLeast: number };
  digest: { day: Calendar['days'][number]; time: string };
  listening: { offChannels: ChannelId[] };
};

export const unitOf = (org: Organisation, id: UnitId): BusinessUnit | undefined =>
  org.units.find((unit) => unit.id === id);

/** The unit's decision channel, else the company's. */
export const decisionChannelOf = (org: Organisation, unit: UnitId): ChannelId | undefined =>
  unitOf(org, unit)?.channel ?? org.workspace.decisionChannel;

export const isEngineer = (org: Organisation, user: UserId): boolean =>
  org.it.engineers.some((engineer) => engineer.user === user) || org.it.leads.includes(user);

/** The unit's own leads, else those of the units above it, in that order; empty when none may. */
export function leadsUpFrom(
  org: Organisation,
  id: UnitId,
  may: (lead: UserId) => boolean,
): { leads: UserId[]; above: boolean } {
  const seen = new Set<UnitId>();
  for (let unit = unitOf(org, id); unit && !seen.has(unit.id); unit = unit.parent && unitOf(org, unit.parent)) {
    seen.add(unit.id);
    const leads = unit.leads.filter(may);
    if (leads.length > 0) return { leads, above: unit.id !== id };
  }
  return { leads: [], above: true };
}
