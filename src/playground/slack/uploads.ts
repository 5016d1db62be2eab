/** Files of the app, in three steps. Source: docs.slack.dev/messaging/working-with-files#upload */
import { type ApiAnswer, type ApiMethod, isRefused, jsonArg, refuse, textArg } from './answers.ts';
import { appMessage } from './chat.ts';
import { channelForPosting } from './conversations.ts';
import { fileObject, storeFile } from './files.ts';
import { type Json, objectsIn, stringIn } from './json.ts';
import { say } from './messages.ts';
import type { Route } from './route.ts';
import { nextId, type World } from './world.ts';

export const UPLOAD_PATH = '/files-upload';

const BYTES_MAX = 1_000_000_000;

function announce(world: World, args: Json): ApiAnswer {
  const name = textArg(args, 'filename');
  const lengthBytes = Number(textArg(args, 'length'));
  if (name === '') return refuse('invalid_arguments', 'filename is missing.');
  if (!(lengthBytes > 0)) return refuse('invalid_arguments', 'length must be the number of bytes.');
  if (lengthBytes > BYTES_MAX) return refuse('file_upload_size_restricted', 'A file has at most a gigabyte.');
  const id = nextId(world, 'F');
  world.uploads.set(id, { name, lengthBytes });
  return { ok: true, upload_url: `${world.origin()}${UPLOAD_PATH}?id=${id}`, file_id: id };
}

/** The bytes themselves; a wrong length is no file. */
export const takeUpload: Route = (world, url, _request, response, body) => {
  const upload = world.uploads.get(url.searchParams.get('id') ?? '');
  const bytes = Buffer.byteLength(body);
  const isTaken = upload !== undefined && upload.lengthBytes === bytes;
  if (isTaken) upload.content = body;
  response.writeHead(isTaken ? 200 : 400, { 'content-type': 'text/plain' });
  response.end(isTaken ? `OK - ${bytes}` : 'This is not the file that was announced.');
};

function complete(world: World, args: Json): ApiAnswer {
  const files = objectsIn(jsonArg(args, 'files').value);
  const uploads = files.flatMap(({ id }) => {
    const upload = world.uploads.get(stringIn(id));
    return upload?.content === undefined ? [] : { id: stringIn(id), ...upload };
  });
  if (files.length === 0 || uploads.length < files.length)
    return refuse('file_not_found', 'A file was not announced, or its bytes never came.');
  const channel = channelForPosting(world, textArg(args, 'channel_id'));
  if (isRefused(channel)) return channel;
  const { botUserId } = world.settings.app;
  const fileIds = uploads.map(({ id, name, lengthBytes }) => {
    storeFile(world, botUserId, { name, sizeBytes: lengthBytes, mimetype: 'text/csv' }, id);
    return id;
  });
  void say(world, channel, { ...appMessage(world, { text: '' }), fileIds });
  return { ok: true, files: fileIds.map((id) => fileObject(world, id)) };
}

export const uploadMethods: Record<string, ApiMethod> = {
  'files.getUploadURLExternal': { tier: 4, token: 'bot', scope: 'files:write', run: announce },
  'files.completeUploadExternal': { tier: 4, token: 'bot', scope: 'files:write', run: complete },
};
