import { isDeepStrictEqual } from 'node:util';
import { and, eq, sql } from 'drizzle-orm';
import { factOf } from '#domain/fact.ts';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import { fact } from '../schema/sqlite.ts';
import type { Sqlite } from './connect.ts';
import { inserter } from './statements.ts';

function rowOf(request: PurchaseRequest): typeof fact.$inferSelect {
  const { response, end, runsOut, ...asked } = factOf(request);
  return {
    teamId: request.team,
    requestId: request.id,
    ...asked,
    respondedAt: response?.at ?? null,
    responseMs: response?.took?.ms ?? null,
    responsePromisedMs: response?.took?.promisedMs ?? null,
    ending: end?.how ?? null,
    endedAt: end?.at ?? null,
    decisionMs: end?.took?.ms ?? null,
    decisionPromisedMs: end?.took?.promisedMs ?? null,
    costMinor: end?.cost?.minor ?? null,
    costCurrency: end?.cost?.currency ?? null,
    runsOut: runsOut?.what ?? null,
    runsOutOn: runsOut?.on ?? null,
  };
}

/** The rows of the table `fact`, one a request, kept up in the transaction that changes it. */
export function factRows(db: Sqlite) {
  const insert = inserter(db, fact);
  const clear = db
    .delete(fact)
    .where(and(eq(fact.teamId, sql.placeholder('team')), eq(fact.requestId, sql.placeholder('id'))))
    .prepare();
  return {
    put(after: PurchaseRequest, before?: PurchaseRequest): void {
      const row = rowOf(after);
      if (before && isDeepStrictEqual(row, rowOf(before))) return;
      if (before) clear.run({ team: after.team, id: after.id });
      insert(row);
    },
  };
}
