import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { groupCommit } from '#store/sqlite/commit.ts';

function open() {
  const db = new Database(':memory:');
  // A child without its parent is noticed at COMMIT, not before.
  db.exec(`create table parent (id integer primary key);
    create table child (id integer references parent (id) deferrable initially deferred)`);
  const commits = groupCommit(db);
  return {
    db,
    commits,
    add: (table: string, id: number) =>
      commits.run(() => db.prepare(`insert into ${table} values (?)`).run(id).changes),
    rows: () => db.prepare('select id from parent union all select id from child').raw().all().flat(),
  };
}

const outcomes = async (promises: Promise<unknown>[]) =>
  (await Promise.allSettled(promises)).map(({ status }) => status);

describe('work of one turn', () => {
  it('is committed together, and resolved only then', async () => {
    const { db, add, rows } = open();
    const both = Promise.all([add('parent', 1), add('child', 1)]);
    expect(rows()).toEqual([]);
    expect(await both).toEqual([1, 1]);
    expect(db.inTransaction).toBe(false);
    expect(rows()).toEqual([1, 1]);
  });

  it('is rejected as a whole when it cannot be committed, without news, and the next goes on', async () => {
    const { commits, add, rows } = open();
    let news = 0;
    commits.onNews(() => news++);
    const noted = commits.run(() => commits.noteNews());
    expect(await outcomes([noted, add('parent', 1), add('child', 7)])).toEqual(['rejected', 'rejected', 'rejected']);
    expect(rows()).toEqual([]);
    expect(news).toBe(0);
    expect(await add('parent', 2)).toBe(1);
    expect(rows()).toEqual([2]);
  });

  it('is rejected as a whole when an error ends the transaction, and nothing after it is stored alone', async () => {
    const { db, commits, add, rows } = open();
    const ending = commits.run(() => {
      db.exec('rollback'); // What SQLite does by itself when the disk is full.
      throw new Error('disk full');
    });
    expect(await outcomes([add('parent', 1), ending, add('parent', 2)])).toEqual(['rejected', 'rejected', 'rejected']);
    expect(rows()).toEqual([]);
  });

  it('lets a listener stop listening while it is called', async () => {
    const { commits } = open();
    const heard: string[] = [];
    const stop = commits.onNews(() => {
      heard.push('first');
      stop();
    });
    commits.onNews(() => heard.push('second'));
    await commits.run(() => commits.noteNews());
    await commits.run(() => commits.noteNews());
    expect(heard).toEqual(['first', 'second', 'second']);
  });
});
