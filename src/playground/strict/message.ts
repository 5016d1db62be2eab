import {
  ATTACHMENT_FOOTER_CHARS_MAX,
  ATTACHMENTS_MAX,
  EPHEMERAL_TEXT_BYTES_MAX,
  MARKDOWN_TEXT_CHARS_MAX,
  MESSAGE_TEXT_CHARS_MAX,
  UPDATE_TEXT_CHARS_MAX,
} from '#slack/limits.ts';
import { refusalsOfBlocks } from './blocks.ts';
import { metadataRefusals } from './metadata.ts';
import type { Refusal } from './refusal.ts';
import { isRecord, itemsOf, nameOf, string } from './rules.ts';

/** The methods that put a message in front of people. */
export type MessageMethod = 'chat.postMessage' | 'chat.update' | 'chat.postEphemeral';

type Message = Record<string, unknown>;

const refuse = (error: string, pointer: string, why: string): Refusal[] => [{ error, pointer, why }];

/** What Slack would refuse in the arguments of a message; also two things that it takes but people would miss. */
export function refusalsOfMessage(message: unknown, method: MessageMethod): Refusal[] {
  if (!isRecord(message)) return refuse('invalid_arguments', '', `a message is an object, not ${nameOf(message)}`);
  return [
    ...textRefusals(message, method),
    ...markdownTextRefusals(message),
    ...(message.blocks === undefined ? [] : refusalsOfBlocks(message.blocks, 'message')),
    ...threadRefusals(message),
    ...metadataRefusals(message.metadata, method),
    ...attachmentRefusals(message),
  ];
}

const isGiven = (list: unknown) => itemsOf(list).length > 0;
const hasBlocks = (message: Message) =>
  isGiven(message.blocks) || itemsOf(message.attachments).some((each) => isRecord(each) && isGiven(each.blocks));

function textRefusals(message: Message, method: MessageMethod): Refusal[] {
  const { text } = message;
  if (text === undefined || text === '') return missingText(message, method);
  if (typeof text !== 'string') return refuse('invalid_arguments', '/text', `must be a string, not ${nameOf(text)}`);
  return tooLong(text, method);
}

/** Ours, not Slack's: blocks without text are refused, for screen readers and notifications have nothing but text. */
function missingText(message: Message, method: MessageMethod): Refusal[] {
  if (hasBlocks(message))
    return refuse('no_text', '/text', 'text is missing beside blocks; screen readers and notifications read only text');
  const { markdown_text, attachments, blocks, metadata, file_ids } = message;
  if (markdown_text !== undefined || isGiven(attachments)) return [];
  const onlyKeeps =
    method === 'chat.update' && [attachments, blocks, metadata, file_ids].some((each) => each !== undefined);
  return onlyKeeps ? [] : refuse('no_text', '/text', 'there is no text, and nothing else to show');
}

/** Ours for chat.postMessage: Slack would cut the end off without an error. */
function tooLong(text: string, method: MessageMethod): Refusal[] {
  const bytes = Buffer.byteLength(text);
  if (method === 'chat.postEphemeral' && bytes > EPHEMERAL_TEXT_BYTES_MAX)
    return refuse(
      'msg_too_long',
      '/text',
      `has ${bytes} bytes; an ephemeral takes at most ${EPHEMERAL_TEXT_BYTES_MAX}`,
    );
  const max = method === 'chat.update' ? UPDATE_TEXT_CHARS_MAX : MESSAGE_TEXT_CHARS_MAX;
  return string({ max })(text, '/text').map((each) => ({ error: 'msg_too_long', ...each }));
}

function markdownTextRefusals({ markdown_text, text, blocks }: Message): Refusal[] {
  if (markdown_text === undefined) return [];
  if (text !== undefined || blocks !== undefined)
    return refuse('markdown_text_conflict', '/markdown_text', 'cannot stand beside text or blocks');
  if (markdown_text === '') return refuse('no_text', '/markdown_text', 'is empty, and there is nothing else to show');
  const faults = string({ max: MARKDOWN_TEXT_CHARS_MAX })(markdown_text, '/markdown_text');
  return faults.map((each) => ({ error: 'msg_too_long', ...each }));
}

/** A number would lose the last digits of the ts, and the reply would land elsewhere. */
function threadRefusals({ thread_ts }: Message): Refusal[] {
  if (thread_ts === undefined || (typeof thread_ts === 'string' && /^\d{10}\.\d{6}$/.test(thread_ts))) return [];
  const why = `must be the parent's ts as a string, such as "1700000000.000100", not ${nameOf(thread_ts)}`;
  return refuse('invalid_arguments', '/thread_ts', why);
}

function attachmentRefusals({ attachments }: Message): Refusal[] {
  if (attachments === undefined) return [];
  if (!Array.isArray(attachments)) return refuse('invalid_attachments', '/attachments', 'attachments must be a list');
  const count = attachments.length;
  const why = `has ${count} attachments; Slack takes at most ${ATTACHMENTS_MAX}`;
  return [
    ...(count > ATTACHMENTS_MAX ? refuse('too_many_attachments', '/attachments', why) : []),
    ...attachments.flatMap((each, index) => oneAttachment(each, `/attachments/${index}`)),
  ];
}

function oneAttachment(attachment: unknown, pointer: string): Refusal[] {
  if (!isRecord(attachment)) return refuse('invalid_attachments', pointer, 'an attachment is an object');
  const { footer = '', blocks } = attachment;
  const faults = string({ max: ATTACHMENT_FOOTER_CHARS_MAX })(footer, `${pointer}/footer`);
  const inBlocks = blocks === undefined ? [] : refusalsOfBlocks(blocks, 'message', `${pointer}/blocks`);
  return [...faults.map((each) => ({ error: 'invalid_attachments', ...each })), ...inBlocks];
}
