/** A clock that runs ahead of the computer's, so that what is due next week is due now. */
import { readText, replaceFile } from './slack/persistence.ts';

export type MoveAnswer = { ok: true } | { ok: false; why: string };

/** Instants are milliseconds since 1970. A move that is refused changes nothing and says why in a plain sentence. */
export type MovableClock = {
  now(): number;
  /** How far it runs ahead of the computer's clock, in milliseconds; 0 until it is moved. */
  aheadMs(): number;
  /** Forward only: timestamps of messages must rise. */
  moveBy(ms: number): MoveAnswer;
  moveTo(instant: number): MoveAnswer;
};

/** Far enough for any renewal; timestamps keep their length, by which they sort. */
const AHEAD_MS_MAX = 10 * 366 * 24 * 60 * 60 * 1_000;

/**
 * `file` keeps how far it is ahead over restarts, written before the move counts.
 * @throws {Error} when the file holds something else.
 */
export function movableClock(file?: string, realTime: () => number = Date.now): MovableClock {
  let aheadMs = file === undefined ? 0 : readAhead(file);
  const now = () => realTime() + aheadMs;
  const moveBy = (ms: number): MoveAnswer => {
    const why = whyNotMove(ms, aheadMs);
    if (why !== undefined) return { ok: false, why };
    const next = aheadMs + Math.floor(ms);
    if (file !== undefined) replaceFile(file, JSON.stringify({ aheadMs: next }));
    aheadMs = next;
    return { ok: true };
  };
  return { now, aheadMs: () => aheadMs, moveBy, moveTo: (instant) => moveBy(instant - now()) };
}

function whyNotMove(ms: number, aheadMs: number): string | undefined {
  if (!(ms >= 1)) return 'Time only moves forward here. To begin anew, start with --reset.';
  return aheadMs + ms > AHEAD_MS_MAX ? 'The clock runs at most ten years ahead.' : undefined;
}

function readAhead(file: string): number {
  const text = readText(file);
  if (text === undefined) return 0;
  const aheadMs = Number(/^\{"aheadMs":(\d{1,15})\}$/.exec(text.trim())?.[1]);
  if (aheadMs <= AHEAD_MS_MAX) return aheadMs;
  throw new Error(`${file} does not hold how far the clock was moved; remove it to start at the time it is.`);
}
