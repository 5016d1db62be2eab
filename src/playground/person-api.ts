/**
 * The contract between the playground page and the local Slack: what the page may ask (here), what a person sees
 * (person-sees.ts) and what a person can do (person-does.ts). Types and paths only. Everything is JSON over loopback
 * HTTP. Nothing here is Slack's own API: real Slack's clients speak a private protocol.
 */

/** Where the page asks; all on the local Slack's own origin, so `fetch(PATHS.state + '?as=U0MIA')` does. */
export const PATHS = {
  /** GET `?as=<userId>` answers WorkspaceView; 404 `{ok:false, why}` for a person that does not exist. */
  state: '/local/state',
  /** POST ActRequest as JSON answers ActAnswer (always HTTP 200 when the JSON was understood). */
  act: '/local/act',
  /** GET `?as=<userId>`: Server-Sent Events named `changed`, data ChangedEvent; refetch the state on each. */
  events: '/local/events',
  /** GET `?after=<seq>` (0 for all kept) answers TrafficView, oldest first. */
  traffic: '/local/traffic',
} as const;

/** At most this many exchanges are kept for the traffic panel; older ones are dropped. */
export const TRAFFIC_KEPT_MAX = 500;

export type ChangedEvent = { version: number };

/** One exchange. Tokens, secrets, response urls and trigger ids are blotted out. */
export type Exchange = {
  /** Grows by one per exchange. */
  seq: number;
  /** ISO 8601 UTC, local Slack's clock, when it began. */
  at: string;
  direction: 'app-to-slack' | 'slack-to-app';
  /** A Web API method, or `response_url`; or `event:message`, `command:/buy-tool`, `block_actions`, `view_submission`… */
  kind: string;
  ok: boolean;
  /** Slack's error code, or why the app's answer failed. */
  error?: string;
  ms: number;
  via: 'http' | 'socket';
  request: unknown;
  response: unknown;
  /** For refusals: where in the payload, and why, in words. */
  notes?: string[];
};

export type TrafficView = { exchanges: Exchange[]; lastSeq: number };
