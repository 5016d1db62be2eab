/** What a person can do, and what comes of it: POST `PATHS.act` (person-api.ts). Types only. */
import type { ElementState, OptionGroupView, OptionView, StateValues } from './person-sees.ts';

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
