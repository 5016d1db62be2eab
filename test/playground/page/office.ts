/** A local Slack with a small company, an app that answers as a test tells it, and a browser that looks at the page. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { servePage } from '#playground/serve-page.ts';
import { type LocalSlack, startLocalSlack } from '#playground/slack/start-local-slack.ts';
import { openBrowser } from '#test/support/browser.ts';

export type Payload = Record<string, unknown> & { type?: string; command?: string; trigger_id?: string };
/** What the app answers to one payload; undefined is an empty 200. 'slow' leaves it without an answer. */
type Answer = object | 'slow' | undefined;
type Answers = (payload: Payload) => Answer | Promise<Answer>;

const MEMBERS = ['U0MIA', 'U0EVE', 'U0LIN'];

const COMPANY = {
  name: 'Lumen Co',
  people: [
    { id: 'U0MIA', name: 'Mia', title: 'Marketing' },
    { id: 'U0EVE', name: 'Eve', title: 'IT engineer' },
    { id: 'U0LIN', name: 'Lin', title: '行銷企劃', locale: 'zh-TW' },
    { id: 'U0VIC', name: 'Vic', title: 'Vendor', isStranger: true },
  ],
  channels: [
    { id: 'C0MKT', name: 'marketing', topic: 'Campaigns and everything around them', memberIds: MEMBERS, hasApp: true },
    { id: 'C0DEC', name: 'decisions', memberIds: MEMBERS, hasApp: true },
    { id: 'C0LEADS', name: 'leads', isPrivate: true, memberIds: ['U0EVE'] },
    { id: 'C0FUN', name: 'fun', memberIds: ['U0EVE'] },
  ],
};

const MANIFEST = {
  features: {
    slash_commands: [
      { command: '/buy-tool', description: 'Start a purchase together with IT', usage_hint: '[tool or what you need]' },
      { command: '/buzz', description: 'Says something short' },
    ],
    shortcuts: [
      { name: 'Buy a tool', type: 'global', callback_id: 'buy_a_tool', description: 'Start a purchase' },
      { name: 'Bring IT in', type: 'message', callback_id: 'bring_it_in', description: 'Start from this message' },
    ],
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
  },
  oauth_config: {
    scopes: { bot: ['chat:write', 'commands', 'files:read', 'channels:history', 'im:write', 'users:read'] },
  },
  settings: { interactivity: { is_enabled: true }, event_subscriptions: { bot_events: ['app_home_opened'] } },
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function payloadIn(request: IncomingMessage, body: string): Payload {
  if (request.headers['content-type']?.includes('json')) return JSON.parse(body);
  const fields = Object.fromEntries(new URLSearchParams(body));
  return fields.payload === undefined ? fields : JSON.parse(fields.payload);
}

export type Office = {
  slack: LocalSlack;
  /** All that the app was sent, oldest first. */
  received: Payload[];
  answerWith(answers: Answers): void;
  /** Calls the Web API as the app. */
  call(method: string, args: object): Promise<Record<string, unknown> & { ts?: string }>;
  /** A tab on the page, as that person at that place. Problems that the browser reports fail `noProblems`. */
  open(place: string, size?: { width: number; height: number }): Promise<Page>;
  /** What the browser complained about: script errors, refused resources. */
  problems: string[];
  close(): Promise<void>;
};

export async function openOffice(): Promise<Office> {
  const received: Payload[] = [];
  const problems: string[] = [];
  let answers: Answers = () => undefined;
  const app = createServer(async (request, response) => {
    const payload = payloadIn(request, await bodyOf(request));
    received.push(payload);
    const answer = await answers(payload);
    if (answer === 'slow') return;
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer ? JSON.stringify(answer) : '');
  });
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
  const slack = await startLocalSlack({
    company: COMPANY,
    teamId: 'T0LUMEN',
    app: { id: 'A0TANDEM', botUserId: 'U0TANDEM', botId: 'B0TANDEM', name: 'Tandem' },
    manifest: MANIFEST,
    signingSecret: 'a-secret-of-the-test',
    botToken: 'xoxb-test',
    appToken: 'xapp-test',
    appUrl: `http://127.0.0.1:${(app.address() as AddressInfo).port}`,
    ackTimeoutMs: 1000,
    servePage,
  });
  const browser: Browser = await openBrowser();

  const call: Office['call'] = async (method, args) => {
    const answer = await fetch(`${slack.apiUrl}${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer xoxb-test' },
      body: JSON.stringify(args),
    });
    const body = await answer.json();
    if (!body.ok) throw new Error(`${method}: ${JSON.stringify(body)} ${JSON.stringify(slack.refusals.at(-1))}`);
    return body;
  };
  const open: Office['open'] = async (place, size = { width: 1280, height: 800 }) => {
    const context = await browser.newContext({ viewport: size });
    const page = await context.newPage();
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(`${slack.url}/#${place}`);
    await page.getByTestId('person-switcher').waitFor({ state: 'attached' });
    return page;
  };
  const close = async () => {
    await browser.close();
    await slack.close();
    app.closeAllConnections();
    await new Promise((resolve) => app.close(resolve));
  };
  return { slack, received, problems, answerWith: (given) => (answers = given), call, open, close };
}
