import type { Instant, RequestId, TeamId } from '#domain/ids.ts';
import { agreedStore } from './sqlite/agreed.ts';
import { auditTrail } from './sqlite/audit.ts';
import { catalogueStore } from './sqlite/catalogue.ts';
import { changeNotices } from './sqlite/changes.ts';
import { groupCommit } from './sqlite/commit.ts';
import { connect } from './sqlite/connect.ts';
import { deliveries } from './sqlite/deliveries.ts';
import { digestStore } from './sqlite/digests.ts';
import { figureStore } from './sqlite/figures.ts';
import { listeningStore } from './sqlite/listening.ts';
import { outboxStore } from './sqlite/outbox.ts';
import { peopleRows } from './sqlite/people.ts';
import { messageQueue } from './sqlite/queue.ts';
import { requestRows } from './sqlite/request-rows.ts';
import { requestStore } from './sqlite/requests.ts';
import { timerStore } from './sqlite/timers.ts';
import type { Store } from './store.ts';

/**
 * Opens a SQLite database, makes its file, folder and tables when they are missing, and brings old tables up to date.
 * What resolved is on disk. Several processes on one machine may share a file; a network drive is no place for it
 * (sqlite.org/wal.html).
 *
 * @param url `file:data/tandem.db`, `file:///var/lib/tandem.db`, or `file::memory:` for tests
 * @param options.now the time when a change carries none of its own; the machine's clock by default
 * @throws {Error} when the file cannot be opened, is no database, or is from a newer Tandem
 */
export async function openSqliteStore(url: string, options: { now?: () => Instant } = {}): Promise<Store> {
  const db = await connect(url);
  const now = options.now ?? Date.now;
  const commits = groupCommit(db.$client);
  const audit = auditTrail(db);
  const queue = messageQueue(db, commits);
  const timers = timerStore(db, commits);
  const seen = deliveries(db, commits);
  const changes = changeNotices();
  const rows = requestRows(db);
  const people = peopleRows(db, commits);
  const threadOpened = (team: TeamId, id: RequestId) => {
    const row = rows.byId(team, id);
    if (row) changes.tell(row.stored.request);
  };
  const answers = db.$client.prepare('select 1');
  return {
    ...requestStore(db, { commits, audit, queue, timers, deliveries: seen, changes, now }),
    ...outboxStore(db, commits, queue, threadOpened),
    ...timers.port,
    ...people.port,
    ...listeningStore(db, commits, queue, { rows, preferences: people.preferences }),
    ...catalogueStore(db, commits),
    ...figureStore(db),
    ...digestStore(db, commits, queue),
    ...agreedStore(db, commits, queue),
    ...seen.port,
    teams: async () => audit.teams(),
    verifyAudit: audit.verifyAudit,
    ping: async () => {
      answers.get();
    },
    close: async () => {
      commits.flush();
      db.$client.close();
    },
  };
}
