/// <reference lib="dom" />
/** Starts the page: remembers, draws, listens. */

import type { Act } from '../person-does.ts';
import type { WorkspaceView } from '../person-sees.ts';
import { placeInAddress, writeAddress } from './address.ts';
import { afterDrawing, beforeDrawing } from './effects.ts';
import { rememberedGuide } from './guide-progress.ts';
import { listenToKeys } from './keys.ts';
import { fetchWorld, watch } from './local-slack.ts';
import { namesOf } from './names.ts';
import type { Page, Ui } from './page.ts';
import { act, loader, loadTraffic, markRead, notice, take } from './session.ts';
import { english } from './text/words.ts';
import { timeToasts } from './toast-times.ts';
import type { VNode } from './ui/h.ts';
import { patch } from './ui/patch.ts';
import { layout } from './views/layout.ts';

/** Whom a newcomer acts as: Mia, with whom the guide begins. */
const FIRST_PERSON = 'U0MIA';
/** Pause before asking again when the local Slack is away. */
const RETRY_MS = 1000;
/** How often the open traffic panel looks for exchanges that changed nothing on the page. */
const TRAFFIC_MS = 1500;
/** How far the clock on show may lag when nothing happens. */
const CLOCK_MS = 20_000;

const firstUi = (): Ui => ({
  ...placeInAddress(),
  appTab: 'home',
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
  guide: rememberedGuide(),
  opened: new Set(),
});

/** Draws soon after it is asked to, once however often it was asked. */
function painter(root: Element, page: Page): () => void {
  let shown: VNode[] = [];
  let isDue = false;
  const draw = () => {
    isDue = false;
    const before = beforeDrawing();
    const next = layout(page);
    patch(root, shown, next);
    shown = next;
    document.documentElement.lang = page.world.me.locale;
    document.title = `${page.world.team.name} · ${page.world.me.name}`;
    writeAddress(page.ui);
    afterDrawing(page.ui, before);
    markRead(page);
    timeToasts(page);
  };
  return () => {
    if (!isDue) queueMicrotask(draw);
    isDue = true;
  };
}

/** Follows the changes of whoever is on show; answers how to change to somebody else. */
function follower(page: Page, reload: () => Promise<void>): () => void {
  let stop = () => {};
  const again = () => {
    void reload().catch(() => page.change((ui) => (ui.isConnected = false)));
    void loadTraffic(page);
  };
  return () => {
    stop();
    stop = watch(page.ui.as, again, (isUp) => {
      if (page.ui.isConnected !== isUp) page.change((ui) => (ui.isConnected = isUp));
    });
  };
}

function openPage(root: Element, world: WorkspaceView, ui: Ui): Page {
  const change: Page['change'] = (how) => {
    how?.(ui);
    draw();
  };
  const goTo: Page['goTo'] = (channelId, thread) => {
    const isElsewhere = channelId !== ui.where;
    change(() =>
      Object.assign(ui, { where: channelId, thread, highlight: undefined, popup: undefined, isSidebarOpen: false }),
    );
    const one = page.world.conversations.find((conversation) => conversation.id === channelId);
    if (one?.isAppDm && isElsewhere)
      void page.act({ type: ui.appTab === 'home' && page.world.app.hasHome ? 'openHome' : 'openAppDm' });
  };
  const become: Page['become'] = (userId) => {
    change(() =>
      Object.assign(ui, {
        as: userId,
        popup: undefined,
        editing: undefined,
        highlight: undefined,
        isSidebarOpen: false,
      }),
    );
    void reload().catch(() => change(() => notice(ui, page.words.noConnection)));
    follow();
  };
  const base = { world, ui, words: english, change, goTo, become, act: (what: Act) => act(page, what, reload) };
  const page: Page = Object.assign(base, { names: namesOf(base) });
  const draw = painter(root, page);
  const reload = loader(page, (news) => {
    take(page, news);
    draw();
  });
  const follow = follower(page, reload);
  take(page, world);
  follow();
  draw();
  setInterval(() => void reload().catch(() => {}), CLOCK_MS);
  return page;
}

function followAddress(page: Page): void {
  addEventListener('hashchange', () => {
    const { as, where, thread } = placeInAddress();
    if (as !== '' && as !== page.ui.as) page.become(as);
    if (where !== '' && (where !== page.ui.where || thread !== page.ui.thread)) page.goTo(where, thread);
  });
}

/** The first look: as the person in the address, else as the first one; asks until the local Slack answers. */
async function firstWorld(as: string): Promise<WorkspaceView> {
  const world = await fetchWorld(as || FIRST_PERSON).catch(() => fetchWorld(FIRST_PERSON).catch(() => undefined));
  if (world) return world;
  await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  return firstWorld(as);
}

const root = document.querySelector('#page');
if (root) {
  const ui = firstUi();
  const world = await firstWorld(ui.as);
  document.querySelector('#waiting')?.remove();
  const page = openPage(root, world, ui);
  listenToKeys(page);
  followAddress(page);
  setInterval(() => void loadTraffic(page), TRAFFIC_MS);
}
