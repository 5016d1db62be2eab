/** Serves the playground page's files. There is no build: types are stripped as a module is first asked for. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';

type PageFile = { status: number; headers: Record<string, string>; body: string };

const KINDS: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  ts: 'text/javascript; charset=utf-8',
};

/** No script, style, picture or connection from anywhere but the page's own origin, and no framing. */
const HEADERS = {
  'content-security-policy': "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

/** The only other module that the page loads: the contract's paths. */
const CONTRACT = '/person-api.ts';
const PAGE_PATH = /^\/page\/(?:[a-z-]+\/)*[a-z-]+\.(?:ts|css|svg)$/;

const bodies = new Map<string, Promise<string>>();

async function read(path: string): Promise<string> {
  const text = await readFile(new URL(`.${path}`, import.meta.url), 'utf8');
  return path.endsWith('.ts') ? stripTypeScriptTypes(text) : text;
}

function cached(path: string): Promise<string> {
  const known = bodies.get(path);
  if (known) return known;
  const fresh = read(path);
  bodies.set(path, fresh);
  fresh.catch(() => bodies.delete(path));
  return fresh;
}

const NOT_FOUND: PageFile = { status: 404, headers: { ...HEADERS, 'content-type': 'text/plain' }, body: 'not found' };

/** The page's file at a URL path; 404 for all else. Files are read once per process. */
export async function pageFile(urlPath: string): Promise<PageFile> {
  const path = urlPath === '/' ? '/page/index.html' : urlPath;
  if (urlPath !== '/' && path !== CONTRACT && !PAGE_PATH.test(path)) return NOT_FOUND;
  const kind = KINDS[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain';
  try {
    return { status: 200, headers: { ...HEADERS, 'content-type': kind }, body: await cached(path) };
  } catch {
    return NOT_FOUND;
  }
}

/** Answers a GET or HEAD with one of the page's files, anything else with 404. For the local Slack's `servePage`. */
export async function servePage(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const file = await pageFile(new URL(request.url ?? '/', 'http://page.invalid').pathname);
  response.writeHead(file.status, file.headers).end(request.method === 'HEAD' ? undefined : file.body);
}
