import type { Condition } from './facts.ts';

/** At least so many people will use it. Nobody knows how many: it does not hold. */
export const usersAtLeast: Condition<number> = (limit, { intake }) =>
  (intake.people ?? 0) >= limit ? { kind: 'users-at-least', limit } : undefined;
