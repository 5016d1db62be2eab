import type { PurchaseRequest } from '#domain/purchase-request.ts';

/** Requests whose state is kept as an object, about 10 kB each. */
const KEPT_MAX = 2_000;

/**
 * Parses a stored state again only when its text has changed: App Home reads hundreds at a time, and parsing is
 * nearly all of what that costs. The same object is given out to all, so nobody may change one.
 */
export function readOnce(): (key: string, body: string) => PurchaseRequest {
  const kept = new Map<string, { body: string; request: PurchaseRequest }>();
  return (key, body) => {
    const known = kept.get(key);
    if (known?.body === body) return known.request;
    if (kept.size >= KEPT_MAX) kept.clear();
    const request: PurchaseRequest = JSON.parse(body);
    kept.set(key, { body, request });
    return request;
  };
}
