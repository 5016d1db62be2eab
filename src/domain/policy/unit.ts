import type { UnitId } from '#domain/ids.ts';
import type { Condition } from './facts.ts';

/** It is one of these units that buys. */
export const unit: Condition<UnitId[]> = (units, { intake }) =>
  units.includes(intake.unit) ? { kind: 'unit', unit: intake.unit } : undefined;
