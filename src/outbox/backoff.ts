const FIRST_MS = 1_000;
const LONGEST_MS = 5 * 60 * 1_000;

/**
 * How long to wait before the next try, in milliseconds: doubles from one second to five minutes.
 * `chance` in 0..1 spreads it over the upper half, so that many rows do not come back at the same moment.
 * Never under a second: a call whose reply was lost needs that long to show up in Slack's history.
 */
export function backoffMs(attempts: number, chance: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts, 20));
  return Math.max(FIRST_MS, Math.round(full * (0.5 + chance / 2)));
}
