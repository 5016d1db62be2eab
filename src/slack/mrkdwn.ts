/** Text in Slack's mrkdwn in which everything that people typed is escaped. Only this file makes one. */
export type Mrkdwn = { readonly mrkdwn: string };

/**
 * Escapes what Slack would read as control characters, in this order and once.
 * Source: docs.slack.dev/messaging/formatting-message-text#escaping
 */
export const escapeText = (raw: string): string =>
  raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Undoes what Slack did to text that people sent (slack-facts d4). Once, never twice. */
export const unescapeText = (received: string): string =>
  received.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** What people wrote, without Slack's control forms: links and mentions become the words they show. */
export const plainWords = (received: string): string =>
  unescapeText(
    received
      .replaceAll(
        /<([@#!])?([^<>|]*)\|([^<>]*)>/g,
        (_, sign, _target, label) => `${sign === '!' ? '' : (sign ?? '')}${label}`,
      )
      .replaceAll(/<([^<>]*)>/g, '$1'),
  );

const isMrkdwn = (value: unknown): value is Mrkdwn => typeof value === 'object' && value !== null && 'mrkdwn' in value;

/** What a value becomes inside mrkdwn: marked-up text as it is, everything else escaped. */
export const asMrkdwn = (value: unknown): string => (isMrkdwn(value) ? value.mrkdwn : escapeText(String(value)));

/** Marks a text of our own catalogue, whose values were escaped when they were filled in, as mrkdwn. */
export const trusted = (text: string): Mrkdwn => ({ mrkdwn: text });

export const joined = (texts: Mrkdwn[], between: string): Mrkdwn => ({
  mrkdwn: texts.map((text) => text.mrkdwn).join(escapeText(between)),
});

/** Shows as the person's name, and notifies when first posted. */
export const mention = (user: string): Mrkdwn => ({ mrkdwn: `<@${user}>` });

export const channelLink = (channel: string): Mrkdwn => ({ mrkdwn: `<#${channel}>` });

/** A link whose label cannot pose as another address: the label is escaped and holds no `|` or `>`. */
export const link = (url: string, label: string): Mrkdwn => ({
  mrkdwn: `<${escapeText(url).replaceAll('|', '%7C')}|${escapeText(label)}>`,
});

const MS_PER_SECOND = 1_000;

/**
 * A moment in each reader's own zone and language. `fallback` is what notifications show, so it names the zone.
 * Works in mrkdwn only, not in plain_text. Source: docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
export const moment = (at: number, format: string, fallback: string): Mrkdwn => ({
  mrkdwn: `<!date^${Math.floor(at / MS_PER_SECOND)}^${format}|${escapeText(fallback)}>`,
});
