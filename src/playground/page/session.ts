/// <reference lib="dom" />
/** Keeps the page in step with the local Slack: loads, acts, follows changes. */
import type { Act, ActAnswer } from '../person-does.ts';
import type { WorkspaceView } from '../person-sees.ts';
import { allBlocks } from './blocks/form.ts';
import { progress, rememberGuide } from './guide-progress.ts';
import { fetchTraffic, fetchWorld, sendAct } from './local-slack.ts';
import type { Page, Ui } from './page.ts';
import { wordsFor } from './text/words.ts';
import { string } from './ui/json.ts';

/** More of the page's own notices than this would cover the page. */
const NOTICES_MAX = 3;
let nextNotice = 1;

export function notice(ui: Ui, text: string): void {
  if (ui.notices.some((one) => one.text === text)) return;
  ui.notices = [...ui.notices, { id: nextNotice++, text }].slice(-NOTICES_MAX);
}

/** Blocks of the message that a form's key names, as text to compare. */
function blocksBehind(key: string, world: WorkspaceView): string {
  const [, channelId, ts] = key.split(' ');
  const messages = world.conversations.find((one) => one.id === channelId)?.messages;
  return JSON.stringify(messages?.find((one) => one.ts === ts)?.blocks ?? []);
}

/**
 * Forgets entries of views that are gone, of blocks that the app has taken out of a view, and of messages that the
 * app has changed: what it shows now counts.
 */
function pruneForms(ui: Ui, world: WorkspaceView, before: WorkspaceView): void {
  const open = new Map(world.modals.map((view) => [`modal ${view.id}`, view.blocks]));
  if (world.home) open.set('home', world.home.blocks);
  for (const key of Object.keys(ui.forms)) {
    if (key.startsWith('message ')) {
      if (blocksBehind(key, world) !== blocksBehind(key, before)) delete ui.forms[key];
      continue;
    }
    const ids = new Set(allBlocks(open.get(key) ?? []).map((block) => string(block.block_id)));
    const kept = Object.entries(ui.forms[key] ?? {}).filter(([blockId]) => ids.has(blockId));
    if (open.has(key)) ui.forms[key] = Object.fromEntries(kept);
    else delete ui.forms[key];
  }
}

/** Stays where the person looked before, if they may; their own DM with the app counts as the same place. */
function settle(ui: Ui, world: WorkspaceView, before: WorkspaceView): void {
  const wasAppDm = before.conversations.find((one) => one.id === ui.where)?.isAppDm === true;
  const mine = world.conversations;
  const found =
    mine.find((one) => one.id === ui.where) ??
    (wasAppDm ? mine.find((one) => one.isAppDm) : undefined) ??
    mine.find((one) => one.isMember && !one.archived && one.kind === 'public' && one.hasApp) ??
    mine.find((one) => one.isMember) ??
    mine[0];
  if (found?.id !== ui.where) ui.thread = undefined;
  ui.where = found?.id ?? '';
}

/** Shows what the local Slack says now. */
export function take(page: Page, world: WorkspaceView): void {
  const before = page.world;
  page.world = world;
  page.words = wordsFor(world.me.locale);
  page.ui.as = world.me.id;
  pruneForms(page.ui, world, before);
  settle(page.ui, world, before);
}

let lastRead = '';

/** Tells once per newest message that the conversation on show was read. */
export function markRead(page: Page): void {
  const one = page.world.conversations.find((conversation) => conversation.id === page.ui.where);
  if (!one || one.unreadCount === 0 || document.visibilityState !== 'visible') return;
  if (one.isAppDm && page.ui.appTab === 'home') return;
  const now = `${page.ui.as} ${one.id} ${one.messages.at(-1)?.ts} ${one.unreadCount}`;
  if (now === lastRead) return;
  lastRead = now;
  void page.act({ type: 'markRead', channelId: one.id });
}

export async function loadTraffic(page: Page): Promise<void> {
  const { traffic } = page.ui;
  if (!traffic.isOpen) return;
  const news = await fetchTraffic(traffic.lastSeq).catch(() => undefined);
  if (!news) return;
  const isRestarted = news.lastSeq < traffic.lastSeq;
  const fresh = news.exchanges.filter((one) => isRestarted || one.seq > traffic.lastSeq);
  if (fresh.length === 0 && !isRestarted) return;
  page.change(() => {
    traffic.exchanges = isRestarted ? fresh : [...traffic.exchanges, ...fresh].slice(-500);
    traffic.lastSeq = news.lastSeq;
  });
}

/** Sends an act; a refusal or a lost connection becomes a notice. The view is up to date when this resolves. */
export async function act(page: Page, what: Act, reload: () => Promise<void>): Promise<ActAnswer> {
  try {
    const answer = await sendAct(page.ui.as, what);
    page.change((ui) => {
      ui.guide = progress(ui.guide, what, answer);
      if (!answer.ok && !answer.ack) notice(ui, answer.why);
    });
    rememberGuide(page.ui.guide);
    await reload();
    return answer;
  } catch {
    page.change((ui) => notice(ui, page.words.trouble));
    return { ok: false, why: page.words.trouble };
  }
}

/** One load at a time; asking during a load leads to one more after it. */
export function loader(page: Page, loaded: (world: WorkspaceView) => void): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again: Promise<void> | undefined;
  const load = async () => {
    const asked = page.ui.as;
    const world = await fetchWorld(asked);
    if (page.ui.as === asked) loaded(world);
  };
  const start = (): Promise<void> => {
    running = load().finally(() => {
      running = undefined;
    });
    return running;
  };
  return () => {
    if (!running) return start();
    again ??= running
      .catch(() => undefined)
      .then(() => {
        again = undefined;
        return running ?? start();
      });
    return again;
  };
}
