/** People submit and close modals; what the app's acknowledgement does to the stack. Source: slack-facts b3. */
import type { Act, ActAnswer } from '../person-does.ts';
import { done, failureText, no } from './acting.ts';
import { placedElements } from './elements.ts';
import { fillAll } from './filling.ts';
import { formFaults } from './form-checks.ts';
import { isObject, type Json } from './json.ts';
import { closedPayload, submissionPayload } from './payloads.ts';
import type { PersonRecord, ViewRecord } from './state.ts';
import { checkedView, closeAll, closeFrom, modalsOf, putModal, replaceView, topModal } from './views.ts';
import type { AppReply, World } from './world.ts';

type ActOf<T extends Act['type']> = Extract<Act, { type: T }>;

export async function submitViewAct(world: World, me: PersonRecord, act: ActOf<'submitView'>): Promise<ActAnswer> {
  const view = topModal(world, me.id);
  if (view?.id !== act.viewId) return no('That form is not on top any more.');
  if (view.busy) return no('The form is being sent already.');
  if (!view.submit || view.submitDisabled) return no('There is nothing to submit here.');
  const filled = fillAll(world, view.id, view.blocks, act.values);
  if ('why' in filled) return no(filled.why);
  for (const [blockId, values] of Object.entries(filled.values))
    view.values[blockId] = { ...view.values[blockId], ...values };
  const faults = formFaults(view.blocks, view.values);
  Object.assign(view, { errors: faults, failure: '', busy: Object.keys(faults).length === 0 });
  world.signals.changed();
  if (!view.busy) return done(undefined, { outcome: 'errors', errors: faults });
  const payload = submissionPayload(world, me, view);
  const reply = await world.transport.deliver({ kind: 'view_submission', form: 'interactive', payload });
  return settle(world, view.id, reply);
}

/** The view may have been updated, or closed, while the app was thinking. */
function settle(world: World, viewId: string, reply: AppReply): ActAnswer {
  const view = world.state.views[viewId];
  if (!view) return done(reply, { outcome: 'closed' });
  view.busy = false;
  world.signals.changed();
  if (reply.result !== 'accepted') return failed(world, view, reply, failureText(world, reply));
  if (reply.text === '') {
    closeFrom(world, view);
    return done(reply, { outcome: 'closed' });
  }
  if (!isObject(reply.body))
    return refused(world, view, reply, 'invalid_response', ['The body must be empty, or JSON with a response_action.']);
  return carryOut(world, view, reply, reply.body);
}

function carryOut(world: World, view: ViewRecord, reply: AppReply, body: Json): ActAnswer {
  switch (body.response_action) {
    case 'clear':
      closeAll(world, view.userId);
      return done(reply, { outcome: 'cleared' });
    case 'errors':
      return showErrors(world, view, reply, body.errors);
    case 'update':
    case 'push':
      return showView(world, view, reply, body);
    default:
      return refused(world, view, reply, 'invalid_response_action', [
        `There is no such response_action: ${body.response_action}.`,
      ]);
  }
}

/** Keys are block ids of input blocks, texts are strings; what Slack does with others is not documented. */
function showErrors(world: World, view: ViewRecord, reply: AppReply, errors: unknown): ActAnswer {
  const inputs = new Set(placedElements(view.blocks).flatMap((one) => (one.isInput ? [one.blockId] : [])));
  const entries = isObject(errors) ? Object.entries(errors) : [];
  const wrong = entries.filter(([key, text]) => !inputs.has(key) || typeof text !== 'string' || text === '');
  if (wrong.length > 0 || entries.length === 0) {
    const messages = wrong.map(
      ([key]) => `errors: "${key}" is no block_id of an input block here, or its text is empty.`,
    );
    return refused(world, view, reply, 'invalid_errors', messages.length > 0 ? messages : ['errors is empty.']);
  }
  view.errors = Object.fromEntries(entries.map(([key, text]) => [key, String(text)]));
  world.signals.changed();
  return done(reply, { outcome: 'errors', errors: view.errors });
}

function showView(world: World, view: ViewRecord, reply: AppReply, body: Json): ActAnswer {
  const isPush = body.response_action === 'push';
  const next = checkedView(world, body.view, 'modal', isPush ? undefined : view.id);
  if ('error' in next && next.ok === false) return refusedView(world, view, reply, next);
  if (!isPush) {
    replaceView(world, view, next);
    return done(reply, { outcome: 'updated' });
  }
  const pushed = putModal(world, view.userId, next, true);
  return 'error' in pushed ? refusedView(world, view, reply, pushed) : done(reply, { outcome: 'pushed' });
}

function refusedView(world: World, view: ViewRecord, reply: AppReply, answer: Json): ActAnswer {
  const meta = isObject(answer.response_metadata) ? answer.response_metadata.messages : [];
  const messages = Array.isArray(meta) ? meta.map(String) : [];
  return refused(world, view, reply, String(answer.error), messages);
}

/** The app acknowledged with something that Slack does not take: the person sees an error, the form stays. */
function refused(world: World, view: ViewRecord, reply: AppReply, error: string, messages: string[]): ActAnswer {
  world.traffic.recordRefusal({ method: 'view_submission', error, messages, request: reply.body ?? reply.text });
  return failed(world, view, reply, 'We had some trouble connecting. Try again?');
}

function failed(world: World, view: ViewRecord, reply: AppReply, why: string): ActAnswer {
  view.failure = why;
  world.signals.changed();
  return no(why, reply);
}

/** Cancel tells of the view that was on top; the ✕ of the root, with is_cleared. */
export async function closeViewAct(world: World, me: PersonRecord, act: ActOf<'closeView'>): Promise<ActAnswer> {
  const stack = modalsOf(world, me.id);
  const view = act.all ? stack[0] : stack.at(-1);
  if (!view || (!act.all && view.id !== act.viewId)) return no('That form is not open any more.');
  const isCleared = act.all === true;
  const payload = closedPayload(world, me, view, isCleared);
  if (isCleared || view.clearOnClose) closeAll(world, me.id);
  else closeFrom(world, view);
  if (!view.notifyOnClose) return done();
  return done(await world.transport.deliver({ kind: 'view_closed', form: 'interactive', payload }));
}
