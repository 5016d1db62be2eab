/**
 * The contract between the playground page and the local Slack: what a person sees, what a person
 * can do, and what the page may ask. Types and paths only. Everything is JSON over loopback HTTP.
 * Nothing here is Slack's own API: real Slack's clients speak a private protocol.
 */
import type { Block, KnownBlock } from '@slack/types';

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

export type AnyBlock = KnownBlock | Block;
export type ConversationKind = 'public' | 'private' | 'dm' | 'group-dm';

export type Person = {
  id: string;
  /** First name, as shown beside messages. */
  name: string;
  /** Job title; may be empty. */
  title: string;
  /** As Slack writes it: `en-US`, `zh-TW`. */
  locale: string;
  /** IANA, e.g. `Asia/Taipei`. */
  tz: string;
  email?: string;
  status: { text: string; emoji: string };
  isGuest: boolean;
  /** Belongs to another company (Slack Connect): may press buttons, may not run commands or shortcuts. */
  isStranger: boolean;
  /** True for the app's own bot user too; compare with `WorkspaceView.app.botUserId`. */
  isBot: boolean;
  /** Deactivated account. */
  deleted: boolean;
  isAdmin: boolean;
};

type MessageFile = { id: string; name: string; sizeBytes: number; mimetype: string };

export type MessageView = {
  /** Id of the message in its channel; sorts by time within the channel. Seconds, as a string; never a float. */
  ts: string;
  /** Who said it; the app's bot user id for the app's messages. */
  userId: string;
  /** Set on messages of a bot. */
  botId?: string;
  /** mrkdwn with Slack's entities (`&amp;` `&lt;` `&gt;`) and control forms (`<@U…>`, `<!date^…>`). */
  text: string;
  blocks?: AnyBlock[];
  /** The parent's ts, on replies and (equal to `ts`) on parents that have replies. */
  threadTs?: string;
  /** Replies this reader can see (ephemerals not counted); on parents only. */
  replyCount?: number;
  /** Ids of people who replied, in order of first reply; on parents only. */
  replyUserIds?: string[];
  edited: boolean;
  /** "This message was deleted": kept only as the head of a thread that has replies. */
  deleted: boolean;
  /** Ephemeral: show "Only visible to you". Gone on `dismiss` and after a restart, as in Slack. */
  onlyYou: boolean;
  /** Such as "Bo joined": show as a grey line. */
  subtype?: 'channel_join' | 'channel_leave' | 'channel_archive' | 'file_share';
  files?: MessageFile[];
  /** Emoji name to the ids of those who reacted. */
  reactions?: Record<string, string[]>;
};

export type ConversationView = {
  id: string;
  /** Without `#`. For a DM the other person's name; for a group DM the names joined by ", ". */
  name: string;
  kind: ConversationKind;
  /** The DM between `me` and the app: show it under "Apps". Its `isMember` is always true. */
  isAppDm: boolean;
  archived: boolean;
  topic: string;
  memberIds: string[];
  /** False for public channels that `me` can read and join but has not joined. */
  isMember: boolean;
  hasApp: boolean;
  /** Messages of others since `me` last read (act `markRead`). */
  unreadCount: number;
  /** All messages `me` may see, oldest first, thread replies included (they carry `threadTs !== ts`). */
  messages: MessageView[];
};

/** What an element holds, in the shape that Slack puts in `view.state.values[block_id][action_id]`. */
export type ElementState = {
  type: string;
  value?: string | null;
  selected_option?: OptionView | null;
  selected_options?: OptionView[];
  selected_user?: string | null;
  selected_users?: string[];
  selected_conversation?: string | null;
  selected_conversations?: string[];
  selected_channel?: string | null;
  selected_channels?: string[];
  selected_date?: string | null;
  selected_time?: string | null;
  /** Unix seconds. */
  selected_date_time?: number | null;
  rich_text_value?: unknown;
  /** From act `uploadFile`. */
  files?: { id: string }[];
};

/** By block id, then action id. */
export type StateValues = Record<string, Record<string, ElementState>>;

export type TextView = { type: 'plain_text' | 'mrkdwn'; text: string; emoji?: boolean; verbatim?: boolean };
export type OptionView = { text: TextView; value: string; description?: TextView; url?: string };
export type OptionGroupView = { label: TextView; options: OptionView[] };

export type ModalView = {
  id: string;
  /** Changes whenever the app changes the view. */
  hash: string;
  type: 'modal';
  callbackId: string;
  title: TextView;
  submit?: TextView;
  close?: TextView;
  submitDisabled: boolean;
  blocks: AnyBlock[];
  /**
   * What the person has filled in so far, as last sent by `press` or `submitView`. An update from the app keeps
   * the entries whose block_id and action_id are still there; for others the element's initial value counts.
   */
  state: StateValues;
  /** Errors of the last submission, by block id; empty when none. Show each under its block. */
  errors: Record<string, string>;
  /** A line for the whole modal, e.g. when the app did not answer in time; "" when none. */
  failure: string;
  /** A submission is under way: disable the buttons. */
  busy: boolean;
};

export type HomeView = {
  id: string;
  hash: string;
  blocks: AnyBlock[];
  state: StateValues;
};

export type CommandView = {
  /** With the slash, e.g. `/buy-tool`. */
  name: string;
  description: string;
  usageHint: string;
};

export type ShortcutView = { callbackId: string; name: string; description: string };

/** A line only `me` sees for a moment, such as "Tandem didn't respond". */
type ToastView = { id: number; kind: 'error' | 'info'; text: string; at: string };

export type WorkspaceView = {
  /** Grows with every visible change. */
  version: number;
  /** The local Slack's clock as ISO 8601 UTC; may run ahead of the computer's. */
  now: string;
  /** By how many milliseconds it does; act `moveClock` adds to it. */
  aheadMs: number;
  /** `tz`: the zone of the company's working hours, IANA. */
  team: { id: string; name: string; tz: string };
  app: { id: string; name: string; botUserId: string; hasHome: boolean; isConnected: boolean };
  me: Person;
  people: Person[];
  /** Public ones all; private ones, DMs and group DMs only with `me` in them. */
  conversations: ConversationView[];
  /** Bottom first; the last is the one on top. At most three. */
  modals: ModalView[];
  /** Absent until the app has published one for `me`. */
  home?: HomeView;
  /** Empty for people of other companies. */
  commands: CommandView[];
  globalShortcuts: ShortcutView[];
  messageShortcuts: ShortcutView[];
  /** The newest ten; take away with act `dismissToast`. */
  toasts: ToastView[];
};

/** Where a pressed element stands. */
export type PressPlace =
  | { in: 'message'; channelId: string; ts: string }
  | { in: 'modal'; viewId: string }
  | { in: 'home' };

/**
 * What the element sends besides its own type and ids. Give the keys that the element kind has, nothing for a
 * button (its `value` is read from the stored blocks, so a page cannot forge one).
 */
export type PressPayload = Omit<ElementState, 'type'>;

export type Act =
  /** `text` as typed; the local Slack escapes & < > itself. `<@U…>` and `<#C…>` are kept: the page makes mentions. */
  | { type: 'say'; channelId: string; text: string; threadTs?: string; fileIds?: string[] }
  | { type: 'editMessage'; channelId: string; ts: string; text: string }
  | { type: 'deleteMessage'; channelId: string; ts: string }
  /** `command` with its slash. Refused in threads, as in Slack. */
  | { type: 'command'; command: string; text: string; channelId: string; threadTs?: string }
  | { type: 'globalShortcut'; callbackId: string }
  | { type: 'messageShortcut'; callbackId: string; channelId: string; ts: string }
  /** A button, select, date picker, checkbox… that sends block_actions. `values`: all inputs of the view now. */
  | {
      type: 'press';
      place: PressPlace;
      blockId: string;
      actionId: string;
      payload?: PressPayload;
      values?: StateValues;
    }
  | { type: 'submitView'; viewId: string; values: StateValues }
  /** `all`: the ✕, which closes the whole stack; else Cancel, which closes the top view. */
  | { type: 'closeView'; viewId: string; all?: boolean }
  /** Type-ahead of an external_select; answers `options` or `optionGroups`. Ask from 3 letters, or min_query_length. */
  | { type: 'loadOptions'; place: PressPlace; blockId: string; actionId: string; query: string }
  | { type: 'openHome' }
  /** Looking at the messages tab of the app's DM (sends app_home_opened with tab "messages"). */
  | { type: 'openAppDm' }
  /** Answers `fileId`, for a file_input's `files: [{id}]` or for `say`. Nothing but the name and size is kept. */
  | { type: 'uploadFile'; name: string; sizeBytes: number; mimetype?: string }
  | { type: 'joinChannel'; channelId: string }
  | { type: 'leaveChannel'; channelId: string }
  | { type: 'inviteApp'; channelId: string }
  | { type: 'removeApp'; channelId: string }
  | { type: 'invitePerson'; channelId: string; userId: string }
  | { type: 'archiveChannel'; channelId: string }
  | { type: 'unarchiveChannel'; channelId: string }
  | { type: 'deleteChannel'; channelId: string }
  | { type: 'createChannel'; name: string; isPrivate: boolean }
  /** Opens (or finds) a DM or group DM; answers `channelId`. The app's bot user id opens the app's DM. */
  | { type: 'openDm'; userIds: string[] }
  | { type: 'deactivatePerson'; userId: string }
  | { type: 'reactivatePerson'; userId: string }
  /** `forMs`: Slack clears it after so long; without, it stays. */
  | { type: 'setStatus'; text: string; emoji: string; forMs?: number }
  | { type: 'setLocale'; locale: string }
  | { type: 'setTimeZone'; tz: string }
  | { type: 'react'; channelId: string; ts: string; name: string }
  | { type: 'markRead'; channelId: string }
  | { type: 'dismissMessage'; channelId: string; ts: string }
  | { type: 'dismissToast'; toastId: number }
  /** Everybody's clock, the app's too. Forward only; `by` in milliseconds, `to` as ISO 8601 UTC. */
  | { type: 'moveClock'; by: number }
  | { type: 'moveClock'; to: string };

export type ActRequest = { as: string; act: Act };

/** How the app answered the one request that the act caused. */
export type AckOutcome = {
  /** `accepted` = HTTP 200 (or a socket ack) within 3 s. `none`: nobody to ask, or nothing subscribed. */
  result: 'accepted' | 'failed' | 'timed-out' | 'none';
  /** HTTP status of the app's answer, 0 when there was none (connection failed, timed out, or a socket). */
  status: number;
  ms: number;
  /** Parsed JSON of the answer, else undefined. */
  body?: unknown;
};

export type ActAnswer =
  | {
      ok: true;
      ack: AckOutcome;
      /** say. */
      ts?: string;
      /** createChannel, openDm. */
      channelId?: string;
      /** uploadFile. */
      fileId?: string;
      /** loadOptions. */
      options?: OptionView[];
      optionGroups?: OptionGroupView[];
      /** submitView: what became of it. `errors` are in the modal's `errors` too, and may come without the app being asked (a required field left empty, as in Slack's own client). */
      outcome?: 'closed' | 'updated' | 'pushed' | 'cleared' | 'errors';
      errors?: Record<string, string>;
    }
  /** `why`: one plain sentence that may be shown as it is. `ack` when the app was asked and failed. */
  | { ok: false; why: string; ack?: AckOutcome };

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
