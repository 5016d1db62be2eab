import type { RequestListener } from 'node:http';
import { type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { FetchFunction } from '@slack/web-api';
import { httpReceiver } from './http-receiver.ts';
import type { Logger } from './log.ts';
import { sdkLogger } from './log.ts';

/** How Slack's deliveries reach us. */
export type SlackConnection = {
  receiver: Receiver;
  /** Takes `POST /slack/events` in HTTP mode. */
  onRequest?: RequestListener;
  /** Why nothing can come in right now, if so. */
  whyNot(): string | undefined;
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** HTTP: our own server hands requests over. */
export function overHttp(signingSecret: string, log: Logger): SlackConnection {
  const receiver = httpReceiver(signingSecret, log);
  return {
    receiver,
    onRequest: receiver.onRequest,
    whyNot: () => undefined,
    start: async () => {},
    stop: async () => {},
  };
}

/** Socket Mode: we connect to Slack, so nothing has to reach us from the internet. */
export function overSocket(appToken: string, slackApiUrl: string, fetch: FetchFunction, log: Logger): SlackConnection {
  const clientOptions = { slackApiUrl, fetch };
  const receiver = new SocketModeReceiver({ appToken, logger: sdkLogger(log), installerOptions: { clientOptions } });
  const { client } = receiver;
  surviveRateLimitNotices(client, log);
  let isConnected = false;
  client.on('connected', () => {
    isConnected = true;
  });
  for (const state of ['disconnected', 'reconnecting', 'disconnecting']) {
    client.on(state, () => {
      isConnected = false;
    });
  }
  return {
    receiver,
    whyNot: () => (isConnected ? undefined : 'Slack’s socket is not connected'),
    start: async () => void (await client.start()),
    stop: async () => {
      await client.disconnect();
    },
  };
}

type SocketMessages = SocketModeReceiver['client'];

/**
 * `app_rate_limited` has no `event`, and @slack/socket-mode 3.1.0 throws on it outside any promise of ours, which
 * ends the process (slack-facts b5; fixed in 3.1.1). So it is taken out of the stream before it gets there.
 */
function surviveRateLimitNotices(client: SocketMessages, log: Logger): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: boolean) => {
    if (isRateLimitNotice(data)) return log.warn('Slack holds events back: this app gets too many');
    for (const read of readers) read(data, isBinary);
  });
}

function isRateLimitNotice(data: unknown): boolean {
  const text = typeof data === 'string' ? data : new TextDecoder().decode(data as Uint8Array);
  if (!text.includes('app_rate_limited')) return false;
  try {
    const { payload } = JSON.parse(text) as { payload?: { type?: unknown; event?: unknown } };
    return payload?.type === 'app_rate_limited' && payload.event === undefined;
  } catch {
    return false;
  }
}
