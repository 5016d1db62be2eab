/** Messages with many known features count each of them for less: by their number to this power. Chosen by measuring. */
export const LENGTH_POWER = 0.5;
/** With fewer known features than this, a message counts as if it had so many. */
const KNOWN_MIN = 8;

export const scaleOf = (known: number, lengthPower = LENGTH_POWER): number =>
  Math.max(KNOWN_MIN, known) ** -lengthPower;
