/** A company of 5,000 units in which each asks about once a week, for four years. */
import type { TeamId, UnitId, UserId } from '#domain/ids.ts';
import { DAY_MS } from '#domain/wall-clock.ts';
import { MONDAY } from '#test/support/builders.ts';
import { TEAM } from './requests.ts';

export const TEAM_OF_UNITS = TEAM as TeamId;
export const REQUESTS = 1_000_000;
export const UNITS = 5_000;
export const WEEK_MS = 7 * DAY_MS;
export const BEGAN = MONDAY;
export const NOW = BEGAN + 200 * WEEK_MS;

export const unitAt = (index: number): UnitId => `unit-${index}` as UnitId;
export const leadAt = (index: number): UserId => `ULEAD${index}` as UserId;
