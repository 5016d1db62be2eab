import { setTimeout } from 'node:timers/promises';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';

/** Slack gives up on a delivery after three seconds (slack-facts b1): listeners that take longer go on after it. */
const ACK_WITHIN_MS = 2_500;

/**
 * Bolt acknowledges an event before its listeners ran. A process that dies in between would lose it: nobody would
 * learn that a card was deleted. So events are acknowledged when their listeners are done, and Slack sends again what
 * was not (slack-facts b4).
 */
export const eventsWhenDone = (receiver: Receiver): Receiver => ({
  init: (app) => receiver.init(Object.create(app, { processEvent: { value: inTurn(app) } }) as App),
  start: (...args) => receiver.start(...args),
  stop: (...args) => receiver.stop(...args),
});

const inTurn =
  (app: App) =>
  async (event: ReceiverEvent): Promise<void> => {
    if (event.body.type !== 'event_callback') return app.processEvent(event);
    const done = app.processEvent({ ...event, ack: async () => {} });
    const patience = new AbortController();
    const late = setTimeout(ACK_WITHIN_MS, undefined, { signal: patience.signal, ref: false }).catch(() => {});
    await Promise.race([done, late]).finally(() => patience.abort());
    await event.ack();
    await done;
  };
