import { type Condition, regionOf } from './facts.ts';

/** The unit is in one of these regions. A unit without a region is in none. */
export const region: Condition<string[]> = (regions, facts) => {
  const here = regionOf(facts);
  return here && regions.includes(here) ? { kind: 'region', region: here } : undefined;
};
