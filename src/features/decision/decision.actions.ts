/** The decision thread's action ids and callback ids, written once. */
export const DECISION = {
  approve: 'decision.approve',
  ask: 'decision.ask',
  answer: 'decision.answer',
  decline: 'decision.decline',
  more: 'decision.more',
  reopen: 'decision.reopen',
  tick: 'decision.tick',
  support: 'decision.support',
  talkThrough: 'decision.talk-through',
  leaveIt: 'decision.leave-it',
  tellView: 'decision.tell-view',
  revive: 'decision.revive',
  openThread: 'decision.open-thread',
} as const;

/** The forms behind the buttons; each is a modal's callback id. */
export const FORMS = [
  'ask',
  'answer',
  'conditions',
  'pilot',
  'reuse',
  'decline',
  'hand-over',
  'withdraw',
  'reopen',
  'tell-view',
] as const;
export type FormKind = (typeof FORMS)[number];
export const formCallback = (kind: FormKind): string => `decision.form.${kind}`;
