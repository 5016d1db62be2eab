/** What every part of the page is given, and what the page itself remembers between renderings. */
import type { Exchange } from '../person-api.ts';
import type { Act, ActAnswer } from '../person-does.ts';
import type { ConversationView, OptionGroupView, OptionView, StateValues, WorkspaceView } from '../person-sees.ts';
import type { Names } from './text/controls.ts';
import type { Words } from './text/words.ts';
import type { VNode } from './ui/h.ts';

/** A menu or list that floats beside the element whose `data-anchor` is `anchor`. One at a time. */
export type Popup = {
  anchor: string;
  /** What is typed into a combobox. */
  query: string;
  /** The row that Enter would take. */
  active: number;
  /** Answer of the app to type-ahead; undefined while none came. */
  loaded: { query: string; options: OptionView[]; groups: OptionGroupView[] } | undefined;
  render: (page: Page) => VNode;
};

type Confirm = {
  title: string;
  text: string;
  yes: string;
  no: string;
  isDanger: boolean;
  then: () => void;
};

export type Guide = { command: boolean; form: boolean; approve: boolean; hidden: boolean };

export type Ui = {
  /** Whom the person at the keyboard acts as. */
  as: string;
  /** Conversation on show. */
  where: string;
  appTab: 'home' | 'messages';
  /** Parent's ts of the thread on show. */
  thread: string | undefined;
  /** Message to scroll to and tint, after a link was followed. */
  highlight: string | undefined;
  /** Unsent text by composer key. */
  drafts: Record<string, string>;
  /** Autocomplete of the composer with this key was closed by Esc, or is at this row. */
  suggestions: { composer: string; active: number; closed: boolean };
  /** What was entered and not yet sent, by form key. */
  forms: Record<string, StateValues>;
  /** Keys of elements and views whose act is under way. */
  busy: Set<string>;
  editing: { channelId: string; ts: string; text: string } | undefined;
  popup: Popup | undefined;
  confirm: Confirm | undefined;
  traffic: { isOpen: boolean; exchanges: Exchange[]; lastSeq: number; expanded: Set<number> };
  isSidebarOpen: boolean;
  isConnected: boolean;
  /** Refusals and the page's own troubles, beside the toasts of the local Slack. */
  notices: { id: number; text: string }[];
  guide: Guide;
  /** Keys of long sections, collapsed containers and the like that were opened. */
  opened: Set<string>;
};

export type Page = {
  world: WorkspaceView;
  ui: Ui;
  words: Words;
  names: Names;
  /** Changes what the page remembers, then draws again. */
  change: (how?: (ui: Ui) => void) => void;
  /** Does something as the person on show; refusals become notices. Never rejects. */
  act: (act: Act) => Promise<ActAnswer>;
  goTo: (channelId: string, thread?: string) => void;
  become: (userId: string) => void;
};

export const here = (page: Page): ConversationView | undefined =>
  page.world.conversations.find((one) => one.id === page.ui.where);

export const isApp = (page: Page, userId: string): boolean => userId === page.world.app.botUserId;

/** Opens a menu, or closes it when it is the one that is open. */
export function togglePopup(page: Page, anchor: string, render: (page: Page) => VNode): void {
  page.change((ui) => {
    ui.popup = ui.popup?.anchor === anchor ? undefined : { anchor, query: '', active: 0, loaded: undefined, render };
  });
}
