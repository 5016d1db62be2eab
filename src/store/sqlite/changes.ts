import type { PurchaseRequest } from '#domain/purchase-request.ts';
import type { Answer, RequestListener } from '../store.ts';

/** Tells this process of changed requests, once they are on disk. */
export function changeNotices() {
  const listeners = new Set<RequestListener>();
  const tell: RequestListener = (after, before) => {
    for (const listener of [...listeners]) listener(after, before);
  };
  return {
    tell,
    /** Waits for the commit; what was refused or done before is no news. */
    async telling(committed: Promise<Answer>, before: () => PurchaseRequest | undefined): Promise<Answer> {
      const answer = await committed;
      if (answer.ok && !answer.repeated) tell(answer.request, before());
      return answer;
    },
    onChanged(listener: RequestListener): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type ChangeNotices = ReturnType<typeof changeNotices>;
