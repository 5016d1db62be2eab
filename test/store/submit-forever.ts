import { openSqliteStore } from '#store/sqlite-store.ts';
import { aStoredRequest, asked } from '#test/support/builders.ts';

// A process to be killed: prints the id of each request as soon as it is acknowledged.
const store = await openSqliteStore(process.argv[2] ?? '');
for (;;) {
  const requests = [1, 2, 3].map(() => aStoredRequest(store, { messages: [asked('why')] }));
  for (const { id } of await Promise.all(requests)) process.stdout.write(`${id}\n`);
}
