/** What the page may post to /local/act. */
import { z } from 'zod';
import type { ActRequest } from '../person-does.ts';

const id = z.string().min(1).max(64);
const text = z.string().max(100_000);
const optional = z.exactOptional;
/** An element's state is checked member by member where it is filled in. */
const elementState = z.looseObject({ type: z.string() });
const values = z.record(z.string(), z.record(z.string(), elementState));
const place = z.discriminatedUnion('in', [
  z.object({ in: z.literal('message'), channelId: id, ts: id }),
  z.object({ in: z.literal('modal'), viewId: id }),
  z.object({ in: z.literal('home') }),
]);
const inChannel = { channelId: id };
const onMessage = { channelId: id, ts: id };
const element = { place, blockId: z.string(), actionId: z.string() };

const act = z.discriminatedUnion('type', [
  z.object({ type: z.literal('say'), ...inChannel, text, threadTs: optional(id), fileIds: optional(z.array(id)) }),
  z.object({ type: z.literal('editMessage'), ...onMessage, text }),
  z.object({ type: z.literal('deleteMessage'), ...onMessage }),
  z.object({ type: z.literal('command'), command: z.string(), text, ...inChannel, threadTs: optional(id) }),
  z.object({ type: z.literal('globalShortcut'), callbackId: id }),
  z.object({ type: z.literal('messageShortcut'), callbackId: id, ...onMessage }),
  z.object({
    type: z.literal('press'),
    ...element,
    payload: optional(z.looseObject({})),
    values: optional(values),
  }),
  z.object({ type: z.literal('submitView'), viewId: id, values }),
  z.object({ type: z.literal('closeView'), viewId: id, all: optional(z.boolean()) }),
  z.object({ type: z.literal('loadOptions'), ...element, query: text }),
  z.object({ type: z.literal('openHome') }),
  z.object({ type: z.literal('openAppDm') }),
  z.object({
    type: z.literal('uploadFile'),
    name: z.string(),
    sizeBytes: z.number().int().min(0),
    mimetype: optional(z.string()),
  }),
  ...(['joinChannel', 'leaveChannel', 'inviteApp', 'removeApp'] as const).map((type) =>
    z.object({ type: z.literal(type), ...inChannel }),
  ),
  ...(['archiveChannel', 'unarchiveChannel', 'deleteChannel', 'markRead'] as const).map((type) =>
    z.object({ type: z.literal(type), ...inChannel }),
  ),
  z.object({ type: z.literal('invitePerson'), ...inChannel, userId: id }),
  z.object({ type: z.literal('createChannel'), name: z.string(), isPrivate: z.boolean() }),
  z.object({ type: z.literal('openDm'), userIds: z.array(id) }),
  z.object({ type: z.literal('deactivatePerson'), userId: id }),
  z.object({ type: z.literal('reactivatePerson'), userId: id }),
  z.object({
    type: z.literal('setStatus'),
    text: z.string().max(100),
    emoji: z.string().max(100),
    forMs: optional(z.number().positive()),
  }),
  z.object({ type: z.literal('setLocale'), locale: z.string().max(20) }),
  z.object({ type: z.literal('setTimeZone'), tz: z.string().max(64) }),
  z.object({ type: z.literal('react'), ...onMessage, name: z.string().max(100) }),
  z.object({ type: z.literal('dismissMessage'), ...onMessage }),
  z.object({ type: z.literal('dismissToast'), toastId: z.number() }),
  z
    .object({ type: z.literal('moveClock'), by: optional(z.number()), to: optional(z.iso.datetime()) })
    .refine(({ by, to }) => (by === undefined) !== (to === undefined), 'moveClock wants either by or to'),
]);

const request = z.object({ as: id, act });

/** The request, or in words what is wrong with it. */
export function readActRequest(body: unknown): ActRequest | { why: string } {
  const parsed = request.safeParse(body);
  if (!parsed.success) return { why: z.prettifyError(parsed.error) };
  return parsed.data as ActRequest;
}
