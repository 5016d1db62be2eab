/** Socket Mode: payloads to the app over WebSocket. Source: slack-facts b5, docs.slack.dev/apis/events-api/using-socket-mode */
import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from './json.ts';
import { createEnvelopes, FAILED } from './socket-envelopes.ts';
import type { AppReply, Delivery, Retry } from './world.ts';

const SOCKET_PATH = '/link/';

/** Source: docs.slack.dev/apis/events-api/using-socket-mode#connections */
const CONNECTIONS_MAX = 10;
/** @slack/socket-mode gives up on a server that does not ping for 30 s. */
const PING_EVERY_MS = 10_000;

const HOST = { host: 'local-slack' };

type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

export type SocketMode = {
  /** A single-use address. */
  url(origin: string): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  count(): number;
  deliver(delivery: Delivery, retry?: Retry): Promise<AppReply>;
  /** Tells every connection; the app is to open a new one and close this. */
  disconnect(reason: DisconnectReason): void;
  /** Cuts every connection without a word. */
  cut(): void;
  /** The envelope without an event that says the app gets too many. */
  rateLimited(teamId: string): void;
  /** Says goodbye, then cuts those that do not answer. */
  close(): Promise<void>;
};

/** How long a client may take to answer a goodbye. */
const GOODBYE_MS = 200;

const tell = (socket: WebSocket, message: Json) => socket.send(JSON.stringify(message));

const disconnectFrame = (reason: DisconnectReason): Json => ({ type: 'disconnect', reason, debug_info: HOST });

function rateLimitedFrame(appId: string, teamId: string): Json {
  const minute = Math.floor(Date.now() / 60_000) * 60;
  return {
    type: 'events_api',
    envelope_id: randomUUID(),
    accepts_response_payload: false,
    payload: {
      type: 'app_rate_limited',
      token: 'local-verification-token',
      team_id: teamId,
      minute_rate_limited: minute,
      api_app_id: appId,
    },
  };
}

export function createSocketMode(options: { appId: string; ackTimeoutMs: number; onChange(): void }): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const sockets = new Set<WebSocket>();
  const envelopes = createEnvelopes(options.ackTimeoutMs);
  let turn = 0;

  const welcome = (socket: WebSocket) => {
    if (sockets.size >= CONNECTIONS_MAX) {
      tell(socket, disconnectFrame('too_many_websockets'));
      socket.close();
      return;
    }
    sockets.add(socket);
    attend(socket, envelopes, () => {
      sockets.delete(socket);
      options.onChange();
    });
    const debugInfo = { ...HOST, build_number: 1, approximate_connection_time: 18_060 };
    const about = { num_connections: sockets.size, connection_info: { app_id: options.appId } };
    tell(socket, { type: 'hello', ...about, debug_info: debugInfo });
    options.onChange();
  };

  return {
    url(origin) {
      const ticket = randomBytes(12).toString('hex');
      tickets.add(ticket);
      return `${origin.replace(/^http/, 'ws')}${SOCKET_PATH}?ticket=${ticket}&app_id=${options.appId}`;
    },
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const isOurs = url.pathname === SOCKET_PATH && tickets.delete(url.searchParams.get('ticket') ?? '');
      if (isOurs) server.handleUpgrade(request, socket, head, welcome);
      else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    },
    count: () => sockets.size,
    deliver(delivery, retry) {
      const socket = [...sockets][turn++ % Math.max(sockets.size, 1)];
      return socket ? envelopes.send(socket, delivery, retry) : Promise.resolve(FAILED);
    },
    disconnect: (reason) => sockets.forEach((socket) => void tell(socket, disconnectFrame(reason))),
    cut: () => sockets.forEach((socket) => void socket.terminate()),
    rateLimited: (teamId) => sockets.forEach((socket) => void tell(socket, rateLimitedFrame(options.appId, teamId))),
    async close() {
      await Promise.all([...sockets].map(sayGoodbye));
      server.close();
    },
  };
}

function sayGoodbye(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => socket.terminate(), GOODBYE_MS);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.close(1001);
  });
}

function attend(socket: WebSocket, envelopes: ReturnType<typeof createEnvelopes>, onClose: () => void): void {
  const ping = setInterval(() => socket.ping(), PING_EVERY_MS);
  socket.on('message', (data) => envelopes.acknowledged(String(data)));
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearInterval(ping);
    envelopes.lost(socket);
    onClose();
  });
}
