/** What a person sees of the workspace: the answer to GET `PATHS.state` (person-api.ts). Types only. */
import type { Block, KnownBlock } from '@slack/types';

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
