import type { Page } from './page.ts';
import type { Names } from './text/controls.ts';
import type { Clock } from './text/slack-date.ts';

const clockOf = (page: Pick<Page, 'world'>): Clock => ({
  locale: page.world.me.locale,
  tz: page.world.me.tz,
  nowSeconds: Math.floor(Date.parse(page.world.now) / 1000),
});

/** Channel, message and thread of a permalink; undefined for other addresses. */
export function permalink(url: string): { channelId: string; ts: string; thread: string | undefined } | undefined {
  const match = /\/archives\/([A-Z0-9]+)(?:\/p(\d+)(\d{6}))?/.exec(url);
  if (!match?.[1]) return undefined;
  const thread = /[?&]thread_ts=([\d.]+)/.exec(url)?.[1];
  return { channelId: match[1], ts: match[2] ? `${match[2]}.${match[3]}` : '', thread };
}

type Deps = Pick<Page, 'world' | 'goTo' | 'act' | 'change'>;

function openPermalink(page: Deps, url: string): boolean {
  const link = permalink(url);
  const conversation = page.world.conversations.find((one) => one.id === link?.channelId);
  if (!link || !conversation) return false;
  const target = conversation.messages.find((one) => one.ts === link.ts);
  const hasReplies = target?.threadTs === link.ts ? link.ts : undefined;
  page.goTo(link.channelId, link.thread ?? hasReplies);
  page.change((ui) => {
    ui.highlight = link.ts;
  });
  return true;
}

/** Names as they are at the time of asking, so that one object serves for good. */
export function namesOf(page: Deps): Names {
  return {
    get me() {
      return page.world.me.id;
    },
    get clock() {
      return clockOf(page);
    },
    person: (id) =>
      id === page.world.app.botUserId ? page.world.app.name : page.world.people.find((one) => one.id === id)?.name,
    channel: (id) => page.world.conversations.find((one) => one.id === id)?.name,
    channelNamed: (name) => page.world.conversations.find((one) => one.name === name && one.kind === 'public')?.id,
    openChannel: (id) => page.goTo(id),
    openPerson: (id) => {
      if (id === page.world.me.id) return;
      void page.act({ type: 'openDm', userIds: [id] }).then((answer) => {
        if (answer.ok && answer.channelId !== undefined) page.goTo(answer.channelId);
      });
    },
    openPermalink: (url) => openPermalink(page, url),
  };
}
