/** A page's worth of context for renderers that run without a browser. */

import { namesOf } from '#playground/page/names.ts';
import type { Page, Ui } from '#playground/page/page.ts';
import { wordsFor } from '#playground/page/text/words.ts';
import type { WorkspaceView } from '#playground/person-sees.ts';

const person = (id: string, name: string, locale: string) => ({
  id,
  name,
  locale,
  title: '',
  tz: 'Asia/Taipei',
  status: { text: '', emoji: '' },
  isGuest: false,
  isStranger: false,
  isBot: false,
  deleted: false,
  isAdmin: false,
});

function aWorld(locale: string): WorkspaceView {
  const me = person('U0MIA', 'Mia', locale);
  return {
    version: 1,
    now: '2026-01-05T04:00:00.000Z',
    aheadMs: 0,
    team: { id: 'T0LUMEN', name: 'Lumen Co', tz: 'Asia/Taipei' },
    app: { id: 'A0TANDEM', name: 'Tandem', botUserId: 'U0TANDEM', hasHome: true, isConnected: true },
    me,
    people: [me, person('U0EVE', 'Eve', 'en-US'), person('U0EVAN', 'Evan', 'en-US')],
    conversations: [
      {
        id: 'C0MKT',
        name: 'marketing',
        kind: 'public',
        isAppDm: false,
        archived: false,
        topic: '',
        memberIds: ['U0MIA'],
        isMember: true,
        hasApp: true,
        unreadCount: 0,
        messages: [],
      },
    ],
    modals: [],
    commands: [{ name: '/buy-tool', description: 'Start a purchase', usageHint: '[tool]' }],
    globalShortcuts: [],
    messageShortcuts: [],
    toasts: [],
  };
}

const aUi = (): Ui => ({
  as: 'U0MIA',
  where: 'C0MKT',
  appTab: 'home',
  thread: undefined,
  highlight: undefined,
  drafts: {},
  suggestions: { composer: '', active: 0, closed: false },
  forms: {},
  busy: new Set(),
  editing: undefined,
  popup: undefined,
  confirm: undefined,
  traffic: { isOpen: false, exchanges: [], lastSeq: 0, expanded: new Set() },
  isSidebarOpen: false,
  isConnected: true,
  notices: [],
  guide: { command: false, form: false, approve: false, hidden: false },
  opened: new Set(),
});

/** Mia's page at noon on Monday 5 January 2026 in Taipei. */
export function aPage(locale = 'en-US'): Page {
  const ui = aUi();
  const base = {
    world: aWorld(locale),
    ui,
    words: wordsFor(locale),
    change: (how?: (ui: Ui) => void) => how?.(ui),
    act: async () => ({ ok: false as const, why: 'nobody is there' }),
    goTo: () => {},
    become: () => {},
  };
  return Object.assign(base, { names: namesOf(base) });
}
