import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { expect, it } from 'vitest';
import { eventsWhenDone } from '../../src/server/events-when-done.ts';

/** Bolt's half: acknowledges at once, and is done when told. */
function anApp() {
  const done = Promise.withResolvers<void>();
  const app = {
    async processEvent({ ack }: ReceiverEvent) {
      await ack();
      await done.promise;
    },
  };
  return { app: app as App, done };
}

function aReceiver() {
  const given: App[] = [];
  const nothing = async () => {};
  const receiver: Receiver = { init: (app) => void given.push(app), start: nothing, stop: nothing };
  return { receiver, given };
}

/** What had happened when Slack got its acknowledgement. */
async function takenIn(type: string): Promise<string[]> {
  const { app, done } = anApp();
  const { receiver, given } = aReceiver();
  eventsWhenDone(receiver).init(app);
  const order: string[] = [];
  const taken = given[0]?.processEvent({ body: { type }, ack: async () => void order.push('acknowledged') });
  await Promise.resolve();
  order.push('done');
  done.resolve();
  await taken;
  return order;
}

it('an event is acknowledged when its listeners are done, so that a crash before makes Slack send it again', async () => {
  expect(await takenIn('event_callback')).toEqual(['done', 'acknowledged']);
});

it('whatever people do is acknowledged when its listener says so', async () => {
  expect(await takenIn('block_actions')).toEqual(['acknowledged', 'done']);
});
