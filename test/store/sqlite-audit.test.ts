import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { requestId } from '#domain/ids.ts';
import { chain, NO_EVENTS } from '#store/audit-chain.ts';
import { sqlitePath } from '#store/sqlite/connect.ts';
import { openSqliteStore } from '#store/sqlite-store.ts';
import type { AuditReport } from '#store/store.ts';
import { accepted, anEvent, aStoredRequest, BEN, TEAM } from '#test/support/builders.ts';
import { aDatabaseUrl } from './a-database.ts';

describe('a tampered audit trail', () => {
  let url: string;
  beforeEach(async () => {
    url = aDatabaseUrl();
    const store = await openSqliteStore(url);
    for (let request = 0; request < 3; request++) {
      const { id } = await aStoredRequest(store, { events: [anEvent(), anEvent({ type: 'asked' })] });
      await store.change(TEAM, id, (r) => accepted(r, { events: [anEvent({ type: 'answered', by: BEN })] }));
    }
    await store.close();
  });

  /** What somebody with the file can do to it. */
  function tamper(sql: string): void {
    const db = new Database(sqlitePath(url) ?? '');
    db.exec('drop trigger event_no_update; drop trigger event_no_delete; pragma foreign_keys = off');
    db.exec(sql);
    db.close();
  }

  async function verified(): Promise<AuditReport> {
    const store = await openSqliteStore(url);
    const report = await store.verifyAudit();
    await store.close();
    return report;
  }

  const broken = (sequence: number, why: string, request = 2) => ({
    ...{ sound: false, team: TEAM, request: requestId(request) },
    ...{ sequence, why },
  });

  it('is sound before anybody touches it', async () => {
    expect(await verified()).toEqual({ sound: true, rows: 9 });
  });

  it.each([
    ['what it says', 'detail = \'{"track":"full"}\''],
    ['who did it', "by = 'U0ELSE'"],
    ['when', 'at = at + 1'],
    ['what happened', "type = 'approved'"],
    ['its hash', "hash = 'made up'"],
    ['the hash before it', "previous_hash = 'made up'"],
  ])('is found where a row was changed: %s', async (_what, change) => {
    tamper(`update event set ${change} where request_id = 'BUY-2' and sequence = 2`);
    expect(await verified()).toEqual(broken(2, 'hash'));
  });

  it('is found where a row was changed that is no JSON any more', async () => {
    tamper("update event set detail = 'gone' where request_id = 'BUY-2' and sequence = 1");
    expect(await verified()).toEqual(broken(1, 'hash'));
  });

  it.each([1, 2, 3])('is found where row %i was removed', async (sequence) => {
    tamper(`delete from event where request_id = 'BUY-2' and sequence = ${sequence}`);
    expect(await verified()).toEqual(broken(sequence, 'missing'));
  });

  it('is found where all rows of a request were removed', async () => {
    tamper("delete from event where request_id = 'BUY-2'");
    expect(await verified()).toEqual(broken(1, 'missing'));
  });

  it.each(['BUY-2', 'BUY-3'])('is found where the whole request %s was removed', async (id) => {
    tamper(`delete from outbox; delete from event where request_id = '${id}'; delete from request where id = '${id}'`);
    expect(await verified()).toEqual(broken(1, 'missing', Number(id.at(-1))));
  });

  it('is found where two rows changed places', async () => {
    tamper(`update event set sequence = 20 where request_id = 'BUY-2' and sequence = 2;
      update event set sequence = 2 where request_id = 'BUY-2' and sequence = 3;
      update event set sequence = 3 where request_id = 'BUY-2' and sequence = 20`);
    expect(await verified()).toEqual(broken(2, 'hash'));
  });

  it('is found where a row was replaced by one that hashes well by itself', async () => {
    const [forged] = chain(TEAM, requestId(2), NO_EVENTS, [anEvent({ by: BEN })]);
    tamper(`update event set by = '${BEN}', hash = '${forged?.hash}' where request_id = 'BUY-2' and sequence = 1`);
    expect(await verified()).toEqual(broken(2, 'order'));
  });

  it('is found where the last row was replaced by one that hashes well by itself', async () => {
    const events = [anEvent(), anEvent({ type: 'asked' }), anEvent({ type: 'answered' })];
    const forged = chain(TEAM, requestId(2), NO_EVENTS, events).at(-1);
    tamper(
      `update event set by = '${forged?.by}', hash = '${forged?.hash}' where request_id = 'BUY-2' and sequence = 3`,
    );
    expect(await verified()).toEqual(broken(3, 'hash'));
  });

  it('is found where a row was added after the last that hashes well by itself', async () => {
    const events = [anEvent(), anEvent({ type: 'asked' }), anEvent({ type: 'answered', by: BEN }), anEvent()];
    const forged = chain(TEAM, requestId(2), NO_EVENTS, events).at(-1);
    tamper(`insert into event select team_id, request_id, 4, 'submitted', '${forged?.by}', at,
      '${forged?.detail}', hash, '${forged?.hash}' from event where request_id = 'BUY-2' and sequence = 3`);
    expect(await verified()).toEqual(broken(4, 'order'));
  });

  it('is found where a row was added after the last', async () => {
    tamper(`insert into event select team_id, request_id, 4, type, by, at, detail, hash, 'made up'
      from event where request_id = 'BUY-2' and sequence = 3`);
    expect(await verified()).toEqual(broken(4, 'hash'));
  });

  it('cannot be changed or shortened by Tandem itself', () => {
    const db = new Database(sqlitePath(url) ?? '');
    expect(() => db.exec("update event set by = 'U0ELSE'")).toThrow('append-only');
    expect(() => db.exec('delete from event')).toThrow('append-only');
    db.close();
  });
});
