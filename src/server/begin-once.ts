import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';

const KEPT_MS = 5 * 60 * 1_000;

type Run = { done: Promise<boolean>; since: number };

/**
 * What Slack sends once more, because our acknowledgement came late or got lost, is acknowledged and not begun again:
 * no second private answer, no second use of a trigger id (slack-facts b2, b4). In this process only, and for five
 * minutes; what changes a request is recognised by the store as well, for good. A first try that failed does not count.
 */
export function beginOnce(now: () => number): Middleware<AnyMiddlewareArgs> {
  const runs = new Map<string, Run>();
  return async ({ body, next, ...args }) => {
    const id = deliveryId(body);
    if (id === undefined) return next();
    const first = runs.get(id);
    if (first && (await first.done)) return acknowledge(args);
    const run = next();
    const done = run.then(
      () => true,
      () => false,
    );
    forgetOld(runs, now());
    runs.set(id, { done, since: now() });
    await run;
  };
}

/** Forms are not among them: their acknowledgement carries an answer, which each try needs. */
function deliveryId(body: object): string | undefined {
  const { type, trigger_id, event_id }: { type?: unknown; trigger_id?: unknown; event_id?: unknown } = body;
  const id = type === 'view_submission' ? undefined : (event_id ?? trigger_id);
  return typeof id === 'string' ? id : undefined;
}

async function acknowledge({ ack }: { ack?: unknown }): Promise<void> {
  // Bolt has acknowledged events already, and gives no way to do so.
  if (typeof ack === 'function') await ack();
}

function forgetOld(runs: Map<string, Run>, at: number): void {
  for (const [id, { since }] of runs) {
    if (since > at - KEPT_MS) break;
    runs.delete(id);
  }
}
