/** Things that go wrong on the way, on demand: for tests of retries and of "said once". */

type FaultKind =
  /** HTTP 500, nothing done. */
  | 'status500'
  /** HTTP 429 with Retry-After, nothing done. */
  | 'rateLimited'
  /** The connection is cut before anything is done. */
  | 'resetBefore'
  /** It is done, but the connection is cut before the answer. */
  | 'loseReply'
  /** It is done, but the answer is `fatal_error`. */
  | 'fatalError'
  /** It is done after a while. */
  | 'slow'
  /** As a workspace that knows no charts: `invalid_blocks` for a message with one; any other is done. */
  | 'refusesCharts';

type FaultDetails = {
  /** Default 1. */
  retryAfterSeconds?: number;
  /** For `slow`; default 1000. */
  delayMs?: number;
};

export type Fault = { kind: FaultKind; retryAfterSeconds: number; delayMs: number };

export type Faults = {
  /** The next `times` (default 1) calls of the method, `response_url`, or `*` for any. Queued faults come in order. */
  next(method: string, kind: FaultKind, details?: FaultDetails & { times?: number }): void;
  /** Each call with this probability, 0 to 1; the same seed gives the same calls. */
  sometimes(method: string, kind: FaultKind, details: FaultDetails & { probability: number; seed: number }): void;
  clear(): void;
  /** Used up by the call that asks. */
  take(method: string): Fault | undefined;
};

/** Mulberry32: small, seeded, good enough to scatter faults. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const faultOf = (kind: FaultKind, { retryAfterSeconds = 1, delayMs = 1000 }: FaultDetails = {}): Fault => ({
  kind,
  retryAfterSeconds,
  delayMs,
});

export function createFaults(): Faults {
  let queued: { method: string; left: number; fault: Fault }[] = [];
  let chances: { method: string; probability: number; roll: () => number; fault: Fault }[] = [];
  const fits = (wanted: string, method: string) => wanted === '*' || wanted === method;
  return {
    next: (method, kind, { times = 1, ...details } = {}) =>
      void queued.push({ method, left: times, fault: faultOf(kind, details) }),
    sometimes: (method, kind, { probability, seed, ...details }) =>
      void chances.push({ method, probability, roll: chance(seed), fault: faultOf(kind, details) }),
    clear: () => {
      queued = [];
      chances = [];
    },
    take(method) {
      const due = queued.find((one) => one.left > 0 && fits(one.method, method));
      if (due) {
        due.left -= 1;
        return due.fault;
      }
      return chances.find((one) => fits(one.method, method) && one.roll() < one.probability)?.fault;
    },
  };
}
