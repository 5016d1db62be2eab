import type { Refusal } from './refusal.ts';
import { into, isRecord } from './rules.ts';

const refuse = (error: string, pointer: string, why: string): Refusal[] => [{ error, pointer, why }];

/**
 * Message metadata: an event_type, and a payload of plain values, objects of plain values, or lists of such objects.
 * Any member can read it. Slack has a size limit (`metadata_too_large`) that it does not state, so none is held here.
 * Source: docs.slack.dev/messaging/message-metadata, @slack/types message-metadata.
 */
export function metadataRefusals(metadata: unknown, method: string): Refusal[] {
  if (metadata === undefined || clears(metadata, method)) return [];
  if (!isRecord(metadata)) return refuse('invalid_metadata_format', '/metadata', 'metadata must be an object');
  const { event_type, event_payload } = metadata;
  if (typeof event_type !== 'string' || event_type === '')
    return refuse('invalid_metadata_format', '/metadata/event_type', 'metadata needs an event_type');
  if (!isRecord(event_payload))
    return refuse('invalid_metadata_format', '/metadata/event_payload', 'metadata needs an event_payload object');
  return Object.entries(event_payload)
    .filter(([, value]) => !isPayloadValue(value))
    .flatMap(([key]) =>
      refuse('invalid_metadata_schema', into('/metadata/event_payload', key), 'is nested too deep, or null'),
    );
}

/** An empty object takes the metadata off a message that is updated. */
const clears = (metadata: unknown, method: string) =>
  method === 'chat.update' && isRecord(metadata) && Object.keys(metadata).length === 0;

const isPlain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
const isFlat = (value: unknown) => isRecord(value) && Object.values(value).every(isPlain);
const isPayloadValue = (value: unknown) =>
  isPlain(value) || isFlat(value) || (Array.isArray(value) && value.every(isFlat));
