import { describe } from 'vitest';
import { refusalsOfBlocks } from '#playground/strict/blocks.ts';
import { chars, image, mrkdwn, option, plain, refusesEach, rich, takesEach, times, url } from './plant.ts';

const button = (id: string) => ({ type: 'button', text: plain(), action_id: id });
const block_id = chars(255);
const inMessage = (block: object) => ({
  valid: block,
  refusals: (found: unknown) => refusalsOfBlocks([found], 'message'),
  prefix: '/blocks/0',
});

describe('section', () => {
  const fields = times(10, () => mrkdwn(2000));
  const check = inMessage({
    type: 'section',
    block_id,
    text: mrkdwn(3000),
    fields,
    accessory: button('a'),
    expand: true,
  });
  refusesEach(check, [
    ['a long text', '/text', mrkdwn(3001), '/text/text'],
    ['an empty text', '/text', mrkdwn(0), '/text/text'],
    ['a bare text', '/text', 'hello'],
    ['a text of no kind', '/text/type', 'markdown'],
    ['emoji on markup', '/text/emoji', true],
    ['verbatim in words', '/text/verbatim', 'true'],
    ['eleven fields', '/fields', [...fields, mrkdwn()]],
    ['no fields', '/fields', []],
    ['a long field', '/fields/9', plain(2001), '/fields/9/text'],
    ['a long block_id', '/block_id', chars(256)],
    ['an empty block_id', '/block_id', ''],
    ['a datetimepicker beside it', '/accessory', { type: 'datetimepicker' }],
    ['a text input beside it', '/accessory', { type: 'plain_text_input' }],
    ['a rich text input beside it', '/accessory', { type: 'rich_text_input' }],
    ['an unknown accessory', '/accessory', { type: 'slider' }, '/accessory/type'],
    ['several accessories', '/accessory', [button('a')]],
    ['an unknown field', '/elements', []],
  ]);
  refusesEach(inMessage({ type: 'section', fields }), [['neither text nor fields', '/fields', undefined, '']]);
  takesEach(check, [
    ['an image beside it', '/accessory', image()],
    ['a timepicker beside it', '/accessory', { type: 'timepicker' }],
    ['a static select beside it', '/accessory', { type: 'static_select', options: [option()] }],
  ]);
});

describe('actions', () => {
  const elements = times(25, (i) => button(`${i}`));
  refusesEach(inMessage({ type: 'actions', block_id, elements }), [
    ['26 elements', '/elements', times(26, (i) => button(`${i}`))],
    ['no elements', '/elements', []],
    ['a text input', '/elements/0', { type: 'plain_text_input' }],
    ['an image', '/elements/0', image()],
    ['text', '/elements/0', mrkdwn(), '/elements/0/type'],
    ['an icon button', '/elements/0', { type: 'icon_button' }],
    ['an element without type', '/elements/0', {}, '/elements/0/type'],
    ['the same action_id twice', '/elements/1/action_id', '0'],
  ]);
  takesEach(inMessage({ type: 'actions', elements }), [
    ['a datetimepicker', '/elements/0', { type: 'datetimepicker' }],
    ['a rich text input', '/elements/0', { type: 'rich_text_input' }],
  ]);
});

describe('input', () => {
  const element = { type: 'plain_text_input' };
  const check = inMessage({ type: 'input', block_id, label: plain(2000), hint: plain(2000), optional: true, element });
  refusesEach(check, [
    ['no label', '/label', undefined],
    ['a long label', '/label', plain(2001), '/label/text'],
    ['a label in markup', '/label', mrkdwn()],
    ['a long hint', '/hint', plain(2001), '/hint/text'],
    ['no element', '/element', undefined],
    ['a button', '/element', button('a')],
    ['an overflow menu', '/element', { type: 'overflow', options: [option()] }],
    ['optional in words', '/optional', 'no'],
  ]);
  refusesEach(inMessage({ type: 'input', label: plain(), dispatch_action: true, element }), [
    ['a file input with dispatch', '/element', { type: 'file_input' }],
  ]);
});

describe('header', () => {
  refusesEach(inMessage({ type: 'header', block_id, text: plain(150), level: 4 }), [
    ['a long text', '/text', plain(151), '/text/text'],
    ['markup', '/text', mrkdwn()],
    ['no text', '/text', undefined],
    ['level 5', '/level', 5],
    ['level 0', '/level', 0],
  ]);
});

describe('context', () => {
  const elements = [image(), plain(3000), ...times(8, () => mrkdwn(3000))];
  refusesEach(inMessage({ type: 'context', block_id, elements }), [
    ['eleven elements', '/elements', [...elements, image()]],
    ['no elements', '/elements', []],
    ['a button', '/elements/0', button('a')],
    ['a long text', '/elements/1', plain(3001), '/elements/1/text'],
  ]);
});

describe('image block', () => {
  const title = plain(2000);
  refusesEach(inMessage({ type: 'image', block_id, title, image_url: url(3000), alt_text: chars(2000) }), [
    ['no alt text', '/alt_text', undefined],
    ['an empty alt text', '/alt_text', ''],
    ['a long alt text', '/alt_text', chars(2001)],
    ['a long title', '/title', plain(2001), '/title/text'],
    ['a long address', '/image_url', url(3001)],
    ['a file address', '/image_url', 'file:///a.png'],
    ['no source', '/image_url', undefined, ''],
    ['two sources', '/slack_file', { id: 'F1' }, ''],
  ]);
});

describe('video', () => {
  const address = { video_url: url(60), thumbnail_url: url(60), title_url: url(60), provider_icon_url: url(60) };
  const words = {
    alt_text: 'A',
    title: plain(199),
    description: plain(199),
    author_name: chars(49),
    provider_name: 'B',
  };
  refusesEach(inMessage({ type: 'video', ...address, ...words }), [
    ['a title of 200', '/title', plain(200), '/title/text'],
    ['a description of 200', '/description', plain(200), '/description/text'],
    ['an author of 50', '/author_name', chars(50)],
    ['no alt text', '/alt_text', undefined],
    ['an empty alt text', '/alt_text', ''],
    ['an insecure address', '/video_url', 'http://example.com/a'],
    ['no thumbnail', '/thumbnail_url', undefined],
  ]);
});

describe('context_actions', () => {
  const icon = (i: number) => ({ type: 'icon_button', icon: 'trash', text: plain(), action_id: `${i}` });
  refusesEach(inMessage({ type: 'context_actions', block_id, elements: times(5, icon) }), [
    ['six elements', '/elements', times(6, icon)],
    ['an ordinary button', '/elements/0', button('a')],
  ]);
});

describe('rich_text', () => {
  const style = { bold: true };
  const inline = [
    { type: 'text', text: 'a', style },
    { type: 'link', url: 'https://example.com', text: 'b' },
    { type: 'emoji', name: 'wave' },
    { type: 'user', user_id: 'U1' },
    { type: 'date', timestamp: 1_700_000_000, format: '{date}', fallback: 'today' },
  ];
  const section = { type: 'rich_text_section', elements: inline };
  const list = { type: 'rich_text_list', style: 'bullet', indent: 8, border: 1, elements: [section] };
  const code = { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a' }] };
  refusesEach(
    inMessage({ type: 'rich_text', elements: [section, list, code, { ...section, type: 'rich_text_quote' }] }),
    [
      ['an unknown part', '/elements/0', { type: 'rich_text_table' }, '/elements/0/type'],
      ['an empty text', '/elements/0/elements/0/text', ''],
      ['an unknown style', '/elements/0/elements/0/style', { big: true }, '/elements/0/elements/0/style/big'],
      ['a link to nowhere', '/elements/0/elements/1/url', undefined],
      ['an unknown inline', '/elements/0/elements/0', { type: 'gif' }, '/elements/0/elements/0/type'],
      ['a list of texts', '/elements/1/elements/0', { type: 'text', text: 'a' }, '/elements/1/elements/0/type'],
      ['a list without style', '/elements/1/style', undefined],
      ['a nameless person', '/elements/0/elements/3/user_id', ''],
      ['a time before 1970', '/elements/0/elements/4/timestamp', -1],
      ['indent -1', '/elements/1/indent', -1],
      ['indent 9', '/elements/1/indent', 9],
      ['a person in code', '/elements/2/elements/0', { type: 'user', user_id: 'U1' }, '/elements/2/elements/0/type'],
      ['no elements', '/elements', undefined],
    ],
  );
  refusesEach(inMessage(rich()), [['a bare text', '/elements', 'hello']]);
});

describe('markdown', () => {
  refusesEach(inMessage({ type: 'markdown', text: chars(12_000) }), [['an empty text', '/text', '']]);
});

describe('divider', () => {
  refusesEach(inMessage({ type: 'divider', block_id }), [['a text', '/text', plain()]]);
});
