/** A Slack that answers at once and remembers nothing but counts: for measuring apps, not for testing them. */
import { createServer, type IncomingMessage } from 'node:http';
import { parse } from 'node:querystring';

type Answer = Record<string, unknown>;

const TEAM = 'T0BENCH';
let lastTs = Date.now();
const newTs = (): string => `${Math.floor(lastTs / 1_000)}.${String(lastTs++ % 1_000_000).padStart(6, '0')}`;

const ANSWERS: Record<string, (body: string) => Answer> = {
  'auth.test': () => ({ url: 'https://bench.example/', team_id: TEAM, user_id: 'U0BOT', bot_id: 'B0BOT' }),
  'users.info': (body) => ({ user: { id: parse(body).user, team_id: TEAM, locale: 'en-US', profile: {} } }),
  'conversations.open': () => ({ channel: { id: 'D0BENCH' } }),
  'chat.postMessage': () => ({ channel: 'C0BENCH', ts: newTs() }),
};

const counts = new Map<string, number>();
let latestView = '';
let awaited: { method: string; count: number } | undefined;

/** Tells the parent once as many calls as it waits for have come. */
function tell(): void {
  if (!awaited || (counts.get(awaited.method) ?? 0) < awaited.count) return;
  awaited = undefined;
  process.send?.({ type: 'reached' });
}

function answer(method: string, body: string): string {
  if (method === 'views.open') latestView = body;
  counts.set(method, (counts.get(method) ?? 0) + 1);
  setImmediate(tell);
  return JSON.stringify({ ok: true, ...ANSWERS[method]?.(body) });
}

function read(request: IncomingMessage, then: (body: string) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.once('end', () => then(Buffer.concat(chunks).toString()));
}

const server = createServer((request, response) => {
  const method = request.url?.replace('/api/', '') ?? '';
  read(request, (body) => {
    const text = answer(method, body);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    response.end(text);
  });
});

/** Apps may send JSON, or a form in which the view is JSON. */
const viewIn = (body: string): unknown =>
  body.startsWith('{') ? JSON.parse(body).view : JSON.parse(String(parse(body).view));

/** What the parent may ask. Counts begin again with each `await`. */
export type Ask = { type: 'await'; method: string; count: number } | { type: 'view' };

process.on('message', (ask: Ask) => {
  if (ask.type === 'view') return void process.send?.({ type: 'view', view: viewIn(latestView) });
  counts.clear();
  awaited = ask;
});

server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ type: 'listening', port: typeof address === 'object' ? address?.port : 0 });
});
