import type { Actor, UnitId } from '#domain/ids.ts';
import { type Organisation, unitOf } from '#domain/organisation.ts';
import { type QuarterId, readQuarter } from '#domain/quarters.ts';
import { mayRead } from './brief.gather.ts';

/** Which brief a button or form belongs to. */
export type BriefKey = { unit: UnitId; quarter: QuarterId };

export const briefKey = ({ unit, quarter }: BriefKey): string => `${quarter}:${unit}`;

/** It comes back from the client: whether this person may read that unit's briefs is looked at again. */
export function readBriefKey(key: string, { user }: Actor, org: Organisation): BriefKey | undefined {
  const quarter = readQuarter(key.slice(0, key.indexOf(':')));
  const unit = unitOf(org, key.slice(key.indexOf(':') + 1) as UnitId);
  return quarter && unit && mayRead(org, user, unit) ? { unit: unit.id, quarter } : undefined;
}
