import { openSqliteStore } from '#store/sqlite-store.ts';
import { aStore } from '#test/contracts/a-store.ts';
import { aDatabaseUrl } from './a-database.ts';

aStore('SQLite in memory', () => openSqliteStore('file::memory:'));
aStore('SQLite in a file', () => openSqliteStore(aDatabaseUrl()));
