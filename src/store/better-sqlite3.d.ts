/** What we use of better-sqlite3 13, which ships no types. drizzle-orm's own types refer to these names too. */
declare module 'better-sqlite3' {
  export type RunResult = { changes: number; lastInsertRowid: number | bigint };
  export interface Statement {
    run(...parameters: unknown[]): RunResult;
    get(...parameters: unknown[]): unknown;
    all(...parameters: unknown[]): unknown[];
    raw(): Statement;
  }
  /** Calling it begins a transaction, or a savepoint when one is open; a throw undoes it. */
  export interface Transaction<Parameters extends unknown[], Result> {
    (...parameters: Parameters): Result;
    immediate(...parameters: Parameters): Result;
  }
  export type Options = { readonly?: boolean; fileMustExist?: boolean; timeout?: number };
  export class Database {
    constructor(path: string, options?: Options);
    readonly inTransaction: boolean;
    prepare(sql: string): Statement;
    exec(sql: string): Database;
    pragma(sql: string): unknown;
    transaction<Parameters extends unknown[], Result>(
      work: (...parameters: Parameters) => Result,
    ): Transaction<Parameters, Result>;
    close(): void;
  }
  // biome-ignore lint/style/noDefaultExport: this is how the package exports it
  export { Database as default };
}
