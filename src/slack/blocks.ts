import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ContextBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  MrkdwnElement,
  PlainTextElement,
  PlainTextOption,
  RichTextBlock,
  SectionBlock,
} from '@slack/types';
import {
  BUTTON_LABEL_CHARS_MAX,
  CHART_AXIS_CHARS_MAX,
  CHART_LABEL_CHARS_MAX,
  CHART_TITLE_CHARS_MAX,
  clip,
  HEADER_CHARS_MAX,
  OPTION_TEXT_CHARS_MAX,
} from './limits.ts';
import type { Mrkdwn } from './mrkdwn.ts';

export const plainText = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: true });

/** `verbatim` keeps Slack from making links and mentions of what people typed. */
const mrkdwnText = ({ mrkdwn }: Mrkdwn): MrkdwnElement => ({ type: 'mrkdwn', text: mrkdwn, verbatim: true });

export const header = (text: string): HeaderBlock => ({
  type: 'header',
  text: plainText(clip(text, HEADER_CHARS_MAX)),
});

export const section = (text: Mrkdwn, accessory?: Button): SectionBlock => ({
  type: 'section',
  text: mrkdwnText(text),
  ...(accessory && { accessory }),
});

/** A message that begins with a line. The line alone is the notification. */
export const messageOf = (line: Mrkdwn, ...more: Blocks): { text: string; blocks: Blocks } => ({
  text: line.mrkdwn,
  blocks: [section(line), ...more],
});

/** Texts side by side, two a row: at most ten, of at most 2,000 characters each. */
export const fields = (...texts: Mrkdwn[]): SectionBlock => ({ type: 'section', fields: texts.map(mrkdwnText) });

export const context = (...texts: Mrkdwn[]): ContextBlock => ({ type: 'context', elements: texts.map(mrkdwnText) });

/** Full-width punctuation brings its own space. */
const bold = (label: string) =>
  ({ type: 'text', text: label.endsWith('：') ? label : `${label} `, style: { bold: true } }) as const;

/** A label of ours in bold and, after it, somebody's words exactly as typed: rich text has no markup of its own. */
export const labelled = (label: string, words: string): RichTextBlock => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [bold(label), { type: 'text', text: words }],
    },
  ],
});

/** A label of ours and links, whose labels show as typed. However many: mrkdwn has a limit, rich text has none (slack-facts a1). */
export const labelledLinks = (label: string, links: { url: string; text: string }[]): RichTextBlock => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        bold(label),
        ...links.flatMap(({ url, text }, index) => [
          ...(index > 0 ? [{ type: 'text', text: ', ' } as const] : []),
          { type: 'link', url, text } as const,
        ]),
      ],
    },
  ],
});

/** Somebody's words as a quotation, exactly as typed. */
export const quotation = (words: string): RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text: words }] }],
});

export const actions = (...elements: ActionsBlockElement[]): ActionsBlock => ({ type: 'actions', elements });

export type ButtonLook = { style?: 'primary' | 'danger'; url?: string };

export const button = (label: string, actionId: string, value: string, look: ButtonLook = {}): Button => ({
  type: 'button',
  text: plainText(clip(label, BUTTON_LABEL_CHARS_MAX)),
  action_id: actionId,
  value,
  ...look,
});

/** The label is clipped, the value never: a clipped id would be another id. */
export const option = (label: string, value: string, description?: string): PlainTextOption => ({
  text: plainText(clip(label, OPTION_TEXT_CHARS_MAX)),
  value,
  ...(description && { description: plainText(clip(description, OPTION_TEXT_CHARS_MAX)) }),
});

export type Field = { hint?: string; optional?: boolean; dispatches?: boolean };

/** An input with its label; `blockId` is also what an error beside the field is keyed by. */
export const field = (blockId: string, label: string, element: InputBlock['element'], how: Field = {}): InputBlock => ({
  type: 'input',
  block_id: blockId,
  label: plainText(label),
  element,
  ...(how.hint && { hint: plainText(how.hint) }),
  ...(how.optional && { optional: true }),
  ...(how.dispatches && { dispatch_action: true }),
});

export type Blocks = KnownBlock[];

/** Every series has one value for each category. Labels are clipped, so they differ within their first 20 characters. */
export type LineChart = {
  title: string;
  yLabel: string;
  categories: string[];
  series: { name: string; values: number[] }[];
};

/** @slack/types 3.2 does not know this block. Source: docs.slack.dev/reference/block-kit/blocks/data-visualization-block */
export const lineChart = ({ title, yLabel, categories, series }: LineChart): KnownBlock => {
  const labels = categories.map((label) => clip(label, CHART_LABEL_CHARS_MAX));
  const block = {
    type: 'data_visualization',
    title: clip(title, CHART_TITLE_CHARS_MAX),
    chart: {
      type: 'line',
      series: series.map(({ name, values }) => ({
        name: clip(name, CHART_LABEL_CHARS_MAX),
        data: values.map((value, index) => ({ label: labels[index], value })),
      })),
      axis_config: { categories: labels, y_label: clip(yLabel, CHART_AXIS_CHARS_MAX) },
    },
  };
  return block as unknown as KnownBlock;
};
