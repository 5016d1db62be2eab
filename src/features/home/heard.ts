import type { Instant } from '#domain/ids.ts';
import type { Hearing, Nudge } from '#domain/listening.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** How long something heard waits in Home for an answer. */
const HEARD_MS = 7 * DAY_MS;
/** How long a no can be taken back in Home. */
const REFUSED_MS = DAY_MS;

/** Since when a Home looks at what was heard, and at what was said to it. */
export const heardSince = (now: Instant): Instant => now - HEARD_MS;
export const refusedSince = (now: Instant): Instant => now - REFUSED_MS;

/** Somebody's nudges without an answer, and those that they refused, the latest answer first. */
export type OwnNudges = { open: Nudge[]; refused: Nudge[] };

/**
 * At most `rowsMax` of them, in the order they were heard, so that a row stays where it is when it is answered. The last
 * refusal always shows, for it may be a slip. Who wishes not to be asked is not asked here either.
 */
export function heardRows({ open, refused }: OwnNudges, hearing: Hearing, rowsMax: number): Nudge[] {
  const asked = open.filter(({ channel }) => !hearing.off && !hearing.offIn?.includes(channel));
  const [last, ...others] = refused.filter((nudge) => isStillSo(nudge, hearing));
  return [...(last ? [last] : []), ...asked, ...others]
    .slice(0, Math.max(0, rowsMax))
    .toSorted((one, other) => other.at - one.at);
}

/** A wish that was changed in the settings since then is nothing to take back. */
function isStillSo({ channel, answer }: Nudge, { off = false, offIn = [] }: Hearing): boolean {
  if (answer?.is === 'never') return off;
  return answer?.is !== 'never-here' || offIn.includes(channel);
}
