/** Files: only their name and size are kept. */
import { type ApiMethod, refuse, textArg } from './answers.ts';
import type { Json } from './json.ts';
import { usernameOf } from './people.ts';
import type { FileRecord } from './state.ts';
import { nextId, unixSeconds, type World } from './world.ts';

export function storeFile(
  world: World,
  userId: string,
  file: Pick<FileRecord, 'name' | 'sizeBytes' | 'mimetype'>,
  id = nextId(world, 'F'),
) {
  const record: FileRecord = { ...file, id, userId, createdAt: unixSeconds(world) };
  world.state.files[record.id] = record;
  world.signals.changed();
  return record;
}

/** Slack's file object; `{id}` alone when there is no such file. */
export function fileObject(world: World, fileId: string): Json {
  const file = world.state.files[fileId];
  if (!file) return { id: fileId };
  const extension = file.name.includes('.') ? (file.name.split('.').at(-1) ?? '').toLowerCase() : '';
  const url = `${world.origin()}/files-pri/${world.state.team.id}-${file.id}/${encodeURIComponent(file.name)}`;
  const owner = world.state.people[file.userId];
  return {
    id: file.id,
    created: file.createdAt,
    timestamp: file.createdAt,
    name: file.name,
    title: file.name,
    mimetype: file.mimetype,
    filetype: extension,
    pretty_type: extension.toUpperCase(),
    user: file.userId,
    user_team: world.state.team.id,
    username: owner ? usernameOf(owner) : '',
    editable: false,
    size: file.sizeBytes,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    public_url_shared: false,
    display_as_bot: false,
    file_access: 'visible',
    url_private: url,
    url_private_download: `${url}/download`,
    permalink: `${world.origin()}/files/${file.userId}/${file.id}`,
    channels: [],
    groups: [],
    ims: [],
    has_rich_preview: false,
  };
}

export const fileMethods: Record<string, ApiMethod> = {
  'files.info': {
    tier: 4,
    token: 'bot',
    scope: 'files:read',
    run: (world, args) => {
      const fileId = textArg(args, 'file');
      if (!world.state.files[fileId]) return refuse('file_not_found', `There is no file ${fileId}.`);
      return { ok: true, file: fileObject(world, fileId), comments: [], response_metadata: { next_cursor: '' } };
    },
  },
};
