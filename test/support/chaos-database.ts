import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { PurchaseRequest } from '#domain/purchase-request.ts';
import type { Thread } from '#store/store.ts';

export type StoredRow = { request: PurchaseRequest; thread?: Thread };

/** One row of the outbox, in the order in which it was stored. */
export type SentRow = { id: string; request: string | null; kind: string; error: string | null; settled: boolean };

export type ChaosDatabase = {
  requestOf(marker: string): StoredRow | undefined;
  requests(): StoredRow[];
  outbox(): SentRow[];
  waiting(): number;
  timersDue(): number;
  /** Lets a few timers be due now, as if their hour had come. */
  hurryTimers(count: number): void;
  /** Ends the waits of rows that nobody holds, as if the time had passed. */
  endWaits(): void;
  close(): void;
};

type RequestRow = { body: string; thread_channel: string | null; thread_ts: string | null };

const asStored = ({ body, thread_channel: channel, thread_ts: ts }: RequestRow): StoredRow => ({
  request: JSON.parse(body) as PurchaseRequest,
  ...(channel && ts && { thread: { channel, ts } as Thread }),
});

/** Another program's look at the database of the processes that get killed. They make the file. */
export function lookInto(file: string): ChaosDatabase {
  let opened: Database | undefined;
  const db = (): Database => {
    opened ??= new Database(file, { fileMustExist: true, timeout: 100 });
    return opened;
  };
  /** What stands there; `otherwise` while there are no tables or somebody holds them. */
  const ask = <Answer>(otherwise: Answer, question: () => Answer): Answer => {
    try {
      return existsSync(file) ? question() : otherwise;
    } catch (error) {
      if (error instanceof Error && /no such table|locked|busy/i.test(error.message)) return otherwise;
      throw error;
    }
  };
  const all = <Row>(sql: string, ...values: unknown[]): Row[] =>
    db()
      .prepare(sql)
      .all(...values) as Row[];
  const number = (sql: string, ...values: unknown[]): number =>
    ask(Number.NaN, () => all<{ n: number }>(sql, ...values)[0]?.n ?? 0);
  const run = (sql: string, ...values: unknown[]): void =>
    ask(
      undefined,
      () =>
        void db()
          .prepare(sql)
          .run(...values),
    );
  const COLUMNS = 'select body, thread_channel, thread_ts from request';

  return {
    requestOf: (marker) =>
      ask(undefined, () =>
        all<RequestRow>(`${COLUMNS} where json_extract(body, '$.intake.outcome') = ?`, marker).map(asStored).at(0),
      ),
    requests: () => all<RequestRow>(`${COLUMNS} order by number`).map(asStored),
    outbox: () =>
      all<Omit<SentRow, 'settled'> & { settled: number }>(
        'select id, request_id as request, kind, error, settled_at is not null as settled from outbox order by rowid',
      ).map((row) => ({ ...row, settled: row.settled === 1 })),
    waiting: () => number('select count(*) as n from outbox where settled_at is null'),
    timersDue: () => number('select count(*) as n from timer where due_at <= @now', { now: Date.now() }),
    hurryTimers: (count) =>
      run(
        `update timer set due_at = @now, available_at = @now
         where id in (select id from timer where due_at > @now order by random() limit @count)`,
        { now: Date.now(), count },
      ),
    endWaits: () =>
      run('update outbox set due_at = @now where due_at > @now and leased_until is null', { now: Date.now() }),
    close: () => opened?.close(),
  };
}
