/** App Home's action ids and callback ids. The other buttons in it are the decision feature's own. */
export const HOME = {
  /** Opens the intake form; that feature listens to it. */
  buyTool: 'home.buy-tool',
  settings: 'home.settings',
  earlier: 'home.earlier',
  later: 'home.later',
  settingsForm: 'home.settings-form',
} as const;

/** Buttons that answer what was heard, as the listening feature names them; it listens to them. */
export const ON_NUDGE = {
  yes: 'listening.yes',
  no: 'listening.no',
  undo: 'listening.undo',
} as const;

/** Buttons that the digest feature names: it listens to `now`, and this one to `settings`. */
export const ON_DIGEST = { now: 'digest.now', settings: 'digest.settings' } as const;

/** Buttons that act on a request, as the decision feature names them. */
export const ON_REQUEST = {
  approve: 'decision.approve',
  answer: 'decision.answer',
  talkThrough: 'decision.talk-through',
  leaveIt: 'decision.leave-it',
  openThread: 'decision.open-thread',
} as const;
