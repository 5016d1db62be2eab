/** The digest's own buttons. */
export const DIGEST = {
  settings: 'digest.settings',
  now: 'digest.now',
  mute: 'digest.mute',
  unmute: 'digest.unmute',
} as const;

/** Buttons that act on a request, as the decision feature names them; it listens to them. */
export const ON_REQUEST = { approve: 'decision.approve', openThread: 'decision.open-thread' } as const;
