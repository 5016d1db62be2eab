/// <reference lib="dom" />
import type { Act, ActAnswer } from '../person-does.ts';
import type { Guide } from './page.ts';

const STEPS_KEY = 'tandem-guide-steps';
const HIDDEN_KEY = 'tandem-guide-hidden';

/** What was ticked in this tab, and whether this browser has closed the guide for good. */
export function rememberedGuide(): Guide {
  const done = (sessionStorage.getItem(STEPS_KEY) ?? '').split(' ');
  return {
    command: done.includes('command'),
    form: done.includes('form'),
    approve: done.includes('approve'),
    hidden: localStorage.getItem(HIDDEN_KEY) === 'yes',
  };
}

export function rememberGuide(guide: Guide): void {
  const done = [guide.command && 'command', guide.form && 'form', guide.approve && 'approve'].filter(Boolean);
  sessionStorage.setItem(STEPS_KEY, done.join(' '));
  if (guide.hidden) localStorage.setItem(HIDDEN_KEY, 'yes');
}

/** The guide after something was done: a step ticks when it really happened, whoever did it. */
export function progress(guide: Guide, act: Act, answer: ActAnswer): Guide {
  if (!answer.ok) return guide;
  if (act.type === 'command' && act.command === '/buy-tool') return { ...guide, command: true };
  const isSent = answer.outcome === 'closed' || answer.outcome === 'cleared' || answer.outcome === 'updated';
  if (act.type === 'submitView' && isSent && guide.command) return { ...guide, form: true };
  if (act.type === 'press' && /approve/i.test(act.actionId) && guide.form) return { ...guide, approve: true };
  return guide;
}
