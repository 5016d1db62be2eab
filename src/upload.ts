import type { FetchFunction, WebClient } from '@slack/web-api';
import type { UserId } from '#domain/ids.ts';

/** Puts a file into somebody's DM with Tandem. Rejects as the Web API does, or when the bytes are not taken. */
export type Upload = (user: UserId, file: { name: string; content: string }) => Promise<void>;

/** In Slack's three steps. Source: docs.slack.dev/messaging/working-with-files#upload */
export const uploader =
  (client: WebClient, fetch: FetchFunction): Upload =>
  async (user, { name, content }) => {
    const length = Buffer.byteLength(content);
    const { channel } = await client.conversations.open({ users: user });
    const { upload_url, file_id } = await client.files.getUploadURLExternal({ filename: name, length });
    const sent = await fetch(String(upload_url), { method: 'POST', body: content });
    if (sent.status !== 200) throw new Error(`Slack did not take the file: ${sent.status}`);
    const files: [{ id: string; title: string }] = [{ id: String(file_id), title: name }];
    await client.files.completeUploadExternal({ files, channel_id: String(channel?.id) });
  };
