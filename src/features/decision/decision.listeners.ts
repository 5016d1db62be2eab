import type { App } from '@slack/bolt';
import type { DecisionDeps } from './decision.deps.ts';
import { registerForms } from './form.listeners.ts';
import { registerPresses } from './press.listeners.ts';
import { registerThread } from './thread.listeners.ts';

/** Deciding: the buttons and forms of the decision thread, and what is said in it. */
export function registerDecision(app: App, deps: DecisionDeps): void {
  registerPresses(app, deps);
  registerForms(app, deps);
  registerThread(app, deps);
}
