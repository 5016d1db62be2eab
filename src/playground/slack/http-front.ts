/** The HTTP server in front: Web API, response urls, the page's own questions, sockets. Loopback only. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApiParts, callApi, callResponseUrl, type HttpAnswer } from './api-calls.ts';
import { isObject, type Json, parseJson } from './json.ts';
import { localRoutes, sendJson } from './local-routes.ts';
import { RESPONSE_PATH } from './response-urls.ts';
import type { SocketMode } from './socket-mode.ts';

/** Everything that is not the local Slack's own: the page and its assets. */
export type ServePage = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

const BODY_BYTES_MAX = 4 * 1024 * 1024;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

export type Front = { listen(port: number): Promise<number>; close(): Promise<void> };

/** `parts` is asked for when a request comes: the world is made after the server. */
export function createFront(parts: () => ApiParts, sockets: SocketMode, servePage?: ServePage): Front {
  const server = createServer((request, response) => {
    answer(parts(), request, response, servePage).catch((error: unknown) => {
      if (!response.headersSent) sendJson(response, 500, { ok: false, error: 'internal_error', why: String(error) });
      response.destroy();
    });
  });
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  return { listen: (port) => listen(server, port), close: () => close(server) };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(
  parts: ApiParts,
  request: IncomingMessage,
  response: ServerResponse,
  servePage: ServePage | undefined,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (!isFromHere(request)) return sendJson(response, 403, { ok: false, error: 'not_from_this_computer' });
  if (url.pathname.startsWith('/api/')) return answerApi(parts, url, request, response);
  if (url.pathname.startsWith(RESPONSE_PATH)) return answerResponseUrl(parts, url, request, response);
  const route = localRoutes[`${request.method} ${url.pathname}`];
  if (route) return route(parts.world, url, request, response, await bodyOf(request));
  if (servePage && (request.method === 'GET' || request.method === 'HEAD')) return servePage(request, response);
  return sendJson(response, 404, { ok: false, error: 'not_found' });
}

/** No other site's page may act for people here, nor reach us under a name of its own (DNS rebinding). */
function isFromHere({ headers }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  if (!LOOPBACK.has(host.replace(/:\d+$/, ''))) return false;
  const { origin } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > BODY_BYTES_MAX) throw new Error('The body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** JSON, a form, or the query: Slack takes all three. Undefined when the body is none of them. */
function argumentsOf(url: URL, request: IncomingMessage, body: string): Json | undefined {
  const inQuery = Object.fromEntries(url.searchParams);
  if (body === '') return inQuery;
  if ((request.headers['content-type'] ?? '').startsWith('application/json')) {
    const parsed = parseJson(body);
    return isObject(parsed) ? { ...inQuery, ...parsed } : undefined;
  }
  return { ...inQuery, ...Object.fromEntries(new URLSearchParams(body)) };
}

async function answerApi(parts: ApiParts, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const args = argumentsOf(url, request, await bodyOf(request));
  if (!args) return sendJson(response, 200, { ok: false, error: 'invalid_json' });
  const header = request.headers.authorization ?? '';
  const given = await callApi(parts, decodeURIComponent(url.pathname.slice('/api/'.length)), header, args);
  return finish(given, request, response);
}

async function answerResponseUrl(
  parts: ApiParts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const args = argumentsOf(url, request, await bodyOf(request));
  if (!args || request.method !== 'POST') return sendJson(response, 400, { ok: false, error: 'invalid_payload' });
  const given = await callResponseUrl(parts, url.pathname.slice(RESPONSE_PATH.length), args);
  return finish(given, request, response);
}

function finish(answer: HttpAnswer, request: IncomingMessage, response: ServerResponse): void {
  if (answer === 'cut') request.socket.destroy();
  else sendJson(response, answer.status, answer.body, answer.headers);
}
