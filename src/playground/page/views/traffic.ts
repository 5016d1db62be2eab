import type { Exchange } from '../../person-api.ts';
import type { Page } from '../page.ts';
import { slackDate } from '../text/slack-date.ts';
import { type Child, h, type VNode } from '../ui/h.ts';
import { icon } from '../ui/icons.ts';

const pretty = (value: unknown): string => JSON.stringify(value, undefined, 2) ?? '';

function details(page: Page, one: Exchange): VNode {
  return h(
    'div',
    { class: 'exchange-details', key: 'details' },
    one.notes?.map((note) => h('p', { class: 'exchange-note' }, note)),
    h('h4', {}, page.words.request),
    h('pre', { tabindex: '0' }, pretty(one.request)),
    h('h4', {}, page.words.response),
    h('pre', { tabindex: '0' }, pretty(one.response)),
  );
}

function row(page: Page, one: Exchange): VNode {
  const isOpen = page.ui.traffic.expanded.has(one.seq);
  const isOut = one.direction === 'app-to-slack';
  const onclick = () =>
    page.change((ui) => {
      if (!ui.traffic.expanded.delete(one.seq)) ui.traffic.expanded.add(one.seq);
    });
  const time = slackDate(Math.floor(Date.parse(one.at) / 1000), '{time_secs}', page.names.clock);
  return h(
    'li',
    { key: String(one.seq), class: one.ok ? 'exchange' : 'exchange exchange-failed' },
    h(
      'button',
      { type: 'button', class: 'exchange-row', 'aria-expanded': String(isOpen), onclick },
      h('time', {}, time),
      h('span', { class: isOut ? 'way way-out' : 'way way-in' }, isOut ? page.words.appToSlack : page.words.slackToApp),
      h('span', { class: 'exchange-kind' }, one.kind),
      h('span', { class: 'exchange-result' }, one.ok ? 'ok' : (one.error ?? 'error')),
      h('span', { class: 'exchange-ms' }, `${Math.round(one.ms)} ms`),
    ),
    isOpen && details(page, one),
  );
}

/** Everything that passed between the app and the local Slack, newest on top. */
export function traffic(page: Page): Child {
  const { isOpen, exchanges } = page.ui.traffic;
  if (!isOpen) return undefined;
  const close = () => page.change((ui) => (ui.traffic.isOpen = false));
  return h(
    'section',
    { class: 'traffic', key: 'traffic', 'aria-label': page.words.traffic, 'data-testid': 'traffic' },
    h(
      'header',
      {},
      icon('wire'),
      h('h2', {}, page.words.traffic),
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': page.words.close, onclick: close },
        icon('close'),
      ),
    ),
    exchanges.length === 0
      ? h('p', { class: 'quiet' }, page.words.trafficNone)
      : h(
          'ul',
          {},
          exchanges.toReversed().map((one) => row(page, one)),
        ),
  );
}
