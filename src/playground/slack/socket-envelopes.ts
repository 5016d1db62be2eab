/** Envelopes on their way over a socket, until they are acknowledged, late or lost. */
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { isObject, parseJson, stringIn } from './json.ts';
import type { AppReply, Delivery, Retry } from './world.ts';

type Waiting = { settle(reply: AppReply): void; socket: WebSocket };

const ENVELOPE_TYPE = { event: 'events_api', command: 'slash_commands', interactive: 'interactive' } as const;

export const FAILED: AppReply = {
  result: 'failed',
  status: 0,
  ms: 0,
  text: '',
  reason: 'connection_failed',
  noRetry: false,
};

/** An empty payload is the same as none: @slack/socket-mode always sends an object. */
function replyIn(payload: unknown): AppReply {
  const body = isObject(payload) && Object.keys(payload).length > 0 ? payload : undefined;
  const reply: AppReply = { result: 'accepted', status: 0, ms: 0, text: '', noRetry: false };
  return body === undefined ? reply : { ...reply, text: JSON.stringify(body), body };
}

export type Envelopes = {
  send(socket: WebSocket, delivery: Delivery, retry?: Retry): Promise<AppReply>;
  /** A frame from the app. */
  acknowledged(frame: string): void;
  /** The connection is gone, and with it what waited on it. */
  lost(socket: WebSocket): void;
};

export function createEnvelopes(ackTimeoutMs: number): Envelopes {
  const waiting = new Map<string, Waiting>();
  return {
    send(socket, { form, payload }, retry) {
      const id = randomUUID();
      const start = performance.now();
      const retryFields = form === 'event' ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' } : {};
      return new Promise((resolve) => {
        const settle = (reply: AppReply) => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve({ ...reply, ms: Math.round(performance.now() - start) });
        };
        const timer = setTimeout(
          () => settle({ ...FAILED, result: 'timed-out', reason: 'http_timeout' }),
          ackTimeoutMs,
        );
        waiting.set(id, { settle, socket });
        const about = { envelope_id: id, type: ENVELOPE_TYPE[form], accepts_response_payload: form !== 'event' };
        socket.send(JSON.stringify({ ...about, payload, ...retryFields }));
      });
    },
    acknowledged(frame) {
      const message = parseJson(frame);
      if (isObject(message)) waiting.get(stringIn(message.envelope_id))?.settle(replyIn(message.payload));
    },
    lost(socket) {
      for (const wait of [...waiting.values()]) if (wait.socket === socket) wait.settle(FAILED);
    },
  };
}
