/** trigger_id: good for 3 seconds and for one modal. Source: slack-facts b2. */
import { type Refused, refuse } from './answers.ts';
import { keepFew, secretFor, type Trigger, type World } from './world.ts';

/** Source: docs.slack.dev/interactivity/handling-user-interaction */
const TRIGGER_LIFE_MS = 3000;

/** `fromViewId`: the modal in which the press or submission happened; views.push puts its view on top of it. */
export function giveTrigger(world: World, userId: string, fromViewId?: string): string {
  const secret = secretFor(world, 'trigger');
  const id = `${world.state.counters.id}.${world.state.counters.id}.${secret}`;
  const trigger: Trigger = { userId, atMs: world.nowMs(), atRealMs: performance.now(), used: false };
  world.triggers.set(id, fromViewId === undefined ? trigger : { ...trigger, fromViewId });
  keepFew(world.triggers);
  return id;
}

const ageMs = (world: World, trigger: Trigger): number =>
  Math.max(world.nowMs() - trigger.atMs, performance.now() - trigger.atRealMs);

/** A trigger that may open a modal now; `useUp` is called only when the modal does open. */
export function findTrigger(world: World, id: string): Trigger | Refused {
  const trigger = world.triggers.get(id);
  if (!trigger) return refuse('invalid_trigger_id', 'Slack gave out no such trigger_id.');
  if (trigger.used) return refuse('exchanged_trigger_id', 'The trigger_id was used before; each opens one view.');
  const age = Math.round(ageMs(world, trigger));
  if (age > TRIGGER_LIFE_MS) return refuse('expired_trigger_id', `The trigger_id is ${age} ms old; it lives 3000 ms.`);
  return trigger;
}

export const useUp = (trigger: Trigger): void => {
  trigger.used = true;
};
