import { createHmac } from 'node:crypto';

/** Slack's request signature, version 0. Source: docs.slack.dev/authentication/verifying-requests-from-slack */
export function signature(signingSecret: string, unixSeconds: number, body: string): string {
  const digest = createHmac('sha256', signingSecret).update(`v0:${unixSeconds}:${body}`).digest('hex');
  return `v0=${digest}`;
}
