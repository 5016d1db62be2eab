import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { ModalView } from '@slack/types';
import type { Ask } from './children/fake-slack.ts';
import { startTalking, stop } from './processes.ts';

/** The Slack that measured apps call, in its own process. */
export type FakeSlack = {
  apiUrl: string;
  /** Resolves when this many more calls of the method have come. */
  calls(method: string, count: number): Promise<void>;
  /** The view that was opened last. */
  latestView(): Promise<ModalView>;
  close(): Promise<void>;
};

export async function startFakeSlack(): Promise<FakeSlack> {
  const child = startTalking(['bench/children/fake-slack.ts'], 'load');
  const { port } = await told<{ port: number }>(child);
  const ask = (question: Ask) => void child.send(question);
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    calls: async (method, count) => {
      ask({ type: 'await', method, count });
      await told(child);
    },
    latestView: async () => {
      ask({ type: 'view' });
      return (await told<{ view: ModalView }>(child)).view;
    },
    close: () => stop(child),
  };
}

const told = async <Message>(child: ChildProcess): Promise<Message> => (await once(child, 'message'))[0];
