import type { App } from '@slack/bolt';

/** What the code registers with Bolt, by name. */
export type Registered = {
  commands: string[];
  shortcuts: string[];
  events: string[];
  actions: string[];
  views: string[];
};

/** Stands where Bolt's App stands while features register, and writes down what they ask to hear of. */
export function recordingApp(): { app: App; registered: Registered } {
  const registered: Registered = { commands: [], shortcuts: [], events: [], actions: [], views: [] };
  const write = (list: string[]) => (name: unknown) => void list.push(String(name));
  const app = {
    command: write(registered.commands),
    shortcut: write(registered.shortcuts),
    event: write(registered.events),
    message: () => registered.events.push('message'),
    action: write(registered.actions),
    options: write(registered.actions),
    view: write(registered.views),
    error: () => {},
  };
  return { app: app as unknown as App, registered };
}
