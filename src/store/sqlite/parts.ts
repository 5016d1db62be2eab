import { and, eq, sql } from 'drizzle-orm';
import { isOpen, type PurchaseRequest, peopleOf } from '#domain/purchase-request.ts';
import { part } from '../schema/sqlite.ts';
import type { Sqlite } from './connect.ts';
import { inserter } from './statements.ts';

const isSame = (before: PurchaseRequest, after: PurchaseRequest): boolean =>
  isOpen(before) === isOpen(after) && peopleOf(before).toSorted().join() === peopleOf(after).toSorted().join();

/** The rows of the table `part`: who has a part in a request, kept up in the transaction that changes it. */
export function partRows(db: Sqlite) {
  const insert = inserter(db, part);
  const clear = db
    .delete(part)
    .where(and(eq(part.teamId, sql.placeholder('team')), eq(part.requestId, sql.placeholder('id'))))
    .prepare();
  return {
    put(after: PurchaseRequest, before?: PurchaseRequest): void {
      if (before && isSame(before, after)) return;
      const { team, id } = after;
      if (before) clear.run({ team, id });
      for (const userId of peopleOf(after)) insert({ teamId: team, userId, requestId: id, isOpen: isOpen(after) });
    },
  };
}
