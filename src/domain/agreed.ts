import type { Instant, LocalDate, TeamId, UnitId, UserId } from './ids.ts';
import type { QuarterId } from './quarters.ts';

/** Something that a unit and IT have agreed to do when they sat down with a brief. */
export type AgreedAction = {
  id: string;
  team: TeamId;
  unit: UnitId;
  /** Of the brief in which it was agreed. */
  quarter: QuarterId;
  what: string;
  who: UserId;
  due: LocalDate;
  loggedBy: UserId;
  loggedAt: Instant;
  doneAt?: Instant;
};
