import type { AgreedAction } from '#domain/agreed.ts';
import type { Quarters } from '#domain/brief.ts';
import { figuresOf } from '#domain/figures.ts';
import type { TeamId, UnitId, UserId } from '#domain/ids.ts';
import { type BusinessUnit, type Organisation, unitOf } from '#domain/organisation.ts';
import { type QuarterId, quarterBefore, quarterPeriod } from '#domain/quarters.ts';
import type { ToolBought } from '#domain/tools-bought.ts';
import type { AgreedStore, FigureStore } from '#store/summary-stores.ts';
import type { DigestDeps } from './digest.deps.ts';

/** All that a brief tells, before words. Nothing in it is private, but how much of it is. */
export type Brief = Quarters & {
  unit: BusinessUnit;
  quarter: QuarterId;
  tools: ToolBought[];
  /** Still open ones of any quarter, and those done since this one began. */
  agreed: AgreedAction[];
};

const TOOLS_MAX = 5;
/** Tools of the whole company among which those of this unit are looked for. */
const OVERLAPS_AMONG = 200;
const SHARED_MAX = 3;

/** Whoever leads the unit, and IT leads. */
export const mayRead = (org: Organisation, reader: UserId, unit: BusinessUnit): boolean =>
  unit.leads.includes(reader) || org.it.leads.includes(reader);

/** Undefined when the org file has no such unit any more. */
export async function gatherBrief(
  team: TeamId,
  { unit: id, quarter }: { unit: UnitId; quarter: QuarterId },
  { store, org }: Pick<DigestDeps, 'org'> & { store: FigureStore & AgreedStore },
): Promise<Brief | undefined> {
  const { calendar, workspace } = org();
  const unit = unitOf(org(), id);
  if (!unit) return undefined;
  const period = quarterPeriod(calendar, quarter);
  const earlier = quarterPeriod(calendar, quarterBefore(quarter));
  const nothing = figuresOf([], period, workspace.currency);
  const [[now = nothing, before = nothing], tools, overlaps, agreed] = await Promise.all([
    store.figures(team, [id], [period, earlier], workspace.currency),
    store.bought(team, id, period, workspace.currency, TOOLS_MAX),
    store.overlaps(team, period, workspace.currency, OVERLAPS_AMONG),
    store.agreedBy(team, id, period.from),
  ]);
  const shared = overlaps.filter(({ units }) => units.includes(id)).slice(0, SHARED_MAX);
  return { unit, quarter, now, before, shared, tools, agreed };
}
