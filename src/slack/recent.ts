const KEPT_MS = 5 * 60 * 1_000;

/**
 * Remembers ids of deliveries for five minutes, in this process. For what Slack itself lets happen only once,
 * such as a trigger id (slack-facts b2): the second of two equal deliveries is dropped without asking Slack.
 */
export function firstTimeOnly(now: () => number): (id: string) => boolean {
  const seen = new Map<string, number>();
  return (id) => {
    for (const [old, at] of seen) {
      if (at > now() - KEPT_MS) break;
      seen.delete(old);
    }
    if (seen.has(id)) return false;
    seen.set(id, now());
    return true;
  };
}
