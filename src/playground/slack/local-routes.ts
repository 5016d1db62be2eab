/** What the page asks: what a person sees, what a person does, and when something changed. */
import type { ServerResponse } from 'node:http';
import { type ChangedEvent, PATHS, type TrafficView } from '../person-api.ts';
import { readActRequest } from './act-schema.ts';
import { perform } from './acts.ts';
import { parseJson } from './json.ts';
import type { Route } from './route.ts';
import { takeUpload, UPLOAD_PATH } from './uploads.ts';
import { workspaceView } from './workspace-view.ts';

/** Changes within this time are told as one. */
const CHANGES_MERGED_MS = 25;
const KEEP_ALIVE_MS = 15_000;

export function sendJson(response: ServerResponse, status: number, body: unknown, headers: object = {}): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(text);
}

const state: Route = (world, url, _request, response) => {
  const view = workspaceView(world, url.searchParams.get('as') ?? '');
  if (view) sendJson(response, 200, view);
  else sendJson(response, 404, { ok: false, why: 'There is no such person.' });
};

const act: Route = async (world, _url, _request, response, body) => {
  const request = readActRequest(parseJson(body));
  if ('why' in request) sendJson(response, 400, { ok: false, why: request.why });
  else sendJson(response, 200, await perform(world, request.as, request.act));
};

const traffic: Route = (world, url, _request, response) => {
  const after = Number(url.searchParams.get('after') ?? 0);
  const view: TrafficView = { exchanges: world.traffic.after(after), lastSeq: world.traffic.lastSeq() };
  sendJson(response, 200, view);
};

/** A first event comes at once, so that nothing is missed between fetching the state and listening. */
const events: Route = (world, _url, _request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  let told = 0;
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    timer = undefined;
    told = world.signals.version();
    const event: ChangedEvent = { version: told };
    response.write(`event: changed\ndata: ${JSON.stringify(event)}\n\n`);
  };
  const stop = world.signals.listen(() => {
    if (world.signals.version() !== told) timer ??= setTimeout(tell, CHANGES_MERGED_MS);
  });
  const beat = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE_MS);
  response.on('close', () => {
    stop();
    clearInterval(beat);
    clearTimeout(timer);
  });
  tell();
};

/** By method and path. */
export const localRoutes: Record<string, Route> = {
  [`GET ${PATHS.state}`]: state,
  [`POST ${PATHS.act}`]: act,
  [`GET ${PATHS.events}`]: events,
  [`GET ${PATHS.traffic}`]: traffic,
  [`POST ${UPLOAD_PATH}`]: takeUpload,
};
