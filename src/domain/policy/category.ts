import type { Condition } from './facts.ts';

/** The catalogue files the tool under one of these. */
export const category: Condition<string[]> = (categories, { intake }) =>
  intake.category && categories.includes(intake.category) ? { kind: 'category', category: intake.category } : undefined;
