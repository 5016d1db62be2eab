/** The way to the app: over a socket when it has one, else over HTTP; every exchange is recorded. */
import type { HttpDelivery } from './http-delivery.ts';
import { parseJson } from './json.ts';
import type { SocketMode } from './socket-mode.ts';
import type { Traffic } from './traffic.ts';
import type { AppReply, Delivery, Retry, Transport } from './world.ts';

export function createTransport(parts: {
  http: HttpDelivery;
  sockets: SocketMode;
  traffic: Traffic;
  nowMs(): number;
  origin(): string;
}): Transport {
  const { http, sockets, traffic } = parts;
  let inFlight = 0;

  async function deliver(delivery: Delivery, retry?: Retry): Promise<AppReply> {
    const atMs = parts.nowMs();
    const via = sockets.count() > 0 ? 'socket' : 'http';
    inFlight += 1;
    const reply = await (via === 'socket' ? sockets : http).deliver(delivery, retry);
    inFlight -= 1;
    const isFine = reply.result === 'accepted';
    traffic.record({
      atMs,
      direction: 'slack-to-app',
      kind: delivery.kind,
      ok: isFine,
      ms: reply.ms,
      via,
      request: delivery.payload,
      response: parseJson(reply.text) ?? reply.text,
      ...(isFine ? {} : { error: reply.reason ?? reply.result }),
      ...(retry ? { notes: [`retry ${retry.num}: ${retry.reason}`] } : {}),
    });
    return reply;
  }

  return {
    deliver,
    isConnected: () => sockets.count() > 0 || http.appUrl() !== undefined,
    socketUrl: () => sockets.url(parts.origin()),
    inFlight: () => inFlight,
  };
}
