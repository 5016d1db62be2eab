import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { stringify } from 'node:querystring';
import type { ModalView } from '@slack/types';

export const SIGNING_SECRET = 'bench-signing-secret';
export const TEAM = 'T0BENCH';

/** People who ask, so that no one person's cache entry is all that is measured. */
const REQUESTERS = 50;

const MS_PER_SECOND = 1_000;

let sent = 0;

/** What Slack sends for `/buy-tool Figma`, by another person each time, with a trigger that was never used. */
export function commandBody(): string {
  sent += 1;
  return stringify({
    token: 'verification',
    team_id: TEAM,
    team_domain: 'bench',
    channel_id: 'C0BENCH',
    channel_name: 'general',
    user_id: `U0${sent % REQUESTERS}`,
    user_name: 'mei',
    command: '/buy-tool',
    text: 'Figma',
    api_app_id: 'A0BENCH',
    is_enterprise_install: 'false',
    response_url: `https://hooks.bench.example/commands/${sent}`,
    trigger_id: `${Date.now()}.${sent}.bench`,
  });
}

/** What people fill in: the four fields that exploring needs. */
const FILLED = {
  outcome: { typed: { type: 'plain_text_input', value: 'Landing pages in two days instead of ten' } },
  tool: { 'intake.tool': { type: 'external_select', selected_option: picked('Figma', 'words:Figma') } },
  stage: { 'intake.stage': { type: 'static_select', selected_option: picked('Exploring', 'exploring') } },
  unit: { 'intake.unit': { type: 'static_select', selected_option: picked('Marketing', 'marketing') } },
};

function picked(text: string, value: string) {
  return { text: { type: 'plain_text', text, emoji: true }, value };
}

/** What Slack sends when the form is submitted: the whole view comes along, as it was opened. */
export function submissionBody(view: ModalView): string {
  sent += 1;
  const id = `V0BENCH${sent}`;
  const user = { id: `U0${sent % REQUESTERS}`, username: 'mei', name: 'mei', team_id: TEAM };
  const payload = {
    type: 'view_submission',
    team: { id: TEAM, domain: 'bench' },
    user,
    api_app_id: 'A0BENCH',
    token: 'verification',
    trigger_id: `${Date.now()}.${sent}.bench`,
    view: { ...view, id, team_id: TEAM, hash: `${Date.now()}.x`, state: { values: FILLED }, root_view_id: id },
    response_urls: [],
    is_enterprise_install: false,
    enterprise: null,
  };
  return stringify({ payload: JSON.stringify(payload) });
}

/** Sends signed requests to one app over connections that stay open. */
export function slackFor(port: number, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  return {
    /**
     * Resolves with how long the app took to acknowledge, in milliseconds.
     * @throws {Error} when it did not answer 200.
     */
    post(body: string): Promise<number> {
      const startedAt = performance.now();
      return new Promise((resolve, reject) => {
        const headers = signed(body);
        const asked = request({ agent, port, host: '127.0.0.1', path: '/slack/events', method: 'POST', headers });
        asked.once('response', (answer) => {
          answer.resume();
          answer.once('end', () => {
            if (answer.statusCode === 200) resolve(performance.now() - startedAt);
            else reject(new Error(`The app answered ${answer.statusCode}`));
          });
        });
        asked.once('error', reject);
        asked.end(body);
      });
    },
    close: () => agent.destroy(),
  };
}
export type SlackOut = ReturnType<typeof slackFor>;

function signed(body: string): Record<string, string | number> {
  const seconds = Math.floor(Date.now() / MS_PER_SECOND);
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${seconds}:${body}`).digest('hex');
  return {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    'x-slack-request-timestamp': String(seconds),
    'x-slack-signature': `v0=${signature}`,
  };
}
