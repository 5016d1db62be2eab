import { openSqliteStore } from '#store/sqlite-store.ts';
import { aStoredRequest } from '#test/support/builders.ts';

// A process that starts, submits one request, and ends.
const store = await openSqliteStore(process.argv[2] ?? '');
const { id } = await aStoredRequest(store, {});
process.stdout.write(id);
await store.close();
