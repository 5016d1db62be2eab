import { describe, expect, it } from 'vitest';
import { type MessageMethod, refusalsOfMessage } from '#playground/strict/message.ts';
import { chars, plain, times } from './plant.ts';

const post = 'chat.postMessage';
const update = 'chat.update';
const ephemeral = 'chat.postEphemeral';
const blocks = [{ type: 'section', text: plain() }];
const text = 'New request';
const payload = { plain: 'a', number: 1, yes: true, object: { id: 'x' }, list: [{ id: 'x' }] };
const metadata = { event_type: 'tandem', event_payload: payload };
const wide = chars(39_999);

const taken: [name: string, message: object, method: MessageMethod][] = [
  ['text and blocks', { channel: 'C1', text, blocks, metadata, thread_ts: '1700000000.000100' }, post],
  ['text alone', { text }, post],
  ['40,000 characters', { text: `${wide}x` }, post],
  ['4,000 characters to update', { text: chars(4000) }, update],
  ['4,000 bytes in private', { text: `${'採'.repeat(1333)}x` }, ephemeral],
  ['an old attachment alone', { attachments: [{ text: 'a', footer: chars(300) }] }, post],
  ['100 attachments', { text, attachments: times(100, () => ({})) }, post],
  ['attached blocks', { text, attachments: [{ blocks }] }, post],
  ['markdown_text alone', { markdown_text: chars(12_000) }, post],
  ['metadata taken off', { text, metadata: {} }, update],
  ['only new metadata', { metadata }, update],
  ['blocks cleared', { text, blocks: [] }, update],
];

const refused: [name: string, message: unknown, method: MessageMethod, error: string, pointer: string][] = [
  ['nothing', { channel: 'C1' }, post, 'no_text', '/text'],
  ['nothing to update', { channel: 'C1', ts: '1' }, update, 'no_text', '/text'],
  ['blocks without text', { blocks }, post, 'no_text', '/text'],
  ['blocks with an empty text', { text: '', blocks }, post, 'no_text', '/text'],
  ['blocks without text to update', { blocks }, update, 'no_text', '/text'],
  ['attached blocks without text', { attachments: [{ blocks }] }, post, 'no_text', '/text'],
  ['empty blocks alone', { blocks: [] }, post, 'no_text', '/text'],
  ['text that is an object', { text: plain() }, post, 'invalid_arguments', '/text'],
  ['40,001 characters', { text: `${wide}xx` }, post, 'msg_too_long', '/text'],
  ['4,001 characters to update', { text: chars(4001) }, update, 'msg_too_long', '/text'],
  ['4,001 bytes in private', { text: `${'採'.repeat(1333)}xx` }, ephemeral, 'msg_too_long', '/text'],
  ['a bad block', { text, blocks: [{ type: 'alert', text: plain() }] }, post, 'invalid_blocks', '/blocks/0'],
  ['51 blocks', { text, blocks: times(51, () => blocks[0]) }, post, 'invalid_blocks', '/blocks'],
  ['blocks in a string', { text, blocks: '[]' }, post, 'invalid_blocks_format', '/blocks'],
  ['a thread as a number', { text, thread_ts: 1700000000.0001 }, post, 'invalid_arguments', '/thread_ts'],
  ['a thread without dot', { text, thread_ts: '1700000000' }, post, 'invalid_arguments', '/thread_ts'],
  ['metadata in a string', { text, metadata: '{}' }, post, 'invalid_metadata_format', '/metadata'],
  ['empty metadata on a post', { text, metadata: {} }, post, 'invalid_metadata_format', '/metadata/event_type'],
  ['no payload', { text, metadata: { event_type: 'a' } }, post, 'invalid_metadata_format', '/metadata/event_payload'],
  ['deep metadata', deep({ a: { b: 1 } }), post, 'invalid_metadata_schema', '/metadata/event_payload/deep'],
  ['a list of plain values', deep(['a']), post, 'invalid_metadata_schema', '/metadata/event_payload/deep'],
  ['null in metadata', deep(null), post, 'invalid_metadata_schema', '/metadata/event_payload/deep'],
  ['101 attachments', { text, attachments: times(101, () => ({})) }, post, 'too_many_attachments', '/attachments'],
  ['attachments in a string', { text, attachments: '[]' }, post, 'invalid_attachments', '/attachments'],
  ['an attachment in a string', { text, attachments: ['a'] }, post, 'invalid_attachments', '/attachments/0'],
  ['a long footer', footer(301), post, 'invalid_attachments', '/attachments/0/footer'],
  ['a bad attached block', attached({ type: 'file' }), post, 'invalid_blocks', '/attachments/0/blocks/0'],
  ['markdown_text with text', { text, markdown_text: 'a' }, post, 'markdown_text_conflict', '/markdown_text'],
  ['empty markdown_text', { markdown_text: '' }, post, 'no_text', '/markdown_text'],
  ['long markdown_text', { markdown_text: chars(12_001) }, post, 'msg_too_long', '/markdown_text'],
  ['no message', 'hello', post, 'invalid_arguments', ''],
];

function deep(value: unknown) {
  return { text, metadata: { event_type: 'tandem', event_payload: { ...payload, deep: value } } };
}
function footer(count: number) {
  return { text, attachments: [{ footer: chars(count) }] };
}
function attached(block: object) {
  return { text, attachments: [{ blocks: [block] }] };
}

describe('a message', () => {
  it.each(taken)('may be %s', (_name, message, method) => {
    expect(refusalsOfMessage(message, method)).toEqual([]);
  });
  it.each(refused)('may not be %s', (_name, message, method, error, pointer) => {
    const found = refusalsOfMessage(message, method);
    expect(found.map((each) => [each.error, each.pointer])).toEqual([[error, pointer]]);
  });
  it('says that the missing text is for screen readers', () => {
    expect(refusalsOfMessage({ blocks }, post)[0]?.why).toContain('screen readers');
  });
  it('refuses markdown_text beside blocks', () => {
    const errors = refusalsOfMessage({ text, blocks, markdown_text: 'a' }, post).map(({ error }) => error);
    expect(errors).toEqual(['markdown_text_conflict']);
  });
});
