/** The action ids of nudges and of `/buy-tool listening`. A nudge's buttons carry where its message stands. */
export const LISTENING = {
  /** Opens the form; the intake feature listens to it. */
  yes: 'listening.yes',
  no: 'listening.no',
  never: 'listening.never',
  neverHere: 'listening.never-here',
  neverAnywhere: 'listening.never-anywhere',
  undo: 'listening.undo',
  off: 'listening.off',
  on: 'listening.on',
  notMeHere: 'listening.not-me-here',
  meHere: 'listening.me-here',
  notMe: 'listening.not-me',
  me: 'listening.me',
} as const;
