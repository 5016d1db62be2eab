import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { keepAliveFetch } from '#server/keep-alive-fetch.ts';

it('gives a connection back even when nobody reads the answer, as Bolt’s respond does not', async () => {
  let connections = 0;
  const server = createServer((_, response) => response.end('{"ok":true}'));
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fetch = keepAliveFetch();
  onTestFinished(() => {
    fetch.close();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  for (let call = 0; call < 100; call += 1) expect((await fetch(url, { method: 'POST', body: '{}' })).ok).toBe(true);
  expect(connections).toBeLessThan(10);
});
