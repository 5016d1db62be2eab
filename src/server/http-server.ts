import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What `/readyz` is asked: the reasons why we are not ready, none when we are. */
export type Readiness = () => Promise<string[]>;

export type HttpFront = {
  port: number;
  /** Takes no new connections; resolves when those that are open are done. */
  close(): Promise<void>;
};

type Front = {
  readiness: Readiness;
  onSlack: RequestListener | undefined;
  /** Until then Slack is asked to come again. */
  isOpen(): boolean;
};

/** Listens on loopback and outside alike: a platform's health check comes from another host. */
export async function listen(port: number, front: Front): Promise<HttpFront> {
  const server = createServer((request, response) => void route(request, response, front));
  await started(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

function started(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function route(request: IncomingMessage, response: ServerResponse, front: Front): Promise<void> {
  const { readiness, onSlack, isOpen } = front;
  const path = request.url?.split('?')[0];
  if (path === '/slack/events' && request.method === 'POST' && onSlack) {
    return isOpen() ? void onSlack(request, response) : answer(response, 503, { ok: false });
  }
  if (path === '/healthz') return answer(response, 200, { ok: true });
  if (path !== '/readyz') return answer(response, 404, { ok: false });
  const reasons = await readiness().catch(() => ['the readiness check itself failed']);
  answer(response, reasons.length === 0 ? 200 : 503, { ok: reasons.length === 0, reasons });
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
