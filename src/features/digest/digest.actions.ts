/** The own buttons of digests and briefs, and the form behind one of them. */
export const DIGEST = {
  settings: 'digest.settings',
  now: 'digest.now',
  mute: 'digest.mute',
  unmute: 'digest.unmute',
  logAction: 'brief.log-action',
  table: 'brief.table',
  actionDone: 'brief.action-done',
  agreedForm: 'brief.agreed-form',
} as const;

/** Buttons that act on a request, as the decision feature names them; it listens to them. */
export const ON_REQUEST = { approve: 'decision.approve', openThread: 'decision.open-thread' } as const;
