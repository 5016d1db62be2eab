/** A small company in a local Slack, and a stand-in app whose every answer a test decides. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type LocalSlack, type LocalSlackOptions, startLocalSlack } from '#playground/slack/start-local-slack.ts';

type Heard = {
  /** `event`, `command`, or the type of an interactive payload. */
  kind: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads deep into payloads of many shapes
  body: any;
  headers: IncomingMessage['headers'];
  raw: string;
};

type Reply = { status?: number; body?: unknown; headers?: Record<string, string> } | undefined;

type FakeApp = {
  url: string;
  heard: Heard[];
  /** Decides the answers from now on; undefined means an empty 200. */
  answer(by: (heard: Heard) => Reply | Promise<Reply>): void;
  /** The events heard, by type or subtype. */
  events(name: string): Heard['body'][];
};

export const SCOPES = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'mpim:read',
  'mpim:write',
  'reactions:read',
  'reactions:write',
  'team:read',
  'users:read',
  'users:read.email',
];

export const EVENTS = [
  'app_home_opened',
  'app_mention',
  'channel_archive',
  'channel_deleted',
  'member_joined_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'message.mpim',
  'reaction_added',
  'team_join',
  'user_change',
];

export type ManifestParts = { scopes?: string[]; events?: string[]; appHome?: object; isInteractive?: boolean };

const manifest = ({ scopes = SCOPES, events = EVENTS, appHome, isInteractive = true }: ManifestParts = {}) => ({
  display_information: { name: 'Tandem' },
  features: {
    app_home: appHome ?? { home_tab_enabled: true, messages_tab_enabled: true },
    bot_user: { display_name: 'Tandem' },
    slash_commands: [
      { command: '/buy-tool', description: 'Buy a tool', usage_hint: '[what you want]', should_escape: true },
      { command: '/plain', description: 'Unescaped' },
    ],
    shortcuts: [
      { name: 'Buy a tool', type: 'global', callback_id: 'buy', description: 'Start a purchase' },
      { name: 'Bring IT in', type: 'message', callback_id: 'bring', description: 'From a message' },
    ],
  },
  oauth_config: { scopes: { bot: scopes } },
  settings: { event_subscriptions: { bot_events: events }, interactivity: { is_enabled: isInteractive } },
});

export const MIA = 'U0MIA';
export const BO = 'U0BO';
export const GUEST = 'U0GUEST';
export const PARTNER = 'U0PARTNER';
export const BOT = 'U0BOT';
export const MKT = 'C0MKT';
export const OTHER = 'C0OTHER';
export const SECRET = 'C0SECRET';
export const UNKNOWN = 'C0UNKNOWN';
export const OLD = 'C0OLD';

const company = {
  name: 'Example',
  people: [
    { id: MIA, name: 'Mia', title: 'Marketing', locale: 'en-GB', tz: 'Europe/London', email: 'mia@example.com' },
    { id: BO, name: 'Bo', title: 'Engineer', locale: 'zh-TW', tz: 'Asia/Taipei', isAdmin: true },
    { id: GUEST, name: 'Gil', isGuest: true },
    { id: PARTNER, name: 'Pat', isStranger: true },
    { id: 'U0GONE', name: 'Gone', deleted: true },
  ],
  channels: [
    { id: MKT, name: 'marketing', memberIds: [MIA, BO, PARTNER, 'U0GONE'], hasApp: true },
    { id: OTHER, name: 'other', memberIds: [MIA] },
    { id: SECRET, name: 'secret', isPrivate: true, memberIds: [MIA, BO], hasApp: true },
    { id: UNKNOWN, name: 'unknown', isPrivate: true, memberIds: [MIA] },
    { id: OLD, name: 'old', memberIds: [MIA], hasApp: true, archived: true },
  ],
};

export const TOKENS = { signingSecret: 'secret-for-signing', botToken: 'xoxb-local', appToken: 'xapp-local' };

export type Office = {
  slack: LocalSlack;
  app: FakeApp;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads deep into answers of many shapes
  api(method: string, args?: object, token?: string): Promise<any>;
};

function headOf(raw: string, headers: IncomingMessage['headers']): Pick<Heard, 'kind' | 'body'> {
  if (headers['content-type'] === 'application/json') return { kind: 'event', body: JSON.parse(raw) };
  const form = Object.fromEntries(new URLSearchParams(raw));
  if (form.payload === undefined) return { kind: 'command', body: form };
  const body = JSON.parse(form.payload);
  return { kind: body.type, body };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let raw = '';
  for await (const chunk of request) raw += chunk;
  return raw;
}

async function startFakeApp(): Promise<FakeApp> {
  const heard: Heard[] = [];
  let decide: (heard: Heard) => Reply | Promise<Reply> = () => undefined;
  const server: Server = createServer(async (request, response) => {
    const raw = await textOf(request);
    const one = { ...headOf(raw, request.headers), headers: request.headers, raw };
    heard.push(one);
    const reply = await decide(one);
    const isText = typeof reply?.body === 'string';
    response.writeHead(reply?.status ?? 200, {
      'content-type': isText ? 'text/plain' : 'application/json',
      ...reply?.headers,
    });
    response.end(reply?.body === undefined ? '' : isText ? reply.body : JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    answer: (by) => {
      decide = by;
    },
    events: (name) =>
      heard
        .filter((one) => one.kind === 'event' && (one.body.event.subtype ?? one.body.event.type) === name)
        .map((one) => one.body),
  };
}

/** Options for a local Slack of the small company, for tests that start it in a way of their own. */
export const optionsFor = (parts: ManifestParts = {}): LocalSlackOptions => ({
  company,
  teamId: 'T0TEAM',
  app: { id: 'A0APP', botUserId: BOT, botId: 'B0BOT', name: 'Tandem' },
  manifest: manifest(parts),
  ...TOKENS,
  eventRetryDelaysMs: [],
});

/** Everything is closed when the test ends. */
export async function openOffice(more: Partial<LocalSlackOptions> & ManifestParts = {}): Promise<Office> {
  const { scopes, events, appHome, isInteractive, ...options } = more;
  const parts = {
    ...(scopes ? { scopes } : {}),
    ...(events ? { events } : {}),
    ...(appHome ? { appHome } : {}),
    ...(isInteractive === undefined ? {} : { isInteractive }),
  };
  const app = await startFakeApp();
  const slack = await startLocalSlack({ ...optionsFor(parts), appUrl: app.url, ...options });
  onTestFinished(() => slack.close());
  const api = async (method: string, args: object = {}, token = TOKENS.botToken) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const response = await fetch(slack.apiUrl + method, { method: 'POST', headers, body: JSON.stringify(args) });
    return response.json();
  };
  return { slack, app, api };
}

/** A clock that stands still until it is moved. */
export function aClock(startMs = Date.UTC(2026, 10, 2, 1)) {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    forward: (ms: number) => {
      nowMs += ms;
    },
  };
}

export const button = (actionId: string, more: object = {}) => ({
  type: 'button',
  text: { type: 'plain_text', text: 'Press & go' },
  action_id: actionId,
  value: 'v1',
  ...more,
});

export const actions = (...elements: object[]) => ({ type: 'actions', block_id: 'acts', elements });

export const plain = (text: string) => ({ type: 'plain_text', text });

export const input = (blockId: string, element: object, more: object = {}) => ({
  type: 'input',
  block_id: blockId,
  label: plain('Label'),
  element: { action_id: 'it', ...element },
  ...more,
});

export const modal = (blocks: object[], more: object = {}) => ({
  type: 'modal',
  callback_id: 'form',
  title: plain('Form'),
  submit: plain('Send'),
  blocks,
  ...more,
});
