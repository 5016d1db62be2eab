import { decide } from '#domain/decide.ts';
import type { Instant } from '#domain/ids.ts';
import type { Organisation } from '#domain/organisation.ts';
import { TANDEM } from '#domain/outcome.ts';
import type { DueTimer, RequestStore, TimerStore } from '#store/store.ts';

type Reminding = { store: RequestStore & TimerStore; org(): Organisation; now(): Instant; leaseMs: number };

/** Timers run in one round; more wait for the next. */
const TIMERS_A_ROUND = 50;

/** Runs the timers that are due: each is a command that the clock gives, once. True when there may be more. */
export async function runDueTimers({ store, org, now, leaseMs }: Reminding): Promise<boolean> {
  const due = await store.claimTimers(now(), now() + leaseMs, TIMERS_A_ROUND);
  const run = async ({ id, team, request, kind }: DueTimer) => {
    const reminder = { type: 'time-comes', timer: kind, by: TANDEM, at: now() } as const;
    await store.change(team, request, (current) => decide(current, reminder, org()), `timer:${id}`);
    await store.finishTimer(id);
  };
  await Promise.all(due.map(run));
  return due.length === TIMERS_A_ROUND;
}
