import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { FetchFunction } from '@slack/web-api';

const KEEP_ALIVE = { keepAlive: true, maxSockets: 64, scheduling: 'lifo' } as const;

type Init = NonNullable<Parameters<FetchFunction>[1]> & {
  /** For the whole call, answer read, in milliseconds. An `AbortSignal` does the same, and costs as much as the call. */
  timeoutMs?: number;
};

export type KeepAliveFetch = (address: Parameters<FetchFunction>[0], init?: Init) => ReturnType<FetchFunction>;

/**
 * A `fetch` for Slack's Web API over connections that stay open. The global one parses, streams and copies more
 * than these short JSON calls need: see `npm run bench`. Bodies other than text (uploads) go the global way.
 */
export function keepAliveFetch(): KeepAliveFetch & { close(): void } {
  const agents = { 'http:': new HttpAgent(KEEP_ALIVE), 'https:': new HttpsAgent(KEEP_ALIVE) };
  const send: KeepAliveFetch = (address, init = {}) => {
    if (init.body !== undefined && typeof init.body !== 'string') return fetch(address, init as RequestInit);
    const url = new URL(address);
    const isPlain = url.protocol === 'http:';
    const { method = 'GET', headers = {}, body, signal, timeoutMs } = init;
    return new Promise((resolve, reject) => {
      const asked = (isPlain ? httpRequest : httpsRequest)(
        url,
        {
          method,
          headers: { ...headers, ...lengthOf(body) },
          agent: agents[isPlain ? 'http:' : 'https:'],
          ...(signal && { signal }),
        },
        (answer) => resolve(responseOf(answer, url.href)),
      );
      asked.once('error', reject);
      if (timeoutMs !== undefined) endAfter(timeoutMs, asked);
      asked.end(body);
    });
  };
  return Object.assign(send, {
    close() {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  });
}

function endAfter(timeoutMs: number, asked: ClientRequest): void {
  const timer = setTimeout(() => asked.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  asked.once('close', () => clearTimeout(timer));
}

const lengthOf = (body: string | undefined) =>
  body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };

function responseOf(answer: IncomingMessage, url: string): Awaited<ReturnType<FetchFunction>> {
  const status = answer.statusCode ?? 0;
  // Read at once: a body that nobody reads (Bolt's `respond` does not) would keep its connection from all others.
  const body = bodyOf(answer);
  body.catch(() => {});
  const text = () => body.then((bytes) => bytes.toString('utf8'));
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText: answer.statusMessage ?? '',
    url,
    headers: headersOf(answer),
    text,
    json: () => text().then((content) => JSON.parse(content) as unknown),
    arrayBuffer: async () => new Uint8Array(await body).buffer,
  };
}

function headersOf({ headers }: IncomingMessage): Awaited<ReturnType<FetchFunction>>['headers'] {
  const headerOf = (name: string) => headers[name.toLowerCase()]?.toString();
  return {
    get: (name) => headerOf(name) ?? null,
    entries: () => Object.keys(headers).map((name): [string, string] => [name, headerOf(name) ?? '']),
  };
}

function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.once('end', () => resolve(Buffer.concat(chunks)));
    answer.once('error', reject);
    answer.once('aborted', () => reject(new Error('the answer broke off')));
  });
}
